"""Questions that do not stop the program: which file to open, and what to do about unsaved work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QMessageBox, QWidget

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.core.visible_text import visible
from mlp_gui.data.open_table import table_filters, table_patterns


def ask_open(parent: QWidget, folder: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask for a table or a project to open.

    Parameters
    ----------
    parent : QWidget
    folder : str
        Where to begin.
    then : callable
        Called with the path.
    """
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
    return open_file_dialog(dialog, then)


def ask_import(parent: QWidget, folder: str, kinds: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask for a file of weights.

    Parameters
    ----------
    parent : QWidget
    folder : str
        Where to begin.
    kinds : str
        Patterns such as "*.npz *.json".
    then : callable
        Called with the path.
    """
    filters = f"{_kind(tr('Weights'), kinds)};;{_kind(tr('All files'), '*')}"
    dialog = QFileDialog(parent, tr("Import weights"), folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return open_file_dialog(dialog, then)


def ask_study(parent: QWidget, folder: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask for the file of a study.

    Parameters
    ----------
    parent : QWidget
    folder : str
        Where to begin.
    then : callable
        Called with the path when one is chosen.

    Returns
    -------
    QFileDialog
    """
    dialog = QFileDialog(parent, tr("Open a study"), folder, _kind(tr("Studies"), "*.json"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return open_file_dialog(dialog, then)


def ask_hand_ins(parent: QWidget, folder: str, then: Callable[[list[str]], None]) -> QFileDialog:
    """Ask for work that was handed in.

    Parameters
    ----------
    parent : QWidget
    folder : str
        Where to begin.
    then : callable
        Called with the paths.
    """
    dialog = QFileDialog(parent, tr("Choose what was handed in"), folder, _kind(tr("Projects"), "*.mlp"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(then)
    dialog.open()
    return dialog


def ask_save_project(
    parent: QWidget, proposal: str, suffix: str, table: QCheckBox | None, then: Callable[[str], None]
) -> QFileDialog:
    """Ask where to save a project, and whether its file shall hold the table.

    Parameters
    ----------
    parent : QWidget
    proposal : str
        Path that is offered.
    suffix : str
        With its dot.
    table : QCheckBox or None
        Whether the table goes along; None where there is nothing to choose.
    then : callable
        Called with the path.
    """
    dialog = _save_dialog(parent, tr("Save the project"), proposal, suffix)
    if table is not None:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # a system's dialog takes no tick box
        rows = dialog.layout()
        if isinstance(rows, QGridLayout):
            rows.addWidget(table, rows.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
    return open_file_dialog(dialog, then)


def ask_save(parent: QWidget, title: str, proposal: str, suffix: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask where to save; an existing file is asked about.

    Parameters
    ----------
    parent : QWidget
    title : str
    proposal : str
        Path that is offered.
    suffix : str
        With its dot; added when the person leaves it out.
    then : callable
        Called with the path.
    """
    return open_file_dialog(_save_dialog(parent, title, proposal, suffix), then)


def _save_dialog(parent: QWidget, title: str, proposal: str, suffix: str) -> QFileDialog:
    filters = f"{_kind(suffix.lstrip('.').upper(), '*' + suffix)};;{_kind(tr('All files'), '*')}"
    dialog = QFileDialog(parent, title, proposal, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    return dialog


def _kind(name: str, patterns: str) -> str:
    """Return one entry of a file dialog's list of kinds, in Qt's notation."""
    return f"{name} ({patterns})"


def open_file_dialog(dialog: QFileDialog, then: Callable[[str], None]) -> QFileDialog:
    """Open a dialog that asks for one file, and return it.

    Parameters
    ----------
    dialog : QFileDialog
    then : callable
        Called with the path when one is chosen.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # or the window keeps each one until it closes
    dialog.fileSelected.connect(then)
    dialog.open()  # exec() would run an event loop of its own inside the caller
    return dialog


def ask_about_run(
    parent: QWidget,
    what_happens: str,
    epochs: tuple[int, int],
    runs: int,
    save: Callable[[], None],
    discard: Callable[[], None],
) -> QMessageBox:
    """Ask whether to save work that no file holds, to discard it, or to stay.

    Parameters
    ----------
    parent : QWidget
    what_happens : str
        The sentence that says why the work would go.
    epochs : tuple of int
        How many of the run in the window no file holds, and how many before them one does.
    runs : int
        Other runs of the list that no file holds. When both are 0, settings have changed since the last save.
    save, discard : callable
        Called for the answer of that name; for "Cancel" neither is.
    """
    (fresh, held), lost = epochs, [what_happens]
    if fresh > 0:
        lost.append(_fresh_epochs(fresh, held))
    if runs:
        lost.append(
            tr_n(
                "{n:,} earlier run of the list is in no file yet.",
                "{n:,} earlier runs of the list are in no file yet.",
                runs,
            )
        )
    if fresh <= 0 and not runs:
        lost.append(tr("Settings have changed since the project was saved."))
    box = _question(parent, tr("Save your work first?"), " ".join(lost), tr("Save"), save)
    box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(discard)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def _fresh_epochs(fresh: int, held: int) -> str:
    if held:
        return tr_n(
            "The last {n:,} epoch, after epoch {held:,}, is in no file yet.",
            "The last {n:,} epochs, after epoch {held:,}, are in no file yet.",
            fresh,
            held=held,
        )
    return tr_n(
        "The {n:,} epoch trained so far is in no file yet.",
        "The {n:,} epochs trained so far are in no file yet.",
        fresh,
    )


def ask_to_recover(
    parent: QWidget, when: str, recover: Callable[[], object], discard: Callable[[], object]
) -> QMessageBox:
    """Ask whether to recover work of a program that ended before it was saved.

    Parameters
    ----------
    parent : QWidget
    when : str
        When the copy was kept; "" where nobody knows.
    recover, discard : callable
        Called for the answer of that name. Closing the question calls neither and leaves the copy for the next start.
    """
    kept = tr("A copy of the work was kept at {when}.", when=when)
    detail = kept if when else tr("A copy of the work was kept; its file does not say when.")
    box = _question(parent, tr("The program ended before your work was saved."), detail, tr("Recover"), recover)
    box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(discard)
    box.addButton(tr("Later"), QMessageBox.ButtonRole.RejectRole)  # what Escape means
    box.open()
    return box


def ask_to_replace(parent: QWidget, name: str, save_as: Callable[[], None], replace: Callable[[], None]) -> QMessageBox:
    """Ask before a project's file is replaced that has changed since it was opened or saved here.

    Parameters
    ----------
    parent : QWidget
    name : str
        Of the file.
    save_as, replace : callable
        Called for the answer of that name; for "Cancel" neither is.
    """
    title = tr("{file} has changed since it was opened or saved here.", file=name)
    detail = tr("Another window may have saved it. Saving here would replace what it holds now.")
    box = _question(parent, title, detail, tr("Save as…"), save_as)
    box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(replace)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def ask_for_data(parent: QWidget, title: str, detail: str, choose: Callable[[], None]) -> QMessageBox:
    """Ask for the table of a project, which is elsewhere or has changed.

    Parameters
    ----------
    parent : QWidget
    title, detail : str
        What is wrong, in one sentence, and more of it.
    choose : callable
        Called when the person wants to choose the file.
    """
    box = _question(parent, title, detail, tr("Choose the file…"), choose)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.open()
    return box


def _question(parent: QWidget, title: str, detail: str, first: str, then: Callable[[], object]) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("mlp_gui")
    box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like HTML
    box.setText(visible(title))
    box.setInformativeText(visible(detail))
    button = box.addButton(first, QMessageBox.ButtonRole.AcceptRole)
    button.clicked.connect(then)
    box.setDefaultButton(button)
    return box
