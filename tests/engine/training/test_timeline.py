"""The time machine: any walk over the line of a run meets the bits of a run replayed from the start."""

import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.engine_cases import classes, config, regression
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD, Momentum
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.state import facts_of
from mlp_gui.engine.training.stopping_config import StoppingConfig
from mlp_gui.engine.training.timeline import Position, Timeline, position_of
from mlp_gui.engine.training.trainer import Trainer

DATA = regression(rows=40, validation=10)
LAYERS = [(4, Tanh())]
WALKS = {"deadline": None, "max_examples": 40, "suppress_health_check": list(HealthCheck)}


def facts(trainer: Trainer) -> tuple:
    """Everything that decides how the run goes on."""
    state = trainer.state(with_history=False)
    kept = facts_of(state)
    return (
        trainer.network.theta.tobytes(),
        trainer.gradient.tobytes(),
        trainer.optimizer_state.tobytes(),
        float(state["count"]),
        str(trainer.rng.bit_generator.state),
        kept["best_epoch"],
        kept["waited"],
        state["best_theta"].tobytes(),
        trainer.learning_rate if trainer.epoch + trainer.batch else 0,
        trainer.history.rows()[:, :-1].tobytes(),  # all but the seconds
    )


class Walker:
    """A run with its time line, and the changes of the present path: (position, what)."""

    def __init__(self, run, data, budget=10**9) -> None:
        self.run, self.data = run, data
        self.trainer = Trainer(run, data)
        self.line = Timeline(budget)
        self.line.start_run(self.trainer)
        self.changes: list[tuple[Position, object]] = []

    def advance(self, epochs=0, batches=0) -> None:
        """Training on from the past forgets the future, changes included."""
        if epochs + batches:
            here = position_of(self.trainer)
            self.changes = [(at, what) for at, what in self.changes if at <= here]
        for _ in range(epochs):
            self.trainer.step_epoch()
            self.line.record(self.trainer)
        for _ in range(batches):
            self.trainer.step_batch()
            self.line.record(self.trainer)

    def jump(self, share: float, batch: int) -> None:
        target = Position(round(share * self.line.end.epoch), batch % self.trainer.batches_per_epoch)
        self.line.reach(self.trainer, min(target, self.line.end))
        assert position_of(self.trainer) == min(target, self.line.end)

    def change(self, what) -> None:
        here = position_of(self.trainer)
        self.changes = [(at, before) for at, before in self.changes if at <= here]
        self.changes.append((here, what))
        apply(self.trainer, what)
        self.line.change(self.trainer)

    def replayed(self) -> Trainer:
        """The same path from the start, without a time line."""
        trainer, todo, end = Trainer(self.run, self.data), list(self.changes), position_of(self.trainer)
        while True:
            while todo and todo[0][0] == position_of(trainer):
                apply(trainer, todo.pop(0)[1])
            if position_of(trainer) == end:
                return trainer
            trainer.step_batch()


def apply(trainer: Trainer, what) -> None:
    if isinstance(what, float):
        trainer.retune(trainer.config.replace(training=trainer.config.training.replace(learning_rate=what)))
    else:
        trainer.network.theta[what] += 0.25


STEPS = st.one_of(
    st.tuples(st.just("advance"), st.integers(0, 4), st.integers(0, 3)),
    st.tuples(st.just("jump"), st.floats(0, 1), st.integers(0, 9)),
    st.tuples(st.just("rate"), st.sampled_from([0.003, 0.01, 0.02])),
    st.tuples(st.just("edit"), st.integers(0, 5)),
)


@settings(**WALKS)
@given(
    st.lists(STEPS, min_size=3, max_size=14), st.sampled_from([SGD(), Momentum(), Adam()]), st.sampled_from([0.0, 0.3])
)
def test_that_a_random_walk_equals_a_run_replayed_from_the_start(steps, optimizer, dropout) -> None:
    stopping = StoppingConfig(enabled=True, patience=3)
    walker = Walker(config(LAYERS, DATA, stopping, batch_size=13, optimizer=optimizer, dropout=dropout), DATA)
    walker.advance(3)
    for step in steps:
        if step[0] == "advance":
            walker.advance(step[1], step[2])
        elif step[0] == "jump":
            walker.jump(step[1], step[2])
        else:
            walker.change(step[1])
        assert facts(walker.trainer) == facts(walker.replayed())


@pytest.mark.parametrize("schedule", schedules, ids=lambda s: s.name)
def test_that_schedules_are_on_the_line_with_their_memory(schedule) -> None:
    walker = Walker(config(LAYERS, DATA, batch_size=13, schedule=schedule(), max_epochs=30), DATA)
    walker.advance(24)
    truth = facts(walker.trainer)
    for epoch in (3, 17, 8, 24):
        walker.line.reach(walker.trainer, Position(epoch))
        assert facts(walker.trainer) == facts(walker.replayed())
    assert facts(walker.trainer) == truth


def test_that_a_thinned_line_still_reaches_every_epoch() -> None:
    data = classes(n_classes=3)
    walker = Walker(config([(8, Tanh())], data, batch_size=16), data, budget=60_000)
    walker.advance(120)
    line = walker.line
    assert line.used <= line.budget
    assert len(line.checkpoints) < 60
    thetas = {}
    reference = Trainer(walker.run, data)
    for report in reference.epochs():
        thetas[report.epoch] = reference.network.theta.copy()
        if report.epoch == 120:
            break
    for epoch in (1, 119, 60, 61, 7, 120):
        line.reach(walker.trainer, Position(epoch))
        assert np.array_equal(walker.trainer.network.theta, thetas[epoch])


@pytest.mark.parametrize("budget", [2_000, 20_000, 200_000])
def test_that_memory_never_exceeds_the_budget(budget) -> None:
    walker = Walker(config([(20, Tanh())], DATA, optimizer=Adam(), batch_size=16), DATA, budget)
    for _ in range(30):
        walker.advance(3, 1)
        arrays = {id(a): a.nbytes for moment in walker.line.checkpoints for a in moment.state.values()}
        assert walker.line.used == sum(arrays.values()) <= budget
        walker.change(0.01)
        assert walker.line.used <= budget
    if walker.line.start > Position(0):
        with pytest.raises(UserError, match="not kept"):
            walker.line.reach(walker.trainer, Position(0))


def test_that_going_through_a_stop_and_on_is_on_the_line() -> None:
    walker = Walker(config(LAYERS, DATA, StoppingConfig(patience=2, min_delta=10.0), batch_size=13), DATA)
    walker.advance(3)
    assert walker.trainer.stopped is not None
    walker.advance(4)
    for epoch in (5, 3, 2, 7):
        walker.line.reach(walker.trainer, Position(epoch))
        assert facts(walker.trainer) == facts(walker.replayed())
    walker.line.reach(walker.trainer, Position(3))
    assert walker.trainer.stopped is not None


class Clock:
    """A clock that moves on by `step` whenever somebody looks at it."""

    def __init__(self, step: float) -> None:
        self.step, self.now = step, 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.mark.parametrize("pace", [0.0, 1.0, 100.0], ids=["in no time", "as fast", "slower"])
def test_that_a_stop_by_the_clock_stays_where_it_was_however_long_the_replay_takes(pace, monkeypatch) -> None:
    clock = Clock(0.01)
    monkeypatch.setattr("mlp_gui.engine.training.trainer.perf_counter", clock)
    stopping = StoppingConfig(max_seconds=0.9, patience=1000)
    walker = Walker(config(LAYERS, DATA, stopping, batch_size=13), DATA)
    seen = {}
    while walker.trainer.stopped is None:
        walker.advance(epochs=1)
        seen[walker.trainer.epoch] = (facts(walker.trainer), walker.trainer.seconds, walker.trainer.stopped)
    end = walker.trainer.epoch
    assert walker.trainer.stopped.kind == "time"
    assert 5 < end < 100
    longer = walker.run.replace(
        training=walker.run.training.replace(stopping=walker.run.training.stopping.replace(max_seconds=60.0))
    )
    walker.trainer.retune(longer)
    walker.line.change(walker.trainer)
    for _ in range(20):
        walker.advance(epochs=1)
        seen[walker.trainer.epoch] = (facts(walker.trainer), walker.trainer.seconds, None)
    assert facts_of(walker.trainer.state())["waited"] < 20  # going on after a stop begins to count anew
    walker.line.set_budget(8 * walker.line.used // len(walker.line.checkpoints))
    clock.step *= pace
    for epoch in (end - 1, 3, end, end + 15, end - 2, end + 3, end + 20, 1):
        walker.line.reach(walker.trainer, Position(epoch))
        told, seconds, stopped = seen[epoch]
        assert facts(walker.trainer) == told
        assert walker.trainer.seconds == seconds
        assert walker.trainer.history[-1].seconds == seconds
        assert (walker.trainer.stopped is None) == (stopped is None), epoch
        assert stopped is None or walker.trainer.stopped.sentence == stopped.sentence


def test_that_a_run_that_diverged_can_go_back_and_on_with_a_lower_rate() -> None:
    walker = Walker(config([], DATA, optimizer=SGD(), batch_size=13, learning_rate=0.01), DATA)
    walker.advance(2)
    walker.change(1e9)
    while walker.trainer.stopped is None:
        walker.advance(1)
    assert walker.trainer.stopped.kind == "diverged"
    walker.line.reach(walker.trainer, Position(1))
    assert position_of(walker.trainer) == Position(1)
    assert walker.trainer.config.training.learning_rate == 0.01
    walker.line.reach(walker.trainer, walker.line.end)
    assert walker.trainer.config.training.learning_rate == 1e9
    walker.change(0.001)
    walker.advance(2)
    assert walker.trainer.stopped is None


def test_that_a_copy_of_the_line_is_a_branch_to_come_back_to() -> None:
    walker = Walker(config(LAYERS, DATA, batch_size=13), DATA)
    walker.advance(8)
    truth, branch = facts(walker.trainer), walker.line.copy()
    walker.line.reach(walker.trainer, Position(4))
    walker.change(0.02)
    walker.advance(3)
    branch.reach(walker.trainer, branch.end)
    assert facts(walker.trainer) == truth


def test_that_recording_costs_little_of_the_training() -> None:
    data = regression(rows=152, inputs=13, validation=66)
    run = config([(10, Tanh()), (5, Tanh())], data, batch_size=32, optimizer=SGD(), shuffle=False, max_epochs=10**6)

    def share() -> float:
        trainer, line = Trainer(run, data), Timeline()
        line.start_run(trainer)
        training = recording = 0.0
        for _ in range(20):
            start = time.thread_time()
            trainer.advance(0.012)
            middle = time.thread_time()
            line.record(trainer)
            training, recording = training + middle - start, recording + time.thread_time() - middle
        return recording / training

    assert min(share() for _ in range(5)) <= 0.05
