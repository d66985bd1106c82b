"""The history of choices about the columns: what undo and redo bring back."""

from __future__ import annotations

from mlp_gui.data.preprocessing.spec import DataSpec

DEPTH = 100


class SpecHistory:
    """The specs before and after the present one, of the table that is open."""

    def __init__(self) -> None:
        self.past: list[DataSpec] = []
        self.future: list[DataSpec] = []

    def clear(self) -> None:
        """Another table is open."""
        self.past, self.future = [], []

    def record(self, replaced: DataSpec) -> None:
        """A new choice has taken the place of this one; what was undone is forgotten."""
        self.past = [*self.past, replaced][-DEPTH:]
        self.future = []

    def undo(self, present: DataSpec) -> DataSpec | None:
        """The spec before the present one, or None."""
        if not self.past:
            return None
        self.future.append(present)
        return self.past.pop()

    def redo(self, present: DataSpec) -> DataSpec | None:
        """The spec that was undone last, or None."""
        if not self.future:
            return None
        self.past.append(present)
        return self.future.pop()
