"""A page starts without the language model: loading every address leaves spaCy out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys, django
django.setup()
from django.core.checks import run_checks
from django.urls import get_resolver
get_resolver().url_patterns
import events.tasks, events.admin, events.checks
assert not run_checks()
print(sorted({"spacy", "thinc", "numpy", "py3langid"} & set(sys.modules)))
"""


def test_loading_every_page_loads_no_language_model(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=Path(__file__).resolve().parent.parent,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsboard.settings",
            "NEWSBOARD_DATA_DIR": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout == "[]\n", ran.stderr
