"""The predict page: another table, how its columns match, and a prediction for each of its rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.export.tables.scored_table import OUTSIDE
from mlp_gui.session.evaluation.prediction import PredictionResult
from mlp_gui.views.data.pages.new_scores import NewScores, count_text
from mlp_gui.views.data.pages.page import DataPage, hairline, widget_row
from mlp_gui.views.data.tables.table_view import TableView
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.drop_zone import DropZone, dropped_file
from mlp_gui.views.widgets.notice import Notice

NAMED = 6  # columns that are named before the rest is only counted


class PredictPage(DataPage):
    """Another table, how its columns match, and a prediction for each of its rows.

    Attributes
    ----------
    pages : QStackedWidget
        Shows `empty`, where a table can be dropped, or `rows`, with the predictions.
    empty, rows : QWidget
    zone : DropZone
    save : QPushButton
    problem, notes : Notice
        Why nothing can be predicted; notes on the rows.
    matched, words : TextLabel
        How the columns match; how many rows there are.
    view : TableView
    scores : NewScores
        How good the predictions are, where the table holds true values.

    Signals
    -------
    order_requested(str, bool)
        Order the rows by a column, descending or not; "" is file order.
    open_requested
        Ask for a table.
    file_dropped(str)
        Path of a table that was dropped on the page.
    save_requested
        Save the predictions.
    cancel_requested
        Stop reading the table.
    """

    order_requested = Signal(str, bool)
    open_requested = Signal()
    file_dropped = Signal(str)
    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Predict a table"))
        self.setAcceptDrops(True)
        self.zone = DropZone()
        self.zone.setFixedSize(style.px(560), style.px(240))
        set_tip(self.zone.open, tr("Choose the table to predict."))
        self._other = QPushButton(tr("Another table…"))
        self._other.setIcon(icons.icon("open"))
        self.save = QPushButton(tr("Save as CSV…"))
        style.set_role(self.save, "primary")
        self._needs = TextLabel()
        self._needs.setWordWrap(True)
        self._needs.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        style.set_role(self._needs, "muted")
        self.problem, self.matched, self.notes = Notice("bad"), TextLabel(), Notice("warning")
        self.matched.setWordWrap(True)
        style.set_role(self.matched, "muted")
        self.view = TableView()
        self.view.setAccessibleName(tr("Predictions"))
        self.scores = NewScores()
        self.words = TextLabel()
        style.set_role(self.words, "caption")
        self._by: tuple[str, bool] = ("", False)
        self._arrange()
        self.zone.open_requested.connect(self.open_requested)
        self.zone.cancel_requested.connect(self.cancel_requested)
        self._other.clicked.connect(self.open_requested)
        self.save.clicked.connect(self.save_requested)
        self.view.message_shown.connect(self.words.setText)
        self.view.order_requested.connect(self._on_heading)
        self.scores.row_chosen.connect(self.view.reveal)

    # --- shown by the wiring ---

    def show_model(self, weights: str, n_inputs: int, targets: Sequence[str], columns: Sequence[str]) -> None:
        """Show which weights predict, and from what.

        Parameters
        ----------
        weights : str
            Such as "best weights, epoch 52".
        n_inputs : int
        targets : sequence of str
        columns : sequence of str
            Those that a table must have.
        """
        subtitle = tr_n(
            "{targets} from {n:,} input · {weights}",
            "{targets} from {n:,} inputs · {weights}",
            n_inputs, targets=", ".join(targets), weights=weights,
        )  # fmt: skip
        self.show_subtitle(subtitle)
        self._needs.setText(tr("A table needs these columns, in any order: {names}.", names=join_names(columns, 12)))

    def show_empty(self, problem: UserError | None = None) -> None:
        """Show that there is no table yet, or why one could not be read."""
        self.pages.setCurrentWidget(self.empty)
        self.zone.show_loading(None, 0.0)
        self._show_tools(False)
        self._show_problem(problem)

    def show_reading(self, name: str, share: float) -> None:
        """Show that a table is being read: its name, and the share that is done, 0 to 1."""
        self.pages.setCurrentWidget(self.empty)
        self.zone.show_loading(name, share)
        self._show_tools(False)
        self._show_problem(None)

    def show_absent(self, name: str, found: Sequence[str], absent: Sequence[str]) -> None:
        """Name the inputs that a table lacks.

        Parameters
        ----------
        name : str
            Of the table.
        found, absent : sequence of str
            Inputs that it has, and that it has not.
        """
        error = UserError(
            tr_n(
                "{name} lacks {absent:,} of the {n:,} input column.",
                "{name} lacks {absent:,} of the {n:,} input columns.",
                len(found) + len(absent),
                name=name,
                absent=len(absent),
            ),
            tr("Missing: {names}.", names=join_names(absent, 20)),
            tr("Columns are matched by name: rename them in the file, or choose another table."),
        )
        self.show_empty(error)

    def show_answers(self, result: PredictionResult) -> None:
        """Show a table with its predictions, each beside the true value if the table has it, and how good they are."""
        scored = result.scored
        assert result.frame is not None
        assert scored is not None
        self.pages.setCurrentWidget(self.rows)
        self._show_tools(True)
        self._show_problem(None)
        found, extra = result.matched_inputs, result.extra_columns
        words = [
            tr("Both input columns found.")
            if len(found) == 2
            else tr_n("The input column was found.", "All {n:,} input columns found.", len(found))
        ]
        words += [tr("Not used: {names}.", names=join_names(extra, NAMED))] if extra else []
        self.matched.setText(" ".join(filter(None, [*words, result.promised])))
        self._show_notes((*result.table.warnings, *result.notes))
        self.view.show_frame(result.frame, frozenset(scored.added) - {OUTSIDE}, scored.headings)
        self._by = ("", False)
        self.words.setText(count_text(scored))
        self.scores.setVisible(scored.scores is not None)
        if scored.scores is not None and result.context is not None:
            self.scores.show_scores(scored.scores, result.context)

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        many = tr_n("{n:,} note on the rows", "{n:,} notes on the rows", len(notes))
        headline = notes[0] if len(notes) == 1 else many if notes else ""
        self.notes.show_sentences(headline, notes if len(notes) > 1 else ())
        self.notes.toggle.setChecked(1 < len(notes) <= 3)

    def show_order(self, name: str, descending: bool, order: NDArray[np.int64] | None) -> None:
        """Show the rows in the order that was asked for.

        Parameters
        ----------
        name : str
            Of the column; "" is file order.
        descending : bool
        order : ndarray of shape (n_rows,), optional
            Positions of the rows; None is file order.
        """
        self._by = (name, descending)
        model = self.view.table_model
        model.show_order(order)
        names = [model.column_name(section) for section in range(model.offset, model.columnCount())]
        section = names.index(name) + model.offset if name else None
        self.view.show_ordered(section, descending)
        self.view.scrollToTop()
        said = tr("In file order.")
        if section is not None:
            said = tr(
                "In the order of {column}, descending; click again for the next order."
                if descending
                else "In the order of {column}, ascending; click again for the next order.",
                column=model.heading(section),
            )
        self.words.setText(said)

    def show_sentence(self, sentence: str) -> None:
        self.words.setText(sentence)

    def focus_first(self) -> None:
        (self.view if self.pages.currentWidget() is self.rows else self.zone.open).setFocus()

    # --- Qt ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData().urls()):
            event.acceptProposedAction()
            self.zone.show_hot(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.zone.show_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.zone.show_hot(False)
        path = dropped_file(event.mimeData().urls())
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    # --- own ---

    @Slot(object)
    def _on_heading(self, section: int) -> None:
        """Ascending, descending, file order."""
        name, (before, descending) = self.view.table_model.column_name(section), self._by
        if name != before:
            self.order_requested.emit(name, False)
        else:
            self.order_requested.emit("" if descending else name, not descending)

    def _show_tools(self, on: bool) -> None:
        for button in (self._other, self.save):
            button.setVisible(on)

    def _show_problem(self, problem: UserError | None) -> None:
        details = tuple(s for s in (problem.detail, problem.hint) if s) if problem is not None else ()
        self.problem.show_sentences(problem.title if problem is not None else "", details)
        self.problem.toggle.setChecked(bool(details))
        self._problem_strip.setVisible(problem is not None)

    def _arrange(self) -> None:
        self.tools.addWidget(self._other)
        self.tools.addWidget(self.save)
        self._problem_strip = widget_row(self.problem, margins=(style.SPACE[2], style.SPACE[1], style.SPACE[2], 0))
        self.empty = _centred(self.zone, self._needs)
        self.rows = QWidget()
        column = QVBoxLayout(self.rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        side = style.SPACE[2]
        column.addWidget(widget_row(self.matched))
        column.addWidget(widget_row(self.notes, margins=(side, 0, side, style.SPACE[1])))
        column.addWidget(hairline())
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(self.view)
        both.addWidget(self.scores)
        both.setSizes([560, 440])
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        column.addWidget(both, 1)
        column.addWidget(hairline())
        column.addWidget(widget_row(self.words, None, margins=(side, style.SPACE[0], side, style.SPACE[0])))
        self.pages = QStackedWidget()
        for page in (self.empty, self.rows):
            self.pages.addWidget(page)
        self.body.addWidget(self._problem_strip)
        self.body.addWidget(self.pages, 1)
        self.show_empty()


def _centred(*widgets: QWidget) -> QWidget:
    inner = QWidget()
    inner.setFixedWidth(style.px(560))
    column = QVBoxLayout(inner)
    column.setSpacing(style.SPACE[2])
    column.setContentsMargins(0, style.SPACE[3], 0, style.SPACE[3])
    column.addStretch(1)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(2)
    return widget_row(None, inner, None)
