"""Networks that are trained together have the bits of their single runs, each with its own seeds, numbers and stop."""

import numpy as np
import pytest
from engine.training.test_random_configs import data_for

from helpers.engine_cases import regression
from helpers.random_config import random_config
from mlp_gui.engine.lockstep.fused_calls import fuse
from mlp_gui.engine.lockstep.lockstep import Lockstep, can_share_tapes
from mlp_gui.engine.network.activations import SiLU, Tanh
from mlp_gui.engine.optimizers.adam import Nadam
from mlp_gui.engine.optimizers.base import FullBatchOptimizer
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.schedules import Cosine, Exponential, ReduceOnPlateau, WarmUp
from mlp_gui.engine.training import evaluator, minibatch
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer


def with_seed(config: RunConfig, k: int, **changes) -> RunConfig:
    training = config.training.replace(seed=k, **changes)
    return config.replace(network=config.network.replace(seed=k), training=training)


def assert_equal_to_single_runs(lockstep: Lockstep) -> None:
    """State, history and result, byte by byte; the training time alone is another."""
    for member in lockstep.members:
        alone = Trainer(member.config, member.dataset)
        list(alone.epochs())
        assert member.epoch == alone.epoch
        assert member.stopped == alone.stopped or repr(member.stopped) == repr(alone.stopped)  # nan is not nan
        mine, other = member.state(), alone.state()
        for name in set(other) - {"facts", "history"}:
            assert mine[name].tobytes() == other[name].tobytes(), name
        assert mine["history"][:, :-1].tobytes() == other["history"][:, :-1].tobytes()
        assert member.result_theta().tobytes() == alone.result_theta().tobytes()


@pytest.mark.parametrize("seed", range(80))
def test_that_members_with_any_settings_equal_their_single_runs(seed) -> None:
    config = random_config(seed)
    configs = [with_seed(config, k) for k in range(3)]
    if isinstance(config.training.optimizer, FullBatchOptimizer):
        assert not can_share_tapes(configs)
        return
    lockstep = Lockstep(configs, data_for(config))
    list(lockstep.epochs())
    assert_equal_to_single_runs(lockstep)


def tanh_run(k: int, **changes) -> RunConfig:
    hidden = (LayerConfig(9, Tanh()), LayerConfig(6, SiLU()))
    config = RunConfig(NetworkConfig(hidden), TrainingConfig(max_epochs=30, batch_size=24))
    return with_seed(config, k, **changes)


def test_that_each_member_has_its_own_rate_decay_dropout_schedule_and_stop() -> None:
    stops = (StoppingConfig(patience=2), StoppingConfig(patience=5), StoppingConfig(enabled=False))
    schedules = (Cosine(), ReduceOnPlateau(patience=2), Exponential(0.9), WarmUp(4))
    configs = [
        tanh_run(
            k, learning_rate=0.02 / (k + 1), l2=0.001 * (k + 1), weight_decay=0.01 * (k + 1), dropout=0.1 * (k + 1),
            schedule=schedules[k % 4], stopping=stops[k % 3], max_epochs=(30, 11, 17)[k % 3], optimizer=Nadam(),
        )
        for k in range(5)
    ]  # fmt: skip
    lockstep = Lockstep(configs, regression())
    list(lockstep.epochs())
    assert len({member.epoch for member in lockstep.members}) > 2
    assert_equal_to_single_runs(lockstep)


def test_that_large_tables_and_many_validation_rows_give_the_same_bits(monkeypatch) -> None:
    """Rows that take turns in the arrays: blocks of two batches and a tail, and validation in pieces."""
    monkeypatch.setattr(minibatch, "BLOCK_ROWS", 48)
    monkeypatch.setattr(evaluator, "LEAST_ROWS", 16)
    monkeypatch.setattr(evaluator, "NUMBERS", 0)
    lockstep = Lockstep([tanh_run(k, max_epochs=4) for k in range(3)], regression())
    list(lockstep.epochs())
    assert lockstep.members[0].validation.calls is None
    assert lockstep.members[0].batches.gathers
    assert_equal_to_single_runs(lockstep)


def test_that_a_member_that_is_halted_stays_as_it_is_and_is_trained_no_more() -> None:
    lockstep = Lockstep([tanh_run(k) for k in range(4)], regression())
    seen = []
    for reports in lockstep.epochs():
        seen.append([k for k, _ in reports])
        if len(seen) == 3:
            lockstep.halt(1)
    assert seen == [[0, 1, 2, 3]] * 3 + [[0, 2, 3]] * 27
    alone = Trainer(tanh_run(1), regression())
    for _ in range(3):
        alone.step_epoch()
    assert lockstep.members[1].network.theta.tobytes() == alone.network.theta.tobytes()
    assert lockstep.members[1].stopped is None


def test_that_members_that_stop_one_after_the_other_equal_their_single_runs_whenever_the_walk_is_left() -> None:
    """Some in places that others go on beside, some before a new stack, some alone; the best weights are theirs."""
    stops = [StoppingConfig(patience=1 + k % 3, restore_best=k % 2 == 0, min_delta=0.001 * (k % 4)) for k in range(9)]
    runs = [tanh_run(k, dropout=0.1, learning_rate=0.05, max_epochs=6 + 3 * k, stopping=stops[k]) for k in range(9)]
    lockstep = Lockstep(runs, regression())
    trained = [len(reports) for reports in lockstep.epochs()]
    assert len(set(trained)) > 3  # who is over has no report
    assert sum(trained) == sum(member.epoch for member in lockstep.members)
    assert_equal_to_single_runs(lockstep)
    left = Lockstep(runs, regression())
    walk = left.epochs()
    while sum(member.stopped is not None for member in left.members) < 2:
        next(walk)
    next(walk)
    walk.close()
    for member in left.members:
        alone = Trainer(member.config, member.dataset)
        for _ in range(member.epoch):
            alone.step_epoch()
        assert member.network.theta.tobytes() == alone.network.theta.tobytes()
        assert member.result_theta().tobytes() == alone.result_theta().tobytes()


def test_that_one_call_serves_all_members_except_where_each_has_its_own_numbers() -> None:
    """Five networks then need few calls more than one: the loss's sum, and the step size of Adam."""
    members = Lockstep([tanh_run(k, shuffle=False, batch_size=1000) for k in range(5)], regression()).members
    tapes = [member.batches.calls[0] for member in members]
    fused = fuse(tapes)
    assert len(fused) <= len(tapes[0]) + 4 * 2
    assert sum(function is np.matmul for function, _ in fused) == 7  # three forward, three gradients, one delta


def test_that_networks_that_go_through_other_operations_are_refused() -> None:
    others = [
        tanh_run(1, dropout=0.1),
        tanh_run(1, l2=0.1),
        tanh_run(1, optimizer=SGD()),
        tanh_run(1, batch_size=7),
        tanh_run(1).replace(network=NetworkConfig()),
        tanh_run(1).replace(network=tanh_run(1).network.replace(dtype="float32")),
    ]
    for other in others:
        assert not can_share_tapes([tanh_run(0), other])
        with pytest.raises(ValueError, match="together"):
            Lockstep([tanh_run(0), other], regression())
    assert can_share_tapes([tanh_run(0), tanh_run(1, learning_rate=0.5, schedule=Cosine(), max_epochs=9)])
