"""The rules of the house that no other tool keeps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(
    path
    for folder in ("events", "newsboard", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
MODULES = [path for path in CODE if "tests" not in path.relative_to(ROOT).parts]
VAGUE = {"utils", "helpers", "services", "core", "managers", "common", "misc"}
MAX_MODULE = 500
MAX_FUNCTION = 40
TEXT_SUFFIXES = {".py", ".toml", ".html", ".css", ".js", ".md", ".txt", ".jsonl", ".csv", ".yml", ""}
# Written in pieces, so that this file does not name them itself.
FORBIDDEN = re.compile(
    "|".join([r"/" + r"work/", r"pypi\." + "org", r"registry\." + r"npmjs", r"files\." + "pythonhosted"])
)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert path.stem not in VAGUE
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in functions(path)
        if node.end_lineno and node.end_lineno - node.lineno >= MAX_FUNCTION
    }
    assert long == {}


def test_nothing_tells_where_it_was_made() -> None:
    folders = ("events", "newsboard", "tests", "templates", "scripts", ".ci")
    files = [*ROOT.glob("*"), *(path for folder in folders for path in (ROOT / folder).rglob("*"))]
    telling = [
        name_of(path)
        for path in files
        if path.is_file()
        and path.suffix in TEXT_SUFFIXES
        and "__pycache__" not in path.parts
        and FORBIDDEN.search(path.read_text(encoding="utf-8"))
    ]
    assert telling == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_is_pinned_with_hashes_and_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]
    assert entries
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_what_runs_is_pinned_alike_for_tests() -> None:
    pins = [
        set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert pins[0] < pins[1]
