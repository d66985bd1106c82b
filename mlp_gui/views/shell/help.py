"""The help windows: definitions, keyboard shortcuts, about. They work offline and may stay open beside the work."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

import mlp_gui
from mlp_gui.core.assets import resource
from mlp_gui.views.shell import style
from mlp_gui.views.shell.actions import ACTIONS

ABOUT = f"""<h2>mlp_gui {mlp_gui.__version__}</h2>
<p>Fit a neural network to a table, watch it learn, and look under the hood.</p>
<p>The network is plain numpy; the window is Qt for Python and pyqtgraph. MIT licence.</p>
<p>The Busan beach data are those of Jang et al., 2021, Water Research, doi 10.1016/j.watres.2021.117001.</p>"""


class HelpWindow(QDialog):
    """A text to read, searchable by eye, closed with Escape."""

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
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(style.px(640), style.px(560))


def show_definitions(parent: QWidget) -> HelpWindow:
    """What the numbers mean."""
    window = HelpWindow(parent, "Definitions")
    window.text.setMarkdown(resource("help", "definitions.md").read_text(encoding="utf-8"))
    window.show()
    return window


def show_shortcuts(parent: QWidget) -> HelpWindow:
    """Every shortcut, from the same table that the menus are made of."""
    window = HelpWindow(parent, "Keyboard shortcuts")
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


def show_about(parent: QWidget) -> HelpWindow:
    window = HelpWindow(parent, "About mlp_gui")
    window.text.setHtml(ABOUT)
    window.resize(style.px(420), style.px(300))
    window.show()
    return window
