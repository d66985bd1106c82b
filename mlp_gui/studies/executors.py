"""Where the networks of a study are trained: behind `concurrent.futures.Executor`, in this thread or in processes."""

from __future__ import annotations

import ctypes
import multiprocessing
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from typing import Protocol

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.state import State
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.together import InThreadExecutor, JobRunner

MOST_DEATHS = 3  # of a pool, without a result in between
TOGETHER = 8  # networks that are trained together in this thread: more gain little, and a stop loses all of them
AHEAD = 2  # jobs for each worker that are handed over before their turn: few, so that a stop is soon


class JobSource(Protocol):
    """Names networks while others are trained."""

    def next_job(self) -> StudyJob | None:
        """Return the next network, or None when there is none before another result."""

    def state_of(self, job: StudyJob) -> State | None:
        """Return where a network was halted that goes on now."""

    def add(self, result: JobResult) -> None:
        """Learn from a result."""

    def is_over(self) -> bool:
        """Return whether time is up for what is not finished."""


class PlannedJobs:
    """Networks that are all known beforehand."""

    def __init__(self, jobs: Iterable[StudyJob]) -> None:
        self._jobs = iter(jobs)

    def next_job(self) -> StudyJob | None:
        return next(self._jobs, None)

    def state_of(self, job: StudyJob) -> State | None:
        return None

    def add(self, result: JobResult) -> None:
        """Results change nothing."""

    def is_over(self) -> bool:
        return False


_runner: JobRunner | None = None  # of a worker process, which serves one study


def _begin_worker(packed: bytes, is_over: ctypes.c_bool, keeps_states: bool) -> None:
    global _runner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all processes of a terminal; the parent decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _runner = JobRunner(pickle.loads(packed), lambda: is_over.value, keeps_states)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGTERM)  # nobody is left to hear of the job


def _run_in_worker(job: StudyJob, state: State | None) -> JobResult:
    assert _runner is not None
    return _runner.run(job, state)


@dataclass(frozen=True, eq=False)
class OpenedExecutor:
    """An executor, what to submit to it, how many jobs it gets at a time, how to end it soon, and what drives it."""

    executor: Executor
    task: Callable[..., JobResult]
    at_a_time: int
    withdraw: Callable[[], None]
    advance: Callable[[], None] = lambda: None


Opening = Callable[[], OpenedExecutor]


def opening(
    study: Study, workers: int, cancelled: Callable[[], bool] = lambda: False, keeps_states: bool = False
) -> Opening:
    """Return what `run_jobs` opens executors with; with several workers the table travels once to each of them.

    Parameters
    ----------
    study : Study
    workers : int
        Processes; 0 for this thread.
    cancelled : callable
        Polled after each epoch that is trained in this thread.
    keeps_states : bool
        Whether results hold what a run goes on from.
    """
    if not workers:
        runner = JobRunner(study, cancelled, keeps_states)
        # A search learns from each result before it names the next job.
        at_a_time = 1 if study.plan.search.is_wanted else TOGETHER

        def open_here() -> OpenedExecutor:
            executor = InThreadExecutor(runner)
            return OpenedExecutor(executor, runner.run, at_a_time, lambda: None, executor.advance)

        return open_here
    context = multiprocessing.get_context("spawn")  # a fork would copy threads and locks of a window
    packed = pickle.dumps(study.without_caches())

    def open_pool() -> OpenedExecutor:
        # Shared without a lock, which a worker that is killed while it looks would keep for ever.
        is_over = context.RawValue(ctypes.c_bool, False)
        pool = ProcessPoolExecutor(workers, context, _begin_worker, (packed, is_over, keeps_states))
        return OpenedExecutor(pool, _run_in_worker, AHEAD * workers, lambda: setattr(is_over, "value", True))

    return open_pool


def run_jobs(
    jobs: Iterable[StudyJob] | JobSource, open_executor: Opening, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[JobResult]:
    """Train networks, and yield what each has learned as soon as it is known.

    The jobs of a worker that dies run again.

    Parameters
    ----------
    jobs : iterable of StudyJob, or JobSource
    open_executor : callable
        Opens the executor, and another one after a death.
    cancelled : callable
        Polled between results.

    Raises
    ------
    UserError
        If a job is refused, or workers die again and again.
    Cancelled
        If `cancelled` returned True.
    """
    source = PlannedJobs(jobs) if isinstance(jobs, Iterable) else jobs
    again: list[StudyJob] = []
    deaths = 0
    while True:
        opened, running = open_executor(), _RunningJobs(source, again)
        try:
            while running.fill(opened):
                opened.advance()
                for result in running.finished(cancelled):
                    deaths = 0
                    yield result
            return
        except BrokenExecutor as error:
            deaths += 1
            again = running.unfinished()
            if deaths >= MOST_DEATHS:
                raise UserError(
                    tr("The processes of the study end again and again."),
                    tr("Perhaps there is too little memory for so many."),
                    tr("Choose fewer processes. What is finished is kept."),
                ) from error
        finally:
            opened.withdraw()
            opened.executor.shutdown(wait=True, cancel_futures=True)


class _RunningJobs:
    """What one executor has been given and has not answered yet."""

    def __init__(self, source: JobSource, again: list[StudyJob]) -> None:
        self._source, self._again = source, again
        self._running: dict[Future[JobResult], StudyJob] = {}

    def fill(self, opened: OpenedExecutor) -> bool:
        """Hand over as many jobs as the executor takes, and return whether there is something to wait for."""
        while len(self._running) < opened.at_a_time:
            job = self._again[0] if self._again else self._source.next_job()
            if job is None:
                break
            if not self._again:
                self._again.append(job)  # until it is handed over: a pool that is broken takes nothing
            self._running[opened.executor.submit(opened.task, job, self._source.state_of(job))] = job
            self._again.pop(0)
        return bool(self._running) and not self._source.is_over()

    def finished(self, cancelled: Callable[[], bool]) -> Iterator[JobResult]:
        """Wait a moment, and yield the results that have come."""
        if cancelled():
            raise Cancelled
        for future in wait(self._running, timeout=0.2, return_when=FIRST_COMPLETED).done:
            try:
                result = future.result()
            except Cancelled:
                if cancelled() or not self._source.is_over():
                    raise
                continue  # cut off with the time of the search
            del self._running[future]
            self._source.add(result)
            yield result

    def unfinished(self) -> list[StudyJob]:
        """Return the jobs without a result."""
        return [*self._again, *self._running.values()]
