"""The chosen number written out: the line with the numbers put in, and its terms as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import format_localized, tr
from mlp_gui.engine.tracing.formulas import WrittenFormula
from mlp_gui.views.inspector.panels.terms_table import TermsTable
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel


class FactsGrid(QWidget):
    """Captions above numbers, as many side by side as there is room for."""

    MOST = 6

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, style.SPACE[0], 0, 0)
        self._grid.setHorizontalSpacing(style.SPACE[3])
        self._grid.setVerticalSpacing(0)
        self._labels: list[tuple[TextLabel, TextLabel]] = []
        self._shown, self._across = 0, 0

    def show_facts(self, facts: tuple[tuple[str, float], ...]) -> None:
        """Show facts, each a name and a number."""
        while len(self._labels) < len(facts):
            self._add()
        for (caption, number), fact in zip(self._labels, facts, strict=False):
            caption.setText(fact[0])
            number.setText(format_localized(fact[1], ".9g"))
        for at, pair in enumerate(self._labels):
            for label in pair:
                label.setVisible(at < len(facts))
        self._shown, self._across = len(facts), 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for one column only: `_arrange` finds out how many there are."""
        return QSize(style.px(90), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = self._labels[: self._shown]
        widest = max((label.sizeHint().width() for pair in shown for label in pair), default=1)
        across = max(1, min(self.MOST, (self.width() + style.SPACE[3]) // (widest + style.SPACE[3])))
        if across == self._across:
            return
        self._across = across
        for column in range(self.MOST + 1):
            # The empty column at the end takes what is left over, so that the others stand close together.
            self._grid.setColumnStretch(column, int(column == across))
        for at, (caption, number) in enumerate(shown):
            row, column = divmod(at, across)
            self._grid.addWidget(caption, 2 * row, column)  # what is in the grid already is moved
            self._grid.addWidget(number, 2 * row + 1, column)

    def _add(self) -> None:
        caption, number = TextLabel(), TextLabel()
        style.set_role(caption, "caption")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._labels.append((caption, number))


class SumPanel(QWidget):
    """Shows a `WrittenFormula`.

    Attributes
    ----------
    line : TextLabel
        The formula with the numbers put in.
    terms : TermsTable
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = TextLabel()
        self.line.setWordWrap(True)
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line.setAccessibleName(tr("The chosen number written out"))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.terms, self._facts = TermsTable(), FactsGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[0])
        column.setSpacing(style.SPACE[0])
        column.addWidget(self.line)
        column.addWidget(self.terms, 1)
        column.addWidget(self._facts)
        self._spare = QWidget()  # takes the room of the terms while there are none
        column.addWidget(self._spare, 1)
        self._set_font()
        self.show_formula(None)

    def show_formula(self, written: WrittenFormula | None, originals: tuple[str, ...] = ()) -> None:
        """Show a formula; `originals` holds what each term is in the file, or nothing."""
        self.line.setText(
            "\n".join(written.lines) if written is not None else tr("Choose a number to see how it came about.")
        )
        self.terms.show_terms(written, originals)
        self._facts.show_facts(written.facts if written is not None else ())
        has_terms = written is not None and bool(written.terms)
        self.terms.setVisible(has_terms)
        self._spare.setVisible(not has_terms)

    def heightForWidth(self, width: int) -> int:
        """Return the least height that shows all lines; the terms have a scroll bar of their own."""
        column = self.layout()
        return column.minimumHeightForWidth(width) if column is not None else -1

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(150), self.heightForWidth(max(self.width(), style.px(150))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "line"):
            self._set_font()

    def _set_font(self) -> None:
        self.line.setStyleSheet(f"font-size: {style.px(15)}px;")
