"""The score board: every metric for every subset, and which weights they belong to; it can be copied."""

from __future__ import annotations

import math
from collections.abc import Mapping
from time import perf_counter

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.subsets import OUT_OF_FOLD, Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.metrics.metric_intervals import Interval
from mlp_gui.views.theme import style
from mlp_gui.views.training.score_cells import (
    LEFT,
    MIDDLE,
    end_with_whole_row,
    name_item,
    number_width,
    prepare_table,
    show_number,
)
from mlp_gui.views.training.score_head import ScoreHead
from mlp_gui.views.training.verdict_bar import VerdictBar
from mlp_gui.views.widgets import score_text

Scores = Mapping[str, Mapping[str, float]]
Intervals = Mapping[str, Mapping[str, Interval]]
NOTHING: Mapping[str, Scores] = {}
EMPTY = mark("The scores appear with the first epoch.")
LATER = mark("The scores of this many rows appear when training stops.")
FLAT = 190  # pixels: a lower table has a row for each subset instead of one for each metric
ROW, HEAD = 22, 40  # pixels: of one row, and of what stands above the table
NAME_WIDTHS = (96, 220)
COPIES = ((mark("Copy as text"), "text"), (mark("Copy as CSV"), "csv"), (mark("Copy as Markdown"), "markdown"))
READABLE = 0.25  # seconds for which numbers stand still while they are live
MARGINS = 32  # pixels beside the columns, a scroll bar included


FOOT = 1  # pixels below the table
MOST_LEAST = 240  # pixels that it asks for with very large text


class ScoreTable(QWidget):
    """Takes subset -> metric -> number; the metrics' names and formulas come from their registry.

    Attributes
    ----------
    best, last : QToolButton
        Which weights the scores belong to.
    head : ScoreHead
    verdict : VerdictBar
    by : ColumnChooser
        The column whose groups are scored by themselves.
    table : QTableWidget

    Signals
    -------
    best_requested(bool)
        The other scores are wanted: True for the best weights, False for the last ones.
    """

    best_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._scores = dict[str, dict[str, float]](), dict[str, dict[str, float]]()
        self._references, self._targets, self._groups = NOTHING, NOTHING, dict[str, dict[str, float]]()
        self._intervals: Mapping[str, Intervals] = {}
        self._group_intervals: Intervals = {}
        self._known_intervals: Intervals = {}
        self._flat, self._filled, self._empty = False, 0.0, EMPTY
        self._in_words = False  # whether columns have the width of numbers of millions
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.verdict = VerdictBar()
        self.head = ScoreHead()
        self.head.sentence.show_text(tr(EMPTY))
        self.head.best_requested.connect(self.best_requested)
        self.best, self.last, self.by = self.head.best, self.head.last, self.head.by
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Scores"))
        prepare_table(self.table)
        self._arrange()
        self._make_actions()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 6, FOOT)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.verdict)
        column.addWidget(self.table, 1)
        column.addStretch()  # what whole rows leave over

    def sizeHint(self) -> QSize:
        return QSize(480, style.px(176))

    def minimumSizeHint(self) -> QSize:
        """Leave room for the three subsets, with larger text too."""
        return QSize(super().minimumSizeHint().width(), min(style.px(158), MOST_LEAST))

    # --- what it shows ---------------------------------------------------------------------------------------

    def show_scores(self, scores: Scores) -> None:
        """Show numbers in the target's original units; subsets without rows may be left out, nan is undefined."""
        own: dict[str, dict[str, float]] = {
            s: score_text.ordered(scores[s]) for s in (*Subset, OUT_OF_FOLD) if s in scores
        }
        if own != self._own:  # what was known of other weights
            self._intervals, self._group_intervals = {}, {}
            self._groups = {label: dict.fromkeys(each, math.nan) for label, each in self._groups.items()}
        self._own = own
        self._show()

    def show_beside(self, references: Mapping[str, Scores], targets: Mapping[str, Scores]) -> None:
        """Show label -> subset -> metric -> number of each reference model, and of each target if there are several."""
        if (references, targets) != (self._references, self._targets):
            self._references, self._targets = references, targets
            self._show()

    def show_intervals(self, intervals: Mapping[str, Intervals]) -> None:
        """Show label -> subset -> metric -> interval; "" for the network, the others as in `show_beside`."""
        self._intervals = intervals
        self._show()

    def show_groups(self, groups: Scores, intervals: Intervals) -> None:
        """Show label -> metric -> number of parts of the rows instead of the references; none when empty."""
        self._groups = {label: score_text.ordered(each) for label, each in groups.items()}
        self._group_intervals = intervals
        self._show()

    def _show(self) -> None:
        said = tr("Means over the targets, whatever their units") if self._targets else score_text.gap(self._own)
        self.head.sentence.show_text(said if self._own else tr(self._empty))
        beside = {} if self._groups else {**self._targets, **self._references}
        known, intervals = dict(self._own), dict(self._intervals.get("", {}))
        if self._groups:  # which are of the rows that come last: those that had no part in training
            known = dict(list(known.items())[-1:])
        for subset, values in reversed(self._own.items()):
            for model, scores in beside.items():
                if subset in scores:
                    label = tr("{subset}: {model}", subset=tr(subset), model=model)
                    known[label] = {key: scores[subset][key] for key in values}
                    intervals[label] = self._intervals.get(model, {}).get(subset, {})
        self._filled = perf_counter()
        known, intervals = (known | self._groups, intervals | dict(self._group_intervals)) if known else ({}, {})
        same_cells = self._cells(known) == self._cells(self._scores)
        self._scores, self._known_intervals = known, intervals
        if same_cells:  # only texts change; no item is made anew
            self._fill()
        else:
            self._rebuild()

    def is_due(self) -> bool:
        """Return whether new numbers are worth their cost: nobody reads more than a few in a second."""
        return self.isVisible() and perf_counter() - self._filled >= READABLE

    def show_weights(self, best_epoch: int, last_epoch: int, showing_best: bool) -> None:
        """Show which weights the scores belong to; an epoch of 0 means that there are none."""
        self.head.show_weights(best_epoch, last_epoch, showing_best)

    def clear(self, are_live: bool = True) -> None:
        """Show nothing, and say when there will be scores: while the network trains, or once it has stopped."""
        self._empty = EMPTY if are_live else LATER
        self.show_scores({})
        self.show_weights(0, 0, False)

    # --- the table -------------------------------------------------------------------------------------------

    @staticmethod
    def _cells(scores: Scores) -> tuple:
        return tuple(scores), tuple(next(iter(scores.values()), {}))

    def _keys(self) -> tuple[str, ...]:
        return tuple(next(iter(self._scores.values()), {}))

    def _rebuild(self) -> None:
        keys, subsets = self._keys(), tuple(self._scores)
        self._flat = self._wants_flat()
        rows, columns = (subsets, keys) if self._flat else (keys, subsets)
        table = self.table
        table.clear()
        table.setRowCount(len(rows))
        table.setColumnCount(len(columns) + 1 if columns else 0)
        for column, key in enumerate(("", *columns)):
            if columns:
                table.setHorizontalHeaderItem(column, name_item(key, MIDDLE if column else LEFT))
        for row, key in enumerate(rows):
            table.setItem(row, 0, name_item(key, LEFT))
            table.setRowHeight(row, style.px(ROW))
            for column in range(len(columns)):
                table.setItem(row, column + 1, QTableWidgetItem())
        self._set_widths()
        self._fill()

    def _set_widths(self) -> None:
        """Give numbers fixed places, and the names what is left, within bounds."""
        columns = self.table.columnCount() - 1
        if columns < 1:
            return
        self._in_words = self._has_millions()
        wide = [number_width(self._in_words)] * columns
        if self._flat:
            texts = [self._text_width(text) for text in self._heads()]
            wide = [max(width, text) for width, text in zip(wide, texts, strict=True)]
        room = self.width() - MARGINS - sum(wide)
        low, high = (style.px(w) for w in NAME_WIDTHS)
        names = max(self._text_width(tr(key)) for key in self._scores)
        left = max(low, min(high, names if self._flat else room))
        for column, width in enumerate((left, *wide)):
            self.table.setColumnWidth(column, width)

    def _has_millions(self) -> bool:
        return any(abs(value) >= 1e6 for scores in self._scores.values() for value in scores.values())

    def _heads(self) -> list[str]:
        items = [self.table.horizontalHeaderItem(column) for column in range(1, self.table.columnCount())]
        return [item.text() if item is not None else "" for item in items]

    def _fill(self) -> None:
        if self._has_millions() != self._in_words:
            self._set_widths()
        for s, subset in enumerate(self._scores):
            known = self._known_intervals.get(subset, {})
            for k, (metric, value) in enumerate(self._scores[subset].items()):
                item = self.table.item(s, k + 1) if self._flat else self.table.item(k, s + 1)
                if item is not None:
                    show_number(item, value, known.get(metric))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "copy_actions"):
            self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wants_flat() != self._flat:
            self._rebuild()
        self._set_widths()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            end_with_whole_row(self.table, self.height() - self.table.y() - FOOT)
        return done

    def _wants_flat(self) -> bool:
        """Return whether subsets run downwards: where it is low, or only that shows every number without scrolling."""
        if self._groups or self.height() < style.px(FLAT):
            return True
        labels = [tr(metrics[key].label) for key in self._keys() if key in metrics]
        if style.px(ROW) * (len(labels) + 1) + style.px(HEAD) <= self.height():
            return False
        number = number_width(self._in_words)
        wide = sum(max(number, self._text_width(text)) for text in labels)
        return wide + style.px(NAME_WIDTHS[0]) + MARGINS <= self.width()

    def _text_width(self, text: str) -> int:
        return self.table.fontMetrics().horizontalAdvance(text) + 14

    # --- copying ---------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.copy_actions = []
        for text, write in COPIES:
            action = QAction(tr(text), self)
            # `kind` is bound now and not at the end of the loop.
            action.triggered.connect(lambda _=False, kind=write: self.copy(kind))
            self.copy_actions.append(action)
        self.copy_actions[0].setShortcut(QKeySequence.StandardKey.Copy)
        # Elsewhere the key copies what has the focus there.
        self.copy_actions[0].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addActions(self.copy_actions)

    def copy(self, kind: str) -> None:
        """Copy the table as "text", "csv" or "markdown"."""
        head = tr("Scores of the {which} weights", which=self.head.weights())
        QGuiApplication.clipboard().setText(score_text.copied(self._scores, kind, head))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.copy_actions)
        menu.popup(event.globalPos())
        event.accept()
