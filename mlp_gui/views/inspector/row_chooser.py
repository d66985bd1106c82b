"""Which rows are looked at: the batch that training takes next, one row of a subset, or a row that is typed in."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.trace import NEXT_BATCH, Pick, PickKind
from mlp_gui.views.inspector import step_texts
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip


class RowField(QSpinBox):
    """The number of a row in the file; the arrow keys and the wheel go to the next row that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)  # or each digit that is typed is a row to work through
        self._numbers: NDArray[np.int64] = np.arange(0)

    def show_row(self, rows: NDArray[np.int64], at: int) -> None:
        """Show which of the `rows`, positions in the table from 0, is chosen, by its place among them."""
        self._numbers = np.sort(rows) + 1
        self.setRange(int(self._numbers[0]), int(self._numbers[-1]))
        self.setValue(int(rows[at]) + 1)

    def stepBy(self, steps: int) -> None:
        at = int(np.searchsorted(self._numbers, self.value())) + steps
        self.setValue(int(self._numbers[min(max(at, 0), len(self._numbers) - 1)]))


class RowChooser(QWidget):
    """Choice of the rows that are worked through.

    Attributes
    ----------
    source : QComboBox
        Next batch, a subset, or a typed row.
    row : RowField
        Number of the row in the file, from 1; hidden unless a subset is chosen.

    Signals
    -------
    pick_chosen(Pick)
    row_requested
        A row is to be typed in.
    """

    pick_chosen = Signal(object)
    row_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.source, self.row = QComboBox(), RowField()
        self.source.setAccessibleName(tr("Rows to look at"))
        set_tip(self.source, tr("Which rows are worked through."))
        self.row.setAccessibleName(tr("Row in the file"))
        set_tip(self.row, tr("The row's number in the file. The arrow keys go to the next row of the subset."))
        self.row.setPrefix(tr("row") + " ")
        self._subsets: dict[str, NDArray[np.int64]] = {}
        self.source.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.source.setMinimumWidth(style.px(110))
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        place = self.row.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # the stages beside it stay where they are
        self.row.setSizePolicy(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.source)
        row.addWidget(self.row)
        self.show_subsets({})
        self.source.activated.connect(self._on_source)  # by a person only, unlike currentIndexChanged
        self.row.valueChanged.connect(self._on_row)

    def show_subsets(self, subsets: Mapping[str, NDArray[np.int64]]) -> None:
        """Offer subsets, by name, with the positions of their rows in the table, from 0."""
        self._subsets = {name: rows for name, rows in subsets.items() if len(rows)}
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItem(tr("The next batch"), PickKind.NEXT.value)
        for name, rows in self._subsets.items():
            self.source.addItem(step_texts.one_row_of(name, len(rows)), name)
        self.source.addItem(tr("A row typed in…"), PickKind.TYPED.value)
        self.source.blockSignals(False)
        self._reserve()
        self.row.hide()

    def _reserve(self) -> None:
        """Keep room for the longest number, so that nothing moves with the row."""
        self.row.blockSignals(True)  # another range may change the value
        self.row.setRange(1, max((int(rows.max()) + 1 for rows in self._subsets.values()), default=1))
        self.row.setMinimumWidth(self.row.sizeHint().width())
        self.row.blockSignals(False)

    def show_pick(self, pick: Pick) -> None:
        """Show which rows are looked at, whoever chose them."""
        data = pick.subset if pick.kind is PickKind.ROWS else pick.kind.value
        self.source.setCurrentIndex(max(0, self.source.findData(data)))
        rows = self._subsets.get(pick.subset) if pick.kind is PickKind.ROWS else None
        self.row.setVisible(rows is not None)
        if rows is not None:
            self._show_row(rows, pick.rows[0])

    def _show_row(self, rows: NDArray[np.int64], at: int) -> None:
        self.row.blockSignals(True)  # nobody chooses a row here
        self.row.show_row(rows, at)
        self.row.blockSignals(False)

    @Slot(int)
    def _on_source(self, index: int) -> None:
        kind = self.source.itemData(index)
        self.row.setVisible(kind in self._subsets)
        if kind == PickKind.NEXT:
            self.pick_chosen.emit(NEXT_BATCH)
        elif kind == PickKind.TYPED:
            self.row_requested.emit()
        else:
            rows = self._subsets[kind]
            self._show_row(rows, 0)
            self._emit(kind, 0)

    @Slot(int)
    def _on_row(self, number: int) -> None:
        kind = self.source.currentData()
        rows = self._subsets.get(kind)
        if rows is None:
            return
        # A typed number may be a row of another subset: the nearest one of this subset is taken.
        at = int(np.abs(rows - (number - 1)).argmin())
        if rows[at] != number - 1:
            self.row.blockSignals(True)
            self.row.setValue(int(rows[at]) + 1)
            self.row.blockSignals(False)
        self._emit(kind, at)

    def _emit(self, subset: str, at: int) -> None:
        self.pick_chosen.emit(Pick(PickKind.ROWS, subset, (at,)))
