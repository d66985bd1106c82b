"""The ledger adds up: every row that was read is used in one subset or was left out for one stated reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ledger:
    """read = sum of dropped + sum of used.

    read: records in the file. dropped: (reason, rows), each row under its first reason.
    used: subset name -> rows. notices: sentences that stay visible (what leaks, what is thin).
    """

    read: int
    dropped: tuple[tuple[str, int], ...]
    used: dict[str, int]
    notices: tuple[str, ...] = ()

    @property
    def n_used(self) -> int:
        return sum(self.used.values())

    @property
    def summary(self) -> str:
        """One line, e.g. "218 of 1,446 rows used: 1,228 have no value in tetx_coppml."."""
        head = f"{self.n_used:,} of {self.read:,} rows used"
        if not self.dropped:
            return f"All {self.read:,} rows used."
        return f"{head}: {', '.join(f'{n:,} {reason}' for reason, n in self.dropped)}."

    def sentences(self) -> tuple[str, ...]:
        """From "read" to "used" in each subset, one sentence each, then the notices."""
        lines = [f"{_rows(self.read)} read."]
        lines += [f"{_rows(n)} left out: {reason}." for reason, n in self.dropped]
        lines.append(f"{_rows(self.n_used)} used: {', '.join(f'{n:,} for {name}' for name, n in self.used.items())}.")
        return tuple(lines) + self.notices


def _rows(n: int) -> str:
    return "1 row" if n == 1 else f"{n:,} rows"
