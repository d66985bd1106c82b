"""The table of all columns: many can be selected, single keys assign roles, histograms show the values."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.spec import ColumnRole
from mlp_gui.views.data.pages import columns_page_model as m
from mlp_gui.views.data.tables.cell_painting import CellPainter
from mlp_gui.views.data.tables.columns_model import ROLE_WORDS
from mlp_gui.views.data.tables.table_headers import PAD, ColumnHeader
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.palette import mix_colours

# In a wide view, and in a narrow one; the remarks take what is left.
WIDTHS = {
    m.NAME: (156, 112), m.ROLE: (108, 84), m.KIND: (80, 74), m.MISSING: (76, 60), m.DISTINCT: (72, 58),
    m.LOW: (80, 62), m.MIDDLE: (80, 60), m.HIGH: (80, 64), m.VALUES: (88, 64), m.SCALING: (116, 80),
    m.ENCODING: (98, 70), m.POLICY: (108, 86),
}  # fmt: skip
LEAST_REMARK, LEAST_NAME = 100, 72
ROLE_KEYS = {
    Qt.Key.Key_I: ColumnRole.INPUT, Qt.Key.Key_T: ColumnRole.TARGET, Qt.Key.Key_R: ColumnRole.WEIGHT,
    Qt.Key.Key_X: ColumnRole.IGNORED, Qt.Key.Key_G: ColumnRole.IGNORED, Qt.Key.Key_Space: "toggle",
}  # fmt: skip
ROLE_ICONS: dict[str, str] = {
    ColumnRole.INPUT: "check",
    ColumnRole.TARGET: "target",
    ColumnRole.WEIGHT: "tune",
    ColumnRole.IGNORED: "minus",
}


class ColumnsTable(QTableView):
    """A view of all columns: many can be selected, and single keys assign roles to them.

    Attributes
    ----------
    columns_model : ColumnsPageModel

    Signals
    -------
    roles_requested(str)
        The role that the selected columns should have; "toggle", for Space, turns inputs into ignored and back.
    selection_changed
        Other columns are selected.
    """

    roles_requested = Signal(str)
    selection_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns_model = m.ColumnsPageModel()
        self.setAccessibleName(tr("All columns of the table"))
        self.setHorizontalHeader(ColumnHeader(self))
        self.setModel(self.columns_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.selectionModel().selectionChanged.connect(self.selection_changed)
        self.customContextMenuRequested.connect(self._show_menu)
        self._narrow = False
        self._size()

    def selected(self) -> list[int]:
        """Return the selected rows of the model, from above."""
        rows: set[int] = set()
        selection = self.selectionModel().selection()
        for area in (selection.at(i) for i in range(selection.count())):
            rows.update(range(area.top(), area.bottom() + 1))
        return sorted(rows)

    def select_names(self, names: set[str]) -> None:
        """Select these columns again after the order has changed; the first of them comes into view."""
        rows = [row for row in range(self.columns_model.rowCount()) if self.columns_model.name(row) in names]
        if not rows:
            return
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self.columns_model.index(first, 0), self.columns_model.index(last, len(m.HEADINGS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.columns_model.index(rows[0], 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.scrollTo(self.columns_model.index(rows[0], 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        desk, cells, chosen = self.columns_model, CellPainter(self, event.rect()), self.selectionModel()
        sections = [section for section, _, _ in cells.sections]
        texts = [desk.cells(row, sections) for row, _ in cells.rows]
        selected = {row for row, _ in cells.rows if chosen.isSelected(desk.index(row, 0))}
        cells.fill(texts, lambda row, section: row in selected)
        cells.write(texts, desk.side, {m.ROLE: style.px(14) + 5})
        cells.rule()
        for section, left, width in cells.sections:
            if section == m.ROLE:
                self._paint_roles(cells, left)
            elif section == m.VALUES:
                self._paint_values(cells, left, width)
        cells.painter.end()

    def _paint_roles(self, cells: CellPainter, left: int) -> None:
        """Paint an icon before each role."""
        side, ratio = style.px(14), self.devicePixelRatio()
        for row, top in cells.rows:
            role = self.columns_model.column(row).role
            colour = "accent" if role == ColumnRole.TARGET else "text" if role == ColumnRole.INPUT else "muted"
            picture = icons.pixmap(ROLE_ICONS[role], side, colour, ratio)
            cells.painter.drawPixmap(left + PAD, top + (cells.height - 1) // 2 - side // 2 + 1, picture)

    def _paint_values(self, cells: CellPainter, left: int, width: int) -> None:
        """Paint all small histograms in one stroke."""
        bars = [
            bar for r, top in cells.rows for bar in bar_rects(cells.rect(top, left, width), self.columns_model.bars(r))
        ]
        palette = style.current()
        cells.painter.setPen(Qt.PenStyle.NoPen)
        cells.painter.setBrush(QColor(mix_colours(palette.panel, palette.training, 0.75)))
        cells.painter.drawRects(bars)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ROLE_KEYS and not event.modifiers():
            self.roles_requested.emit(ROLE_KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for role, word in ROLE_WORDS.items():
            action = menu.addAction(
                icons.icon(ROLE_ICONS[role]), f"{tr(word)}\t{'X' if role == 'ignored' else word[0]}"
            )
            action.setData(role)
            action.setEnabled(bool(self.selected()))
        chosen = menu.exec(self.viewport().mapToGlobal(where))
        if chosen is not None:
            self.roles_requested.emit(chosen.data())
        menu.deleteLater()

    def _size(self) -> None:
        height = style.px(28)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(style.px(28))
        for section, widths in WIDTHS.items():
            width = max(style.px(widths[self._narrow]), _heading_width(section))
            self.horizontalHeader().resizeSection(section, width)

    def _make_room(self) -> None:
        """Make the column of names narrower, so that the last heading is in view."""
        header = self.horizontalHeader()
        lack = header.sectionPosition(m.REMARK) + _heading_width(m.REMARK) - self.viewport().width()
        if lack > 0:
            header.resizeSection(m.NAME, max(style.px(LEAST_NAME), header.sectionSize(m.NAME) - lack))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(wide for wide, _ in WIDTHS.values()) + LEAST_REMARK
        narrow = self.viewport().width() < style.px(wanted)
        if narrow != self._narrow:
            self._narrow = narrow
            self._size()
        if narrow:
            self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "columns_model"):
            self._size()


def _heading_width(section: int) -> int:
    metrics = QFontMetrics(style.font(style.CAPTION, bold=True))
    return metrics.horizontalAdvance(tr(m.HEADINGS[section])) + 2 * PAD + 2


def bar_rects(rect: QRect, bars: Any) -> list[QRectF]:
    """Return the bars of a histogram in a cell; none while it is not known.

    Parameters
    ----------
    rect : QRect
        The cell.
    bars : array of shape (n_bins,) or None
        Counts.
    """
    if bars is None or not len(bars):
        return []
    place = QRectF(rect.adjusted(PAD, 5, -PAD, -4))
    counts = np.asarray(bars, float)
    heights = np.maximum(counts / max(counts.max(), 1) * place.height(), 1.0)
    width = min(place.width() / len(counts), 10.0)
    wide = width - (1.0 if width >= 3 else 0.0)
    return [
        QRectF(place.left() + k * width, place.bottom() - tall, wide, tall)
        for k, (count, tall) in enumerate(zip(counts.tolist(), heights.tolist(), strict=True))
        if count
    ]


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and last of each stretch of neighbouring rows."""
    ends = [i for i in range(1, len(rows)) if rows[i] != rows[i - 1] + 1]
    starts = [0, *ends]
    return [(rows[a], rows[b - 1]) for a, b in zip(starts, [*ends, len(rows)], strict=True)]
