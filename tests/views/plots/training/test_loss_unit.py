"""The loss plot says what its loss is of."""

from types import SimpleNamespace

import numpy as np
import pytest

from mlp_gui.core.transformation import Transformation
from mlp_gui.engine.network.losses import losses
from mlp_gui.views.plots.training.loss_unit import loss_text


def scene(loss="mse", scale=1.0, transform="none", targets=("flow",)):
    dataset = SimpleNamespace(
        target_names=targets,
        target_transforms=(Transformation(transform),) * len(targets),
        target_scale=np.full(len(targets), scale),
        target_shift=np.zeros(len(targets)),
    )
    config = SimpleNamespace(training=SimpleNamespace(loss=losses.create(loss)))
    return SimpleNamespace(config=config, dataset=dataset, with_unit=lambda name: f"{name} [m³/s]")


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (None, ""),
        (scene(), "MSE of flow [m³/s]"),
        (scene("mae", 2.0), "MAE of flow (scaled)"),
        (scene("mse", 2.0, "log"), "MSE of flow (ln x, scaled)"),
        (scene("huber", 2.0, "none", ("a", "b")), "Huber loss of 2 targets (scaled)"),
        (scene("bce"), "Binary cross-entropy"),
    ],
)
def test_that_the_loss_says_what_it_is_of(made, text):
    assert loss_text(made) == text
