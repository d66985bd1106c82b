"""An executor that trains in the thread that asks, and trains the networks of the same rows together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.state import State
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.train_job import can_train_together, train_job, train_together


@dataclass(eq=False)
class JobRunner:
    """Trains the jobs of one study, and keeps the dataset of the last one: the next job often has the same rows."""

    study: Study
    cancelled: Callable[[], bool]
    keeps_states: bool = False
    _division: tuple[int, int, int] | None = None
    _prepared: Prepared | None = None

    def run(self, job: StudyJob, state: State | None = None) -> JobResult:
        """Train one network.

        Parameters
        ----------
        job : StudyJob
        state : State, optional
            Where it was halted.
        """
        return train_job(self.study, job, self._rows_of(job), self.cancelled, self.keeps_states, state)

    def can_join(self, jobs: list[StudyJob]) -> bool:
        """Return whether networks of the same rows are trained faster together.

        Parameters
        ----------
        jobs : list of StudyJob
        """
        try:
            return can_train_together(self.study, jobs, len(self._rows_of(jobs[0]).dataset.train))
        except UserError:
            return False  # each says for itself what is wrong with it

    def run_together(self, jobs: list[StudyJob]) -> Iterator[JobResult]:
        """Train networks together, and yield what each has learned as soon as it is finished.

        Parameters
        ----------
        jobs : list of StudyJob
            Which `can_join`.
        """
        return train_together(self.study, jobs, self._rows_of(jobs[0]), self.cancelled, self.keeps_states)

    def _rows_of(self, job: StudyJob) -> Prepared:
        if self._prepared is None or job.division != self._division:
            self._prepared, self._division = self.study.prepared(job), job.division
        return self._prepared


class InThreadExecutor(Executor):
    """Trains what is submitted when `advance` is called, in the thread that calls it.

    Parameters
    ----------
    runner : JobRunner
    """

    def __init__(self, runner: JobRunner) -> None:
        self._runner = runner
        self._waiting: deque[tuple[StudyJob, State | None, Future[JobResult]]] = deque()
        self._together: dict[StudyJob, Future[JobResult]] = {}
        self._results: Iterator[JobResult] = iter(())

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Promise the result of a job.

        Parameters
        ----------
        fn : callable
            Not asked: the runner knows how a job is done.
        *args, **kwargs : object
            The job, and the state that it goes on from.
        """
        job, state = args
        future: Future[JobResult] = Future()
        self._waiting.append((job, state, future))
        return future

    def advance(self) -> None:
        """Train until one of the jobs is finished, or has failed."""
        if not self._together and self._waiting:
            self._begin()
        if not self._together:
            return
        try:
            result = next(self._results)
        except Exception as error:
            for future in self._together.values():
                future.set_exception(error)
            self._together = {}
        else:
            self._together.pop(result.job).set_result(result)
            if not self._together:
                self._results = iter(())  # what was begun is closed here and now

    def _begin(self) -> None:
        """Take the next job, with those after it that it is trained together with."""
        job, state, future = self._waiting.popleft()
        self._together = {job: future}
        after = [
            each for each in self._waiting if each[0].division == job.division and state is None and each[1] is None
        ]
        if after and self._runner.can_join([job, *(other for other, _, _ in after)]):
            self._together |= {other: promise for other, _, promise in after}
            self._waiting = deque(each for each in self._waiting if each[0] not in self._together)
            self._results = self._runner.run_together(list(self._together))
        else:
            self._results = (self._runner.run(job, state) for _ in range(1))
