"""The whole window for people who cannot see it well: names and descriptions of everything, and contrast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu, QScrollBar, QToolButton, QWidget

from helpers.cleanup import visible_widgets
from helpers.wcag import contrast
from mlp_gui.session.settings.settings import SERIES
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.shell.help import show_help
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT, with_series
from mlp_gui.views.widgets.error_box import show_crash


@pytest.fixture(autouse=True)
def _look_as_before(qapp):
    yield
    style.apply(qapp, LIGHT)


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
    busy.program.inspector.open()
    busy.program.application_menu.settings.show()
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
