"""The chosen number written out: the line with the numbers put in, and its terms as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.formulas import Written
from mlp_gui.views.hood.facts_list import FactsList
from mlp_gui.views.inspector.panels.terms_table import TermsTable
from mlp_gui.views.theme import style


class SumPanel(QWidget):
    """Shows a `Written`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QLabel()
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line.setAccessibleName(tr("The chosen number written out"))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.terms, self.facts = TermsTable(), FactsList()
        column = QVBoxLayout(self)
        column.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[0])
        column.setSpacing(style.SPACE[0])
        column.addWidget(self.line)
        column.addWidget(self.terms, 1)
        column.addWidget(self.facts)
        self.spare = QWidget()
        column.addWidget(self.spare, 1)
        self._set_font()
        self.show_written(None)

    def show_written(self, written: Written | None, originals: tuple[str, ...] = ()) -> None:
        """originals: for each term what it is in the file, or nothing."""
        self.line.setText(
            "\n".join(written.lines) if written is not None else tr("Choose a number to see how it came about.")
        )
        self.terms.show_terms(written, originals)
        self.facts.show_facts(written.facts if written is not None else ())
        has_terms = written is not None and bool(written.terms)
        self.terms.setVisible(has_terms)
        self.spare.setVisible(not has_terms)

    def heightForWidth(self, width: int) -> int:
        """The least that shows all lines; the terms have a scroll bar of their own."""
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
