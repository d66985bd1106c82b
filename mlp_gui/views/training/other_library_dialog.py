"""Train it in another library: which one, in which Python, how far it is, and how far its losses are from ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import mark, tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox
from mlp_gui.views.widgets.dialogs import open_file_dialog

EXPLANATION = mark(
    "The script of the export runs in the Python that you choose: the same start weights, batches, optimizer and "
    "epochs. Its losses are laid over these in the loss plot. The run stays as it is."
)


def ask_program(parent: QWidget, folder: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask for an interpreter of Python.

    Parameters
    ----------
    parent : QWidget
    folder : str
        Where to begin.
    then : callable
        Called with the path when one is chosen.
    """
    dialog = QFileDialog(parent, tr("Choose a Python"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontResolveSymlinks)  # an environment's python is a link to another one
    return open_file_dialog(dialog, then)


class OtherLibraryDialog(QDialog):
    """Asks where a run is trained once more, and shows it while it goes on.

    Attributes
    ----------
    library : ComboBox
    interpreters : QTableWidget
    choose, look, copy, start : QPushButton
        `start` starts, and stops what is under way.
    pip : QLineEdit
        The command that installs what is missing.
    bar : QProgressBar
    sentence : TextLabel

    Signals
    -------
    library_chosen(int), interpreter_chosen(int)
        The row that was chosen.
    choose_requested, look_requested, start_requested, stop_requested
    """

    library_chosen = Signal(object)
    interpreter_chosen = Signal(object)
    choose_requested = Signal()
    look_requested = Signal()
    start_requested = Signal()
    stop_requested = Signal()

    def __init__(self, libraries: Sequence[str], parent: QWidget | None = None) -> None:
        """Make the dialog.

        Parameters
        ----------
        libraries : sequence of str
            Their names.
        parent : QWidget, optional
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Train it in another library"))
        self._is_running = False
        self.library = ComboBox()
        self.library.addItems(list(libraries))
        self.library.setAccessibleName(tr("Library"))
        self.library.currentIndexChanged.connect(self._on_library)
        self.interpreters = self._table(libraries)
        self.choose = self._button(tr("Choose a Python…"), tr("The program file of an interpreter that is not listed."))
        self.look = self._button(tr("Look again"), tr("After you have installed something."))
        self.copy = self._button(tr("Copy"), tr("Copies the line, to be run in a terminal."))
        self.choose.clicked.connect(self.choose_requested)
        self.look.clicked.connect(self.look_requested)
        self.copy.clicked.connect(self._on_copy)
        self.pip = QLineEdit()
        self.pip.setReadOnly(True)
        self.pip.setAccessibleName(tr("What installs it"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.sentence = TextLabel("")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.start = QPushButton(tr("Train there"))
        style.set_role(self.start, "primary")
        self.start.clicked.connect(self._on_start)
        self._lay_out()
        self.show_pip("")
        self.resize(style.px(720), style.px(440))

    def _lay_out(self) -> None:
        explanation = TextLabel(tr(EXPLANATION))
        explanation.setWordWrap(True)
        style.set_role(explanation, "caption")
        top = QHBoxLayout()
        top.addWidget(TextLabel(tr("Library")))
        top.addWidget(self.library)
        top.addStretch(1)
        top.addWidget(self.choose)
        top.addWidget(self.look)
        line = QHBoxLayout()
        line.addWidget(self.pip, 1)
        line.addWidget(self.copy)
        close = self._button(tr("Close"))
        close.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(close)
        bottom.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        column.addWidget(explanation)
        column.addLayout(top)
        column.addWidget(self.interpreters, 1)
        column.addWidget(self.bar)
        column.addWidget(self.sentence)
        column.addLayout(line)
        column.addLayout(bottom)
        for widget in (self.pip, self.copy):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing jumps when something turns out to be missing
            widget.setSizePolicy(policy)

    def _table(self, libraries: Sequence[str]) -> QTableWidget:
        table = QTableWidget(0, 2 + len(libraries))
        table.setAccessibleName(tr("Interpreters of Python"))
        table.setHorizontalHeaderLabels([tr("Interpreter"), "Python", *libraries])
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setItemDelegate(QStyledItemDelegate(table))
        table.itemSelectionChanged.connect(self._on_selected)
        return table

    def _button(self, text: str, tip: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)  # Enter starts
        set_tip(button, tip)
        return button

    # --- what it shows ---------------------------------------------------------------------------------------

    def show_interpreters(self, rows: Sequence[Sequence[str]], chosen: int) -> None:
        """List the interpreters.

        Parameters
        ----------
        rows : sequence of sequence of str
            Path, version of Python and of each library.
        chosen : int
            -1 for none.
        """
        with QSignalBlocker(self.interpreters):
            self.interpreters.setRowCount(len(rows))
            for at, cells in enumerate(rows):
                for column, text in enumerate(cells):
                    item = QTableWidgetItem(text)
                    set_tip(item, text)
                    self.interpreters.setItem(at, column, item)
            self.interpreters.clearSelection()
            if chosen >= 0:
                self.interpreters.selectRow(chosen)

    def show_library(self, index: int) -> None:
        """Show which library is chosen, which is no choice."""
        with QSignalBlocker(self.library):
            self.library.setCurrentIndex(index)

    def show_sentence(self, sentence: str, role: str = "note") -> None:
        """Say how it stands; `role` as in `style.set_role`."""
        self.sentence.setText(sentence)
        style.set_role(self.sentence, role)

    def show_pip(self, line: str) -> None:
        """Offer a line for the terminal; "" offers none."""
        self.pip.setText(line)
        self.pip.setCursorPosition(0)
        for widget in (self.pip, self.copy):
            widget.setVisible(bool(line))

    def show_running(self, is_running: bool, can_start: bool) -> None:
        """Say whether it is under way, and whether it could begin.

        Parameters
        ----------
        is_running, can_start : bool
        """
        self._is_running = is_running
        self.start.setText(tr("Stop") if is_running else tr("Train there"))
        self.start.setEnabled(is_running or can_start)
        for widget in (self.library, self.interpreters, self.choose, self.look):
            widget.setEnabled(not is_running)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many epochs are done; a total of 0 is not known yet.

        Parameters
        ----------
        done, total : int
        """
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    # --- what was clicked ------------------------------------------------------------------------------------

    @Slot()
    def _on_selected(self) -> None:
        rows = self.interpreters.selectionModel().selectedRows()
        if rows:
            self.interpreter_chosen.emit(rows[0].row())

    @Slot(int)
    def _on_library(self, index: int) -> None:
        self.library_chosen.emit(index)

    @Slot()
    def _on_start(self) -> None:
        if self._is_running:
            self.stop_requested.emit()
        else:
            self.start_requested.emit()

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.pip.text())
        self.show_sentence(tr("Copied. Run it in a terminal, then look again."))
