"""Where the networks of a study are trained: behind `concurrent.futures.Executor`, in this thread or in processes."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from typing import Any

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.study import JobResult, Study, train_job

MOST_DEATHS = 3  # of a pool, without a result in between
AHEAD = 2  # jobs for each worker that are handed over before their turn: few, so that a stop is soon


class InThreadExecutor(Executor):
    """Runs what is submitted at once, in the thread that submits it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call a function and return its outcome.

        Parameters
        ----------
        fn : callable
        *args, **kwargs : object
            Its arguments.
        """
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@dataclass(eq=False)
class JobRunner:
    """Trains the jobs of one study, and keeps the dataset of the last one: the next job often has the same rows."""

    study: Study
    cancelled: Callable[[], bool]
    keeps_states: bool = False
    _division: tuple[int, int, int] | None = None
    _prepared: Prepared | None = None

    def run(self, job: StudyJob) -> JobResult:
        """Train one network."""
        if job.division != self._division:
            self._prepared, self._division = self.study.prepared(job), job.division
        return train_job(self.study, job, self._prepared, self.cancelled, self.keeps_states)


_runner: JobRunner | None = None  # of a worker process, which serves one study


def _begin_worker(packed: bytes, is_over: Event, keeps_states: bool) -> None:
    global _runner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all processes of a terminal; the parent decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _runner = JobRunner(pickle.loads(packed), is_over.is_set, keeps_states)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGTERM)  # nobody is left to hear of the job


def _run_in_worker(job: StudyJob) -> JobResult:
    assert _runner is not None
    return _runner.run(job)


@dataclass(frozen=True, eq=False)
class OpenedExecutor:
    """An executor, what to submit to it, how many jobs it is given at a time, and how to end it soon."""

    executor: Executor
    task: Callable[[StudyJob], JobResult]
    at_a_time: int
    withdraw: Callable[[], None]


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
        return lambda: OpenedExecutor(InThreadExecutor(), runner.run, 1, lambda: None)
    context = multiprocessing.get_context("spawn")  # a fork would copy threads and locks of a window
    packed = pickle.dumps(study.without_caches())

    def open_pool() -> OpenedExecutor:
        is_over = context.Event()
        pool = ProcessPoolExecutor(workers, context, _begin_worker, (packed, is_over, keeps_states))
        return OpenedExecutor(pool, _run_in_worker, AHEAD * workers, is_over.set)

    return open_pool


def run_jobs(
    jobs: Iterable[StudyJob], open_executor: Opening, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[JobResult]:
    """Train networks, and yield what each has learned as soon as it is known.

    The jobs of a worker that dies run again.

    Parameters
    ----------
    jobs : iterable of StudyJob
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
    waiting, deaths = list(jobs)[::-1], 0
    while waiting:
        opened = open_executor()
        running: dict[Future[JobResult], StudyJob] = {}
        try:
            while waiting or running:
                _raise_if(cancelled)
                while waiting and len(running) < opened.at_a_time:
                    running[opened.executor.submit(opened.task, waiting[-1])] = waiting[-1]
                    waiting.pop()  # only now: a pool that is broken takes nothing
                for future in wait(running, timeout=0.2, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    del running[future]
                    deaths = 0
                    yield result
        except BrokenExecutor as error:
            deaths += 1
            waiting += list(running.values())[::-1]
            if deaths >= MOST_DEATHS:
                raise UserError(
                    tr("The processes of the study end again and again."),
                    tr("Perhaps there is too little memory for so many."),
                    tr("Choose fewer processes. What is finished is kept."),
                ) from error
        finally:
            opened.withdraw()
            opened.executor.shutdown(wait=True, cancel_futures=True)


def _raise_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
