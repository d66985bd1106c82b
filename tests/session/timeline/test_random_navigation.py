"""Walks over the time line as a person takes them.

Whatever was jumped, edited, changed, forked and taken back, the run is always the one that its own path gives when it
is replayed from the start.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD, Momentum, RMSprop
from mlp_gui.engine.optimizers.schedules import Constant, Cosine, ReduceOnPlateau
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.timeline import Position, position_of
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.inspector.inspector_worker import InspectorWorker, ParameterEdit
from mlp_gui.session.timeline.recorder import TimelineBranch, TimelineRecorder
from mlp_gui.session.training.worker import Worker
from mlp_gui.session.training.worker_messages import Job, SliceRequest

LIVE = {
    "learning_rate": [0.003, 0.05],
    "l2": [0.0, 0.1],
    "l1": [0.01],
    "dropout": [0.0, 0.4],
    "input_noise": [0.2],
    "clip": ["none", "norm", "value"],
    "max_norm": [None, 1.0],
    "weight_decay": [0.05],
    "max_epochs": [400],
}
Change = tuple[str, object]  # a setting and its value, or "weight" and its place in θ


def data() -> Dataset:
    rng = np.random.default_rng(5)
    x = rng.standard_normal((50, 3))
    parts = [SubsetData(x[cut], np.sin(x[cut, :2]), np.arange(len(x[cut]))) for cut in (slice(0, 40), slice(40, 50))]
    empty = SubsetData(x[:0], x[:0, :2], np.arange(0))
    return Dataset(*parts, empty, ("a", "b", "c"), ("y", "z"), Task.REGRESSION)


DATA = data()


def facts(trainer: Trainer) -> dict[str, object]:
    """Everything that the run consists of, but for the clock and what batches to come will write over."""
    state = trainer.state()
    told = json.loads(str(state["facts"]))
    kept = {name: array for name, array in state.items() if name != "facts" and not name.startswith("batch_block")}
    found: dict[str, object] = {name: array.tobytes() for name, array in kept.items()}
    found["history"] = state["history"][:, :-1].tobytes()  # the last column is the seconds
    if not trainer.epoch + trainer.batch:
        del found["rate"]  # is set when the first epoch begins
    return found | {name: value for name, value in told.items() if name != "seconds"}


def apply(trainer: Trainer, change: Change) -> None:
    name, value = change
    if name == "weight":
        trainer.set_weights(float(trainer.network.theta[value]) + 0.25, value)
    else:
        trainer.retune(changed(trainer.config, change))


def changed(config: RunConfig, change: Change) -> RunConfig:
    return config.replace(training=config.training.replace(**{change[0]: change[1]}))


@dataclass
class Traveller:
    """A run with its time machine, as the worker's thread has them, and the changes on its present path."""

    config: RunConfig
    changes: list[tuple[Position, Change]] = field(default_factory=list)
    left: dict[int, list[tuple[Position, Change]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.worker = Worker()
        self.recorder = TimelineRecorder(self.worker)
        self.probe = InspectorWorker(self.worker)
        self.probe.changed.connect(self.recorder.mark_changed)
        self.worker.build(Job(1, self.config, DATA, None))

    @property
    def trainer(self) -> Trainer:
        return self.worker.trainer

    @property
    def branches(self) -> list[TimelineBranch]:
        return self.recorder.branches

    def replayed(self) -> Trainer:
        """The same path from the start, with nothing but single batches."""
        trainer, todo, end = Trainer(self.config, DATA), list(self.changes), position_of(self.trainer)
        while True:
            while todo and todo[0][0] == position_of(trainer):
                apply(trainer, todo.pop(0)[1])
            if position_of(trainer) == end:
                return trainer
            trainer.step_batch()

    # --- what a person does ----------------------------------------------------------------------------------

    def do(self, what: str, value: object, more: int) -> None:
        before, path = {b.number for b in self.branches}, list(self.changes)
        getattr(self, what)(value, more)
        new = [b for b in self.branches if b.number not in before]
        assert len(new) <= 1
        for branch in new:
            self.left[branch.number] = path

    def train(self, epochs: int, batches: int) -> None:
        if epochs or batches:  # training nothing leaves no future
            self._forget()
        goal = self.trainer.epoch + epochs
        for _ in range(3 * epochs):
            if self.trainer.epoch < goal:
                self.worker.advance(SliceRequest(1, until_epoch=goal))
        for _ in range(batches):
            self.worker.advance(SliceRequest(1, one_batch=True))

    def jump(self, share: float, batch: int) -> None:
        end = self.recorder.line.end
        self.recorder.move_to(Position(round(share * end.epoch), batch % self.trainer.batches_per_epoch))

    def edit(self, place: int, more: int) -> None:
        self._change(("weight", place))
        self.probe.edit_parameter(ParameterEdit(place, float(self.trainer.network.theta[place]) + 0.25))

    def set(self, change: Change, more: int) -> None:
        config = changed(self.trainer.config, change)
        if config != self.trainer.config:
            self._change(change)
            self.worker.retune(config)

    def take_branch(self, share: float, more: int) -> None:
        if self.branches:
            branch = self.branches[round(share * (len(self.branches) - 1))]
            taken = self.left[branch.number]
            self.recorder.take_branch(branch.number)
            if branch not in self.branches:  # else its states were thinned away, and it is said
                assert position_of(self.trainer) == branch.end
                self.changes = list(taken)

    def budget(self, size: int, more: int) -> None:
        self.recorder.set_budget(size)

    def _forget(self) -> None:
        """Whatever is done in the past, what came after it is another path."""
        here = position_of(self.trainer)
        self.changes = [(at, change) for at, change in self.changes if at <= here]

    def _change(self, change: Change) -> None:
        self._forget()
        self.changes.append((position_of(self.trainer), change))


SETTINGS = st.sampled_from([(name, value) for name, values in LIVE.items() for value in values])
MORE = st.integers(0, 5)
STEPS = st.one_of(
    st.tuples(st.just("train"), st.integers(0, 4), st.integers(0, 3)),
    st.tuples(st.just("jump"), st.floats(0, 1), MORE),
    st.tuples(st.just("edit"), st.integers(0, 20), MORE),
    st.tuples(st.just("set"), SETTINGS, MORE),
    st.tuples(st.just("take_branch"), st.floats(0, 1), MORE),
    st.tuples(st.just("budget"), st.sampled_from([8_000, 60_000, 10**9]), MORE),
)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.lists(STEPS, min_size=4, max_size=16),
    st.sampled_from([SGD(), Momentum(), RMSprop(centered=True), Adam()]),
    st.sampled_from([Constant(), Cosine(), ReduceOnPlateau(patience=1)]),
    st.sampled_from([0.0, 0.9]),
)
def test_that_the_run_is_always_the_one_that_its_path_gives(steps, optimizer, schedule, averaging) -> None:
    stopping = StoppingConfig(enabled=True, patience=2, restore_best=True)
    training = TrainingConfig(
        optimizer=optimizer, schedule=schedule, batch_size=13, max_epochs=300, averaging=averaging, stopping=stopping
    )
    traveller = Traveller(RunConfig(NetworkConfig((LayerConfig(4, Tanh()), LayerConfig(3, Tanh()))), training))
    traveller.do("train", 3, 1)
    for step in steps:
        traveller.do(*step)
        assert facts(traveller.trainer) == facts(traveller.replayed()), step


def test_that_a_fork_of_a_fork_is_come_back_to_with_its_edits() -> None:
    training = TrainingConfig(optimizer=Adam(), batch_size=13, stopping=StoppingConfig(enabled=False))
    traveller = Traveller(RunConfig(NetworkConfig((LayerConfig(4, Tanh()),)), training))
    traveller.do("train", 6, 0)
    trunk = facts(traveller.trainer)
    traveller.do("jump", 0.5, 2)
    traveller.do("edit", 3, 0)
    traveller.do("train", 4, 1)
    fork = facts(traveller.trainer)
    traveller.do("jump", 0.8, 0)
    traveller.do("set", ("learning_rate", 0.05), 0)
    traveller.do("train", 2, 0)
    assert [branch.left_at for branch in traveller.branches] == [Position(3, 2), Position(6, 0)]
    traveller.do("take_branch", 1.0, 0)
    assert facts(traveller.trainer) == fork
    traveller.do("take_branch", 0.0, 0)
    assert facts(traveller.trainer) == trunk
    assert len(traveller.branches) == 2


def test_that_a_branch_whose_only_kept_state_is_where_the_run_stands_is_come_back_to_as_it_was() -> None:
    training = TrainingConfig(batch_size=13, stopping=StoppingConfig(enabled=False))
    traveller = Traveller(RunConfig(NetworkConfig((LayerConfig(4, Tanh()),)), training))
    traveller.do("train", 5, 0)
    trunk = facts(traveller.trainer)
    traveller.do("jump", 0.0, 0)
    traveller.do("edit", 3, 0)
    del traveller.branches[0].line.checkpoints[1:]  # as a small budget leaves it
    traveller.do("take_branch", 0.0, 0)
    assert facts(traveller.trainer) == trunk
