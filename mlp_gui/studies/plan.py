"""A study is declared as a plan: which networks are trained, by seed, by fold and by number of training rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.search_space import Settings

MOST_JOBS = 100_000


@dataclass(frozen=True)
class StudyJob:
    """One network of a study.

    Attributes
    ----------
    rows : int
        Training rows at most; 0 for all there are.
    repeat, fold : int
        Of the cross-validation, counted from 0; fold -1 means the split of the table.
    seed : int
        What is added to the seeds of the run.
    settings : tuple of (str, object)
        Paths of settings with the values that they have in this network instead of the run's.
    epochs : int
        After which the network waits to be continued; 0: it is trained to its end.
    in_search : bool
        Whether it is compared with others, on rows for validation, to choose settings.
    """

    rows: int = 0
    repeat: int = 0
    fold: int = -1
    seed: int = 0
    settings: Settings = ()
    epochs: int = 0
    in_search: bool = False

    @property
    def division(self) -> tuple[int, int, int]:
        """What decides the rows: jobs that share it differ in their seeds only."""
        return self.rows, self.repeat, self.fold


@dataclass(frozen=True)
class StudyPlan(Config):
    """Which networks a study trains: every seed with every fold and every number of rows."""

    repeats: int = param(
        1, "Networks", low=1, high=1000, help="Networks that differ in their seed only, on the same rows."
    )
    folds: int = param(
        0,
        "Folds",
        low=0,
        high=1000,
        help="Cross-validation: the rows are divided into so many parts, and each part is predicted by a network "
        "that learned from the others; 0: the split of the table.",
    )
    fold_repeats: int = param(
        1, "Repetitions of the folds", low=1, high=1000, help="The rows are divided anew so many times."
    )
    rows: tuple[int, ...] = param(
        (), "Training rows", help="A learning curve: networks that learn from so many rows; empty: from all."
    )

    race: tuple[str, ...] = param(
        (),
        "Race",
        sparse=True,
        help="Networks from the same start that differ in these settings only, each with each: optimizer=adam,sgd or "
        "learning_rate=0.1,0.01.",
    )
    search: SearchConfig = param(SearchConfig(), "Search", sparse=True)

    def check(self) -> None:
        """Refuse a plan that cannot be carried out whatever the table is."""
        if self.folds == 1:
            raise UserError(tr("One fold leaves no rows to learn from."), hint=tr("Choose 2 folds or more."))
        if self.fold_repeats > 1 and not self.folds:
            raise UserError(tr("There are no folds to repeat."), hint=tr("Choose how many folds, such as 10."))
        if self.search.is_wanted and self.rows:
            raise UserError(
                tr("A search and a learning curve are two studies."), hint=tr("Search first, with all rows.")
            )
        if self.race and (self.search.is_wanted or self.rows):
            raise UserError(
                tr("A race is a study of its own."), hint=tr("Leave out the search and the numbers of training rows.")
            )
        self.read_race()
        if any(n < 1 for n in self.rows):
            raise UserError(tr("A network needs at least one training row."))
        if self.n_jobs > MOST_JOBS:
            raise UserError(tr_n("The study has {n:,} network.", "The study has {n:,} networks.", self.n_jobs),
                            tr("{n:,} are possible at most.", n=MOST_JOBS))  # fmt: skip

    @property
    def n_jobs(self) -> int:
        """The number of networks."""
        lanes = math.prod(len(values) for values in self.read_race().values())
        return lanes * max(len(set(self.rows)), 1) * self.fold_repeats * max(self.folds, 1) * self.repeats

    def read_race(self) -> dict[str, list[Any]]:
        """Return by setting the values that race.

        Raises
        ------
        UserError
            If they cannot be read, or are a range.
        """
        found = SearchConfig(ranges=self.race).read_ranges()
        for name, values in found.items():
            if not isinstance(values, list) or len(set(values)) < len(values) or len(values) < 2:
                raise UserError(
                    tr("A race of {name} needs two different values or more.", name=name),
                    hint=tr("For example optimizer=adam,sgd or learning_rate=0.1,0.01."),
                )
        return found

    def jobs(self, lanes: Sequence[Settings] = ((),)) -> Iterator[StudyJob]:
        """Name the networks, those of the same rows one after the other.

        Parameters
        ----------
        lanes : sequence of Settings
            What differs in a race; see `Study.jobs`.
        """
        folds = range(self.folds) if self.folds else (-1,)
        rows, seeds = sorted(set(self.rows)) or (0,), range(self.repeats)
        for n, repeat, fold, seed, settings in product(rows, range(self.fold_repeats), folds, seeds, lanes):
            yield StudyJob(n, repeat, fold, seed, settings)
