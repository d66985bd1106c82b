"""What the engine says to a person is said in the person's language, whole, and with that language's number signs."""

import re

import numpy as np
import pytest

from helpers.engine_cases import classes, config, dataset, regression, trained
from mlp_gui.core import translation
from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.engine.diagnostics.rules import DataFacts, Evidence, diagnose
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.losses import MAE, CrossEntropy
from mlp_gui.engine.network.thread_limits import describe
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.optimizers.levenberg_marquardt import LevenbergMarquardt
from mlp_gui.engine.training.config import RunConfig, StoppingConfig
from mlp_gui.engine.training.lr_range_test import LRRangeResult, lr_range_test
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.engine.training.timeline import Position, Timeline
from mlp_gui.engine.training.trainer import Trainer


@pytest.fixture(autouse=True)
def _speak():
    """A language that puts every text it is asked for between marks."""
    translation.set_language(lambda text, n: f"«{text}»", translation.COMMA)
    yield
    translation.set_language(None)


def unsaid(text: str) -> str:
    """The letters of a text that went past the translator; values such as names of columns stand inside of marks."""
    while (shorter := re.sub(r"«[^«»]*»", "", text)) != text:
        text = shorter
    return re.sub(r"[\W\d_]", "", text)


def assert_said(*texts: str) -> None:
    for text in texts:
        assert not unsaid(text), text
    assert any("«" in text for text in texts)


STOPS = {
    "early_stopping": {"stopping": StoppingConfig(patience=0), "learning_rate": 10.0},
    "target_loss": {"stopping": StoppingConfig(target_loss=1e9)},
    "time": {"stopping": StoppingConfig(max_seconds=1e-9)},
    "gradient": {"stopping": StoppingConfig(min_gradient=1e9)},
    "plateau": {"stopping": StoppingConfig(plateau=1, plateau_tolerance=1.0)},
    "max_epochs": {"max_epochs": 2, "stopping": StoppingConfig()},
    "converged": {"optimizer": LBFGS(tolerance=1.0)},
    "diverged": {"optimizer": SGD(), "learning_rate": 1e9},
}


@pytest.mark.parametrize("kind", STOPS)
def test_that_every_reason_to_stop_is_said(kind) -> None:
    data = regression()
    hidden = [] if kind == "diverged" else [(3, Tanh())]
    stopped = trained(config(hidden, **({"max_epochs": 500} | STOPS[kind])), data).stopped
    assert stopped.kind == kind
    assert_said(stopped.sentence, stopped.advice)
    assert not re.search(r"\d\.\d", stopped.sentence)


def refusals():
    data, three = regression(), classes()
    x, y = np.ones((4, 2)), np.arange(4.0)[:, None]
    bad = x.copy()
    bad[2, 1] = np.inf
    one = dataset((x, np.ones((4, 1))), task=Task.BINARY, classes=("no", "yes"))
    for other in (bad, x * 1e300):
        yield config(), dataset((other, y))
    yield config(), dataset((x[:0], y[:0]))
    yield config(), dataset((x[:, :0], y))
    yield config(), dataset((x, y[:, :0]))
    yield config(), dataset((x, y), weights=-np.ones(4))
    yield config(data=one), one
    yield config(loss=CrossEntropy()), data
    yield config(optimizer=LBFGS(), dropout=0.5, averaging=0.9), data
    yield config(optimizer=LevenbergMarquardt(), loss=MAE()), data
    yield config([(2000, Tanh())], optimizer=LevenbergMarquardt()), data
    yield config(data=three, class_weight="given", class_weights="1, 2"), three
    yield config(stopping=StoppingConfig(monitor="accuracy")), data


@pytest.mark.parametrize("case", range(13))
def test_that_every_refusal_is_said(case) -> None:
    run_config, data = list(refusals())[case]
    with pytest.raises(UserError) as refused:
        Trainer(run_config, data)
    error = refused.value
    assert_said(error.title, error.detail, error.hint)


def test_that_what_a_run_refuses_later_is_said() -> None:
    data = regression()
    trainer = trained(config([(3, Tanh())], max_epochs=1), data)
    line = Timeline()
    errors = [trainer.can_go_on()]
    for act in (
        lambda: trainer.retune(config([(4, Tanh())])),
        lambda: Trainer.from_state(config([(4, Tanh())]), data, trainer.state()),
        lambda: lr_range_test(config(optimizer=LBFGS()), data),
        lambda: line.nearest(Position(5)),
    ):
        with pytest.raises(UserError) as refused:
            act()
        errors.append(refused.value)
    for error in errors:
        assert_said(error.title, error.detail, error.hint)


def test_that_notes_are_said() -> None:
    nothing = LRRangeResult(np.zeros(0), np.zeros(0), None, None)
    found = LRRangeResult(np.ones(1), np.ones(1), 0.01, 0.09)
    silent = Trainer(config(stopping=StoppingConfig()), regression(validation=0)).early_stopping_note
    assert_said(
        nothing.sentence, found.sentence, silent, *(describe(n, large) for n in (1, 2) for large in (True, False))
    )
    assert "0,03" in found.sentence


def evidence(train, validation, stopped=None, constant=(), far=None) -> Evidence:
    epochs = np.arange(1.0, len(train) + 1)
    facts = DataFacts(50, 99, constant, far, 1.0)
    gradient = np.where(epochs > len(epochs) - 5, 1e6, 1e-3)
    return Evidence(RunConfig(), facts, epochs, np.array(train), np.array(validation), gradient, None, stopped)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("constant_inputs", evidence([], [], constant=("a", "b", "c", "d"))),
        ("unscaled_inputs", evidence([], [], far=("a", 100.5, 2.5))),
        ("rate_too_large", evidence([1.0, 2.0], [1, 2], stopped=StopKind.DIVERGED)),
        ("rate_too_large", evidence([1.5] * 5 + [9.5] * 20, [1] * 25)),
        ("exploding_gradient", evidence([1.0] * 20, [1.0] * 20)),
        ("overfitting", evidence(np.geomspace(1, 0.1, 90), [1 + abs(k - 30) / 20 for k in range(90)])),
    ],
)  # fmt: skip
def test_that_the_doctor_says_what_is_wrong(name, known) -> None:
    if name == "overfitting":
        known.gradient[:] = 1
    diagnosis = {d.name: d for d in diagnose(known)}[name]
    assert_said(diagnosis.title, diagnosis.sentence, diagnosis.offer)
    assert not re.search(r"\d\.\d", diagnosis.sentence)


def test_that_the_sentence_of_a_saved_run_stays_as_it_was_said() -> None:
    data, run_config = regression(), config([(3, Tanh())], max_epochs=2)
    saved = trained(run_config, data)
    translation.set_language(None)
    again = Trainer.from_state(run_config, data, saved.state())
    assert again.stopped == saved.stopped
