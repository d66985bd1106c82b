"""The whole window for people who cannot see it well or use no mouse: names, contrast, sizes, focus, keys."""

from __future__ import annotations

import pytest
from leftovers import visible_widgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)
from wcag import contrast

from mlp_gui.session.phase import Phase
from mlp_gui.session.settings import SERIES, Settings
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.shell import style
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.shell.elided import ElidedLabel
from mlp_gui.views.shell.error_box import show_crash
from mlp_gui.views.shell.help import show_help
from mlp_gui.views.shell.palette import DARK, LIGHT
from mlp_gui.views.shell.series import with_series

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _look_as_before(qapp):
    yield
    style.apply(qapp, LIGHT)


@pytest.fixture
def busy(person):
    """The tutorial's run at epoch 30 with every step and every "More" unfolded."""
    person.program.open_preset("tutorial")
    person.wait_ready()
    person.run.step_epochs(30)
    person.wait_for(Phase.PAUSED)
    unfold(person)
    return person


def unfold(person) -> None:
    panel = person.window.experiment
    panel.set_open_steps([1, 2, 3, 4])
    for _ in range(3):  # what is unfolded may hold more to unfold
        for button in panel.findChildren(QToolButton):
            if button.isCheckable() and not button.isHidden() and button.accessibleName().startswith("Show "):
                button.setChecked(True)
        person.settle()


# --- names -------------------------------------------------------------------------------------------------------


def interactive(widget: QWidget) -> bool:
    """What a person can reach or press; Qt's own parts of a combo box or a menu speak through their owner."""
    if isinstance(widget, QScrollBar | QLabel | QMenu) or widget.isHidden() or widget.objectName().startswith("qt_"):
        return False
    owner = widget.parentWidget()
    while owner is not None:
        if isinstance(owner, QMenu | QComboBox):
            return False
        owner = owner.parentWidget()
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def unnamed(root: QWidget) -> list[str]:
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if interactive(widget):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if spoken is None or not spoken.text(QAccessible.Text.Name):
                owner = widget.parentWidget()
                found.append(f"{type(widget).__name__} in {type(owner).__name__}")
    return found


def test_that_everything_that_can_be_pressed_or_reached_has_a_name(busy) -> None:
    window = busy.window
    for page in ("table", "columns", "reading"):
        window.actions_[page].trigger()
        busy.settle()
    busy.program.hood.open()
    busy.program.habits.settings.show()
    show_help(window)
    show_crash(window, "details", "/log")
    palette = CommandPalette(window, [])
    palette.show()
    busy.settle()
    count = 0
    for top in visible_widgets():
        count += sum(interactive(widget) for widget in top.findChildren(QWidget))
        assert unnamed(top) == []
    assert count > 200
    for top in visible_widgets():
        if top is not window:
            top.close()
    busy.settle()


def test_that_a_button_without_a_name_would_be_found(qtbot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    QToolButton(box)
    box.show()
    assert unnamed(box) == ["QToolButton in QWidget"]
    box.close()


def test_that_settings_are_described_as_well_as_named(busy) -> None:
    for field in busy.window.experiment.findChildren(NumberField):
        if field.isVisible() and field.toolTip():
            spoken = QAccessible.queryAccessibleInterface(field)
            assert spoken.text(QAccessible.Text.Description), field.accessibleName()


# --- contrast ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", [LIGHT, DARK], ids=lambda p: p.name)
@pytest.mark.parametrize("name", [name for name, _ in SERIES])
def test_that_words_and_lines_stand_out_in_every_palette(base, name: str) -> None:
    palette = with_series(base, name)
    for ground in (palette.surface, palette.panel, palette.raised):
        for ink in (palette.text, palette.muted, palette.accent, palette.good, palette.warning, palette.bad):
            assert contrast(ink, ground) >= 4.5
    for subset in ("training", "validation", "test"):
        assert contrast(palette.series(subset), palette.panel) >= 2.0


# --- sizes -------------------------------------------------------------------------------------------------------


def clipped(root: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel) or "<" in label.text():
            continue
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = 0 if label.wordWrap() else label.sizeHint().width()
        if label.height() < need or label.width() < wide:
            found.append(f"label {label.text()!r}: {label.size().toTuple()}, needs {(wide, need)}")
    for button in (*root.findChildren(QPushButton), *root.findChildren(QToolButton)):
        if button.isVisible() and button.text():
            metrics, icon = button.fontMetrics(), 0 if button.icon().isNull() else button.iconSize().width()
            wide, high = metrics.horizontalAdvance(button.text().replace("&", "")) + icon, metrics.height()
            if button.width() < wide + 4 or button.height() < high:
                found.append(f"button {button.text()!r}: {button.size().toTuple()}, needs {(wide + 4, high)}")
    for tabs in root.findChildren(QTabBar):
        if tabs.isVisible() and tabs.height() < tabs.fontMetrics().height():
            found.append(f"tabs {tabs.tabText(0)!r}: {tabs.height()} high")
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_that_no_word_of_the_window_is_clipped(person, theme: str, size: int) -> None:
    program, window = person.program, person.window
    program.session.preferences.settings = Settings(theme=theme, text_size=size)
    program.appearance.apply()
    window.resize(1920, 1080)
    program.open_preset("tutorial")
    person.wait_ready()
    person.run.step_epochs(30)
    person.wait_for(Phase.PAUSED)
    unfold(person)
    person._qtbot.wait(60)
    assert clipped(window) == []


@pytest.mark.parametrize("size", [100, 150, 200])
def test_that_no_word_of_a_dialog_is_clipped(person, size: int) -> None:
    program, window = person.program, person.window
    program.session.preferences.settings = Settings(text_size=size)
    program.appearance.apply()
    program.habits.settings.show()
    boxes = [program.habits.settings.dialog, show_help(window), show_crash(window, "details", "/a/log/file")]
    person.settle()
    for box in boxes:
        assert clipped(box) == []
        box.close()


def test_that_the_score_board_follows_the_text_size_while_it_is_shown(busy) -> None:
    table, board = busy.window.scores.table, busy.window.scores
    before = table.rowHeight(0), table.item(0, 1).font().pixelSize(), board.best.fontMetrics().height()
    busy.program.session.preferences.settings = Settings(text_size=200)
    busy.program.appearance.apply()
    busy.settle()
    after = table.rowHeight(0), table.item(0, 1).font().pixelSize(), board.best.fontMetrics().height()
    assert all(b >= 1.8 * a for a, b in zip(before, after, strict=True))


# --- focus and keys ----------------------------------------------------------------------------------------------


def test_that_the_focus_can_be_seen_wherever_it_goes(busy) -> None:
    """Each stop of the Tab key looks different from what it looks like without the focus."""
    window = busy.window
    window.experiment.set_open_steps([2, 3])
    busy.settle()
    window.setFocus()
    unseen, visited = [], set()
    for _ in range(60):
        busy.press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is None or id(widget) in visited or isinstance(widget, QAbstractItemView):
            continue
        visited.add(id(widget))
        if widget in (window, *window.plots) or not widget.isVisible():
            continue
        with_focus = widget.grab().toImage()
        widget.clearFocus()
        busy.settle()
        if widget.grab().toImage() == with_focus and not isinstance(widget.parentWidget(), QAbstractItemView):
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()!r}")
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(visited) > 20
    assert unseen == []


def test_that_tab_reaches_every_setting_and_no_key_traps_the_focus(busy) -> None:
    window, order = busy.window, []
    window.experiment.set_open_steps([1, 2, 3, 4])
    busy.settle()
    window.setFocus()
    for _ in range(300):
        busy.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not None
        order.append(QApplication.focusWidget())
    reached = set(order[-150:])  # a trap would leave only itself here
    panel = window.experiment
    for field in panel.findChildren(NumberField):
        if field.isVisible() and field.isEnabled():
            assert field in reached, field.accessibleName()
    assert window.control_bar.primary in reached


def test_that_the_whole_product_can_be_walked_by_keyboard_alone(person, tmp_path) -> None:
    """From the first page to an exported file: no click, no command but keys."""
    window, run = person.window, person.run
    assert QApplication.focusWidget() is not None
    person.press(Qt.Key.Key_K, CTRL)  # a sample by its name
    person.dialog(CommandPalette)
    person.type("iris")
    person.press(Qt.Key.Key_Return)
    person.wait_ready()
    header = window.experiment.training_step.header  # a setting by Tab
    window.experiment.data_step.set_open(False)
    tab_to(person, header)
    person.press(Qt.Key.Key_Space)
    assert window.experiment.training_step.is_open()
    field = window.experiment.training.editor("max_epochs")
    tab_to(person, field)
    person.type("40")
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert run.config.training.max_epochs == 40
    window.setFocus()
    person.press(Qt.Key.Key_Right)  # one epoch, one batch, then to the end
    person.wait(lambda: run.epoch == 1 and run.phase is Phase.PAUSED)
    person.press(Qt.Key.Key_Right, CTRL)
    person.wait(lambda: run.batch == 1)
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.FINISHED)
    assert run.epoch == 40
    person.press(Qt.Key.Key_Plus, CTRL)  # larger text, the help, the shortcuts
    assert style.text_scale() == 1.1
    person.press(Qt.Key.Key_F1)
    person.wait(lambda: len(visible_widgets()) == 2)
    person.press(Qt.Key.Key_Escape)
    person.settle()
    person.press(Qt.Key.Key_S, CTRL)  # the project
    person.type_file_name(tmp_path / "walk.mlp")
    person.wait(lambda: (tmp_path / "walk.mlp").exists())
    person.wait(lambda: "Saved walk.mlp" in person.sentence())
    person.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)  # the menus
    menu = window.actions_.menus["Train"]
    person.wait(menu.isVisible)
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: not menu.isVisible())


def tab_to(person, widget: QWidget) -> None:
    for _ in range(200):
        if QApplication.focusWidget() is widget:
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()!r}")
