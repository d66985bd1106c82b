"""What a study does in a thread of its own: trains what is not there yet, keeps it, and writes what was found."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.training.history import History
from mlp_gui.export.common.atomic import cancellable, refuse_unwritable
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.tables.out_of_fold import write_out_of_fold
from mlp_gui.session.training.study_keeper import StudyKeeper, new_study_path
from mlp_gui.studies.cluster import cluster_opening, connect
from mlp_gui.studies.ensemble import ensemble_model
from mlp_gui.studies.executors import Opening, opening
from mlp_gui.studies.run_study import StudyRun
from mlp_gui.studies.study import JobResult, Study

MOST_WORKERS = 8


@dataclass(frozen=True, eq=False)
class StudyTellers:
    """Where the thread that trains says what has happened; Qt queues the calls.

    Attributes
    ----------
    result : callable
        Takes the study and a result.
    cluster : callable
        Takes "waiting", "on" or "lost", and a sentence.
    not_kept : callable
        Takes the UserError after which nothing is written any more.
    """

    result: Callable[[Study, JobResult], None]
    cluster: Callable[[str, str], None]
    not_kept: Callable[[UserError], None]


@dataclass(frozen=True, eq=False)
class StudyWork:
    """Trains the networks of a study that are not there yet.

    Attributes
    ----------
    study : Study
    kept : tuple of JobResult
        Those that are.
    cluster : str
        Where a Dask cluster is; "" for processes of this computer.
    keeper : StudyKeeper
    tell : StudyTellers
    """

    study: Study
    kept: tuple[JobResult, ...]
    cluster: str
    keeper: StudyKeeper
    tell: StudyTellers

    def __call__(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
        """Train until all networks are finished.

        Parameters
        ----------
        progress : callable
            Takes the share that is done.
        cancelled : callable

        Raises
        ------
        UserError
            If no network can be trained, or the cluster has gone.
        Cancelled
            If `cancelled` returned True.
        """
        study, done = self.study, len(self.kept)
        run = StudyRun(study, self.kept)
        self._keep(self._begin_file)
        with closing(self._connected()) if self.cluster else nullcontext() as client:
            try:
                for result in run.results(partial(self._opening, client), cancelled):
                    done += 1
                    self._keep(partial(self.keeper.add, result))
                    self.tell.result(study, result)
                    share = done / study.plan.n_jobs
                    progress(run.search.progress()[0] if run.search is not None else min(share, 1.0))
            except UserError as error:
                if client is not None and client.status != "running":
                    self.tell.cluster("lost", str(error))
                raise

    def _opening(self, client: Any, ended: Callable[[], bool]) -> Opening:
        keeps_states = not self.study.plan.folds
        if client is not None:
            return cluster_opening(client, self.study, ended, keeps_states)
        # One processor is left to the window.
        workers = max(1, min((os.cpu_count() or 2) - 1, MOST_WORKERS))
        return opening(self.study, workers, ended, keeps_states)

    def _begin_file(self) -> None:
        if not self.keeper.path:
            self.keeper.keep_in(str(new_study_path(self.study.table.name)), self.study, self.kept)

    def _keep(self, write: Callable[[], None]) -> None:
        """Write to the study's file; where that fails the study goes on, and the person hears of it."""
        try:
            write()
        except (UserError, OSError) as error:
            self.keeper.forget()
            self.tell.not_kept(error if isinstance(error, UserError) else UserError(str(error)))

    def _connected(self) -> Any:
        self.tell.cluster("waiting", tr("Waiting for the cluster at {place}.", place=self.cluster))
        try:
            client = connect(self.cluster)
        except UserError as error:
            self.tell.cluster("lost", str(error))
            raise
        n = len(client.nthreads())
        self.tell.cluster("on", tr_n("The cluster has {n:,} worker.", "The cluster has {n:,} workers.", n))
        return client


def save_study(
    keeper: StudyKeeper,
    study: Study,
    results: list[JobResult],
    path: str,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> str:
    """Keep a study in a file of its own from now on.

    Parameters
    ----------
    keeper : StudyKeeper
    study : Study
    results : list of JobResult
    path : str
    progress, cancelled : callable
        Not asked: a file of a study is written in a moment.

    Returns
    -------
    str
        The sentence that says so.

    Raises
    ------
    UserError
        If it cannot be written.
    """
    if path != keeper.path:
        refuse_unwritable(path)
        Path(path).unlink(missing_ok=True)  # the person has agreed that it goes
    keeper.keep_in(path, study, results)
    n = len(results)
    return tr_n(
        "Saved {name} with {n:,} network; what follows is added.",
        "Saved {name} with {n:,} networks; what follows is added.",
        n,
        name=Path(path).name,
    )


def save_out_of_fold(
    study: Study,
    results: list[JobResult],
    path: str,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> str:
    """Save the table with what each row was given by networks that never saw it.

    Parameters
    ----------
    study : Study
    results : list of JobResult
    path : str
    progress, cancelled : callable

    Raises
    ------
    UserError
        If it cannot be written.
    """
    with cancellable(cancelled):
        return write_out_of_fold(study, results, path)


def save_average(
    study: Study,
    results: list[JobResult],
    path: str,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> str:
    """Save the average of the networks as one file.

    Parameters
    ----------
    study : Study
    results : list of JobResult
    path : str
    progress, cancelled : callable

    Raises
    ------
    UserError
        If there is no average, or it cannot be written.
    """
    source = ExportInput(ensemble_model(study, results), History(), study.base)
    with cancellable(cancelled):
        return export(source, "mlp", path)
