"""What single steps do: precision, limits on gradients and weights, copies (peer case 62)."""

import numpy as np
import pytest

from helpers.engine_cases import classes, config, regression, trained
from helpers.trainer_runs import run_config, walk
from mlp_gui.engine.network.activations import ReLU, Tanh
from mlp_gui.engine.training.trainer import Trainer


@pytest.mark.parametrize("task", ["regression", "classes"])
def test_that_float32_and_float64_agree(task) -> None:
    data = regression(rows=200) if task == "regression" else classes(rows=200)
    predictions = {}
    for dtype in ("float64", "float32"):
        settings = {"network": {"dtype": dtype}, "learning_rate": 0.01, "max_epochs": 30}
        trainer = trained(config([(10, ReLU()), (5, Tanh())], data, **settings), data)
        predictions[dtype] = trainer.network.predict(data.validation.x)
        assert trainer.network.theta.dtype == trainer.gradient.dtype == predictions[dtype].dtype == dtype
        assert trainer.optimizer_state.dtype == dtype
    a, b = predictions.values()
    if task == "classes":
        assert np.array_equal(a.argmax(axis=1), b.argmax(axis=1))
    np.testing.assert_allclose(a, b, rtol=1e-2 if task == "classes" else 5e-4, atol=1e-4)


def test_that_the_clip_and_norm_limits_hold() -> None:
    data = regression()
    data.train.y[:] *= 100
    plain = Trainer(run_config(), data)
    plain.step_batch()
    norm = np.linalg.norm(plain.gradient)
    assert norm > 1
    for clip, largest in (("value", np.abs), ("norm", np.linalg.norm), ("global_norm", np.linalg.norm)):
        trainer = Trainer(run_config(clip=clip, clip_limit=0.5), data)
        trainer.step_batch()
        pieces = [trainer.gradient] if clip != "norm" else trainer.network.layer_views(trainer.gradient)
        for piece in pieces:
            assert np.max(largest(piece)) <= 0.5 + 1e-12
        if clip == "global_norm":
            np.testing.assert_allclose(trainer.gradient, plain.gradient * 0.5 / norm, rtol=1e-12)
    trainer = walk(Trainer(run_config(max_norm=0.3), data), 3)
    for k in range(3):
        assert np.linalg.norm(trainer.network.weights(k), axis=0).max() <= 0.3 + 1e-12


def test_that_snapshots_are_copies() -> None:
    trainer = Trainer(run_config(), regression())
    trainer.step_batch()
    snapshot = trainer.snapshot()
    kept = snapshot.theta.copy(), snapshot.gradient.copy()
    walk(trainer, 2)
    assert (snapshot.epoch, snapshot.batch) == (0, 1)
    assert np.array_equal(snapshot.theta, kept[0])
    assert np.array_equal(snapshot.gradient, kept[1])
    assert not np.array_equal(snapshot.theta, trainer.network.theta)
