"""A task backend that runs tasks one after another on a thread of this process."""

from __future__ import annotations

import logging
import threading
from queue import Queue
from typing import Any, ParamSpec, TypeVar

from django.db import close_old_connections, connections
from django.tasks import Task, TaskResult, TaskResultStatus
from django.tasks.backends.base import BaseTaskBackend
from django.tasks.signals import task_enqueued
from django.utils import timezone
from django.utils.crypto import get_random_string

logger = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")


# Django keeps one backend object per thread, and every request may have a thread of its own: the queue
# and its worker belong to the process.
_queue: Queue[TaskResult[..., Any]] = Queue()
_starting = threading.Lock()
_workers: list[threading.Thread] = []


class ThreadBackend(BaseTaskBackend):
    """One daemon thread and a queue in memory: `enqueue` returns at once.

    What is queued is lost when the process ends, so whatever a task is about must itself say in the
    database that it is unfinished, and be queued again at the next start.
    """

    def enqueue(self, task: Task[P, R], args: Any, kwargs: Any) -> TaskResult[P, R]:
        """Put the task at the end of the queue. Its result is never kept."""
        self.validate_task(task)
        result: TaskResult[P, R] = TaskResult(
            task=task,
            id=get_random_string(32),
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=list(args),
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        task_enqueued.send(type(self), task_result=result)
        _queue.put(result)
        _ensure_worker()
        return result


def wait() -> None:
    """Return once everything queued so far has run."""
    _queue.join()


def _ensure_worker() -> None:
    with _starting:
        if not any(worker.is_alive() for worker in _workers):
            _workers[:] = [threading.Thread(target=_work, name="newsboard-tasks", daemon=True)]
            _workers[0].start()


def _work() -> None:
    while True:
        result = _queue.get()
        try:
            close_old_connections()
            result.task.call(*result.args, **result.kwargs)
        except Exception:
            logger.exception("%s failed", result.task.module_path)
        finally:
            # A thread's connection is closed by nobody else, and an idle one keeps SQLite's
            # write-ahead log from being folded back into the file.
            connections.close_all()
            _queue.task_done()
