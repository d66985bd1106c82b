"""Any combination of settings trains, resumes bit for bit, survives JSON, and ends in finite weights or in words."""

import json

import numpy as np
import pytest

from helpers.engine_cases import classes, regression
from helpers.random_config import random_config
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import params_of
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import bias_initializers, initializers
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.config import RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer


def data_for(config: RunConfig):
    output = config.training.loss.output
    return regression(outputs=2) if output == "identity" else classes(n_classes=2 if output == "sigmoid" else 3)


@pytest.mark.parametrize("seed", range(80))
def test_that_any_run_resumes_bit_for_bit_and_ends_in_finite_weights(seed) -> None:
    config = random_config(seed)
    assert from_json(RunConfig, json.loads(json.dumps(to_json(config)))) == config
    data = data_for(config)
    if config.training.optimizer.name == "levenberg_marquardt" and config.training.loss.name != "mse":
        with pytest.raises(UserError, match="needs the mean squared error"):
            Trainer(config, data)
        return
    whole, first = Trainer(config, data), Trainer(config, data)
    list(whole.epochs())
    for _ in range(seed % 23):
        first.step_batch()
        if first.stopped:
            break
    second = Trainer.from_state(config, data, first.state())
    if not second.stopped:
        list(second.epochs())
        assert whole.stopped.sentence == second.stopped.sentence
        assert whole.epoch == second.epoch
        np.testing.assert_array_equal(whole.network.theta, second.network.theta)
        np.testing.assert_array_equal(whole.history.train_loss, second.history.train_loss)
        np.testing.assert_array_equal(whole.result_theta(), second.result_theta())
    assert whole.stopped.sentence.endswith(".")
    assert np.isfinite(whole.result_theta()).all()
    assert np.isfinite(whole.network.predict(data.validation.x)).all()


def test_that_every_setting_has_a_label_and_a_help_text() -> None:
    members = (*activations, *initializers, *bias_initializers, *losses, *optimizers, *schedules)
    for config_class in (RunConfig, TrainingConfig, StoppingConfig, *members):
        for p in params_of(config_class):
            assert p.label
            assert p.help or p.kind == "group", (config_class, p.name)
            assert not p.help or p.help.rstrip("1234567890, ").endswith((".", ":")), p.help


@pytest.mark.parametrize(
    "registry", [activations, initializers, bias_initializers, losses, optimizers, schedules], ids=lambda r: r.family
)
def test_that_every_member_has_its_words_and_its_formula(registry) -> None:
    for member in registry:
        assert member.label
        assert member.__doc__
        if registry in (activations, losses, optimizers, schedules):
            assert member.equation
