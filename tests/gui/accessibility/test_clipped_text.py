"""No word of the window has less room than it needs: any theme, text size and language, at the sizes people have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QToolButton, QWidget

from helpers.expand_sections import unfold
from mlp_gui.app import language
from mlp_gui.session.settings.settings import Settings
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.help import show_help
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT
from mlp_gui.views.widgets.elided_label import ElidedLabel
from mlp_gui.views.widgets.error_box import show_crash


@pytest.fixture(autouse=True)
def _look_as_before(qapp):
    yield
    style.apply(qapp, LIGHT)


def clipped(root: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel) or "<" in label.text():
            continue
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = 0 if label.wordWrap() else max(map(label.fontMetrics().horizontalAdvance, label.text().splitlines()))
        if label.height() < need or label.width() < wide:
            found.append(f"label {label.text()!r}: {label.size().toTuple()}, needs {(wide, need)}")
    for button in (*root.findChildren(QPushButton), *root.findChildren(QToolButton)):
        if button.isVisible() and button.text() and not is_picture(button):
            metrics, icon = button.fontMetrics(), 0 if button.icon().isNull() else button.iconSize().width()
            wide, high = metrics.horizontalAdvance(button.text().replace("&", "")) + icon, metrics.height()
            if button.width() < wide + 4 or button.height() < high:
                found.append(f"button {button.text()!r}: {button.size().toTuple()}, needs {(wide + 4, high)}")
    for tabs in root.findChildren(QTabBar):
        if tabs.isVisible() and tabs.height() < tabs.fontMetrics().height():
            found.append(f"tabs {tabs.tabText(0)!r}: {tabs.height()} high")
    return found


def is_picture(button: QPushButton | QToolButton) -> bool:
    """The tools above a plot, which are there while the pointer is over it, show their icons alone."""
    icon_alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() == icon_alone and not button.icon().isNull()


@pytest.fixture(params=["en", "de"])
def spoken(request, qapp) -> Iterator[str]:
    before = QLocale()
    language.install_language(request.param)
    yield request.param
    language.install_language("en")
    QLocale.setDefault(before)


SIZES = [(1920, 1080, 100), (1920, 1080, 150), (1920, 1080, 200), (1024, 640, 150), (1280, 800, 200)]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]} at {s[2]} %")
def test_that_no_word_of_the_window_is_clipped(spoken: str, person, size: tuple[int, int, int]) -> None:
    program, window = person.program, person.window
    wide, high, text_size = size
    window.resize(wide, high)
    look(person, "light", text_size)
    assert person.remaining(lambda: clipped(window)) == []  # the first page
    program.open_preset("tutorial")
    person.wait_ready()
    person.run.step_epochs(30)
    person.wait_for(Phase.PAUSED)
    unfold(person)
    for theme in ("light", "dark"):
        look(person, theme, text_size)
        assert window.width() <= wide
        assert window.height() <= high
        assert person.remaining(lambda: clipped(window)) == []


def look(person, theme: str, text_size: int) -> None:
    person.program.session.preferences.settings = Settings(theme=theme, text_size=text_size)
    person.program.appearance.apply()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_that_no_word_of_a_dialog_is_clipped(spoken: str, person, size: int) -> None:
    program, window = person.program, person.window
    look(person, "light", size)
    program.application_menu.settings.show()
    boxes = [program.application_menu.settings.dialog, show_help(window), show_crash(window, "details", "/a/log/file")]
    person.settle()
    for box in boxes:
        assert person.remaining(lambda box=box: clipped(box)) == []
        box.close()


def test_that_the_score_board_follows_the_text_size_while_it_is_shown(busy) -> None:
    table, board = busy.window.scores.table, busy.window.scores
    before = table.rowHeight(0), table.item(0, 1).font().pixelSize(), board.best.fontMetrics().height()
    busy.program.session.preferences.settings = Settings(text_size=200)
    busy.program.appearance.apply()
    busy.settle()
    after = table.rowHeight(0), table.item(0, 1).font().pixelSize(), board.best.fontMetrics().height()
    assert all(b >= 1.8 * a for a, b in zip(before, after, strict=True))
