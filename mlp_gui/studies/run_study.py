"""A study from its plan to its last network: all jobs that are named beforehand, or a search and then its winner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.studies.executors import JobSource, Opening, PlannedJobs, run_jobs
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.search.search import Search
from mlp_gui.studies.search.search_summary import summarize_search
from mlp_gui.studies.study import JobResult, Study

MakeOpening = Callable[[Callable[[], bool]], Opening]


class StudyRun:
    """Trains what a plan still lacks.

    Attributes
    ----------
    search : Search, optional
        As long as settings are compared.
    """

    def __init__(self, study: Study, kept: Sequence[JobResult] = ()) -> None:
        """Begin a study, or go on with one.

        Parameters
        ----------
        study : Study
        kept : sequence of JobResult
            What was finished before.

        Raises
        ------
        UserError
            If the plan does not suit the table.
        """
        study.check()
        self._study, self._results = study, list(kept)
        self.search = Search(study, kept) if study.plan.search.is_wanted else None

    def results(self, make_opening: MakeOpening, cancelled: Callable[[], bool] = lambda: False) -> Iterator[JobResult]:
        """Yield what each network has learned as soon as it is known.

        Parameters
        ----------
        make_opening : callable
            Takes what tells whether training shall end, and returns what `run_jobs` opens executors with.
        cancelled : callable
            Polled between results and epochs.

        Raises
        ------
        UserError
            If no network can be trained.
        Cancelled
            If `cancelled` returned True.
        """
        search = self.search
        if search is not None:
            yield from self._run(search, make_opening(lambda: cancelled() or search.is_over()), cancelled)
            self.search = None
            jobs = self._winners_jobs()
        else:
            jobs = list(self._study.jobs())
        done = {result.job for result in self._results}
        yield from self._run(PlannedJobs([job for job in jobs if job not in done]), make_opening(cancelled), cancelled)

    def _run(self, source: JobSource, opening: Opening, cancelled: Callable[[], bool]) -> Iterator[JobResult]:
        for result in run_jobs(source, opening, cancelled):
            self._results.append(result)
            yield result

    def _winners_jobs(self) -> list[StudyJob]:
        found = summarize_search(self._study, self._results)
        if found.winner is not None:
            return [StudyJob(seed=seed, settings=found.winner.settings) for seed in range(self._study.plan.repeats)]
        refusal = next((trial.refusal for trial in found.trials if trial.refusal), "")
        if refusal:
            raise UserError(tr("With none of the settings a network could be trained."), refusal)
        if found.trials:
            raise UserError(tr("With none of the settings the score is a number."), hint=tr("Lower the learning rate."))
        raise UserError(tr("The minutes were over before a network was finished."), hint=tr("Allow more time."))
