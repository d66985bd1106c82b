"""The terms of a written-out sum as a table: where each comes from, its factors, its share as a bar."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from mlp_gui.core import number_format
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.tracing.formulas import Term, WrittenFormula
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import shown
from mlp_gui.views.widgets.whole_rows_table import WholeRowsTable

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
FIRST, NUMBER = 130, 84  # widths of the columns
OURS = FROM, FILE, PRODUCT = mark("from"), mark("in the file"), mark("product")


class TermsModel(QAbstractTableModel):
    """One row for each term, and the file's own numbers where there are any.

    Attributes
    ----------
    terms : tuple of Term
    factor_names : tuple of str
        Symbols of a term's factors, in order.
    originals : tuple of str
        What each term's input is in the file; empty when none is from there.
    largest : float
        Magnitude of the largest term, which has the longest bar.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terms: tuple[Term, ...] = ()
        self.factor_names: tuple[str, ...] = ()
        self.originals: tuple[str, ...] = ()
        self.largest = 1.0

    def show(self, written: WrittenFormula | None, originals: tuple[str, ...]) -> None:
        """Show the terms of a formula; `originals` holds a text for each of them, or nothing."""
        self.beginResetModel()
        self.terms = written.terms if written is not None else ()
        self.factor_names, self.originals = written.factor_names if written is not None else (), originals
        self.largest = max((abs(term.value) for term in self.terms), default=0.0) or 1.0  # 1.0 where all are 0
        self.endResetModel()

    def columns(self) -> list[str]:
        """Return what the columns hold; factors are named by their symbols."""
        file = [FILE] if any(self.originals) else []
        product = [PRODUCT] if len(self.factor_names) > 1 else []
        return [FROM, *self.factor_names, *file, *product, ""]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self.terms)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() or not self.terms else len(self.columns())

    @shown
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Role.DisplayRole:
            return None
        head = self.columns()[section]
        return tr(head) if head in OURS else head

    @shown
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        term, last = self.terms[index.row()], index.column() == self.columnCount() - 1
        if role == Role.DisplayRole:
            return self._text(term, index.row(), index.column())
        if role == Role.UserRole and last:
            return term.value / self.largest
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, term: Term, row: int, column: int) -> str:
        if column == 0:
            return term.label
        if column <= len(self.factor_names):
            at = (
                column
                - 1
                - (len(self.factor_names) - len(term.factors) if len(term.factors) == 1 and column > 1 else 0)
            )
            alone = len(term.factors) == 1 and len(self.factor_names) > 1
            if alone and column > 1:
                return "1"
            return number_format.format_number(term.factors[max(at, 0)])
        head = self.columns()[column]
        if head == FILE:
            return self.originals[row] if row < len(self.originals) else ""
        return number_format.format_number(term.value) if head == PRODUCT else ""


class BarDelegate(QStyledItemDelegate):
    """A signed bar around the middle, with the palette's two colours."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share, rect = index.data(Role.UserRole), QRectF(option.rect)
        if share is None:
            return
        palette, middle = style.current(), rect.center().x()
        half = rect.width() / 2 - 8
        painter.fillRect(QRectF(middle, rect.top() + 2, 1, rect.height() - 4), QColor(palette.line))
        colour = palette.positive if share > 0 else palette.negative
        width = half * abs(share)
        left = middle + 1 if share > 0 else middle - width
        painter.fillRect(QRectF(left, rect.top() + 6, width, rect.height() - 12), QColor(colour))


class TermsTable(WholeRowsTable):
    """Table of the terms; it can only be read.

    Attributes
    ----------
    model_ : TermsModel
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTabKeyNavigation(False)  # Tab leads on; the arrows walk through the cells
        self.setAccessibleName(tr("Terms of the sum"))
        self.model_ = TermsModel()
        self.setModel(self.model_)
        self._bars, self._plain = BarDelegate(self), QStyledItemDelegate(self)  # a view does not own its delegates
        self.setShowGrid(False)
        self.setMinimumHeight(style.px(64))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._size()

    def show_terms(self, written: WrittenFormula | None, originals: tuple[str, ...] = ()) -> None:
        columns = self.model_.columnCount()
        for column in range(columns):
            self.setColumnHidden(column, False)  # the view remembers by number what it hides
        if columns:
            self.setItemDelegateForColumn(columns - 1, self._plain)  # the next formula may have more columns
        self.model_.show(written, originals)
        columns = self.model_.columnCount()
        if not columns:
            return
        self.setItemDelegateForColumn(columns - 1, self._bars)
        header = self.horizontalHeader()
        for column in range(columns - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, style.px(self._first() if column == 0 else NUMBER))
        header.setSectionResizeMode(columns - 1, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _first(self) -> int:
        """Return the width of the names, which may be long beside a single column of numbers."""
        return FIRST if len(self.model_.factor_names) > 1 else 2 * NUMBER

    def _fit(self) -> None:
        """Show the file's own numbers only where there is room for them, and bars where there is more."""
        columns, width = self.model_.columns(), self.viewport().width()
        if not self.model_.terms:
            return
        taken = style.px(self._first() + NUMBER * (len(columns) - 2))
        if FILE in columns:
            self.setColumnHidden(columns.index(FILE), taken > width)
            taken -= style.px(NUMBER) if taken > width else 0
        self.setColumnHidden(len(columns) - 1, width - taken < style.px(50))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "model_"):
            self._size()

    def _size(self) -> None:
        self.verticalHeader().setDefaultSectionSize(style.px(22))
