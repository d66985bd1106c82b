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
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.views.forms import help_pages, tooltips
from mlp_gui.views.plots import all_plots
from mlp_gui.views.shell.actions import ACTIONS, MENUS
from mlp_gui.views.shell.help_search import HelpSearch
from mlp_gui.views.theme import style

BUSAN = "Jang et al., 2021, Water Research, doi 10.1016/j.watres.2021.117001"
FACTS = "\N{WORD JOINER}"  # begins the paragraph of a setting's range and default; takes no room


class TextWindow(QDialog):
    """Window with a text to read, closed with Escape.

    Attributes
    ----------
    text : QTextBrowser
    """

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
        self._row = QHBoxLayout()
        self._row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.addLayout(self._row)
        column.addWidget(buttons)
        self.resize(style.px(640), style.px(560))


class HelpWindow(TextWindow):
    """All pages of the help, the list of them at the left, and a search in all of them.

    Attributes
    ----------
    search : HelpSearch
    pages : QListWidget
        Titles, in the order of the pages.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Help"))
        self.pages = QListWidget()
        self.pages.setAccessibleName(tr("Pages of the help"))
        self.pages.addItems([tr(title) for _, title in help_pages.PAGES])
        self.pages.setSpacing(2)
        self.pages.setProperty("framed", True)
        self.pages.currentRowChanged.connect(self._on_page)
        self.search = HelpSearch()
        self.search.section_chosen.connect(self.show_page)
        self.search.searching.connect(self.pages.setHidden)
        side = QWidget()
        side.setFixedWidth(style.px(190))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.pages, 1)
        self._row.insertWidget(0, side)
        self.resize(style.px(820), style.px(620))

    def show_page(self, page: str, section: str = "") -> None:
        """Turn to a page, and to a section on it, both by their English names."""
        names = [name for name, _ in help_pages.PAGES]
        self.pages.setCurrentRow(names.index(page))
        block = self._heading(shown_heading(page, section))
        if block is not None:
            cursor = self.text.textCursor()
            cursor.setPosition(block.position())
            self.text.setTextCursor(cursor)
            # The window may not be shown yet, and its text has no places before it is laid out.
            QTimer.singleShot(0, self, self._to_cursor)

    def section(self) -> str:
        """Return the heading that the page was turned to."""
        return self.text.textCursor().block().text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # It comes before __init__ is done, too.
        if style.restyled(event) and hasattr(self, "pages") and self.pages.currentRow() >= 0:
            self._on_page(self.pages.currentRow())  # sizes and colours are part of the document

    @Slot(int)
    def _on_page(self, row: int) -> None:
        name = help_pages.PAGES[row][0]
        made = {"settings": settings_page, "plots": plots_page, "glossary": glossary_page}
        self.text.setMarkdown(made[name]() if name in made else help_pages.page_text(name))
        _set_type(self.text.document())

    @Slot()
    def _to_cursor(self) -> None:
        """Scroll the heading to the top, with what follows below it."""
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
    """Set the room between paragraphs, the window's own sizes of headings, and the facts of a setting as captions."""
    sizes = {1: style.COUNTER, 2: style.TITLE, 3: style.BODY}
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once, at the end
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
    """Describe every setting: what it is, when to change it, its range and its names elsewhere."""
    parts = [help_pages.sections("settings")[""]]
    for label, p in help_pages.declared_settings(RunConfig).items():
        symbol = f"*{p.symbol}* " if p.symbol else ""
        facts = " ".join(tooltips.setting_facts(p))
        parts += [f"## {tr(label)}", symbol + tr(p.help), help_pages.advice(label), facts and FACTS + facts]
    return "\n\n".join(part for part in parts if part)


def glossary_page() -> str:
    """Return the glossary in the alphabetical order of the reader's language."""
    shown, texts = help_pages.headings("glossary"), help_pages.sections("glossary")
    terms = sorted((shown[term], text) for term, text in texts.items() if term)
    terms.sort(key=lambda term: term[0].lower())
    return "\n\n".join([texts[""], *(f"## {term}\n\n{text}" for term, text in terms)])


def plots_page() -> str:
    """Return the page about the plots; one that the page does not describe says itself what it is."""
    missing = [kind for kind in all_plots() if kind.label not in help_pages.sections("plots")]
    return "\n\n".join(
        [help_pages.page_text("plots"), *(f"## {tr(kind.label)}\n\n{tr(kind.help)}" for kind in missing)]
    )


def shown_heading(page: str, section: str) -> str:
    """Return how a section that is known by its English name is headed in the window."""
    return help_pages.headings(page).get(section, tr(section)) if page != "settings" else tr(section)


def show_help(parent: QWidget, page: str = "tour", section: str = "") -> HelpWindow:
    """Open the help, or turn the window that is open already.

    Parameters
    ----------
    parent : QWidget
    page, section : str
        English names; an empty section is the top of the page.
    """
    window = next((w for w in parent.findChildren(HelpWindow) if w.isVisible()), None) or HelpWindow(parent)
    window.show_page(page, section)
    window.show()
    window.raise_()
    return window


def show_shortcuts(parent: QWidget) -> TextWindow:
    """Show every shortcut, from the same table that the menus are made of."""
    window = TextWindow(parent, tr("Keyboard shortcuts"))
    window.text.setHtml(shortcuts_html())
    window.resize(style.px(460), style.px(520))
    window.show()
    return window


def shortcuts_html() -> str:
    """List every shortcut under the name of its menu, as HTML."""
    rows = []
    for menu in dict.fromkeys(spec.menu for spec in ACTIONS):
        rows.append(f"<tr><td colspan=2><h3>{escape(tr(MENUS[menu]).replace('&', ''))}</h3></td></tr>")
        for spec in ACTIONS:
            if spec.menu == menu and spec.shortcut:
                keys = spec.keys().toString(QKeySequence.SequenceFormat.NativeText)
                rows.append(f"<tr><td width=160><b>{escape(keys)}</b></td><td>{escape(tr(spec.text))}</td></tr>")
    return f"<table cellpadding=3>{''.join(rows)}</table>"


def about_html() -> str:
    """Say what the program is, in which version and whose data it brings, as HTML."""
    sentences = (
        tr("Fit a neural network to a table, watch it learn, and look under the hood."),
        tr("The network is plain numpy; the window is Qt for Python and pyqtgraph. MIT licence."),
        tr("The Busan beach data are those of {source}.", source=BUSAN),
    )
    return f"<h2>mlp_gui {mlp_gui.__version__}</h2>" + "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def show_about(parent: QWidget) -> TextWindow:
    """Open the window about the program."""
    window = TextWindow(parent, tr("About mlp_gui"))
    window.text.setHtml(about_html())
    window.resize(style.px(420), style.px(300))
    window.show()
    return window
