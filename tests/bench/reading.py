"""Words per second of the whole pipeline beside the bare spaCy pipeline, in one process and one run.

Prints one line a round and the medians; the machine's noise is why the two alternate and the ratio counts.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import spacy

from events.nlp.pipeline import BATCH_SIZE, DEFAULT_PIPELINE, pipeline_path, read_many

SAMPLES = Path(__file__).parents[2] / "events" / "data" / "samples" / "articles.jsonl"
ROUNDS = 5


def timed(work: Callable[[], None]) -> float:
    """Processor seconds that the work takes: what else the machine does matters less to them."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Alternate the two pipelines over the sample articles."""
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    articles = [(row["text"], date.fromisoformat(row["published"])) for row in rows]
    words = sum(len(text.split()) for text, _ in articles)
    nlp = spacy.load(pipeline_path(DEFAULT_PIPELINE))

    def bare() -> None:
        for _ in nlp.pipe((text for text, _ in articles), batch_size=BATCH_SIZE):
            pass

    def whole() -> None:
        for _ in read_many(articles):
            pass

    whole()
    ratios = []
    for number in range(1, ROUNDS + 1):
        spacy_seconds, our_seconds = timed(bare), timed(whole)
        ratios.append(spacy_seconds / our_seconds)
        sys.stdout.write(
            f"round {number}: spaCy {words / spacy_seconds:,.0f} words/s, "
            f"whole {words / our_seconds:,.0f} words/s, share {ratios[-1]:.3f}\n"
        )
    sys.stdout.write(
        f"share of the bare pipeline's speed, median of {ROUNDS}: {statistics.median(ratios):.3f}\n"
    )


if __name__ == "__main__":
    main()
