"""A person at the window: clicks on what can be seen, presses keys, drops files, answers dialogs.

Everything goes through the platform window, so that hit testing, focus, shortcuts and modality are the real ones.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from helpers.cleanup import visible_widgets
from helpers.dropping import drop_files
from helpers.expand_sections import more_button
from helpers.settling import remaining, turns, wait_for_threads
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run
from mlp_gui.views.training.side_bar import SideBarStep
from mlp_gui.views.widgets.error_box import ErrorBox

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
LONG = 100  # letters


class Person:
    """Uses a program through its window only; `run` and `data` are there to be read, never to be commanded."""

    def __init__(self, program: Program, qtbot: Any) -> None:
        self.program, self.window, self._qtbot = program, program.window, qtbot
        self.crashes: list[str] = []
        program.crashes.crashed.connect(self.crashes.append)
        program.session.crashed.connect(self.crashes.append)

    @property
    def run(self) -> Run:
        return self.program.session.run

    # --- waiting ---------------------------------------------------------------------------------------------

    def wait(self, condition: Callable[[], object], seconds: float = 60.0) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=round(1000 * seconds))

    def wait_for(self, *phases: Phase) -> None:
        """Until the run is in one of the phases and the window has shown it."""
        self.wait(lambda: self.run.phase in phases)
        self.settle()

    def settle(self) -> None:
        """Let everything that is due happen: two turns of the loop, with what they post."""
        turns(self._qtbot, 2)

    def wait_idle(self) -> None:
        """Until nothing is at work in the background and the window has shown its results."""
        wait_for_threads(self._qtbot, self.program)

    def remaining(self, check: Callable[[], list[str]]) -> list[str]:
        """Return what a check still finds when all parts have had the time to find their places."""
        self.settle()
        return remaining(self._qtbot, check)

    def wait_ready(self) -> None:
        desk = self.program.session.data
        self.wait(lambda: not desk.loading and not desk.preparing and self.run.phase is Phase.READY)
        self.settle()

    def sentence(self) -> str:
        return self.window.status.sentence()

    # --- mouse and keys --------------------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scroll to the widget as a person would, make sure that it is what lies under the pointer, and press it."""
        self.reveal(widget)
        if widget is self.window.control_bar.primary:
            self.wait(lambda: self.window.control_bar.is_settled)
        top = widget.window()
        place = widget.mapTo(top, at if at is not None else widget.rect().center())
        hit = top.childAt(place) or top
        assert widget.isVisible(), f"{widget} cannot be seen"
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} covers {widget}"
        QTest.mouseClick(top.windowHandle(), LEFT, PLAIN, place)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea) and parent.widget().isAncestorOf(widget):
                QApplication.processEvents()
                parent.ensureWidgetVisible(widget, 4, 4)
            parent = parent.parentWidget()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """A key, into the window that has the focus."""
        QTest.keyClick(self._key_window(), key, modifiers)

    def type(self, text: str) -> None:
        """Letter by letter; a long text is pasted, as a person would."""
        if len(text) > LONG:
            QApplication.clipboard().setText(text)
            self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            return
        for letter in text:
            QTest.keyClick(self._key_window(), letter)

    def fill(self, field: QLineEdit, text: str) -> None:
        """Replace the text of a field and press Enter."""
        self.click(field, QPoint(8, field.height() // 2))
        assert field.hasFocus()
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def choose(self, box: QComboBox, text: str) -> None:
        """Open a list and press the entry that begins with the text."""
        self.click(box)
        view = box.view()
        self.wait(view.isVisible)
        row = next(i for i in range(box.count()) if box.itemText(i).startswith(text))
        index = box.model().index(row, 0)
        view.scrollTo(index)
        QTest.qWait(QApplication.doubleClickInterval() // 4)  # a list ignores the release that follows its opening
        self.click(view.viewport(), view.visualRect(index).center())
        self.wait(lambda: not view.isVisible())

    def menu(self, *path: str) -> None:
        """Choose a menu entry by its texts, e.g. menu("File", "Open sample", "Two spirals")."""
        bar = self.window.menuBar()
        action = _entry(bar.actions(), path[0])
        QTest.mouseClick(self.window.windowHandle(), LEFT, PLAIN, bar.mapTo(self.window, _middle(bar, action)))
        popup = self._menu_of(action)
        for text in path[1:]:
            action = _entry(popup.actions(), text)
            assert action.isEnabled(), f"{text} is disabled: {action.toolTip()}"
            submenu = action.menu()
            self.click(popup, _middle(popup, action))
            popup = self._menu_of(action) if submenu is not None else popup

    def drop_down(self, button: QToolButton | QPushButton, text: str) -> None:
        """Choose from the menu of a split button, by its arrow. Qt runs such a menu in a loop of its own."""
        menu, chosen = button.menu(), []

        def pick() -> None:
            if not menu.isVisible():  # a slow machine has not opened it yet
                QTimer.singleShot(30, pick)
                return
            action = _entry(menu.actions(), text)
            try:
                if action.isEnabled():
                    chosen.append(text)
                    self.click(menu, _middle(menu, action))
            finally:
                menu.close()

        QTimer.singleShot(30, pick)
        self.click(button, QPoint(button.width() - 6, button.height() // 2))
        self.wait(lambda: not menu.isVisible())
        assert chosen, f"{text} is disabled"

    def drop(self, target: QWidget, *paths: Path | str) -> bool:
        """Drag files over a widget and let go; False when the widget does not take them."""
        return drop_files(target, *paths)

    def come_forward(self) -> None:
        """A click on the window's title; offscreen, a closed menu or another window leaves the focus nowhere."""
        self.wait(self._asks_for_focus)
        self.window.setFocus()

    def _asks_for_focus(self) -> bool:
        """Ask again while another window takes it: on a busy machine that one may only now be shown."""
        if QGuiApplication.focusWindow() is self.window.windowHandle():
            return True
        self.window.activateWindow()
        self.window.windowHandle().requestActivate()
        return False

    # --- parts of the window ---------------------------------------------------------------------------------

    def open_step(self, step: SideBarStep) -> None:
        if not step.is_open():
            self.click(step.header)
            self.settle()
        assert step.is_open()

    def setting(self, path: str) -> Any:
        """The editor of a setting, its step and its "More" unfolded; e.g. "training.stopping.patience"."""
        area, _, rest = path.partition(".")
        panel = self.window.experiment
        self.open_step({"training": panel.training_step, "network": panel.network_step}[area])
        form = {"training": panel.training, "network": panel.network}[area]
        row = form.row(rest)
        names = rest.split(".")
        for depth in range(1, len(names) + 1):
            part = form.row(".".join(names[:depth]))
            if not part.isVisible():
                owner = form if depth == 1 else form.row(".".join(names[: depth - 1])).inner
                self.click(more_button(owner))
                self.settle()
        return row.editor if hasattr(row, "editor") else row

    def open_more_data(self) -> None:
        self.open_step(self.window.experiment.data_step)
        fold = self.window.experiment.data.more
        if not fold.button.isChecked():
            self.click(fold.button)
            self.settle()

    def take_away(self, name: str) -> QPushButton:
        self.open_step(self.window.experiment.export_step)
        button = self.window.experiment.export_panel.reveal(name)
        self.settle()
        return button

    # --- dialogs ---------------------------------------------------------------------------------------------

    def dialog(self, kind: type[QDialog]) -> Any:
        """The dialog in front, once it is."""
        found = []

        def is_open() -> bool:
            found[:] = [w for w in visible_widgets() if isinstance(w, kind) and w.isActiveWindow()]
            return bool(found)

        self.wait(is_open)
        return found[0]

    def no_dialog(self) -> bool:
        return not [w for w in visible_widgets() if isinstance(w, QDialog)]

    def type_file_name(self, path: Path | str, replacing: bool = False) -> None:
        """Answer the file dialog: paste the name, press Enter; `replacing`: say Yes to replacing an existing file."""
        dialog = self.dialog(QFileDialog)
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setFocus()
        field.setCompleter(None)  # its list would open whenever the folder has been read, and take the focus
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        clipboard = QGuiApplication.clipboard()
        before = clipboard.text()
        clipboard.setText(str(path))
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        clipboard.setText(before)
        if replacing:  # Qt asks in a loop of its own
            QTimer.singleShot(100, lambda: self.answer("Yes"))
        self.press(Qt.Key.Key_Return)
        self.settle()

    def read_error(self) -> str:
        """The title of the error box, which is then closed with its button."""
        box = self.dialog(ErrorBox)
        title = str(box.title.text())
        self.click(box.close_button)
        self.wait(self.no_dialog)
        return title

    def leave_dialogs(self) -> None:
        """Escape out of whatever asks."""
        for _ in range(5):
            if self.no_dialog():
                return
            self.press(Qt.Key.Key_Escape)
            self.settle()
        raise AssertionError("a dialog does not go away")

    def answer(self, text: str) -> None:
        """Press a button of the question that is open."""
        box = self.dialog(QMessageBox)
        button = next(b for b in box.buttons() if b.text().replace("&", "").startswith(text))
        self.click(button)
        self.settle()

    # --- inside ----------------------------------------------------------------------------------------------

    def _key_window(self) -> Any:
        if QGuiApplication.focusWindow() is None and self.no_dialog():
            self.window.activateWindow()  # offscreen there is no window manager to give the focus back
            self.wait(self.window.isActiveWindow)
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the focus"
        return window

    def _menu_of(self, action: QAction) -> QMenu:
        menu = action.menu()
        assert isinstance(menu, QMenu)
        self.wait(menu.isVisible)
        return menu


def _entry(actions: list[QAction], text: str) -> QAction:
    return next(action for action in actions if action.text().replace("&", "").startswith(text))


def _middle(bar: Any, action: QAction) -> QPoint:
    return bar.actionGeometry(action).center()  # type: ignore[no-any-return]  # loose stubs
