"""The history of a run: one row per completed epoch, in a table that grows by a quarter of itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.training.reports import EpochReport

# Reports that move to the table at once: one write for many rows keeps the end of an epoch at a few microseconds.
_TOGETHER = 256
_SLACK = 4  # a full table grows by this part of itself
Column = NDArray[np.float64]


class _Table:
    """Rows that are only ever added, so that several histories can share their common past."""

    def __init__(self, rows: Column) -> None:
        self.rows, self.used = rows, len(rows)

    def add(self, reports: list[EpochReport]) -> None:
        count = self.used + len(reports)
        if count > len(self.rows):
            grown = np.empty((max(64, count + self.used // _SLACK), len(EpochReport._fields)))
            grown[: self.used] = self.rows[: self.used]
            self.rows = grown  # who still looks at the old rows sees the same numbers
        self.rows[self.used : count] = reports
        self.used = count


def are_in_order(rows: Column) -> bool:
    """Tell whether rows are reports of whole epochs, one after the other: they may come from any file."""
    if rows.ndim != 2 or rows.shape[1] != len(EpochReport._fields):
        return False
    epochs, best = (rows[:, EpochReport._fields.index(name)].astype(float) for name in ("epoch", "best_epoch"))
    # From 2**53 on a double cannot tell an epoch from the next.
    with np.errstate(invalid="ignore"):
        counted = (epochs == np.floor(epochs)) & (epochs >= 1) & (epochs < 2**53)
        return bool(counted.all() and (np.diff(epochs) > 0).all() and ((best >= 0) & (best <= epochs)).all())


class History:
    """Epoch reports in order.

    Attributes
    ----------
    report of an epoch that is already there replaces it and all later ones: a run that diverged goes on from its last
    finite epoch and reports the diverged one again.

    `shared` makes another history of the same epochs without copying them. Either may then be shortened, and may grow:
    the first goes on in the common table, another one takes a copy of its past. Threads may read while one grows.
    """

    def __init__(self, rows: Column | None = None) -> None:
        given = np.empty((0, len(EpochReport._fields))) if rows is None else np.array(rows, float)
        if rows is not None and not are_in_order(given):
            raise ValueError("the epochs of a history are not in order")
        self._table = _Table(given.reshape(-1, len(EpochReport._fields)))
        self._new: list[EpochReport] = []
        self._length = self._table.used
        self._last_epoch = int(given[-1, 0]) if self._length else 0

    def shared(self, until: int | None = None) -> History:
        """Return a history of the same epochs, or of those up to `until`, without copying them."""
        self._move()
        twin = History()
        twin._table, twin._length, twin._last_epoch = self._table, self._length, self._last_epoch
        if until is not None:
            twin.truncate(until)
        return twin

    def add(self, report: EpochReport) -> None:
        """Append a report. This is cheap: reports are collected and moved to the table together."""
        if report.epoch <= self._last_epoch:
            self.truncate(report.epoch - 1)
        self._last_epoch = report.epoch
        self._new.append(report)
        if len(self._new) >= _TOGETHER:
            self._move()

    def _move(self) -> None:
        if not self._new:
            return
        if self._length < self._table.used:  # the table goes on otherwise, for another history
            self._table = _Table(self._table.rows[: self._length].copy())
        self._table.add(self._new)
        self._length, self._new = self._table.used, []

    @property
    def _rows(self) -> Column:
        self._move()
        return self._table.rows[: self._length]

    def truncate(self, epoch: int) -> None:
        """Forget everything after an epoch."""
        self._length = int(np.searchsorted(self._rows[:, 0], epoch, side="right"))
        self._last_epoch = int(self._table.rows[self._length - 1, 0]) if self._length else 0

    def __len__(self) -> int:
        return self._length + len(self._new)

    def __getitem__(self, index: int) -> EpochReport:
        # The table holds floats only; numbers of epochs are integers again outside.
        report = EpochReport(*self._rows[index].tolist())
        return report._replace(epoch=int(report.epoch), best_epoch=int(report.best_epoch))

    def __iter__(self) -> Iterator[EpochReport]:
        return (self[i] for i in range(len(self)))

    def column(self, name: str) -> Column:
        """Return a column by its name in `EpochReport`, as a read-only view (n_epochs,)."""
        view = self._rows[:, EpochReport._fields.index(name)]
        view.flags.writeable = False  # it is the table itself, which others share
        return view

    @property
    def epochs(self) -> Column:
        """Numbers of the epochs, (n_epochs,)."""
        return self.column("epoch")

    @property
    def train_loss(self) -> Column:
        """Training losses, (n_epochs,)."""
        return self.column("train_loss")

    @property
    def validation_loss(self) -> Column:
        """Validation losses, (n_epochs,); nan without validation rows."""
        return self.column("validation_loss")

    @property
    def learning_rate(self) -> Column:
        """Learning rates, (n_epochs,)."""
        return self.column("learning_rate")

    @property
    def best_epoch(self) -> int:
        """The best epoch so far, 0 when there is none."""
        return self[-1].best_epoch if len(self) else 0

    def loss_during(self, epoch: int) -> float | None:
        """Return the mean training loss while an epoch was going on; None when it is not known."""
        at = int(np.searchsorted(self.epochs, epoch))
        known = at < len(self) and self.epochs[at] == epoch
        return float(self.train_loss[at]) if known and np.isfinite(self.train_loss[at]) else None

    def rows(self) -> Column:
        """Return a copy of the whole table (n_epochs, n_columns); `History(rows)` is the inverse."""
        return self._rows.copy()
