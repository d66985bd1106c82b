"""A study: a table, what its columns are for, the settings of a run, and the plan of the networks that are trained."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import to_json
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.state import State
from mlp_gui.studies.folds import FoldRows, Parts, Rows
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.race import lanes_of
from mlp_gui.studies.search_space import Settings, space_of, with_settings

MOST_SEED = 2**32


@dataclass(frozen=True, eq=False)
class JobResult:
    """What one network of a study has learned.

    Attributes
    ----------
    job : StudyJob
    epochs, best_epoch : int
    stopped : str
        Why the training ended, in a sentence.
    seconds : float
    n_training : int
        Rows that it learned from.
    subset : str
        Which rows it is scored on.
    rows : ndarray of shape (n_scored,)
        Their positions in the table.
    outputs : ndarray of shape (n_scored, n_outputs)
        Predictions of them in original units, or probabilities.
    scores : dict of str to float
    theta : ndarray of shape (n_parameters,)
        The weights that the stopping rule asks for.
    train_loss, validation_loss : ndarray of shape (epochs,)
        NaN where there are no validation rows.
    state : State, optional
        To go on from; only where it is asked for.
    """

    job: StudyJob
    epochs: int
    best_epoch: int
    stopped: str
    seconds: float
    n_training: int
    subset: str
    rows: Rows
    outputs: Floats
    scores: dict[str, float]
    theta: Floats
    train_loss: Floats
    validation_loss: Floats
    state: State | None = None


@dataclass(frozen=True, eq=False)
class Study:
    """All that a worker needs to train any network of the plan."""

    table: Table
    spec: DataSpec
    config: RunConfig
    plan: StudyPlan

    @cached_property
    def base(self) -> Prepared:
        """The table as one run would use it; with folds, the rows of its gaps are used, too."""
        if not self.plan.folds or self.plan.search.is_wanted:
            return prepare(self.table, self.spec)
        return prepare(self.table, self.spec.replace(split=self.spec.split.replace(gap=0)))

    @cached_property
    def fold_rows(self) -> FoldRows:
        """The used rows and what divides them; of a search without those for test, on which the winner is scored."""
        return FoldRows.of(self.base, self.spec.split.gap, with_test=not self.plan.search.is_wanted)

    @cached_property
    def digest(self) -> str:
        """Text that differs between studies with other settings or other numbers."""
        found = hashlib.sha256(json.dumps([to_json(self.plan), to_json(self.config), to_json(self.spec)]).encode())
        for subset in self.base.dataset.subsets.values():
            for array in (subset.x, subset.y, subset.row_numbers):
                found.update(np.ascontiguousarray(array).tobytes())
        return found.hexdigest()

    @cached_property
    def lanes(self) -> tuple[Settings, ...]:
        """What differs between the networks of a race; one lane without any difference where there is none."""
        return lanes_of(self.config, self.plan.read_race())

    def jobs(self) -> Iterator[StudyJob]:
        """Name the networks of the plan, those of the same rows one after the other."""
        return self.plan.jobs(self.lanes)

    @cached_property
    def places(self) -> dict[StudyJob, int]:
        """The place of each network in the order of the plan."""
        return {job: place for place, job in enumerate(self.jobs())}

    def without_caches(self) -> Study:
        """Return the same study with only what was declared, as it travels to a worker."""
        return replace(self)

    def check(self) -> None:
        """Refuse what the table cannot give, before any network is trained.

        Raises
        ------
        UserError
            If folds or training rows do not suit the table.
        """
        for settings in self.lanes:
            with_settings(self.config, settings)
        for repeat in range(self.plan.fold_repeats if self.plan.folds else 0):
            self.fold_rows.assign(self.plan.folds, repeat)
        if self.plan.rows:
            job = StudyJob(rows=max(self.plan.rows), fold=0 if self.plan.folds else -1)
            self.parts(job)
        if self.plan.search.is_wanted:
            space_of(self.config, self.plan.search.read_ranges())
            if not len(self.base.dataset.validation) and not self.plan.folds:
                raise UserError(
                    tr("There are no validation rows by which settings could be compared."),
                    hint=tr("Give the split a share for validation, or choose folds."),
                )

    def parts(self, job: StudyJob) -> Parts:
        """Return the rows of a job: for training, for validation, and for scoring.

        Parameters
        ----------
        job : StudyJob
        """
        if job.fold >= 0:
            parts = self.fold_rows.parts(self.plan.folds, job.repeat, job.fold)
        else:
            train, validation, test = self.base.dataset.subsets.values()
            parts = train.row_numbers, validation.row_numbers, test.row_numbers
        training = self.fold_rows.limited(parts[0], job.rows) if job.rows else parts[0]
        return training, parts[1], parts[2]

    def prepared(self, job: StudyJob) -> Prepared:
        """Return the dataset of a job, of which scaling, fill values and categories are fitted on its training rows.

        Parameters
        ----------
        job : StudyJob
        """
        if job.fold < 0 and not job.rows:
            return self.base
        # "used rows" would let the rows of the fold decide how they are scaled.
        return prepare(self.table, self.spec.replace(fit_on="training"), self.parts(job))

    def config_of(self, job: StudyJob) -> RunConfig:
        """Return the settings of a job: those of the run, with the job's own and with other seeds.

        Parameters
        ----------
        job : StudyJob

        Raises
        ------
        UserError
            If a setting is out of bounds.
        """
        config = with_settings(self.config, job.settings) if job.settings else self.config
        network, training = config.network, config.training
        return config.replace(
            network=network.replace(seed=(network.seed + job.seed) % MOST_SEED),
            training=training.replace(seed=(training.seed + job.seed) % MOST_SEED),
        )

    def network_of(self, result: JobResult, dataset: Dataset) -> Network:
        """Return the network of a job with the weights that the stopping rule asks for.

        Parameters
        ----------
        result : JobResult
        dataset : Dataset
            Of the job.
        """
        config = self.config_of(result.job)
        loss, n_out = config.training.loss, dataset.n_outputs
        network = Network.from_config(config.network, loss, dataset.n_features, n_out)
        network.theta[:] = result.theta
        return network
