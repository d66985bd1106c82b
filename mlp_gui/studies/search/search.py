"""A search under way: the next network to train, as long as the budget lasts, with what is known so far."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable
from time import monotonic

from mlp_gui.engine.training.state import State
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.search.halving import Rungs, rung_epochs
from mlp_gui.studies.search.samplers import make_sampler
from mlp_gui.studies.search.scores import is_at_its_end, mean_order
from mlp_gui.studies.search_space import Settings, present_values, space_of
from mlp_gui.studies.study import JobResult, Study


class Search:
    """Names the networks of a search one after the other, and learns from their results.

    The run's own settings are tried first and to their end, so that the best ones are never worse than they.
    """

    def __init__(self, study: Study, kept: Iterable[JobResult] = (), clock: Callable[[], float] = monotonic) -> None:
        """Begin a search, or go on with one.

        Parameters
        ----------
        study : Study
        kept : iterable of JobResult
            What was found before.
        clock : callable
            Returns seconds; the minutes begin now.

        Raises
        ------
        UserError
            If a range is out of bounds, or the method is not installed.
        """
        config = study.plan.search
        self._study, self._config, self._clock, self._began = study, config, clock, clock()
        self._space = space_of(study.config, config.read_ranges())
        self._present = present_values(study.config, self._space)
        self._sampler = make_sampler(config, self._space)
        self._halts = rung_epochs(study.config.training.max_epochs) if config.halving else (0,)
        self._rungs = Rungs(self._halts)
        self._folds = tuple(range(study.plan.folds)) or (-1,)
        self._waiting: deque[StudyJob] = deque()
        self._running = 0
        self._found: dict[tuple[Settings, int], dict[StudyJob, JobResult]] = {}
        self._states: dict[tuple[Settings, int, int], State] = {}
        self._tried: set[Settings] = set()
        self._is_exhausted = False
        for result in kept:
            if result.job.in_search:
                self._note(result)
        self._begun_before = self._share_of_runs()
        self._resume()

    # --- what run_jobs asks ----------------------------------------------------------------------------------

    def next_job(self) -> StudyJob | None:
        """Return the next network, or None when there is nothing to train until another result is there."""
        if self.is_over():
            return None
        if not self._waiting:
            self._choose()
        if not self._waiting:
            return None
        self._running += 1
        return self._waiting.popleft()

    def state_of(self, job: StudyJob) -> State | None:
        """Return where a network was halted that goes on now.

        Parameters
        ----------
        job : StudyJob
        """
        at = self._halts.index(job.epochs)
        return self._states.get((job.settings, job.fold, self._halts[at - 1])) if at else None

    def add(self, result: JobResult) -> None:
        """Learn from a result.

        Parameters
        ----------
        result : JobResult
        """
        self._running -= 1
        self._note(result)

    def is_over(self) -> bool:
        """Return whether the minutes are over."""
        return bool(self._config.minutes) and self._clock() - self._began >= 60 * self._config.minutes

    def progress(self) -> tuple[float, float]:
        """Return the share that is done, and the seconds that are left."""
        spent = self._clock() - self._began
        timed = spent / (60 * self._config.minutes) if self._config.minutes else 0.0
        tried = self._share_of_runs()
        gained = tried - self._begun_before
        by_runs = spent * (1 - tried) / gained if gained > 0 and tried else math.inf
        by_time = max(60 * self._config.minutes - spent, 0.0) if self._config.minutes else math.inf
        return min(max(timed, tried), 1.0), min(by_runs, by_time)

    # --- choosing --------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        promoted = self._rungs.promoted()
        if promoted is not None:
            self._begin(*promoted)
            return
        settings = self._next_settings()
        if settings is not None:
            self._tried.add(settings)
            self._begin(settings, self._halts[0] if settings else 0)
        elif not self._running:
            unfinished = self._rungs.best_unfinished()
            if unfinished is not None:
                self._begin(*unfinished)

    def _next_settings(self) -> Settings | None:
        if () not in self._tried:
            return ()
        if self._is_exhausted or (self._config.runs and len(self._tried) >= self._config.runs):
            return None
        while (settings := self._sampler.ask()) is not None:
            if settings not in self._tried and settings != self._present:
                return settings
        self._is_exhausted = True
        return None

    def _begin(self, settings: Settings, epochs: int) -> None:
        self._rungs.begin(settings, epochs)
        have = self._found.get((settings, epochs), {})
        jobs = (StudyJob(fold=fold, settings=settings, epochs=epochs, in_search=True) for fold in self._folds)
        self._waiting.extend(job for job in jobs if job not in have)

    def _resume(self) -> None:
        """Go on with settings of which some folds are there and others not."""
        for (settings, epochs), found in self._found.items():
            if len(found) < len(self._folds):
                self._begin(settings, epochs)

    # --- learning --------------------------------------------------------------------------------------------

    def _note(self, result: JobResult) -> None:
        job = result.job
        self._tried.add(job.settings)
        found = self._found.setdefault((job.settings, job.epochs), {})
        found[job] = result
        if result.state is not None and job.epochs:
            self._states[job.settings, job.fold, job.epochs] = result.state
        if len(found) < len(self._folds):
            return
        order = mean_order(self._study, list(found.values()))
        at_end = all(map(is_at_its_end, found.values()))
        for epochs in self._halts[self._halts.index(job.epochs) :] if at_end else (job.epochs,):
            self._rungs.add(job.settings, epochs, order)  # who has stopped by itself is at its end on every rung
        self._sampler.tell(job.settings or self._present, order, 0 if at_end else job.epochs)

    def _share_of_runs(self) -> float:
        compared = sum(
            epochs == (self._halts[0] if settings else 0) and len(found) == len(self._folds)
            for (settings, epochs), found in self._found.items()
        )
        return min(compared / self._config.runs, 1.0) if self._config.runs else 0.0
