"""Which places for plots share a pane, one in front of the others, when large text leaves too little room for four."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_gui.views.shell.workspace_layouts import PLACES
from mlp_gui.views.theme import style

LEAST = (220, 140)  # pixels, at normal text size, below which a plot says little
MARGIN = 40  # pixels: a status that takes a line more or less must not change the panes


class PaneGroups:
    """Which places share a pane, and which one of them is in front.

    Attributes
    ----------
    one_column, one_row : bool
        Whether left and right, upper and lower places share a pane.
    """

    def __init__(self) -> None:
        self.one_column = self.one_row = False
        self._leading: list[str] = []  # places, the one that came to the front last at the end

    @property
    def are_shared(self) -> bool:
        """Whether any places share a pane."""
        return self.one_column or self.one_row

    def fit(self, width: int, height: int) -> bool:
        """Take the room for all plots together, and return whether other places share a pane now.

        Parameters
        ----------
        width, height : int
            In pixels.
        """
        before = self.one_column, self.one_row
        self.one_column = width < 2 * style.px(LEAST[0]) + (MARGIN if self.one_column else 0)
        self.one_row = height < 2 * style.px(LEAST[1]) + (MARGIN if self.one_row else 0)
        return before != (self.one_column, self.one_row)

    def bring_to_front(self, place: str) -> None:
        """Let a place be in front of those that it shares a pane with."""
        self._leading = [other for other in self._leading if other != place] + [place]

    def sharing(self, place: str, places: Iterable[str]) -> list[str]:
        """Return which of the places share a pane with this one, itself among them, in a steady order."""
        here, wanted = self._pane(place), set(places)
        return [other for other in PLACES if other in wanted and self._pane(other) == here]

    def is_in_front(self, place: str, places: Iterable[str]) -> bool:
        """Return whether a place is in front of those of `places` that it shares a pane with."""
        sharing = self.sharing(place, places)
        led = [other for other in self._leading if other in sharing]
        return place == (led[-1] if led else sharing[0])

    def _pane(self, place: str) -> tuple[str, str]:
        row, _, column = place.partition("_")
        return "" if self.one_row else row, "" if self.one_column else column
