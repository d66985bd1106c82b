"""Questions that wait for an answer without stopping the program: choose a file, keep a run or let it go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

TABLES = "*.csv *.tsv *.tab *.txt *.dat *.gz *.zip *.bz2 *.xz"
OPEN_FILTER = f"Tables and projects ({TABLES} *.mlp);;Tables ({TABLES});;Projects (*.mlp);;All files (*)"


def ask_open(parent: QWidget, folder: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose a table or a project to open."""
    dialog = QFileDialog(parent, "Open a table or a project", folder, OPEN_FILTER)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_import(parent: QWidget, folder: str, kinds: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose a file of weights. kinds: patterns such as "*.npz *.json"."""
    dialog = QFileDialog(parent, "Import weights", folder, f"Weights ({kinds});;All files (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_save(parent: QWidget, title: str, proposal: str, suffix: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose where to save; the suffix is added when it is left out, and an existing file is asked about."""
    dialog = QFileDialog(parent, title, proposal, f"{suffix.lstrip('.').upper()} (*{suffix});;All files (*)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    return _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[str], None]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def ask_about_run(
    parent: QWidget, what_happens: str, epochs: int, save: Callable[[], None], discard: Callable[[], None]
) -> QMessageBox:
    """A run that no file holds is about to go: save it, let it go, or stay."""
    detail = f"{what_happens} The {epochs:,} epochs trained so far are in no file yet."
    box = _question(parent, "Save your work first?", detail, "Save", save)
    box.addButton("Discard", QMessageBox.ButtonRole.DestructiveRole).clicked.connect(discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def ask_to_recover(parent: QWidget, when: str, recover: Callable[[], None], discard: Callable[[], None]) -> QMessageBox:
    """The program ended before work was saved; closing the question leaves it for the next start."""
    detail = f"A copy of the work was kept at {when}."
    box = _question(parent, "The program ended before your work was saved.", detail, "Recover", recover)
    box.addButton("Discard", QMessageBox.ButtonRole.DestructiveRole).clicked.connect(discard)
    box.addButton("Later", QMessageBox.ButtonRole.RejectRole)
    box.open()
    return box


def ask_for_data(parent: QWidget, title: str, detail: str, choose: Callable[[], None]) -> QMessageBox:
    """A project's table is elsewhere, or has changed: choose the right file, or leave it."""
    box = _question(parent, title, detail, "Choose the file…", choose)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def _question(parent: QWidget, title: str, detail: str, first: str, then: Callable[[], None]) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("mlp_gui")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(detail)
    button = box.addButton(first, QMessageBox.ButtonRole.AcceptRole)
    button.clicked.connect(then)
    box.setDefaultButton(button)
    return box
