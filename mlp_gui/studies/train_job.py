"""Trains a network of a study, or several of the same rows together, and scores it on rows that it never saw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.calibration.temperature import temperature_of, tempered
from mlp_gui.engine.lockstep.lockstep import Lockstep, can_share_tapes, is_faster_together
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.training.state import State
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.model import compute_predictions
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.study import JobResult, Study


def train_job(
    study: Study,
    job: StudyJob,
    prepared: Prepared | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    keeps_state: bool = False,
    state: State | None = None,
) -> JobResult:
    """Train one network of a study to its end or its halt, and score it on rows that it never saw.

    Of a search, settings with which no network can be trained give a result without scores, which says why.

    Parameters
    ----------
    study : Study
    job : StudyJob
    prepared : Prepared, optional
        Of the job, when it is at hand.
    cancelled : callable
        Polled after each epoch.
    keeps_state : bool
        Whether the run shall be able to go on; what is halted always is.
    state : State, optional
        Where the run was halted; without it the run begins anew.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    prepared = prepared or study.prepared(job)
    dataset = prepared.dataset
    try:
        config = study.config_of(job)
        trainer = Trainer(config, dataset) if state is None else Trainer.from_state(config, dataset, state)
    except UserError as error:
        if not job.in_search:
            raise
        return _refused(job, str(error), len(dataset.train))
    for report in trainer.epochs():
        if cancelled():
            raise Cancelled
        if report.epoch == job.epochs:
            break
    return _result(job, prepared, trainer, keeps_state)


def can_train_together(study: Study, jobs: Sequence[StudyJob], n_rows: int) -> bool:
    """Return whether the networks of jobs with the same rows are trained faster together, with the same results.

    Parameters
    ----------
    study : Study
    jobs : sequence of StudyJob
    n_rows : int
        Rows to learn from.

    Raises
    ------
    UserError
        If a setting is out of bounds.
    """
    if any(job.in_search for job in jobs):
        return False
    configs = [study.config_of(job) for job in jobs]
    # Networks that stop early do so far apart, and each stop leaves fewer that share a call: of them 3 to 8 took 0.96
    # to 1.9 times as long together.
    if any(config.training.stopping.enabled for config in configs):
        return False
    return can_share_tapes(configs) and is_faster_together(configs, n_rows)


def train_together(
    study: Study,
    jobs: Sequence[StudyJob],
    prepared: Prepared,
    cancelled: Callable[[], bool] = lambda: False,
    keeps_state: bool = False,
) -> Iterator[JobResult]:
    """Train networks of a study together, and yield what each has learned as soon as it is finished.

    Parameters
    ----------
    study : Study
    jobs : sequence of StudyJob
        For which `can_train_together` is true.
    prepared : Prepared
        Of all of them.
    cancelled : callable
        Polled after each epoch.
    keeps_state : bool
        As for `train_job`.

    Raises
    ------
    UserError
        If the rows cannot be trained on with these settings.
    Cancelled
        If `cancelled` returned True.
    """
    lockstep = Lockstep([study.config_of(job) for job in jobs], prepared.dataset)
    for reports in lockstep.epochs():
        if cancelled():
            raise Cancelled
        for k, report in reports:
            job, trainer = jobs[k], lockstep.members[k]
            if report.epoch == job.epochs:
                lockstep.halt(k)
            if report.epoch == job.epochs or trainer.stopped:
                yield _result(job, prepared, trainer, keeps_state)


def _result(job: StudyJob, prepared: Prepared, trainer: Trainer, keeps_state: bool) -> JobResult:
    """Score a network whose training is over."""
    theta = trainer.result_theta()
    subset, truth, outputs = _answers(trainer, theta, job)
    return JobResult(
        job,
        trainer.epoch,
        trainer.best_epoch,
        trainer.stopped.sentence if trainer.stopped else "",
        trainer.seconds,
        len(prepared.dataset.train),
        str(subset),
        prepared.dataset.subsets[subset].row_numbers,
        outputs,
        evaluate(prepared.task, truth, outputs),
        np.array(theta),
        np.array(trainer.history.train_loss, float),
        np.array(trainer.history.validation_loss, float),
        trainer.state() if keeps_state or trainer.stopped is None else None,
    )


def _answers(trainer: Trainer, theta: Floats, job: StudyJob) -> tuple[Subset, Floats, Floats]:
    """Predict the rows that a job is scored on; they come with their true values."""
    network = trainer.network.copy()
    network.theta[:] = theta
    temperature = temperature_of(network, trainer.dataset, trainer.config.uncertainty)
    asked = network if temperature is None else tempered(network, temperature)
    predictions = compute_predictions(asked, trainer.dataset)
    subset = next(name for name in _scored_first(job) if name in predictions)
    return subset, *predictions[subset]


def _scored_first(job: StudyJob) -> tuple[Subset, ...]:
    """Rows for test, or of the fold; a search leaves the test rows of the split alone."""
    usual = (Subset.TEST, Subset.VALIDATION, Subset.TRAINING)
    return usual[1:] if job.in_search and job.fold < 0 else usual


def _refused(job: StudyJob, sentence: str, n_training: int) -> JobResult:
    none = np.empty(0)
    rows, outputs = np.empty(0, np.int64), np.empty((0, 0))
    return JobResult(job, 0, 0, sentence, 0.0, n_training, str(Subset.VALIDATION), rows, outputs, {}, none, none, none)
