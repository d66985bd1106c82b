"""The import page: the raw file, the table read from it, and a control for every part of the guess."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.views.data.pages.dialect_form import DialectForm
from mlp_gui.views.data.pages.page import DataPage, hairline, widget_row
from mlp_gui.views.data.tables.source_header import describe_size
from mlp_gui.views.data.tables.table_view import TableView
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.notice import Notice


class RawLines(QPlainTextEdit):
    """Read-only text with a margin of line numbers, counted from 1 as editors do."""

    def __init__(self) -> None:
        super().__init__()
        self._margin = _Margin(self)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName(tr("The first lines of the file"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { background: transparent; border: none; border-radius: 0; padding: 0; }")
        option = QTextOption(self.document().defaultTextOption())
        option.setFlags(QTextOption.Flag.ShowTabsAndSpaces)
        self.document().setDefaultTextOption(option)
        self.updateRequest.connect(self._on_update)
        self._set_font()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        text = "\n".join(lines)
        if text != self.toPlainText():
            self.setPlainText(text)

    def _set_font(self) -> None:
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPixelSize(style.px(style.CAPTION + 1))
        self.document().setDefaultFont(font)
        self.setFont(font)
        self.setViewportMargins(self._margin.width_needed(), style.SPACE[0], 0, 0)

    def _on_update(self, rect: QRect, dy: int) -> None:
        self._margin.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), self._margin.width_needed(), inside.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_margin"):
            self._set_font()

    def numbered(self) -> list[tuple[int, float, float]]:
        """Return number (from 1), top and height in pixels of each line in view."""
        found, block = [], self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.viewport().height():
                break
            found.append((block.blockNumber() + 1, box.top(), box.height()))
            block = block.next()
        return found


class _Margin(QWidget):
    """The margin with the line numbers."""

    def __init__(self, lines: RawLines) -> None:
        super().__init__(lines)
        self._lines = lines

    def width_needed(self) -> int:
        return self._lines.fontMetrics().horizontalAdvance("0000") + 2 * style.SPACE[1]

    def sizeHint(self) -> QSize:
        return QSize(self.width_needed(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = style.current()
        painter.fillRect(self.rect(), QColor(palette.panel))
        painter.setPen(QColor(palette.muted))
        painter.setFont(style.font(style.CAPTION))
        for number, top, height in self._lines.numbered():
            place = QRect(0, round(top) + style.SPACE[0], self.width() - style.SPACE[1], round(height))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number))
        painter.end()


PREVIEW_ROWS = 200
_NOTHING = pd.DataFrame()
KINDS = (
    ("integer", mark("{n:,} of whole numbers")),
    ("real", mark("{n:,} of numbers")),
    ("boolean", mark("{n:,} of yes or no")),
    ("category", mark("{n:,} of categories")),
    ("datetime", mark("{n:,} of dates")),
    ("text", mark("{n:,} of texts")),
    ("empty", mark("{n:,} of nothing")),
)


class ImportPage(DataPage):
    """The raw file, the table read from it, and a control for every part of the guess.

    Attributes
    ----------
    form : DialectForm
    lines : RawLines
        How the file begins.
    problem : Notice
        Why the file cannot be read in this way.
    summary : TextLabel
        Size of the table and kinds of its columns.
    progress : QProgressBar
        From 0 to 1000; visible while the file is read.
    apply, cancel, reset : QPushButton

    Signals
    -------
    dialect_edited(Dialect)
        Read the file in this way, to show the result.
    guess_requested
        Take the guess again, in all its parts.
    apply_requested
        Use the table as it was read last. `left` is emitted when the person cancels.
    """

    dialect_edited = Signal(object)
    guess_requested = Signal()
    apply_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Reading"))
        self.form = DialectForm()
        self.lines = RawLines()
        self._preview = TableView()
        self._preview.setAccessibleName(tr("The first rows of the table"))
        self.problem, self._notes = Notice("bad"), Notice("warning")
        self.summary = TextLabel()
        style.set_role(self.summary, "caption")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setFixedWidth(style.px(160))
        self.apply = QPushButton(tr("Apply"))
        self.cancel = QPushButton(tr("Cancel"))
        self.reset = QPushButton(tr("Reset to guess"))
        style.set_role(self.apply, "primary")
        self.form.edited.connect(self.dialect_edited)
        self.apply.clicked.connect(self.apply_requested)
        self.cancel.clicked.connect(self.left)
        self.reset.clicked.connect(self.guess_requested)
        self._arrange()

    # --- shown by the wiring ---

    def show_file(self, name: str, lines: Sequence[str]) -> None:
        """Show how the file begins.

        Parameters
        ----------
        name : str
        lines : sequence of str
            The first lines of the file, unchanged.
        """
        self.show_subtitle(name)
        self.lines.show_lines(tuple(lines))

    def show_settings(self, names: Collection[str], parts: Sequence[str]) -> None:
        """Show the settings that count for this kind of file, and the sheets to choose from."""
        self.form.show_settings(names, parts)

    def show_dialect(self, dialect: Dialect, guess: Dialect) -> None:
        """Show the dialect in use, and what it was guessed to be; nothing is emitted."""
        self.form.show_dialect(dialect, guess)
        self.reset.setEnabled(dialect != guess)
        set_tip(self.reset, "" if dialect != guess else tr("Everything is as it was guessed."))

    def show_result(self, table: Table | None, problem: UserError | None, reading: bool) -> None:
        """Show the result of reading the file.

        Parameters
        ----------
        table : Table or None
        problem : UserError or None
        reading : bool
            It is still being read; the previous rows stay in view.
        """
        self.apply.setEnabled(table is not None)
        set_tip(self.apply, "" if table is not None else tr("The file has not been read in this way yet."))
        self.progress.setVisible(reading)
        self._preview.setEnabled(not reading)
        if reading:
            self.summary.setText(tr("Reading."))
            return
        self._show_problem(problem)
        self._notes.show_sentences(*_remarks(table))
        if table is not None:
            self._preview.show_frame(table.frame.head(PREVIEW_ROWS))
            self._preview.show_kinds([field.kind for field in table.fields])
            self.summary.setText(describe_table(table))
        else:
            self._preview.show_frame(_NOTHING)
            self.summary.setText("")

    def show_progress(self, share: float) -> None:
        """Show the share of the file that is read, 0 to 1."""
        self.progress.setValue(round(1000 * share))

    def focus_first(self) -> None:
        next(row for row in self.form.rows.values() if not row.isHidden()).editor.setFocus()

    # --- own ---

    def _show_problem(self, problem: UserError | None) -> None:
        details = tuple(s for s in (problem.detail, problem.hint) if s) if problem is not None else ()
        self.problem.show_sentences(problem.title if problem is not None else "", details)
        if details:
            self.problem.toggle.setChecked(True)

    def _arrange(self) -> None:
        scroll = QScrollArea()
        scroll.setProperty("ground", "panel")
        scroll.setAccessibleName(tr("How the file is read"))
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Long German words do not break: the form would be cut off at its right end.
        scroll.setMinimumWidth(max(style.px(300), self.form.minimumSizeHint().width() + style.SPACE[2]))
        self.form.setProperty("ground", "panel")
        pictures = QSplitter(Qt.Orientation.Vertical)
        pictures.addWidget(_titled(tr("The file"), self.lines))
        pictures.addWidget(_titled(tr("The table"), self.problem, self._notes, self._preview))
        pictures.setSizes([220, 380])
        pictures.setChildrenCollapsible(False)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(scroll)
        across.addWidget(pictures)
        across.setSizes([style.px(330), style.px(950)])
        across.setStretchFactor(1, 1)
        across.setChildrenCollapsible(False)
        self.body.addWidget(across, 1)
        self.body.addWidget(hairline())
        self.body.addWidget(widget_row(self.reset, None, self.progress, self.summary, self.cancel, self.apply))


def describe_table(table: Table) -> str:
    """Return the size of a table and the kinds of its columns in a line."""
    kinds = [field.kind for field in table.fields]
    parts = [tr(words, n=kinds.count(kind)) for kind, words in KINDS if kind in kinds]
    return tr("{size}: {kinds}", size=describe_size(table), kinds=", ".join(parts))


def _remarks(table: Table | None) -> tuple[str, tuple[str, ...]]:
    if table is None or not table.warnings:
        return "", ()
    if len(table.warnings) == 1:
        return table.warnings[0], ()
    more = tr_n("And {n:,} more remark.", "And {n:,} more remarks.", len(table.warnings) - 1)
    return f"{table.warnings[0]} {more}", table.warnings[1:]


def _titled(title: str, *widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SPACE[0])
    heading = TextLabel(title)
    heading.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], 0)
    style.set_role(heading, "heading")
    column.addWidget(heading)
    for widget in widgets[:-1]:
        inset = widget_row(widget, margins=(style.SPACE[2], 0, style.SPACE[2], 0))
        column.addWidget(inset)
    column.addWidget(widgets[-1], 1)
    return box
