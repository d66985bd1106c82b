"""Questions that wait for an answer without stopping the program: choose a file, keep a run or let it go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.open_table import table_filters, table_patterns


def ask_open(parent: QWidget, folder: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose a table or a project to open."""
    tables = table_patterns()
    kinds = (
        (tr("Tables and projects"), f"{tables} *.mlp"),
        (tr("Tables"), tables),
        *table_filters(),
        (tr("Projects"), "*.mlp"),
        (tr("All files"), "*"),
    )
    filters = ";;".join(_kind(name, patterns) for name, patterns in kinds)
    dialog = QFileDialog(parent, tr("Open a table or a project"), folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_import(parent: QWidget, folder: str, kinds: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose a file of weights. kinds: patterns such as "*.npz *.json"."""
    filters = f"{_kind(tr('Weights'), kinds)};;{_kind(tr('All files'), '*')}"
    dialog = QFileDialog(parent, tr("Import weights"), folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_save(parent: QWidget, title: str, proposal: str, suffix: str, then: Callable[[str], None]) -> QFileDialog:
    """Choose where to save; the suffix is added when it is left out, and an existing file is asked about."""
    filters = f"{_kind(suffix.lstrip('.').upper(), '*' + suffix)};;{_kind(tr('All files'), '*')}"
    dialog = QFileDialog(parent, title, proposal, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    return _open(dialog, then)


def _kind(name: str, patterns: str) -> str:
    """One entry of a file dialog's list of kinds, in Qt's notation."""
    return f"{name} ({patterns})"


def _open(dialog: QFileDialog, then: Callable[[str], None]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def ask_about_run(
    parent: QWidget, what_happens: str, epochs: int, runs: int, save: Callable[[], None], discard: Callable[[], None]
) -> QMessageBox:
    """Work that no file holds is about to go: save it, let it go, or stay.

    epochs: of the run in the window; runs: others in the list. Both 0: settings have changed since the last save.
    """
    lost = [what_happens]
    if epochs:
        lost.append(
            tr_n(
                "The {n:,} epoch trained so far is in no file yet.",
                "The {n:,} epochs trained so far are in no file yet.",
                epochs,
            )
        )
    if runs:
        lost.append(
            tr_n(
                "{n:,} earlier run of the list is in no file yet.",
                "{n:,} earlier runs of the list are in no file yet.",
                runs,
            )
        )
    if not epochs and not runs:
        lost.append(tr("Settings have changed since the project was saved."))
    box = _question(parent, tr("Save your work first?"), " ".join(lost), tr("Save"), save)
    box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def ask_to_recover(parent: QWidget, when: str, recover: Callable[[], None], discard: Callable[[], None]) -> QMessageBox:
    """The program ended before work was saved; closing the question leaves it for the next start."""
    detail = tr("A copy of the work was kept at {when}.", when=when)
    box = _question(parent, tr("The program ended before your work was saved."), detail, tr("Recover"), recover)
    box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(discard)
    box.addButton(tr("Later"), QMessageBox.ButtonRole.RejectRole)
    box.open()
    return box


def ask_to_replace(parent: QWidget, name: str, save_as: Callable[[], None], replace: Callable[[], None]) -> QMessageBox:
    """The project's file is not the one that was opened or saved here: nobody's work is replaced without a word."""
    title = tr("{file} has changed since it was opened or saved here.", file=name)
    detail = tr("Another window may have saved it. Saving here would replace what it holds now.")
    box = _question(parent, title, detail, tr("Save as…"), save_as)
    box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(replace)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def ask_for_data(parent: QWidget, title: str, detail: str, choose: Callable[[], None]) -> QMessageBox:
    """A project's table is elsewhere, or has changed: choose the right file, or leave it."""
    box = _question(parent, title, detail, tr("Choose the file…"), choose)
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
