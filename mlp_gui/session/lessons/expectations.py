"""A lesson without a window: its actions on a trainer, and what it says checked against the numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.engine.tracing.trace import Trace, trace
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.timeline import Position, Timeline
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.model import compute_scores
from mlp_gui.session.lessons.lesson import Action, Expectation, InspectorLocation, Lesson, merge_settings


def with_setting(config: RunConfig, path: str, value: Any) -> RunConfig:
    """Return the configuration with one setting at another value.

    Parameters
    ----------
    config : RunConfig
    path : str
        Of the setting, e.g. "training.learning_rate".
    value : object
        As JSON has it.
    """
    plain: Any = value
    for part in reversed(path.split(".")):
        plain = {part: plain}
    return from_json(RunConfig, merge_settings(to_json(config), plain))


class LessonChecker:
    """Walks through a lesson without a window.

    Attributes
    ----------
    lesson : Lesson
    prepared : Prepared
    trainer : Trainer
    line : Timeline
    """

    def __init__(self, lesson: Lesson) -> None:
        self.lesson, preset = lesson, lesson.preset
        table = open_table(preset.source)
        self.prepared = prepare(table, preset.spec_for(table))
        self._begin(preset.config)

    def _prepare(self, changes: dict[str, Any]) -> None:
        spec = from_json(DataSpec, merge_settings(to_json(self.prepared.spec), changes))
        self.prepared = prepare(self.prepared.table, spec)
        self._begin(self.trainer.config)

    def _begin(self, config: RunConfig) -> None:
        self.trainer, self.line = Trainer(config, self.prepared.dataset), Timeline()
        if self.lesson.weights:
            self.trainer.set_weights(self.lesson.weights)
        self.line.start_run(self.trainer)

    def failures(self, index: int) -> list[str]:
        """Run a step, and return one sentence for each of its expectations that fails."""
        step = self.lesson.steps[index]
        for action in step.actions:
            self._do(action)
        failed = []
        for expectation in step.expectations:
            value = self.measured_value(expectation)
            if not expectation.low <= value <= expectation.high:
                failed.append(f"step {index + 1}: {expectation.what} {expectation.place} is {value!r}")
        return failed

    def trace(self, look: InspectorLocation) -> Trace:
        """Return the trace of the batch that a location belongs to."""
        return trace(self.trainer.config, self.prepared.dataset, self.trainer.state(), look.pick)

    def measured_value(self, expectation: Expectation) -> float:
        """Return the number that an expectation is about."""
        trainer, what, place = self.trainer, expectation.what, expectation.place
        if expectation.look is not None:
            found = self.trace(expectation.look)
            return found.loss if what == "loss" else expectation.look.read_value(found)
        if what == "score":
            return float(compute_scores(trainer.network, self.prepared.dataset)[place[0]][place[1]])
        if what == "history":
            return float(trainer.history.column(place[0])[place[1] - 1])
        if what == "rise":
            losses = trainer.history.column(place[0])
            return float(np.diff(losses).max())
        return float({"epoch": trainer.epoch, "best_epoch": trainer.best_epoch, "batch": trainer.batch}[what])

    def _do(self, action: Action) -> None:
        verb, value = action.verb, action.value
        if verb == "set":
            for path, new in value.items():
                config = with_setting(self.trainer.config, path, new)
                # As in the window: before the first step any setting makes a new run, later only live ones may change.
                if self.trainer.epoch + self.trainer.batch:
                    self.trainer.retune(config)
                else:
                    self._begin(config)
        elif verb in ("go_to", "go_to_best"):
            epoch = value if verb == "go_to" else self.line.history.best_epoch
            self.line.reach(self.trainer, Position(epoch))
        elif verb == "reset":
            self._begin(self.trainer.config)
        elif verb == "spec":
            self._prepare(value)
        elif verb == "edit":
            found = self.trace(InspectorLocation("sum", value["layer"]))
            self._edit(found.layout.index(value["layer"], (value["row"], value["unit"])), value["value"])
        else:
            self._train(verb, value)

    def _edit(self, index: int, value: float) -> None:
        self.trainer.set_weights(value, index)
        self.line.change(self.trainer)

    def _train(self, verb: str, value: Any) -> None:
        for _ in range(value if verb in ("train", "batch") else 1_000_000):
            self.trainer.step_batch() if verb == "batch" else self.trainer.step_epoch()
            self.line.record(self.trainer)
            if verb == "train_to_end" and self.trainer.stopped is not None:
                return
