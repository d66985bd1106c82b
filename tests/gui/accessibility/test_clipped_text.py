"""No word of the window has less room than it needs: any theme, text size and language, at the sizes people have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QToolButton, QWidget

from helpers.expand_sections import unfold
from helpers.person import Person
from helpers.program_fixtures import shared_program
from mlp_gui.app import language
from mlp_gui.session.settings.settings import Settings
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.help import show_help
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT
from mlp_gui.views.widgets.elided_label import ElidedLabel
from mlp_gui.views.widgets.error_box import show_crash


@pytest.fixture(scope="module", autouse=True)
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


@pytest.fixture(scope="module", params=["en", "de"])
def spoken(request, qapp) -> Iterator[str]:
    before = QLocale()
    language.install_language(request.param)
    yield request.param
    language.install_language("en")
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def shared_person(spoken: str, request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody in front of the tutorial's run at epoch 30, with every step and every "More" unfolded."""
    with shared_program(request) as somebody:
        somebody.program.open_preset("tutorial")
        somebody.wait_ready()
        somebody.run.step_epochs(30)
        somebody.wait_for(Phase.PAUSED)
        unfold(somebody)
        yield somebody


SIZES = {100: [(1920, 1080)], 150: [(1920, 1080), (1024, 640)], 200: [(1920, 1080), (1280, 800)]}


@pytest.mark.parametrize("text_size", SIZES)
def test_that_no_word_of_the_window_is_clipped(shared_person: Person, text_size: int) -> None:
    """At every size of the window in one look: to change the look takes longest."""
    person, window = shared_person, shared_person.window
    for theme in ("light", "dark"):
        look(person, theme, text_size)
        for wide, high in SIZES[text_size]:
            window.resize(wide, high)
            for workbench in (False, True):  # False: the first page
                window.show_workbench(workbench)
                person.settle()
                assert window.width() <= wide
                assert window.height() <= high
                assert person.remaining(lambda: clipped(window)) == [], (theme, wide, high, workbench)


def look(person, theme: str, text_size: int) -> None:
    chosen, preferences = Settings(theme=theme, text_size=text_size), person.program.session.preferences
    if preferences.settings != chosen:
        preferences.settings = chosen
        person.program.appearance.apply()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_that_no_word_of_a_dialog_is_clipped(shared_person: Person, size: int) -> None:
    person, program, window = shared_person, shared_person.program, shared_person.window
    look(person, "light", size)
    program.application_menu.settings.show()
    boxes = [program.application_menu.settings.dialog, show_help(window), show_crash(window, "details", "/a/log/file")]
    person.settle()
    for box in boxes:
        assert person.remaining(lambda box=box: clipped(box)) == []
        box.close()


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_that_the_score_board_follows_the_text_size_while_it_is_shown(shared_person: Person) -> None:
    person, board = shared_person, shared_person.window.scores
    person.window.show_workbench(True)
    look(person, "light", 100)
    person.settle()
    table = board.table
    before = table.rowHeight(0), table.item(0, 1).font().pixelSize(), board.best.fontMetrics().height()
    look(person, "light", 200)
    person.settle()
    after = table.rowHeight(0), table.item(0, 1).font().pixelSize(), board.best.fontMetrics().height()
    assert all(b >= 1.8 * a for a, b in zip(before, after, strict=True))
