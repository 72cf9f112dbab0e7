"""The extract command: what it prints, and how it refuses bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "On Tuesday Oslo announced 150 million dollars in military aid to Kyiv."


def extract(*words: str, feed: bytes = b"", **env: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of one run."""
    run = subprocess.run(
        [sys.executable, "manage.py", "extract", *words],
        input=feed,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsboard.settings", **env},
        check=False,
    )
    return run.returncode, run.stdout.decode(), run.stderr.decode()


@pytest.mark.model
def test_one_article_is_printed_as_the_contract_says(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    status, out, _ = extract(str(article), "--published", "2023-06-14")
    record: dict[str, Any] = json.loads(out)
    assert status == 0
    assert set(record) == {"id", "published", "events", "entities", "times", "quotes"}
    event = record["events"][0]
    assert (event["type"], event["mode"], event["stage"], event["status"]) == (
        "aid", "military", "pledged", "happened",
    )  # fmt: skip
    assert event["date"] == {"start": "2023-06-13", "end": "2023-06-13", "precision": "day"}
    assert event["reported_on"] == "2023-06-14"
    assert event["headline"] == "Norway pledges 150 million dollars in military aid to Ukraine"
    evidence = event["evidence"][0]
    assert TEXT[evidence["start"] : evidence["end"]] == TEXT
    for participant in event["participants"]:
        assert TEXT[participant["start"] : participant["end"]] == participant["mention"]


@pytest.mark.model
def test_bad_lines_are_named_and_the_others_read() -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT, "published": "2023-06-14"}).encode(),
        b"{",
        json.dumps({"id": "c", "text": " ", "published": "2023-06-14"}).encode(),
        json.dumps({"id": "d", "text": TEXT, "published": "14 June"}).encode(),
        json.dumps({"text": TEXT, "published": "2023-06-14"}).encode(),
        b'{"id": "f", "text": "\xff", "published": "2023-06-14"}',
        json.dumps([1]).encode(),
        json.dumps({"id": "h", "text": TEXT, "published": "2023-06-14"}).encode(),
    ]
    status, out, err = extract("--jsonl", feed=b"\n".join(lines))
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "h"]
    complaints = err.splitlines()
    assert [c.split(":")[0] for c in complaints] == [f"line {n}" for n in (2, 3, 4, 5, 6, 7)]
    assert "text: is empty" in complaints[1]
    assert "published: '14 June' is no date" in complaints[2]
    assert "id: is missing" in complaints[3]


@pytest.mark.parametrize(
    ("words", "feed", "complaint"),
    [
        (["--published", "2023-06-14"], b"", "line 1: text: is empty"),
        (["--published", "2023-06-14"], b"\xff\xfe", "line 1: text: is not UTF-8"),
        ([], TEXT.encode(), "line 1: published: is missing"),
        (["--published", "2023-02-30"], TEXT.encode(), "line 1: published: '2023-02-30' is no date"),
        (["no-such-file", "--published", "2023-06-14"], b"", "file: no-such-file"),
    ],
)
def test_bad_input_ends_with_one_line_and_status_2(words: list[str], feed: bytes, complaint: str) -> None:
    status, out, err = extract(*words, feed=feed)
    assert status == 2
    assert out == ""
    assert err.startswith(complaint)
    assert len(err.splitlines()) == 1


def test_missing_pipeline_says_what_to_install() -> None:
    status, _, err = extract(
        "--published", "2023-06-14", feed=TEXT.encode(), NEWSBOARD_PIPELINE="no_such_pipeline"
    )
    assert status == 2
    assert "no_such_pipeline" in err
    assert "requirements.txt" in err
