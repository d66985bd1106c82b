"""PyTorch and scikit-learn find the engine's gradients, and what they cannot compare is refused in words."""

import dataclasses
from importlib.util import find_spec

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import GELU, Identity, ReLU, Sigmoid, Tanh, activations
from mlp_gui.engine.network.losses import MAE, MSE, default_loss, losses
from mlp_gui.engine.tracing.trace import trace
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.scripts.activation_code import ACTIVATION_CODES
from mlp_gui.session.inspector.cross_check import available_library, cross_check, refusal_reason

needs_tensorflow = pytest.mark.skipif(find_spec("tensorflow") is None, reason="TensorFlow is not installed")
needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")


def data(task: Task, outputs: int) -> Dataset:
    rng = np.random.default_rng(1)
    x, names = rng.standard_normal((30, 3)), ("a", "b", "c")[: max(2, outputs)]
    labels = rng.integers(0, len(names), 30)
    y = rng.standard_normal((30, outputs))
    if task is not Task.REGRESSION:
        y = labels[:, None].astype(float) if task is Task.BINARY else np.eye(outputs)[labels]
    empty = SubsetData(np.zeros((0, 3)), np.zeros((0, outputs)), np.arange(0), None)
    targets = tuple(f"y{i}" for i in range(1 if task is Task.MULTICLASS else outputs))
    classes = () if task is Task.REGRESSION else names
    train = SubsetData(x, y, np.arange(30), None)
    return Dataset(train, empty, empty, ("x0", "x1", "x2"), targets, task, classes, np.zeros(outputs), np.ones(outputs))


KINDS = {
    "one target": data(Task.REGRESSION, 1),
    "two targets": data(Task.REGRESSION, 2),
    "binary": data(Task.BINARY, 1),
    "three classes": data(Task.MULTICLASS, 3),
}


def traced(kind: str, *functions, dtype: str = "float64", **training):
    training = {"loss": default_loss(KINDS[kind].task), "batch_size": 12} | training
    hidden = tuple(LayerConfig(4 + k, f) for k, f in enumerate(functions))
    run = RunConfig(NetworkConfig(hidden, dtype=dtype), TrainingConfig(**training))
    trainer = Trainer(run, KINDS[kind])
    trainer.step_batch()
    return trace(run, KINDS[kind], trainer.state())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("function", [Identity(), Sigmoid(), Tanh(), ReLU()], ids=lambda f: f.name)
def test_that_scikit_learn_finds_the_same(kind: str, function) -> None:
    found = cross_check(traced(kind, function, function, l2=0.1, input_noise=0.2), "sklearn")
    assert len(found.differences) == 3
    assert max(found.loss_difference, *found.differences) < 1e-10
    assert found.same
    assert "scikit-learn 1." in found.sentence
    assert "finds the same loss and the same gradients: the largest relative difference is " in found.sentence


@pytest.mark.parametrize("library", ["sklearn", pytest.param("torch", marks=needs_torch)])
def test_that_a_wrong_slope_is_found_in_its_layer(library: str) -> None:
    made = traced("one target", Tanh(), Tanh())
    wrong = made.penalised.copy()
    wrong[-1] *= 1.01
    found = cross_check(dataclasses.replace(made, penalised=wrong), library)
    assert not found.same
    assert "other gradients: in layer 3" in found.sentence
    assert found.differences[0] < 1e-12


@pytest.mark.parametrize("library", ["sklearn", pytest.param("torch", marks=needs_torch)])
def test_that_a_wrong_loss_is_found(library: str) -> None:
    made = traced("one target", Tanh())
    found = cross_check(dataclasses.replace(made, loss=made.loss * 1.01), library)
    assert "but a loss that differs by 1e-2" in found.sentence


@pytest.mark.parametrize(
    ("settings", "word"),
    [({"dropout": 0.3}, "dropout"), ({"l1": 0.1}, "L1 penalty"), ({"loss": MAE()}, "MAE")],
    ids=["dropout", "l1", "loss"],
)
def test_that_scikit_learn_is_not_asked_what_it_does_not_know(settings: dict, word: str) -> None:
    with pytest.raises(UserError, match=word):
        cross_check(traced("one target", Tanh(), **settings), "sklearn")


def test_that_scikit_learn_is_not_asked_about_other_activations_or_row_weights() -> None:
    with pytest.raises(UserError, match="GELU"):
        cross_check(traced("one target", GELU()), "sklearn")
    with pytest.raises(UserError, match="one activation"):
        cross_check(traced("one target", Tanh(), ReLU()), "sklearn")
    with pytest.raises(UserError, match="weighs rows"):
        cross_check(traced("binary", Tanh(), class_weight="balanced"), "sklearn")


def test_that_single_precision_differs_by_its_own_rounding() -> None:
    found = cross_check(traced("two targets", Tanh(), dtype="float32", loss=MSE()), "sklearn")
    assert 1e-9 < max(found.differences) < 1e-5
    assert found.same


def test_that_pytorch_is_preferred_and_then_tensorflow() -> None:
    assert available_library() == next(name for name in ("torch", "tensorflow", "sklearn") if find_spec(name))


@pytest.mark.parametrize(
    ("library", "version"),
    [
        pytest.param("torch", "PyTorch 2.", marks=needs_torch),
        pytest.param("tensorflow", "TensorFlow 2.", marks=needs_tensorflow),
    ],
)
@pytest.mark.parametrize("name", activations.names())
@pytest.mark.parametrize("loss", losses.names())
def test_that_a_library_with_automatic_gradients_finds_the_same(
    name: str, loss: str, library: str, version: str
) -> None:
    kind = {"bce": "binary", "ce": "three classes"}.get(loss, "two targets")
    function = activations.create(name)
    made = traced(kind, function, Tanh(), loss=losses.create(loss), l1=0.01, l2=0.1, dropout=0.3, input_noise=0.1)
    found = cross_check(made, library)
    assert max(found.loss_difference, *found.differences) < 1e-10
    assert version in found.sentence


@needs_torch
def test_that_pytorch_compares_before_clipping_and_with_row_weights() -> None:
    made = traced("binary", Tanh(), class_weight="balanced", clip="value", clip_limit=1e-3)
    found = cross_check(made, "torch")
    assert found.same
    assert "gradients before clipping" in found.sentence


@pytest.mark.parametrize(
    ("library", "label"), [("torch", "PyTorch"), ("tensorflow", "TensorFlow"), ("sklearn", "scikit-learn")]
)
def test_that_an_activation_that_a_library_lacks_is_refused_by_its_name(
    library: str, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(ACTIVATION_CODES, "gelu")
    said = refusal_reason(traced("one target", GELU(), GELU()), library)
    assert said == f"{label} does not have GELU (exact), so it cannot check this network."
