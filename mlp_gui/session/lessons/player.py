"""The player of a lesson: does what a step asks for, one action after the other, then asks, then shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.presets import Preset
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.inspector.inspector import Inspector
from mlp_gui.session.lessons.expectations import with_setting
from mlp_gui.session.lessons.lesson import Action, Lesson, LessonStep, merge_settings
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

RESTING = (Phase.READY, Phase.PAUSED, Phase.FINISHED, Phase.FAILED)


@dataclass(frozen=True)
class LessonPage:
    """What a card shows.

    Attributes
    ----------
    title : str
    number, count : int
        Of the step, from 1, and of all steps.
    step : LessonStep
    busy : bool
        Whether the step's actions are still under way.
    verdict : bool or None
        After an answer, whether it was right.
    answer : str
        The right answer, once it is shown.
    given : float or None
        The answer that was given last.
    """

    title: str
    number: int
    count: int
    step: LessonStep
    busy: bool
    verdict: bool | None = None
    answer: str = ""
    given: float | None = None

    @property
    def asking(self) -> bool:
        """Whether an answer is wanted: there is a second try after the first wrong one."""
        return self.step.question is not None and not self.verdict and not self.answer

    @property
    def is_last(self) -> bool:
        """Whether the lesson ends with this step."""
        return self.number == self.count


class LessonPlayer(QObject):
    """Takes a person through one lesson at a time.

    Attributes
    ----------
    lesson : Lesson or None
        The lesson that is being played.
    page : LessonPage or None
        What its card shows.

    Signals
    -------
    page_shown(LessonPage or None)
        None when the lesson is over.
    location_requested(InspectorLocation)
        A place in the inspector shall be seen.
    """

    page_shown = Signal(object)
    location_requested = Signal(object)

    def __init__(
        self,
        data: DataState,
        run: Run,
        timeline: TimeMachine,
        inspector: Inspector,
        open_preset: Callable[[Preset], None],
        parent: QObject | None = None,
    ) -> None:
        """Follow the owners that a lesson's actions are about.

        Parameters
        ----------
        data : DataState
        run : Run
        timeline : TimeMachine
        inspector : Inspector
        open_preset : callable
            Opens a lesson's data and settings.
        parent : QObject, optional
        """
        super().__init__(parent)
        self._data, self._run, self._timeline, self._inspector = data, run, timeline, inspector
        self._open_preset = open_preset
        self.lesson: Lesson | None = None
        self.page: LessonPage | None = None
        self._at = 0
        self._todo: list[Action] = []
        self._until: Callable[[], bool] | None = None
        self._practised: object = None  # the dataset that a lesson has opened last
        for signal in (
            self._run.phase_changed,
            self._run.progressed,
            self._run.built,
            inspector.traced,
            timeline.changed,
            data.prepared_changed,
        ):
            # In a turn of its own: whoever shows the run has then shown it, and an action may change it.
            signal.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    @property
    def is_practice(self) -> bool:
        """Whether the run in the window is one that a lesson has made, which nobody needs to keep."""
        return self._run.dataset is not None and self._run.dataset is self._practised

    # --- what a person can ask -------------------------------------------------------------------------------

    def start(self, lesson: Lesson, at: int = 0) -> None:
        """Open the lesson's data and settings; a step is shown when they are there and all before it is done.

        Parameters
        ----------
        lesson : Lesson
        at : int
            The step, from 0.
        """
        self.lesson, self._at, self._todo = lesson, at, [Action("open", lesson.weights)]
        self._show(busy=True)
        before = self._data.prepared  # it may be of this lesson, which begins anew
        self._open_preset(lesson.preset)
        self._until = lambda: self._data.prepared is not before and self._is_ready(lesson)
        self._todo += [action for step in lesson.steps[: at + 1] for action in step.actions]

    @Slot()
    def next(self) -> None:
        """Show the next step; after the last one the lesson is over."""
        if self.lesson is None or self.page is None or self.page.busy:
            return
        if self.page.is_last:
            self.end()
            return
        self._at += 1
        self._todo = list(self.lesson.steps[self._at].actions)
        self._show(busy=True)
        self._go_on()

    @Slot(object)
    def answer(self, given: float | None) -> None:
        """Answer the question: with the index of a choice, or a number; None asks to be told."""
        page = self.page
        if page is None or not page.asking or page.busy or page.step.question is None:
            return
        made = self._inspector.trace if self._inspector.is_current else None
        verdict = page.step.question.is_right(given, made) if given is not None else None
        if verdict is False and page.verdict is None and given is not None:
            self._show(verdict=False, given=given)  # the answer stays hidden for a second try
            return
        self._show(verdict=verdict, answer=page.step.question.answer_text(made) or "–", given=given)
        self._reveal()

    @Slot()
    def back(self) -> None:
        """Show the step before once more: its run is made again from the beginning of the lesson, step by step."""
        lesson = self.lesson
        if lesson is not None and self.page is not None and not self.page.busy and self._at:
            at = self._at - 1
            self.start(lesson, at)

    @Slot()
    def end(self) -> None:
        """End the lesson; the run stays."""
        self.lesson, self.page, self._todo, self._until = None, None, [], None
        self.page_shown.emit(None)

    # --- doing -----------------------------------------------------------------------------------------------

    def _is_ready(self, lesson: Lesson) -> bool:
        prepared = self._data.prepared
        built = self._run.facts is not None and prepared is not None and self._run.dataset is prepared.dataset
        return built and self._run.phase is Phase.READY and self._run.config == lesson.preset.config

    @Slot()
    def _go_on(self, _: object = None) -> None:
        """Perform the next action if the last one is done, or show the step's page if all are."""
        if self.lesson is None or self.page is None or not self.page.busy:
            return
        if self._until is not None and not self._until():
            return
        self._until = None
        if self._todo:
            self._until = self._do(self._todo.pop(0))
            self._go_on()
            return
        step, self._practised = self.lesson.steps[self._at], self._run.dataset
        # The number that decides about an answer is worked out before the question is put.
        place = (step.question.sign_of or step.question.value_of) if step.question is not None else None
        if place is not None and not (self._inspector.is_current and self._inspector.pick == place.pick):
            self._inspector.set_active(True)
            self._inspector.select_rows(place.pick)
            self._until = lambda: self._inspector.is_current
            return
        self._show()
        if step.question is None:
            self._reveal()

    def _do(self, action: Action) -> Callable[[], bool]:
        """Begin an action; the result says when it is done."""
        run, timeline, verb, value = self._run, self._timeline, action.verb, action.value
        if verb == "open":
            return self._put_weights(value)
        if verb in ("set", "spec", "edit"):
            return self._change(verb, value)
        if verb in ("go_to", "go_to_best"):
            epoch = value if verb == "go_to" else run.history.best_epoch
            timeline.go_to(epoch)
            return lambda: run.epoch == epoch and run.batch == 0
        if verb == "reset":
            run.reset()
            return lambda: run.epoch == 0 and run.phase is Phase.READY
        if verb == "batch":
            before = (run.epoch, run.batch)
            timeline.step_batch()
            return lambda: (run.epoch, run.batch) != before and self._is_still()
        goal = run.config.training.max_epochs if verb == "train_to_end" else run.epoch + value
        run.train() if verb == "train_to_end" else timeline.step_epochs(value)
        return lambda: self._is_still() and (run.epoch >= goal or run.stopped is not None)

    def _is_still(self) -> bool:
        """Return whether the run is at rest, with the weights of this very moment and a line to go back along."""
        run = self._run
        last, is_resting = run.weights.last, run.phase in RESTING and self._timeline.is_up_to_date
        return is_resting and last is not None and (last.epoch, last.batch) == (run.epoch, run.batch)

    def _put_weights(self, weights: tuple[float, ...]) -> Callable[[], bool]:
        run = self._run
        if not weights or run.facts is None or len(weights) != ParameterLayout(run.facts.sizes).n_parameters:
            return lambda: True
        self._inspector.set_weights(weights)
        return lambda: run.weights.last is not None and tuple(run.weights.last.theta.tolist()) == weights

    def _change(self, verb: str, value: dict[str, Any]) -> Callable[[], bool]:
        run, desk = self._run, self._data
        if verb == "set":
            config = run.config
            for path, new in value.items():
                config = with_setting(config, path, new)
            run.set_config(config)
            return lambda: run.facts is not None and run.config == config and run.phase in RESTING
        if verb == "spec" and desk.spec is not None:
            before, spec = desk.prepared, from_json(DataSpec, merge_settings(to_json(desk.spec), value))
            desk.set_spec(spec)
            return lambda: desk.prepared is not before and run.phase is Phase.READY and run.facts is not None
        sizes, layer = run.facts.sizes if run.facts is not None else (), value.get("layer", 1)
        index = ParameterLayout(sizes).index(layer, (value.get("row", 0), value.get("unit", 0)))
        self._inspector.edit_parameter(index, value["value"])
        return lambda: run.weights.last is not None and float(run.weights.last.theta[index]) == value["value"]

    # --- showing ---------------------------------------------------------------------------------------------

    def _show(
        self, busy: bool = False, verdict: bool | None = None, answer: str = "", given: float | None = None
    ) -> None:
        lesson = self.lesson
        if lesson is not None:
            step, count = lesson.steps[self._at], len(lesson.steps)
            self.page = LessonPage(lesson.title, self._at + 1, count, step, busy, verdict, answer, given)
            self.page_shown.emit(self.page)

    def _reveal(self) -> None:
        page = self.page
        if page is None or page.step.look is None:
            return
        self._inspector.set_active(True)
        if self._inspector.pick != page.step.look.pick:
            self._inspector.select_rows(page.step.look.pick)
        self.location_requested.emit(page.step.look)
