"""How long a piece of work takes, whatever else the machine does."""

from __future__ import annotations

import time
from collections.abc import Callable

ROUNDS = 3


def least_seconds(work: Callable[[], object]) -> float:
    """The least processor time of three runs: a busy machine can only make a run look slower."""

    def once() -> float:
        begin = time.process_time()
        work()
        return time.process_time() - begin

    return min(once() for _ in range(ROUNDS))
