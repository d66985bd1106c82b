"""The ledger adds up: every row that was read is used in one subset or was left out for one stated reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mlp_gui.core.translation import join_names, tr, tr_n

_NAMED, _REASONS = 12, 3


@dataclass(frozen=True)
class Ledger:
    """What became of every row: read = sum of dropped + sum of used.

    Attributes
    ----------
    read : int
        Records in the file.
    dropped : tuple of (str, int)
        Reason and rows; each row stands under its first reason.
    used : dict
        Subset name to rows.
    notices : tuple of str
        Sentences that stay visible: what leaks, what is thin.
    filled : dict
        Input to its empty cells in the used rows that something stands in for.
    """

    read: int
    dropped: tuple[tuple[str, int], ...]
    used: dict[str, int]
    notices: tuple[str, ...] = ()
    filled: dict[str, int] = field(default_factory=dict)

    @property
    def n_used(self) -> int:
        """The number of rows in all subsets."""
        return sum(self.used.values())

    @property
    def summary(self) -> str:
        """One line, such as "218 of 1,446 rows used: 1,228 have no value in tetx_coppml."."""
        used = tr("All {read:,} rows used.", read=self.read)
        if self.dropped:
            reasons = describe_counts(_commonest(self.dropped))
            used = tr("{used:,} of {read:,} rows used: {reasons}.", used=self.n_used, read=self.read, reasons=reasons)
        n = sum(self.filled.values())
        filled = tr_n("{n:,} empty cell filled.", "{n:,} empty cells filled.", n)
        return f"{used} {filled}" if n else used

    def sentences(self) -> tuple[str, ...]:
        """Return the way from "read" to "used" in each subset, one sentence each, what was filled, then the notices."""
        lines = [tr_n("{n:,} row read.", "{n:,} rows read.", self.read)]
        lines += [
            tr_n("{n:,} row left out: {reason}.", "{n:,} rows left out: {reason}.", n, reason=reason)
            for reason, n in self.dropped
        ]
        subsets = ", ".join(tr("{n:,} for {subset}", n=n, subset=tr(name)) for name, n in self.used.items())
        lines.append(tr_n("{n:,} row used: {subsets}.", "{n:,} rows used: {subsets}.", self.n_used, subsets=subsets))
        if self.filled:
            cells = [tr("{name} ({n:,})", name=name, n=n) for name, n in self.filled.items()]
            lines.append(tr("Empty cells that were filled: {columns}.", columns=join_names(cells, _NAMED)))
        return tuple(lines) + self.notices


def _commonest(dropped: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Return the reasons of most rows, and the others as one: twenty lags have a reason each."""
    if len(dropped) <= _REASONS + 1:
        return dropped
    places = sorted(range(len(dropped)), key=lambda k: -dropped[k][1])[:_REASONS]
    rest = sum(n for k, (_, n) in enumerate(dropped) if k not in places)
    return (*(dropped[k] for k in sorted(places)), (tr("for {k} other reasons", k=len(dropped) - _REASONS), rest))


def describe_counts(dropped: Iterable[tuple[str, int]]) -> str:
    """Describe reasons with their rows: "1,228 have no value in y, 1 is empty"."""
    return ", ".join(tr("{n:,} {reason}", n=n, reason=reason) for reason, n in dropped)
