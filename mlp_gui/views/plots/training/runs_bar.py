"""The buttons above the table of runs: what its menu and its double click do, to be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.plots.training.runs_table import RunsTable
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.buttons import link_button


class RunsBar(QWidget):
    """Restores, renames, deletes and compares the chosen run; a button that cannot says why.

    Attributes
    ----------
    restore, rename, delete, compare : QToolButton

    Signals
    -------
    compare_requested(int)
        Number of the chosen run, 0 for none.
    """

    compare_requested = Signal(object)

    def __init__(self, table: RunsTable) -> None:
        super().__init__()
        self._table = table
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[1], 0, style.SPACE[1], 0)
        row.setSpacing(style.SPACE[0])

        def add(text: str, icon: str, act: Callable[[], None]) -> QToolButton:
            button = link_button(text, icon)
            button.clicked.connect(act)
            row.addWidget(button)
            return button

        self.restore = add(tr("Restore"), "restore", table.restore_chosen)
        self.rename = add(tr("Rename"), "tune", table.rename_chosen)
        self.delete = add(tr("Delete"), "trash", table.remove_chosen)
        self.compare = add(tr("Compare"), "chart", self._compare)
        row.addStretch(1)
        table.chosen_changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        data = self._table.runs.table
        chosen = data.find(self._table.chosen())
        none = tr("Choose a run in the table first.")
        few = "" if len(data.rows) > 1 else tr("There is only one run.")
        for button, tip, reason in (
            (self.restore, tr("Put this run back where it stood"), chosen.restorable if chosen else none),
            (self.rename, tr("Give this run another name"), "" if chosen else none),
            (self.delete, tr("Take this run off the list"), chosen.removable if chosen else none),
            (
                self.compare,
                tr("Lay two runs side by side: settings, scores, curves and the rows that changed most"),
                few,
            ),
        ):
            button.setEnabled(not reason)
            set_tip(button, reason or tip)

    @Slot()
    def _compare(self) -> None:
        self.compare_requested.emit(self._table.chosen())
