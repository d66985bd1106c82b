"""The knots of ranks as cells: two columns for each transformation that has some."""

from __future__ import annotations

from mlp_gui.core.transformation import Transformation
from mlp_gui.export.xlsx.workbook import BOLD, Sheet, column_letters

_FIRST = 2


class KnotSheet:
    """Puts knots on a sheet when a formula asks for them.

    Attributes
    ----------
    sheet : Sheet
        Empty as long as nobody has asked.
    """

    def __init__(self) -> None:
        self.sheet = Sheet("Knots", frozen_rows=1)
        self._known: dict[Transformation, int] = {}

    def spans(self, found: Transformation) -> tuple[str, str]:
        """Return the ranges of a transformation's numbers and of their normal scores.

        Parameters
        ----------
        found : Transformation
        """
        if found not in self._known:
            column = self._known[found] = 1 + 2 * len(self._known)
            for k, name in enumerate(("number", "normal score")):
                self.sheet.put(column + k, 1, name, BOLD)
                for row, knot in enumerate(found.knots, _FIRST):
                    self.sheet.put(column + k, row, knot[k])
        letters = (column_letters(self._known[found] + k) for k in range(2))
        last = _FIRST + len(found.knots) - 1
        number, score = (f"{self.sheet.name}!{own}${_FIRST}:{own}${last}" for own in letters)
        return number, score
