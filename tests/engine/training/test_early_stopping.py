"""Early stopping and the other rules, by the traces of Keras and of the tutorial (peer cases 45 to 55)."""

import math

import numpy as np
import pytest

from helpers.engine_cases import classes, config, dataset, regression, trained
from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import from_json
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.config import StoppingConfig
from mlp_gui.engine.training.early_stopping import BestEpochTracker
from mlp_gui.engine.training.stopping_config import higher_is_better
from mlp_gui.engine.training.trainer import Trainer

TRACE = [10, 9, 8, 9, 8.9, 8.8, 8.7, 8.6, 8.5]


def walk(stopping: StoppingConfig, values) -> tuple[BestEpochTracker, int, str]:
    """(watch, epochs done, sentence) of a run that gives these values; theta is the epoch's number."""
    watch, theta = BestEpochTracker(stopping, np.zeros(1)), np.zeros(1)
    for epoch, value in enumerate(values, 1):
        theta[:] = epoch
        reason = watch.observe(epoch, value, theta)
        if reason:
            return watch, epoch, reason.sentence
    return watch, len(values), ""


@pytest.mark.parametrize(("patience", "epochs"), [(0, 4), (1, 4), (2, 5), (3, 6)])
def test_that_patience_counts_as_in_keras(patience, epochs) -> None:
    """Keras counts epochs from 0 and stops at 3, 3, 4, 5."""
    watch, stopped, _ = walk(StoppingConfig(patience=patience), TRACE)
    assert (stopped, watch.best_epoch, watch.best_value) == (epochs, 3, 8)


@pytest.mark.parametrize("patience", [2, 5, 10, 50, 100])
def test_that_the_exceeds_rule_allows_one_more_epoch(patience) -> None:
    values = [1.0] + [2.0] * 200
    assert walk(StoppingConfig(patience=patience), values)[1] == 1 + patience
    assert walk(StoppingConfig(patience=patience, rule="exceeds"), values)[1] == 1 + patience + 1


def test_that_an_equal_value_improves_only_under_the_exceeds_rule() -> None:
    values = [1.0] * 10
    assert walk(StoppingConfig(patience=3), values)[:2][1] == 4
    watch, stopped, _ = walk(StoppingConfig(patience=3, rule="exceeds"), values)
    assert (stopped, watch.best_epoch) == (10, 10)


def test_that_the_best_weights_are_those_of_the_best_epoch() -> None:
    watch, stopped, sentence = walk(StoppingConfig(patience=2), [0.2, 0.15, 0.1, 0.11, 0.12])
    assert (stopped, watch.best_theta[0]) == (5, 3)
    assert sentence == (
        "Stopped at epoch 5: validation loss has not beaten 0.1 (epoch 3) for 2 epochs. Best weights restored."
    )


def test_that_nan_never_improves_and_never_becomes_the_best() -> None:
    nan = float("nan")
    watch, stopped, sentence = walk(StoppingConfig(patience=3), [nan, nan, nan, 1.0])
    assert (stopped, watch.best_epoch) == (3, 0)
    assert sentence == "Stopped at epoch 3: validation loss has been undefined for 3 epochs."
    watch, _, _ = walk(StoppingConfig(patience=9), [nan, 2.0, nan, 1.0])
    assert (watch.best_epoch, watch.best_value) == (4, 1.0)


def test_that_a_small_improvement_does_not_count() -> None:
    watch, _, _ = walk(StoppingConfig(patience=99, min_delta=0.1), [1.0, 0.95, 0.9, 0.89])
    assert (watch.best_epoch, watch.best_value) == (4, 0.89)


def test_that_the_first_epochs_can_be_left_out() -> None:
    watch, stopped, _ = walk(StoppingConfig(patience=2, start_epoch=3), [1.0, 2, 2, 5, 6, 7, 8])
    assert (stopped, watch.best_epoch, watch.best_value) == (6, 4, 5)


def test_that_directions_are_known_and_not_guessed() -> None:
    up = {m.name for m in metrics if m.higher_is_better}
    assert {"accuracy", "f1_macro", "r2", "kge", "mcc", "roc_auc"} <= up
    assert not {"mse", "rmse", "mae", "mape", "log_loss", "brier", "max_error"} & up
    assert higher_is_better("r2")
    assert not higher_is_better("validation_loss")
    assert not higher_is_better("train_loss")


def test_that_an_unknown_number_to_watch_is_refused() -> None:
    with pytest.raises(UserError, match="Watch cannot be 'val_acc'"):
        from_json(StoppingConfig, {"monitor": "val_acc"})


def test_that_a_metric_of_another_task_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        Trainer(config([], stopping=StoppingConfig(monitor="accuracy")), regression())
    assert "Accuracy cannot be watched here." in str(refused.value)


@pytest.mark.parametrize("monitor", ["accuracy", "roc_auc", "log_loss", "validation_loss", "train_loss"])
def test_that_any_metric_can_drive_early_stopping(monitor) -> None:
    data = classes(n_classes=2)
    trainer = trained(
        config([(5, Tanh())], data, StoppingConfig(monitor=monitor, patience=5), learning_rate=0.05, max_epochs=60),
        data,
    )
    watched = trainer.history.column("monitored")
    best = watched.argmax() if higher_is_better(monitor) else watched.argmin()
    assert trainer.best_epoch == best + 1
    assert trainer.best_value == watched[best]


def test_that_the_best_score_is_the_best_of_the_recorded_ones() -> None:
    data = regression()
    trainer = trained(
        config([(5, Tanh())], stopping=StoppingConfig(patience=8), learning_rate=0.02, max_epochs=80), data
    )
    losses = trainer.history.validation_loss
    assert len(losses) == trainer.epoch
    assert np.isfinite(losses).all()
    assert trainer.best_value == losses.min()
    assert not np.array_equal(trainer.result_theta(), trainer.network.theta)
    predicted = trainer.network.copy()
    predicted.theta[:] = trainer.result_theta()
    loss = trainer.config.training.loss(predicted.logits(data.validation.x), data.validation.y)
    assert loss == pytest.approx(trainer.best_value, rel=1e-12)


def test_that_without_validation_rows_early_stopping_is_off_and_says_so() -> None:
    trainer = trained(config([], stopping=StoppingConfig(patience=1), max_epochs=20), regression(validation=0))
    assert trainer.epoch == 20
    assert np.isnan(trainer.history.validation_loss).all()
    assert trainer.early_stopping_note == "Early stopping is off: there are no validation rows to watch."
    assert trainer.best_epoch == 0
    assert trainer.best_theta is None
    assert np.array_equal(trainer.result_theta(), trainer.network.theta)
    assert trainer.stopped.sentence == "Finished: all 20 epochs are done."


def test_that_a_stop_from_outside_keeps_the_best_weights() -> None:
    data = regression()
    trainer = Trainer(
        config([(5, Tanh())], stopping=StoppingConfig(patience=99), learning_rate=0.3, optimizer=SGD()), data
    )
    thetas = []
    for report in trainer.epochs():
        thetas.append(trainer.network.theta.copy())
        if report.epoch == 4:
            break
    assert trainer.epoch == 4
    assert np.array_equal(trainer.result_theta(), thetas[trainer.best_epoch - 1])


def test_that_going_on_after_the_stop_counts_patience_afresh() -> None:
    rng = np.random.default_rng(0)
    x = rng.standard_normal((40, 2))
    data = dataset((x[:20], x[:20, :1]), (x[20:], -x[20:, :1]))  # learning makes validation worse at once
    trainer = trained(config([], stopping=StoppingConfig(patience=4), learning_rate=0.01), data)
    assert trainer.epoch == 5
    more = [report.epoch for report in trainer.epochs()]
    assert more == [6, 7, 8, 9]
    assert trainer.best_epoch == 1


@pytest.mark.parametrize(
    ("rule", "kind", "words"),
    [
        ({"target_loss": 0.9}, "target_loss", "has reached the target 0.9"),
        ({"min_gradient": 0.05}, "gradient", "is at or below 0.05"),
        ({"plateau": 5, "plateau_tolerance": 1e-3}, "plateau", "over 5 epochs"),
        ({"max_seconds": 1e-3}, "time", "the limit of 0.001 s"),
    ],
)
def test_that_every_other_rule_fires_and_names_its_numbers(rule, kind, words) -> None:
    data = regression(noise=0.5)
    stopping = StoppingConfig(enabled=False, restore_best=False, **rule)
    trainer = trained(config([], stopping=stopping, learning_rate=0.05, max_epochs=5000, batch_size=60), data)
    assert trainer.stopped.kind == kind
    assert words in trainer.stopped.sentence
    assert trainer.stopped.sentence.startswith(f"Stopped at epoch {trainer.epoch:,}: ")
    assert math.isfinite(trainer.history.train_loss[-1])


def test_that_watching_a_loss_works_for_several_classes() -> None:
    data = classes(n_classes=4)
    assert data.task is Task.MULTICLASS
    trainer = trained(config([(6, Tanh())], data, StoppingConfig(monitor="f1_macro", patience=10), max_epochs=40), data)
    assert 0 < trainer.best_value <= 1
