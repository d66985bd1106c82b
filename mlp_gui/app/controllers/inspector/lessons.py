"""Lessons in the window: a menu to begin one, and its card at the foot, below what it speaks of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mlp_gui.app.controllers.inspector.inspector import InspectorController
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.session.lessons.lesson import InspectorLocation
from mlp_gui.session.lessons.lesson_reader import lesson_names, read_lesson
from mlp_gui.session.lessons.player import LessonPage
from mlp_gui.session.session import Session
from mlp_gui.views.inspector.inspector_window import InspectorWindow
from mlp_gui.views.inspector.lesson_card import LessonCard
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme import icons
from mlp_gui.views.theme.plain_text import set_tip


class LessonsController(QObject):
    """Joins the lesson player to its menu and its card.

    Attributes
    ----------
    card : LessonCard
        At the foot of the main window.
    menu : QMenu
    """

    def __init__(
        self, session: Session, window: MainWindow, services: Services, inspector: InspectorController
    ) -> None:
        """Join the player to its card; a step that looks at numbers shows the microscope of `inspector`."""
        super().__init__(services)
        self._window, self._services = window, services
        self._player, self._inspector, self._inspector_controller = session.lessons, session.inspector, inspector
        self.card = LessonCard()
        self._looks: InspectorLocation | None = None
        _insert(self._window.centralWidget(), self.card, self._window.timeline)
        self._connect(self.card)
        self.menu = self._make_menu()
        self._window.welcome.lessons_requested.connect(self._on_lessons_requested)
        self._window.welcome.lesson_chosen.connect(self.start_lesson)
        self._window.welcome.tutorial_requested.connect(self._on_tutorial)
        self._player.page_shown.connect(self._on_page)
        self._player.location_requested.connect(self._on_look)
        session.inspector.traced.connect(self._on_traced)

    @Slot(str)
    def start_lesson(self, name: str) -> None:
        """Begin a lesson; if the run holds work that no file has, the person is asked first."""
        self._services.replace_run(partial(self._player.start, read_lesson(name)))

    @Slot()
    def _on_tutorial(self) -> None:
        self.start_lesson("tutorial")

    @Slot()
    def _on_lessons_requested(self) -> None:
        lessons = map(read_lesson, lesson_names())
        self._window.welcome.show_lessons([(one.name, one.title, one.sentence) for one in lessons])

    def _make_menu(self) -> QMenu:
        menu = QMenu(tr("Lessons"), self._window)
        menu.setIcon(icons.icon("book"))
        menu.setToolTipsVisible(True)
        for name in lesson_names():
            lesson = read_lesson(name)
            action = QAction(lesson.title, menu)
            action.setObjectName(f"lesson_{name}")
            set_tip(action, lesson.sentence)
            action.triggered.connect(partial(self._on_chosen, name))
            menu.addAction(action)
        self._window.actions_.menus["Inspect"].addMenu(menu)
        return menu

    def _on_chosen(self, name: str, checked: bool = False) -> None:
        self.start_lesson(name)

    def _connect(self, card: LessonCard) -> None:
        card.answered.connect(self._player.answer)
        card.back_requested.connect(self._player.back)
        card.next_requested.connect(self._player.next)
        card.end_requested.connect(self._player.end)

    @Slot(object)
    def _on_page(self, page: LessonPage | None) -> None:
        _show(self.card, page)
        if page is not None and page.step.look is None and not page.busy and self._is_docked:
            self._window.show_plots()  # the step speaks of the run

    @property
    def _is_docked(self) -> bool:
        shown = self._window.pages.currentWidget()
        return isinstance(shown, InspectorWindow)

    @Slot(object)
    def _on_look(self, look: InspectorLocation) -> None:
        """Open the microscope where the step wants to look, now or as soon as the numbers are there."""
        inspector, controller = self._inspector, self._inspector_controller
        self._looks = look
        controller.open_docked()
        self.card.take_focus()
        if inspector.is_current and inspector.trace is not None and inspector.trace.pick == look.pick:
            self._show_look()

    @Slot()
    def _on_traced(self, made: object = None) -> None:
        if self._looks is not None and self._player.page is not None:
            self._show_look()

    def _show_look(self) -> None:
        look, microscope = self._looks, self._inspector_controller.inspector_window
        trace = microscope.trace
        if look is None or trace is None or trace.pick != look.pick:
            return
        # Once: from now on the person may look elsewhere.
        self._looks = None
        microscope.show_step(trace.steps.index(look.find_step(trace)))
        microscope.show_cell((look.row, look.unit))


def _insert(into: QWidget | None, card: LessonCard, before: QWidget) -> None:
    """Put the card above another part of the same column."""
    column = into.layout() if into is not None else None
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.indexOf(before), card)


def _show(card: LessonCard, page: LessonPage | None) -> None:
    if page is None:
        card.hide()
        return
    place = (page.title, page.number, page.count)
    if page.busy:
        card.show_waiting(*place)
        return
    if page.asking and page.verdict is False:
        card.show_second_try(page.given)
        return
    if page.asking or page.step.question is None:
        card.show_page(*place, page.step.text, page.step.question)
    if not page.asking:
        card.show_given(page.given)
        card.show_verdict(page.verdict, page.answer, page.step.why)
