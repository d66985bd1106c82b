"""Paints the cells of a table that are in view, all strokes of one kind in one call.

Qt asks a delegate to paint each cell. Each of its thousand strokes releases the interpreter lock and has to wait for it
while another thread computes: a window full of cells took 0.2 s. In one call it takes a fifth of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTableView

from mlp_gui.views.data.tables.table_headers import PAD
from mlp_gui.views.data.tables.table_model import TableCell
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours

MAX_FITTED = 20_000


class CellPainter:
    """Paints the cells within `clip` of a view whose rows all have the same height.

    Attributes
    ----------
    painter : QPainter
        For what the view adds; the view ends it.
    rows : list of (int, int)
        Row and its top edge in pixels, from above.
    sections : list of (int, int, int)
        Section, its left edge and its width in pixels, from the left; hidden ones are left out.
    height : int
        Of a row, in pixels.
    """

    def __init__(self, view: QTableView, clip: QRect) -> None:
        self.painter = QPainter(view.viewport())
        self._font = self.painter.font().key()
        header, rows = view.horizontalHeader(), view.verticalHeader()
        self.height, self._line = rows.defaultSectionSize(), int(view.showGrid())
        first, last = rows.visualIndexAt(clip.top()), rows.visualIndexAt(clip.bottom())
        last = rows.count() - 1 if last < 0 else last
        top = rows.sectionViewportPosition(first) if first >= 0 else 0
        self.rows = [(row, top + (row - first) * self.height) for row in range(first, last + 1)] if first >= 0 else []
        left, right = header.visualIndexAt(clip.left()), header.visualIndexAt(clip.right())
        right = header.count() - 1 if right < 0 else right
        shown = (s for s in range(max(left, 0), right + 1) if not header.isSectionHidden(s))
        self.sections = [(s, header.sectionViewportPosition(s), header.sectionSize(s)) for s in shown]

    def rect(self, top: int, left: int, width: int) -> QRect:
        """Return where a cell is, in a grid without the lines below it and at its right.

        Parameters
        ----------
        top, left, width : int
            In pixels, as in `rows` and `sections`.
        """
        return QRect(left, top, width - self._line, self.height - self._line)

    def fill(self, cells: list[list[TableCell | None]], is_selected: Callable[[int, int], bool]) -> None:
        """Paint the grounds: that of the selection, or the cells' own.

        Parameters
        ----------
        cells : list of list of TableCell or None
            A list for each of `rows`, with an entry for each of `sections`; None is an empty cell.
        is_selected : callable
            (row, section) -> bool.
        """
        palette = style.current()
        selected = QColor(selected_ground(palette.panel, palette.accent))
        for (row, top), line in zip(self.rows, cells, strict=True):
            for first, width, colour in _merged(self.sections, line, row, selected, is_selected):
                self.painter.fillRect(first, top, width, self.height, colour)

    def write(
        self, cells: list[list[TableCell | None]], side: Callable[[int], Qt.AlignmentFlag], indent: dict[int, int]
    ) -> None:
        """Paint the texts.

        Parameters
        ----------
        cells : list of list of TableCell or None
            As for `fill`.
        side : callable
            Section -> alignment of its texts.
        indent : dict
            Section -> pixels that its texts begin further to the right.
        """
        usual = style.current().text
        by_colour: dict[str, list[tuple[QRect, int, str]]] = {}
        for (_, top), line in zip(self.rows, cells, strict=True):
            for (section, left, width), cell in zip(self.sections, line, strict=True):
                if cell is not None and cell.text:
                    place = self.rect(top, left, width).adjusted(PAD + indent.get(section, 0), 0, -PAD, 0)
                    text = self._fitting(cell.text, place.width())
                    by_colour.setdefault(cell.colour or usual, []).append((place, int(side(section)), text))
        for colour, texts in by_colour.items():
            self.painter.setPen(QColor(colour))
            for place, flags, text in texts:
                self.painter.drawText(place, flags, text)

    def rule(self) -> None:
        """Paint the lines below the rows and, in a grid, between the columns."""
        if not self.rows or not self.sections:
            return
        left, right = self.sections[0][1], self.sections[-1][1] + self.sections[-1][2] - 1
        top, bottom = self.rows[0][1], self.rows[-1][1] + self.height - 1
        lines = [QLine(left, y + self.height - 1, right, y + self.height - 1) for _, y in self.rows]
        if self._line:
            lines += [QLine(x + width - 1, top, x + width - 1, bottom) for _, x, width in self.sections]
        self.painter.setPen(QColor(style.current().grid))
        self.painter.drawLines(lines)

    def ring(self, row: int, section: int) -> None:
        """Paint a ring around the cell that the keyboard is at."""
        tops = dict(self.rows)
        for at, left, width in self.sections:
            if at == section and row in tops:
                self.painter.setPen(QPen(QColor(style.current().accent), 1))
                self.painter.setBrush(Qt.BrushStyle.NoBrush)
                self.painter.drawRect(self.rect(tops[row], left, width).adjusted(0, 0, -1, -1))

    def _fitting(self, text: str, width: int) -> str:
        """Cut a text that is too long with an ellipsis; remember it, because measuring costs as much as painting."""
        key = (text, width, self._font)
        if key not in _fitted:
            if len(_fitted) > MAX_FITTED:
                _fitted.clear()
            _fitted[key] = self.painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        return _fitted[key]


_fitted: dict[tuple[str, int, str], str] = {}


def _merged(
    sections: list[tuple[int, int, int]],
    line: list[TableCell | None],
    row: int,
    selected: QColor,
    is_selected: Callable[[int, int], bool],
) -> Iterator[tuple[int, int, QColor]]:
    """Yield (left edge, width, colour) of the grounds in a row; neighbours of one colour are one."""
    start, width, last = 0, 0, None
    for (section, left, size), cell in zip(sections, line, strict=True):
        own = cell.ground if cell is not None else None
        colour = selected if is_selected(row, section) else None if own is None else QColor(own)
        if last is not None and colour != last:
            yield start, width, last
        if colour is None or colour != last:
            start, width = left, 0
        width, last = left + size - start, colour
    if last is not None:
        yield start, width, last


@cache
def selected_ground(panel: str, accent: str) -> str:
    """Return the ground of a selected cell: the panel's with some of the accent."""
    return mix_colours(panel, accent, 0.22)
