"""Names in a sentence: of many only the first are said, the others are counted."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_gui.core.translation import tr


def some(names: Sequence[str], most: int) -> str:
    """Such as "a, b and 3 more"."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else tr("{names} and {n:,} more", names=shown, n=len(names) - most)
