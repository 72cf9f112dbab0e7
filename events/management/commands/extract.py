"""Prints what is read out of one article, or of many as JSON Lines; nothing is stored."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandParser

BATCH = 64


class BadInput(ValueError):
    """An input that cannot be read; the message names the field."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article to read, or why it cannot be."""

    line: int
    id: str | None = None
    text: str = ""
    title: str = ""
    published: date | None = None
    problem: str = ""


def parse_date(value: object) -> date:
    """A day from YYYY-MM-DD; BadInput when it is none."""
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise BadInput(f"published: {value!r} is no date of the form YYYY-MM-DD") from error


def parse_text(value: object) -> str:
    """A text with something in it; BadInput otherwise."""
    if not isinstance(value, str):
        raise BadInput("text: is missing or no text")
    if not value.strip():
        raise BadInput("text: is empty")
    return value


def parse_line(number: int, raw: bytes) -> Job:
    """One line of JSON Lines as a job."""
    try:
        record: Any = json.loads(raw.decode("utf-8"))
        if not isinstance(record, dict):
            raise BadInput("line: is no JSON object")
        if record.get("id") is None:
            raise BadInput("id: is missing")
        return Job(
            number, str(record["id"]), parse_text(record.get("text")), str(record.get("title") or ""),
            parse_date(record.get("published")),
        )  # fmt: skip
    except UnicodeDecodeError:
        return Job(number, problem="line: is not UTF-8")
    except json.JSONDecodeError as error:
        return Job(number, problem=f"line: is no JSON: {error.msg}")
    except BadInput as error:
        return Job(number, problem=str(error))


class Command(BaseCommand):
    """Read an article from a file or standard input and print what is found as JSON."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []  # noqa: RUF012

    def add_arguments(self, parser: CommandParser) -> None:
        """The command's own options."""
        parser.add_argument(
            "file", nargs="?", help="UTF-8 text, or JSON Lines with --jsonl; else standard input"
        )
        parser.add_argument("--published", help="YYYY-MM-DD")
        parser.add_argument("--title", default="")
        parser.add_argument("--jsonl", action="store_true", help="one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit status 0 when all was read, 1 when some lines failed, 2 for bad input of a single article."""
        try:
            stream: BinaryIO = Path(options["file"]).open("rb") if options["file"] else sys.stdin.buffer  # noqa: SIM115
        except OSError as error:
            self.fail(f"file: {options['file']}: {error.strerror}")
        with stream:
            if options["jsonl"]:
                self.read_lines(stream)
            else:
                self.read_one(stream.read(), options)

    def pipeline(self) -> ModuleType:
        """The pipeline with its model loaded; imported late, so that bad input is refused at once."""
        from events.nlp import pipeline

        try:
            pipeline.load()
        except pipeline.PipelineMissing as error:
            self.fail(str(error))
        return pipeline

    def fail(self, message: str) -> None:
        """One line on standard error, exit status 2."""
        self.stderr.write(message)
        sys.exit(2)

    def read_one(self, raw: bytes, options: dict[str, Any]) -> None:
        """One article as indented JSON."""
        try:
            text = parse_text(raw.decode("utf-8"))
            if not options["published"]:
                raise BadInput("published: is missing; give --published YYYY-MM-DD")
            published = parse_date(options["published"])
        except UnicodeDecodeError:
            self.fail("line 1: text: is not UTF-8")
        except BadInput as error:
            self.fail(f"line 1: {error}")
        else:
            record = self.pipeline().read(text, published, options["title"]).as_json(text, published)
            self.stdout.write(json.dumps(record, ensure_ascii=False, indent=1))

    def read_lines(self, stream: BinaryIO) -> None:
        """One record a line, in the order of the input; refused lines are named on standard error."""
        read_many = self.pipeline().read_many
        failed = False
        jobs = (parse_line(number, raw) for number, raw in enumerate(stream, 1) if raw.strip())
        for batch in batched(self.reporting(jobs), BATCH):
            articles = [(job.text, job.published) for job in batch if job.published is not None]
            readings = read_many(articles)
            for job in batch:
                if job.published is None:
                    failed = True
                    continue
                record = next(readings).as_json(job.text, job.published, job.id)
                self.stdout.write(json.dumps(record, ensure_ascii=False))
        if failed:
            sys.exit(1)

    def reporting(self, jobs: Iterator[Job]) -> Iterator[Job]:
        """The jobs, the refused ones told of as they pass."""
        for job in jobs:
            if job.problem:
                self.stderr.write(f"line {job.line}: {job.problem}")
            yield job
