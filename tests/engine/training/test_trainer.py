"""Walking a run: steps, stops, resumes, resets, retuning and checkpoints leave no trace (peer cases 39, 56 to 62)."""

import dataclasses
import io
import json

import numpy as np
import pytest

from helpers.engine_cases import classes, config, regression, trained
from helpers.trainer_runs import KINDS, assert_same_run, facts, run_config, walk
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.schedules import Cosine
from mlp_gui.engine.training import minibatch
from mlp_gui.engine.training.trainer import Trainer


@pytest.mark.parametrize("kind", KINDS)
def test_that_7_and_43_epochs_are_50_bit_for_bit(kind) -> None:
    data = regression()
    whole, parts = Trainer(run_config(kind), data), Trainer(run_config(kind), data)
    walk(whole, 50)
    walk(walk(parts, 7), 43)
    assert_same_run(whole, parts)


@pytest.mark.parametrize("kind", KINDS)
def test_that_batches_epochs_and_slices_are_the_same_run(kind) -> None:
    data = regression()
    whole, batches, slices = (Trainer(run_config(kind), data) for _ in range(3))
    walk(whole, 12)
    while batches.epoch < 12:
        batches.step_batch()
    while slices.epoch < 12:
        slices.advance(0)
    assert_same_run(whole, batches)
    assert_same_run(whole, slices)


@pytest.mark.parametrize("stop_after", [3, 20, 41])
@pytest.mark.parametrize("kind", KINDS)
def test_that_a_checkpoint_goes_on_bit_for_bit_from_any_batch(kind, stop_after) -> None:
    data = regression()
    whole, first = Trainer(run_config(kind), data), Trainer(run_config(kind), data)
    for _ in range(stop_after):
        first.step_batch()
    file = io.BytesIO()
    np.savez(file, **first.state())
    file.seek(0)
    with np.load(file, allow_pickle=False) as saved:
        second = Trainer.from_state(run_config(kind), data, dict(saved))
    walk(whole, second.epoch + 4)
    walk(second, 4)
    assert_same_run(whole, second)
    json.loads(str(second.state()["facts"]))


@pytest.mark.parametrize("copied", [True, False])
@pytest.mark.parametrize("shuffle", [True, False])
def test_that_blocks_do_not_change_the_run(monkeypatch, shuffle, copied) -> None:
    """60 rows in batches of 7, in blocks of 2 batches, the last one short, against one block."""
    data = regression()
    whole = walk(Trainer(run_config("everything", shuffle=shuffle), data), 6)
    monkeypatch.setattr(minibatch, "BLOCK_ROWS", 15)
    monkeypatch.setattr(minibatch, "COPY_BYTES", 10**6 if copied else 0)
    small = Trainer(run_config("everything", shuffle=shuffle), data)
    for _ in range(22):
        small.step_batch()
    resumed = Trainer.from_state(run_config("everything", shuffle=shuffle), data, small.state())
    walk(resumed, 4)
    np.testing.assert_array_equal(whole.network.theta, resumed.network.theta)
    np.testing.assert_allclose(whole.history.train_loss, resumed.history.train_loss, rtol=1e-14)


def test_that_a_checkpoint_of_another_network_or_data_is_refused() -> None:
    state = walk(Trainer(run_config(), regression()), 2).state()
    with pytest.raises(UserError, match="does not fit"):
        Trainer.from_state(config([(3, Tanh())]), regression(), state)
    with pytest.raises(UserError, match="does not fit"):
        Trainer.from_state(run_config(), regression(rows=61), state)


def test_that_going_on_with_other_classes_is_refused_and_lists_both() -> None:
    data = classes()
    run_config = config([(3, Tanh())], data)
    other = dataclasses.replace(data, class_names=("a", "b", "d"))
    with pytest.raises(UserError) as refused:
        Trainer.from_state(run_config, other, walk(Trainer(run_config, data), 1).state())
    assert "Saved: a, b, c. Here: a, b, d." in str(refused.value)


def test_that_retuning_refuses_what_the_optimizer_does_not_work_with() -> None:
    trainer = walk(Trainer(run_config("lbfgs"), regression()), 2)
    with pytest.raises(UserError, match="does not work with: Dropout"):
        trainer.retune(run_config("lbfgs", dropout=0.5))
    assert trainer.step_epoch() is not None


@pytest.mark.parametrize("kind", KINDS)
def test_that_reset_and_train_is_the_first_run(kind) -> None:
    trainer = walk(Trainer(run_config(kind), regression()), 9)
    first = facts(trainer)
    trainer.step_batch()
    trainer.reset()
    assert (trainer.epoch, trainer.batch, len(trainer.history), trainer.stopped) == (0, 0, 0, None)
    np.testing.assert_array_equal(facts(walk(trainer, 9)), first)


def test_that_seeds_and_shuffling_decide_the_weights() -> None:
    data = regression()
    settings = {"batch_size": 1, "max_epochs": 1}
    same, again = (trained(run_config(**settings), data).network.theta for _ in range(2))
    assert np.array_equal(same, again)
    for other in ({"seed": 1}, {"shuffle": False}):
        assert not np.array_equal(same, trained(run_config(**settings, **other), data).network.theta)


def test_that_live_settings_change_a_paused_run_and_others_need_a_reset() -> None:
    trainer = walk(Trainer(run_config(), regression()), 3)
    theta = trainer.network.theta.copy()
    trainer.retune(run_config(learning_rate=0.5, l2=0.1, dropout=0.1, schedule=Cosine(), optimizer=Adam(beta_1=0.5)))
    assert np.array_equal(trainer.network.theta, theta)
    assert trainer.step_epoch().learning_rate == 0.5 * Cosine().rate(1, 4, 1000, np.zeros(4))
    with pytest.raises(UserError) as refused:
        trainer.retune(run_config(batch_size=8, optimizer=SGD()))
    assert str(refused.value) == (
        "Optimizer, Batch size cannot change during a run. Reset the run to apply the change."
    )
    assert trainer.config.training.batch_size == 7
    assert trainer.step_epoch() is not None


@pytest.mark.parametrize("kind", KINDS)
def test_that_retuning_to_the_same_settings_in_mid_epoch_changes_nothing(kind) -> None:
    data = regression()
    whole, retuned = (Trainer(run_config(kind), data) for _ in range(2))
    for _ in range(13):
        retuned.step_batch()
        retuned.retune(run_config(kind, max_epochs=900))
    walk(whole, 15)
    walk(retuned, 15 - retuned.epoch)
    assert_same_run(whole, retuned)


def test_that_raising_the_epochs_goes_on() -> None:
    trainer = trained(run_config(max_epochs=10), regression())
    assert (trainer.epoch, trainer.stopped.kind) == (10, "max_epochs")
    assert trainer.step_epoch() is None
    assert trainer.step_batch() is None
    assert trainer.advance(1) == []
    assert str(trainer.can_go_on()) == "All 10 epochs are done. Raise Epochs to go on."
    trainer.retune(run_config(max_epochs=20))
    assert trainer.can_go_on() is None
    assert [r.epoch for r in trainer.epochs()] == list(range(11, 21))
    for goal in (23, 26):
        trainer.retune(run_config(max_epochs=goal))
        assert len(list(trainer.epochs())) == 3
    assert_same_run(trainer, trained(run_config(max_epochs=26), regression()))


def test_that_a_batch_larger_than_the_data_is_the_full_batch() -> None:
    data = regression()
    a, b = (trained(run_config(batch_size=n, shuffle=False, max_epochs=5), data) for n in (60, 10**6))
    assert a.batches_per_epoch == 1
    assert np.array_equal(a.network.theta, b.network.theta)


@pytest.mark.parametrize("epoch_loss", ["weighted", "batch_mean"])
def test_that_the_short_last_batch_is_used_and_weighted_as_chosen(epoch_loss) -> None:
    data = regression(rows=10)
    trainer = Trainer(run_config(batch_size=4, shuffle=False, epoch_loss=epoch_loss), data)
    losses, loss = [], trainer.config.training.loss
    for k in range(3):
        rows = slice(4 * k, 4 * k + 4)
        losses.append(loss(trainer.network.logits(data.train.x[rows]), data.train.y[rows]))
        report = trainer.step_batch()
    assert trainer.batches_per_epoch == 3
    weights = [4, 4, 2] if epoch_loss == "weighted" else None
    assert report.train_loss == pytest.approx(np.average(losses, weights=weights), rel=1e-13)


def test_that_advance_returns_after_the_batch_at_which_time_ran_out() -> None:
    trainer = Trainer(run_config(batch_size=1), regression())
    assert trainer.advance(0) == []
    assert (trainer.epoch, trainer.batch) == (0, 1)
    reports = trainer.advance(0.05)
    assert [r.epoch for r in reports] == list(range(1, len(reports) + 1))
    assert reports
