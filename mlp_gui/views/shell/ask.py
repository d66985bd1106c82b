"""Questions that wait for an answer without stopping the program: choose a file, keep a run or let it go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

OPEN_FILTER = "Tables (*.csv *.tsv *.tab *.txt *.dat *.gz *.zip *.bz2 *.xz);;All files (*)"


def ask_open(parent: QWidget, folder: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose a table to open."""
    dialog = QFileDialog(parent, "Open a table", folder, OPEN_FILTER)
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
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("mlp_gui")
    box.setText("Save the trained network first?")
    box.setInformativeText(f"{what_happens} The {epochs:,} epochs trained so far are in no file yet.")
    keep = box.addButton("Save…", QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton("Discard", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(keep)
    keep.clicked.connect(save)
    drop.clicked.connect(discard)
    box.open()
    return box
