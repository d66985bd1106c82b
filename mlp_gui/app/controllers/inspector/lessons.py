"""Lessons in the window: a menu to begin one, and its card at the foot of the window and above the microscope."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.session.lessons.lesson import Look, lesson_names, read_lesson
from mlp_gui.session.lessons.player import LessonGuide, Page
from mlp_gui.views.inspector.lesson_card import LessonCard
from mlp_gui.views.theme import icons

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class LessonWiring(QObject):
    """Owns the guide and its two cards."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program, self._window = program, program.window
        self.guide = LessonGuide(program.session, program.hood.hood, program.time.machine, self)
        self.card = LessonCard()
        self.hood_card: LessonCard | None = None
        self._looks: Look | None = None
        _insert(self._window.centralWidget(), self.card, self._window.timeline)
        self._connect(self.card)
        self.menu = self._make_menu()
        self._window.welcome.lessons_requested.connect(self._on_lessons_requested)
        self._window.welcome.lesson_chosen.connect(self.begin)
        self.guide.page_shown.connect(self._on_page)
        self.guide.look_wanted.connect(self._on_look)
        program.hood.hood.traced.connect(self._on_traced)

    @Slot(str)
    def begin(self, name: str) -> None:
        """Begin a lesson; if the run holds work that no file has, the person is asked first."""
        self._program.replace_run(partial(self.guide.begin, read_lesson(name)))

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
            action.setToolTip(lesson.sentence)
            action.triggered.connect(partial(self._on_chosen, name))
            menu.addAction(action)
        self._window.actions_.menus["Look"].addMenu(menu)
        return menu

    def _on_chosen(self, name: str, checked: bool = False) -> None:
        self.begin(name)

    def _connect(self, card: LessonCard) -> None:
        card.answered.connect(self.guide.answer)
        card.next_requested.connect(self.guide.next)
        card.end_requested.connect(self.guide.end)

    def _cards(self) -> list[LessonCard]:
        return [card for card in (self.card, self.hood_card) if card is not None]

    @Slot(object)
    def _on_page(self, page: Page | None) -> None:
        for card in self._cards():
            _show(card, page)

    @Slot(object)
    def _on_look(self, look: Look) -> None:
        """Open the microscope where the step wants to look, now or as soon as the numbers are there."""
        hood = self._program.hood
        if self.hood_card is None:
            self.hood_card = LessonCard()
            self._connect(self.hood_card)
            _insert(hood.microscope, self.hood_card, hood.microscope.pages)
            _show(self.hood_card, self.guide.page)
        self._looks = look
        hood.open()
        if hood.hood.is_current and hood.hood.trace is not None and hood.hood.trace.pick == look.pick:
            self._show_look()

    @Slot()
    def _on_traced(self, made: object = None) -> None:
        if self._looks is not None and self.guide.page is not None:
            self._show_look()

    def _show_look(self) -> None:
        look, microscope = self._looks, self._program.hood.microscope
        trace = microscope.trace
        if look is None or trace is None or trace.pick != look.pick:
            return
        self._looks = None
        microscope.show_step(trace.steps.index(look.step_in(trace)))
        microscope.show_cell((look.row, look.unit))


def _insert(into: QWidget | None, card: LessonCard, before: QWidget) -> None:
    """Put the card above another part of the same column."""
    column = into.layout() if into is not None else None
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.indexOf(before), card)


def _show(card: LessonCard, page: Page | None) -> None:
    if page is None:
        card.hide()
        return
    place = (page.title, page.number, page.count)
    if page.busy:
        card.show_waiting(*place)
        return
    if page.asking or page.step.question is None:
        card.show_page(*place, page.step.text, page.step.question)
    if not page.asking:
        card.show_verdict(page.verdict, page.answer, page.step.why)
