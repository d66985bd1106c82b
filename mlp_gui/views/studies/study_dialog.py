"""Many networks side by side: their curves with median and band, their scores as a range, and a way to each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.params import Param
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.studies.study_picture import StudyPicture
from mlp_gui.views.studies.study_plan_form import FOLDS, StudyPlanForm, kind_sentence
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training.score_cells import prepare_table

AVERAGE = mark(
    "One file that answers with the mean of what these networks say: of numbers before their unit is put back, of "
    "classes as probabilities. The commands mlp-gui predict and mlp-gui export take it, and mlp_gui.load in Python."
)
LIGHTS = {"off": "line", "waiting": "warning", "on": "good", "lost": "bad"}  # colours of the palette


class StudyDialog(QDialog):
    """Asks what is studied, and shows what is known of the networks while they are trained.

    Attributes
    ----------
    plan : StudyPlanForm
    start : QPushButton
        Starts, and stops what is under way.
    open_file, save_file : QPushButton
        Of a whole study.
    cluster : QLineEdit
        Where a Dask cluster is; empty for this computer.
    average : QPushButton
        Saves the average of the networks; hidden while there is none.
    show_rows : QCheckBox
        Whether the plots of the window show the rows out of their folds; hidden without folds.
    save_rows, final : QPushButton
        Save these rows, and train the network of all rows.
    picture : StudyPicture
    scores, members : QTableWidget

    Signals
    -------
    start_requested, stop_requested, average_requested, open_file_requested, save_file_requested
    rows_shown(bool), save_rows_requested, final_requested
    open_requested(int)
        A network, counted from 0 in the order of `members`.
    """

    start_requested = Signal()
    stop_requested = Signal()
    average_requested = Signal()
    open_file_requested = Signal()
    save_file_requested = Signal()
    rows_shown = Signal(bool)
    save_rows_requested = Signal()
    final_requested = Signal()
    open_requested = Signal(object)

    def __init__(self, params: Mapping[str, Param], parent: QWidget | None = None) -> None:
        """Make the dialog.

        Parameters
        ----------
        params : mapping of str to Param
            See `StudyPlanForm`.
        parent : QWidget, optional
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Train many networks"))
        self._is_running = False
        self.plan = StudyPlanForm(params)
        self.plan.kind_chosen.connect(self._on_kind)
        self.networks, self.folds = self.plan.numbers["repeats"], self.plan.numbers["folds"]
        self.start = QPushButton(tr("Start"))
        style.set_role(self.start, "primary")
        self.start.clicked.connect(self._on_start)
        self._sentence = TextLabel(kind_sentence(FOLDS))
        self._sentence.setWordWrap(True)
        self._sentence.setObjectName("sentence")
        self._make_buttons()
        self.picture = StudyPicture()
        self.scores, self.members = QTableWidget(), QTableWidget()
        for table, name in ((self.scores, tr("Scores")), (self.members, tr("Networks"))):
            prepare_table(table)
            table.setItemDelegate(QStyledItemDelegate(table))  # its cells are texts, without intervals
            table.setAccessibleName(name)
        self._arrange()
        self.show_cluster("off", "")

    def _make_buttons(self) -> None:
        self.open_file = self._button(tr("Open…"), self.open_file_requested, tr("Go on with a study from its file."))
        self.save_file = self._button(
            tr("Save as…"), self.save_file_requested, tr("Keep the plan and every finished network in a file.")
        )
        self.average = self._button(tr("Save the average…"), self.average_requested, tr(AVERAGE))
        self.save_rows = self._button(
            tr("Save these rows…"),
            self.save_rows_requested,
            tr("The table with what each row was given by networks that never saw it, as CSV."),
        )
        self.final = self._button(
            tr("Train the final network"),
            self.final_requested,
            tr(
                "One network of all rows, as the run in the window, trained for as many epochs as the folds have found."
            ),
        )
        self.show_rows = QCheckBox(tr("Show the folds' rows in the plots"))
        set_tip(
            self.show_rows,
            tr("Fit, Residuals, Confusion matrix and the others show each row as it was predicted out of its fold."),
        )
        self.show_rows.toggled.connect(self.rows_shown)
        self.cluster = QLineEdit()
        self.cluster.setPlaceholderText(tr("this computer; or a Dask cluster, such as tcp://host:8786"))
        self.cluster.setAccessibleName(tr("Cluster"))
        self._light = TextLabel("●")
        self._light.setAccessibleName(tr("State of the cluster"))
        self.show_average(False)
        self.show_folds(False)

    @staticmethod
    def _button(text: str, signal: Any, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)  # Enter starts
        set_tip(button, tip)
        button.clicked.connect(signal)
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        first, second, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.plan, 1)
        first.addWidget(self.start)
        second.addWidget(TextLabel(tr("Computed on")))
        second.addWidget(self.cluster, 1)
        second.addWidget(self._light)
        second.addSpacing(style.SPACE[2])
        second.addWidget(self.open_file)
        second.addWidget(self.save_file)
        last.addWidget(self.show_rows)
        last.addStretch(1)
        for button in (self.save_rows, self.average, self.final):
            last.addWidget(button)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._sentence)
        column.addWidget(self.picture, 3)
        column.addWidget(self.scores, 2)
        column.addLayout(last)
        column.addWidget(self.members, 2)
        self.resize(style.px(820), style.px(680))

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        self._sentence.setText(kind_sentence(kind))

    @Slot()
    def _on_start(self) -> None:
        if self._is_running:
            self.stop_requested.emit()
        else:
            self.start_requested.emit()

    def show_state(self, sentence: str, is_running: bool, has_results: bool = False) -> None:
        """Say how far the study is.

        Parameters
        ----------
        sentence : str
        is_running : bool
            Whether the button stops it.
        has_results : bool
            Whether there is something to save.
        """
        self._is_running = is_running
        self._sentence.setText(sentence)
        self.start.setText(tr("Stop") if is_running else tr("Start"))
        for field in (self.plan, self.cluster, self.open_file):
            field.setEnabled(not is_running)
        self.save_file.setEnabled(has_results)

    def show_cluster(self, state: str, sentence: str) -> None:
        """Show whether the cluster answers.

        Parameters
        ----------
        state : {"off", "waiting", "on", "lost"}
        sentence : str
        """
        self._light.setStyleSheet(f"color: {getattr(style.current(), LIGHTS[state])}")
        set_tip(self._light, sentence or tr("The networks are trained by processes of this computer."))

    def show_scores(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Fill the table of scores.

        Parameters
        ----------
        heads : sequence of str
        rows : sequence of sequence of str
        """
        _fill(self.scores, heads, rows)

    def show_average(self, exists: bool) -> None:
        """Offer the average of the networks, or not."""
        self.average.setVisible(exists)

    def show_folds(self, exist: bool, are_shown: bool = False) -> None:
        """Offer what a cross-validation is good for, or not.

        Parameters
        ----------
        exist : bool
        are_shown : bool
            Whether the plots show the rows of the folds.
        """
        for widget in (self.show_rows, self.save_rows, self.final):
            widget.setVisible(exist)
        self.show_rows.blockSignals(True)
        self.show_rows.setChecked(are_shown)
        self.show_rows.blockSignals(False)

    def show_members(self, heads: Sequence[str], rows: Sequence[Sequence[str]], can_open: Sequence[bool]) -> None:
        """List the networks, with a button for each that can stand in the window.

        Parameters
        ----------
        heads : sequence of str
        rows : sequence of sequence of str
        can_open : sequence of bool
        """
        _fill(self.members, [*heads, ""] if any(can_open) else heads, rows)
        for at, can in enumerate(can_open):
            if can:
                button = QPushButton(tr("Open"))
                button.setProperty("network", at)
                button.setAutoDefault(False)  # Enter starts
                button.setAccessibleName(tr("Open network {n}", n=at + 1))
                button.clicked.connect(self._on_open)
                self.members.setCellWidget(at, len(heads), button)
        self.members.resizeRowsToContents()

    @Slot()
    def _on_open(self) -> None:
        self.open_requested.emit(self.sender().property("network"))


def _fill(table: QTableWidget, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table.clearContents()
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setRowCount(len(rows))
    for i, row in enumerate(rows):
        for k, text in enumerate(row):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if k else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(i, k, item)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
