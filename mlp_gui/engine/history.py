"""The history of a run: one row per completed epoch, in columns that grow by doubling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.report import EpochReport

_TOGETHER = 256
Column = NDArray[np.float64]


class History:
    """Epoch reports in order. A report of an epoch that is already there replaces it and all later ones.

    (A run that diverged goes on from its last finite epoch and reports the diverged one again.)
    """

    def __init__(self, rows: Column | None = None) -> None:
        self._table: Column = np.empty((64, len(EpochReport._fields)))
        self._new: list[EpochReport] = []
        self._length = self._last_epoch = 0
        if rows is not None and len(rows):
            self._table, self._length = np.array(rows, float), len(rows)
            self._last_epoch = int(self._table[-1, 0])

    def append(self, reports: Iterable[EpochReport]) -> None:
        for report in reports:
            self.add(report)

    def add(self, report: EpochReport) -> None:
        """Cheap: reports are collected and moved to the table together."""
        if report.epoch <= self._last_epoch:
            self.truncate(report.epoch - 1)
        self._last_epoch = report.epoch
        self._new.append(report)
        if len(self._new) >= _TOGETHER:
            self._move()

    def _move(self) -> None:
        count = self._length + len(self._new)
        if count > len(self._table):
            grown = np.empty((max(count, 2 * len(self._table)), len(EpochReport._fields)))
            grown[: self._length] = self._table[: self._length]
            self._table = grown
        if self._new:
            self._table[self._length : count] = self._new
            self._length, self._new = count, []

    def truncate(self, epoch: int) -> None:
        """Forget everything after that epoch."""
        self._move()
        self._length = int(np.searchsorted(self._table[: self._length, 0], epoch, side="right"))
        self._last_epoch = int(self._table[self._length - 1, 0]) if self._length else 0

    def __len__(self) -> int:
        return self._length + len(self._new)

    def __getitem__(self, index: int) -> EpochReport:
        self._move()
        row = self._table[: self._length][index]
        report = EpochReport(*row.tolist())
        return report._replace(epoch=int(report.epoch), best_epoch=int(report.best_epoch))

    def __iter__(self) -> Iterator[EpochReport]:
        return (self[i] for i in range(len(self)))

    def column(self, name: str) -> Column:
        """A column by its name in `EpochReport`, as a read-only view (epochs,)."""
        self._move()
        view = self._table[: self._length, EpochReport._fields.index(name)]
        view.flags.writeable = False
        return view

    @property
    def epochs(self) -> Column:
        return self.column("epoch")

    @property
    def train_loss(self) -> Column:
        return self.column("train_loss")

    @property
    def validation_loss(self) -> Column:
        return self.column("validation_loss")

    @property
    def learning_rate(self) -> Column:
        return self.column("learning_rate")

    @property
    def best_epoch(self) -> int:
        """The best epoch so far, 0 when there is none."""
        return self[-1].best_epoch if len(self) else 0

    def rows(self) -> Column:
        """A copy of the whole table (epochs, columns); `History(rows)` is the inverse."""
        self._move()
        return self._table[: self._length].copy()

    def to_plain(self) -> dict[str, list[float]]:
        """Columns as lists, by name."""
        return {name: self.column(name).tolist() for name in EpochReport._fields}

    @classmethod
    def from_plain(cls, plain: dict[str, list[float]]) -> History:
        return cls(np.column_stack([np.asarray(plain[name], float) for name in EpochReport._fields]))
