"""A leak is a sentence about a table, with the cures that the person is offered beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Cure:
    """What makes a leak harmless: columns that are left out, another split, or both.

    Attributes
    ----------
    label : str
        What the button says, in the reader's language.
    ignored : tuple of str
        Columns that are no longer inputs.
    split : tuple of (str, object)
        Settings of the split (`SplitConfig`) and what they become.
    copies_within : float, optional
        Rows that differ by no more from an earlier one, in standard deviations, are left out.
    dismissed : tuple of str
        Keys of leaks that a person has looked at and does not want to be told again.
    """

    label: str
    ignored: tuple[str, ...] = ()
    split: tuple[tuple[str, object], ...] = ()
    copies_within: float | None = None
    dismissed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leak:
    """What would make the scores of held-out rows better than those of new rows.

    Attributes
    ----------
    kind : str
        "giveaway", "future", "parts", "copies", "groups" or "order".
    sentence : str
        In the reader's language.
    cures : tuple of Cure
        Empty where it has been cured already: the columns are left out.
    """

    kind: str
    sentence: str
    cures: tuple[Cure, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from other leaks in any language, whatever its numbers are."""
        parts = [self.kind, *(str((cure.ignored, cure.split, bool(cure.copies_within))) for cure in self.cures)]
        return f"{self.kind}-{hashlib.sha256(repr(parts).encode()).hexdigest()[:12]}"
