"""The search for good settings: what is searched, how long, what was found, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.params import Param
from mlp_gui.core.translation import tr
from mlp_gui.views.forms.editors import editor_for
from mlp_gui.views.search.parallel_coordinates import ParallelCoordinates
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.sortable_cell import RIGHT, ROW, VALUE, SortableCell


class SearchDialog(QDialog):
    """Asks what is to be searched, and shows the settings that were tried.

    Attributes
    ----------
    fields : dict of str to QWidget
        Editors by the name of their setting.
    ranges, trials : QTableWidget
    picture : ParallelCoordinates
    start, open_run, take, repeat, save : QPushButton

    Signals
    -------
    start_requested, stop_requested, save_requested
    trial_chosen(int)
        Counted from 0, in the order in which they were tried.
    open_requested, take_requested, repeat_requested
        Something is to be done with the chosen trial.
    """

    start_requested = Signal()
    stop_requested = Signal()
    trial_chosen = Signal(object)
    open_requested = Signal()
    take_requested = Signal()
    save_requested = Signal()
    repeat_requested = Signal()

    def __init__(self, params: Sequence[Param], parent: QWidget | None = None) -> None:
        """Make the dialog.

        Parameters
        ----------
        params : sequence of Param
            What is asked of a search, in the order of the row.
        parent : QWidget, optional
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Find good settings"))
        self._is_running = False
        self._asked: list[tuple[QTableWidgetItem, QTableWidgetItem]] = []
        self.fields: dict[str, Any] = {p.name: editor_for(p) for p in params}
        self.start = QPushButton(tr("Start"))
        style.set_role(self.start, "primary")
        self.start.clicked.connect(self._on_start)
        self._sentence, self._mattered, self._caution = (TextLabel("") for _ in range(3))
        for label in (self._sentence, self._mattered, self._caution):
            label.setWordWrap(True)
        self.ranges, self.trials = QTableWidget(), QTableWidget()
        self.picture = ParallelCoordinates()
        self.picture.trial_chosen.connect(self.trial_chosen)
        self._prepare_tables()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        column.addLayout(self._plan_row(params))
        column.addWidget(self._sentence)
        middle = QHBoxLayout()
        middle.setSpacing(style.SPACE[2])
        middle.addWidget(self.ranges, 3)
        middle.addLayout(self._found(), 5)
        column.addLayout(middle, 1)
        self.resize(style.px(1080), style.px(640))

    def _plan_row(self, params: Sequence[Param]) -> QHBoxLayout:
        row = QHBoxLayout()
        for p in params:
            label = TextLabel(tr(p.label))
            set_tip(label, tr(p.help))
            set_tip(self.fields[p.name], tr(p.help))
            self.fields[p.name].setAccessibleName(tr(p.label))
            row.addWidget(label)
            row.addWidget(self.fields[p.name])
            row.addSpacing(style.SPACE[1])
        row.addStretch(1)
        row.addWidget(self.start)
        return row

    def _found(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.picture, 3)
        column.addWidget(self._mattered)
        column.addWidget(self.trials, 3)
        column.addWidget(self._caution)
        self.open_run, self.take = QPushButton(tr("Open")), QPushButton(tr("Take its settings"))
        self.repeat = QPushButton(tr("Train it five times"))
        self.save = QPushButton(tr("Save as…"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button, signal, tip in (
            (self.open_run, self.open_requested, tr("Puts the network into the window as a run.")),
            (self.take, self.take_requested, tr("The run gets these settings and begins anew.")),
            (self.repeat, self.repeat_requested, tr("Five seeds with these settings show how much is chance.")),
            (self.save, self.save_requested, tr("Keep the plan and every finished network in a file.")),
        ):
            button.setAutoDefault(False)  # Enter starts
            button.setEnabled(False)
            set_tip(button, tip)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        column.addLayout(buttons)
        return column

    def _prepare_tables(self) -> None:
        for table, name in ((self.ranges, tr("What is searched")), (self.trials, tr("Settings that were tried"))):
            table.setAccessibleName(name)
            table.setShowGrid(False)
            table.setWordWrap(False)
            table.setTabKeyNavigation(False)
            table.verticalHeader().hide()
            table.horizontalHeader().setHighlightSections(False)
            table.setItemDelegate(QStyledItemDelegate(table))
        self.trials.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.trials.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.trials.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.trials.itemSelectionChanged.connect(self._on_selected)
        self.ranges.setColumnCount(2)
        self.ranges.setHorizontalHeaderLabels([tr("Setting"), tr("Range")])
        self.ranges.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.ranges.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.ranges.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    # --- what is searched ------------------------------------------------------------------------------------

    def show_ranges(self, rows: Sequence[tuple[str, str, str, bool]]) -> None:
        """List the settings that can be searched.

        Parameters
        ----------
        rows : sequence of tuple
            Path, name, range and whether it is searched, of each.
        """
        self._asked = []
        self.ranges.setRowCount(len(rows))
        for at, (path, name, text, is_searched) in enumerate(rows):
            first, second = QTableWidgetItem(name), QTableWidgetItem(text)
            first.setFlags((first.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsEditable)
            first.setCheckState(Qt.CheckState.Checked if is_searched else Qt.CheckState.Unchecked)
            first.setData(VALUE, path)
            set_tip(first, path)
            self.ranges.setItem(at, 0, first)
            self.ranges.setItem(at, 1, second)
            self._asked.append((first, second))

    def chosen_ranges(self) -> tuple[str, ...]:
        """Return what is ticked, as `path=range`."""
        ticked = [(name, text) for name, text in self._asked if name.checkState() == Qt.CheckState.Checked]
        return tuple(f"{name.data(VALUE)}={text.text().strip()}" for name, text in ticked)

    @Slot()
    def _on_start(self) -> None:
        if self._is_running:
            self.stop_requested.emit()
        else:
            self.start_requested.emit()

    # --- what was found --------------------------------------------------------------------------------------

    def show_state(self, sentence: str, is_running: bool, word: str) -> None:
        """Say how far the search is.

        Parameters
        ----------
        sentence : str
        is_running : bool
            Whether the button stops it.
        word : str
            On the button.
        """
        self._is_running = is_running
        self._sentence.setText(sentence)
        self.start.setText(word)
        for field in (*self.fields.values(), self.ranges):
            field.setEnabled(not is_running)

    def show_words(self, mattered: str, caution: str) -> None:
        """Say what mattered, and what the best score is worth.

        Parameters
        ----------
        mattered, caution : str
        """
        self._mattered.setText(mattered)
        self._caution.setText(caution)

    def show_trials(self, heads: Sequence[str], rows: Sequence[Sequence[tuple[str, float | str]]], chosen: int) -> None:
        """List the settings that were tried; a click on a heading sorts them.

        Parameters
        ----------
        heads : sequence of str
        rows : sequence of sequence of tuple
            Text and value of each cell.
        chosen : int
            The selected row as it was tried, counted from 0; -1 for none.
        """
        table = self.trials
        table.blockSignals(True)
        table.setSortingEnabled(False)
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(list(heads))
        table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for k, (text, value) in enumerate(row):
                item = SortableCell(text, value, at)
                item.setTextAlignment(RIGHT)
                table.setItem(at, k, item)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setSortingEnabled(True)
        self.select_trial(chosen)
        table.blockSignals(False)

    def select_trial(self, chosen: int) -> None:
        """Select the row of a trial.

        Parameters
        ----------
        chosen : int
            As it was tried, counted from 0; -1 for none.
        """
        self.trials.clearSelection()
        for at in range(self.trials.rowCount()):
            first = self.trials.item(at, 0)
            if first is not None and first.data(ROW) == chosen:
                self.trials.selectRow(at)

    def allow(self, can_open: bool, can_take: bool, can_save: bool) -> None:
        """Say what can be done with the chosen trial, and whether the search can be saved.

        Parameters
        ----------
        can_open, can_take, can_save : bool
        """
        self.save.setEnabled(can_save)
        self.open_run.setEnabled(can_open)
        self.take.setEnabled(can_take)
        self.repeat.setEnabled(can_take)

    @Slot()
    def _on_selected(self) -> None:
        items = self.trials.selectedItems()
        if items:
            self.trial_chosen.emit(items[0].data(ROW))
