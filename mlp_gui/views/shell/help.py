"""The help windows: pages, keyboard shortcuts, about. They work offline and may stay open beside the work."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import mlp_gui
from mlp_gui.engine.config import RunConfig
from mlp_gui.views.forms import tips
from mlp_gui.views.plots import all_plots
from mlp_gui.views.shell import help_pages, style
from mlp_gui.views.shell.actions import ACTIONS

FACTS = ("Range:", "Default:", "Elsewhere:")
ABOUT = f"""<h2>mlp_gui {mlp_gui.__version__}</h2>
<p>Fit a neural network to a table, watch it learn, and look under the hood.</p>
<p>The network is plain numpy; the window is Qt for Python and pyqtgraph. MIT licence.</p>
<p>The Busan beach data are those of Jang et al., 2021, Water Research, doi 10.1016/j.watres.2021.117001.</p>"""


class TextWindow(QDialog):
    """A text to read, closed with Escape."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(style.SPACE[2])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.row = QHBoxLayout()
        self.row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.addLayout(self.row)
        column.addWidget(buttons)
        self.resize(style.px(640), style.px(560))


class HelpWindow(TextWindow):
    """All pages of the help, the list of them at the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Help")
        self.pages = QListWidget()
        self.pages.setAccessibleName("Pages of the help")
        self.pages.addItems([title for _, title in help_pages.PAGES])
        self.pages.setFixedWidth(style.px(160))
        self.pages.setSpacing(2)
        self.pages.setProperty("framed", True)
        self.pages.currentRowChanged.connect(self._on_page)
        self.row.insertWidget(0, self.pages)
        self.resize(style.px(820), style.px(620))

    def show_page(self, page: str, section: str = "") -> None:
        """Turn to a page, and to the heading of a section on it."""
        names = [name for name, _ in help_pages.PAGES]
        self.pages.setCurrentRow(names.index(page))
        block = self._heading(section)
        if block is not None:
            cursor = self.text.textCursor()
            cursor.setPosition(block.position())
            self.text.setTextCursor(cursor)
            QTimer.singleShot(0, self._to_cursor)

    def section(self) -> str:
        """The heading that the page was turned to."""
        return self.text.textCursor().block().text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "pages") and self.pages.currentRow() >= 0:
            self._on_page(self.pages.currentRow())

    @Slot(int)
    def _on_page(self, row: int) -> None:
        name = help_pages.PAGES[row][0]
        made = {"settings": settings_page, "plots": plots_page}
        self.text.setMarkdown(made[name]() if name in made else help_pages.text(name))
        _set_type(self.text.document())

    @Slot()
    def _to_cursor(self) -> None:
        """The heading at the top, with what follows below it."""
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - style.SPACE[1])

    def _heading(self, title: str) -> QTextBlock | None:
        block = self.text.document().begin()
        while title and block.isValid():
            if block.blockFormat().headingLevel() == 2 and block.text() == title:
                return block
            block = block.next()
        return None


def _set_type(document: QTextDocument) -> None:
    """Room between paragraphs, headings in the window's own sizes; the facts of a setting as captions."""
    sizes = {1: style.COUNTER, 2: style.TITLE, 3: style.BODY}
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        shape = QTextBlockFormat()
        shape.setTopMargin(style.px(20) if level == 2 else 0)
        shape.setBottomMargin(style.px(6))
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        if level or block.text().startswith(FACTS):
            letters = QTextCharFormat()
            letters.setFont(style.font(sizes[level] if level else style.CAPTION, bold=bool(level)))
            if not level:
                letters.setForeground(QColor(style.current().muted))
            cursor.mergeCharFormat(letters)
        block = block.next()
    cursor.endEditBlock()


def settings_page() -> str:
    """Every setting: what it is, when to change it, its range and its names elsewhere."""
    parts = ["# Settings", help_pages.sections("settings")[""].removeprefix("# Settings").strip()]
    for label, p in help_pages.declared(RunConfig).items():
        symbol = f"*{p.symbol}* " if p.symbol else ""
        facts = " ".join(tips.plain_facts(p))
        parts += [f"## {label}", symbol + p.help, help_pages.advice(label), facts]
    return "\n\n".join(part for part in parts if part)


def plots_page() -> str:
    """What each plot shows; one that the page does not describe says itself what it is."""
    missing = [kind for kind in all_plots() if kind.label not in help_pages.sections("plots")]
    return "\n\n".join([help_pages.text("plots"), *(f"## {kind.label}\n\n{kind.help}" for kind in missing)])


def show_help(parent: QWidget, page: str = "tour", section: str = "") -> HelpWindow:
    """Open the help, or turn the window that is open already."""
    window = next((w for w in parent.findChildren(HelpWindow) if w.isVisible()), None) or HelpWindow(parent)
    window.show_page(page, section)
    window.show()
    window.raise_()
    return window


def show_shortcuts(parent: QWidget) -> TextWindow:
    """Every shortcut, from the same table that the menus are made of."""
    window = TextWindow(parent, "Keyboard shortcuts")
    window.text.setHtml(shortcuts_html())
    window.resize(style.px(460), style.px(520))
    window.show()
    return window


def shortcuts_html() -> str:
    rows = []
    for menu in dict.fromkeys(spec.menu for spec in ACTIONS):
        rows.append(f"<tr><td colspan=2><h3>{escape(menu)}</h3></td></tr>")
        for spec in ACTIONS:
            if spec.menu == menu and spec.shortcut:
                keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                rows.append(f"<tr><td width=160><b>{escape(keys)}</b></td><td>{escape(spec.text)}</td></tr>")
    return f"<table cellpadding=3>{''.join(rows)}</table>"


def show_about(parent: QWidget) -> TextWindow:
    window = TextWindow(parent, "About mlp_gui")
    window.text.setHtml(ABOUT)
    window.resize(style.px(420), style.px(300))
    window.show()
    return window
