"""The smearing correction equals the mean of the back-transformed training residuals, wherever a prediction is made."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.core.smearing import MOST_NODES, MOST_POINTS, MOST_RESIDUALS, NOT_FITTED, smearing_points
from mlp_gui.core.transform_functions import defined_between
from mlp_gui.core.transformation import TRANSFORMS, fit_transformation, with_limits
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.tracing.trace import trace
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.model import TrainedModel, compute_predictions
from mlp_gui.session.inspector.original_units import OriginalUnits
from mlp_gui.session.runs.run_records import dataset_digest
from mlp_gui.session.training.prediction_cache import PredictionCache

RNG = np.random.default_rng(11)
RAIN = RNG.gamma(2.0, 2.0, 400)
FLOW = np.exp(0.3 * RAIN + RNG.normal(0, 0.6, 400))
BACK = {
    "log": np.exp, "log1p": np.expm1, "log10": lambda z: 10**z, "sqrt": np.square, "cbrt": lambda z: z**3,
    "asinh": np.sinh, "logit": lambda z: 1 / (1 + np.exp(-z)),
}  # fmt: skip


def prepared(transform: str, smearing: bool = True) -> Prepared:
    # Powers that are learned from it lie between 0 and 1: their way back is smooth wherever a residual leads.
    mild = (2 + 0.3 * RAIN + np.random.default_rng(5).normal(0, 0.3, 400)) ** 2
    flow = {"logit": FLOW / (1 + FLOW), "box_cox": mild, "yeo_johnson": mild}.get(transform, FLOW)
    frame = pd.DataFrame({"rain": RAIN, "flow": flow})
    target = ColumnSpec("flow", role=ColumnRole.TARGET, transform=transform, smearing=smearing)
    return prepare(Table("river", None, frame, None, profile_frame(frame)), DataSpec((ColumnSpec("rain"), target)))


def network_of(made: Prepared) -> Network:
    """A straight line through the middle of the scaled values: all that matters are its residuals."""
    config = RunConfig()
    network = Network.from_config(config.network, config.training.loss, made.dataset.n_features, 1)
    network.theta[:] = np.random.default_rng(3).normal(0, 0.3, network.n_parameters)
    return network


@pytest.mark.parametrize("transform", [*BACK, "box_cox", "yeo_johnson"])
def test_that_a_prediction_is_the_mean_over_the_residuals_of_the_training_rows(transform: str) -> None:
    made = prepared(transform)
    network, data = network_of(made), made.dataset
    (shape,) = made.pipeline.target_transforms
    shift, scale = data.target_shift, data.target_scale
    residuals = (data.train.y - network.predict(data.train.x)) * scale
    z = network.predict(data.test.x) * scale + shift
    assert shape.low < z.min() <= z.max() < shape.high
    back = BACK.get(transform, shape.inverse)
    expected = np.array([back(value + residuals).mean() for value in z[:, 0]])
    found = compute_predictions(network, data)["test"][1][:, 0]
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    model = TrainedModel.from_run(made, RunConfig(), network, 1, "last")
    np.testing.assert_allclose(model.outputs(made.table.frame)[data.test.row_numbers, 0], expected, rtol=1e-12)
    cache = PredictionCache(RunConfig(), data)
    cache.set_weights(Snapshot(1, 0, network.theta.copy(), np.zeros_like(network.theta)))
    np.testing.assert_allclose(cache.predict_subset("test", at_rest=True).predicted[:, 0], expected, rtol=1e-12)
    np.testing.assert_allclose(cache.corrected_dataset().to_original(network.predict(data.test.x))[:, 0], expected)


@pytest.mark.parametrize("name", ["rank_normal", "yeo_johnson", "box_cox"])
def test_that_bent_and_unbounded_ways_back_come_near_the_mean_over_all_residuals(name: str) -> None:
    rng = np.random.default_rng(2)
    values = 1 / rng.gamma(3, 1, 3000) + (0.0 if name == "box_cox" else -0.4)  # Yeo-Johnson's bend lies among them
    shape = with_limits(fit_transformation(name, values), values)
    z = shape.forward(values)
    predicted = np.clip(0.7 * z + 0.3 * z.mean() + 0.3 * z.std() * rng.standard_t(4, len(z)), shape.low, shape.high)
    kept = shape.smeared(z, predicted)
    assert len(kept.smearing) <= MOST_POINTS
    asked = np.quantile(predicted, np.linspace(0.01, 0.99, 40))
    least, most = defined_between(name, shape.learned, shape.low, shape.high)
    expected = [shape.inverse(np.clip(at + z - predicted, least, most)).mean() for at in asked]
    np.testing.assert_allclose(kept.predicted(asked), expected, rtol=5e-4, atol=5e-5 * values.std())


def test_that_it_is_off_unless_asked_for_and_changes_nothing_that_is_learned() -> None:
    plain, smeared = prepared("log", smearing=False), prepared("log")
    network = network_of(plain)
    assert plain.pipeline_for(network.predict) is plain.pipeline
    assert not any("smearing" in entry.get("transformation", {}) for entry in plain.pipeline.to_json()["targets"])
    np.testing.assert_array_equal(plain.dataset.train.y, smeared.dataset.train.y)
    assert dataset_digest(plain.dataset) == dataset_digest(smeared.dataset), "weights mean the same for both"
    assert any("are means" in notice for notice in smeared.notices)
    low, mean = (compute_predictions(network, each.dataset)["test"][1] for each in (plain, smeared))
    factor = mean / low
    np.testing.assert_allclose(factor, np.full_like(factor, factor[0, 0]), rtol=1e-12)


def test_that_it_survives_json_and_what_is_no_correction_is_refused() -> None:
    made = prepared("log")
    network = network_of(made)
    pipeline = made.pipeline_for(network.predict)
    again = Pipeline.from_json(pipeline.to_json())
    assert again == pipeline
    np.testing.assert_array_equal(again.to_original(made.dataset.test.y), pipeline.to_original(made.dataset.test.y))
    for wrong in ([[float("inf"), 1.0]], [[0.0, -1.0]], [[0.0]]):
        plain = pipeline.to_json()
        plain["targets"][0]["transformation"]["smearing"] = wrong
        with pytest.raises(UserError):
            Pipeline.from_json(plain)


def test_that_few_residuals_are_kept_and_many_are_stood_for() -> None:
    few = np.array([0.5, -1.0, 0.5, 2.0])
    assert smearing_points(few) == ((-1.0, 0.25), (0.5, 0.5), (2.0, 0.25))
    many = RNG.standard_t(3, 5_000)
    points = np.array(smearing_points(many))
    assert points.shape == (MOST_NODES, 2)
    for power in range(2 * 8):
        np.testing.assert_allclose((points[:, 1] * points[:, 0] ** power).sum(), (many**power).mean(), rtol=1e-9)
    bent = smearing_points(many, lambda z: np.maximum(z, 0.0), np.linspace(-3, 3, 13))
    assert MOST_NODES < len(bent) <= MOST_POINTS
    assert np.all(np.diff([r for r, _ in bent]) > 0)
    for z in (-1.0, 0.1, 2.0):
        found = sum(w * max(z + r, 0.0) for r, w in bent)
        np.testing.assert_allclose(found, np.maximum(z + many, 0.0).mean(), rtol=1e-4)
    most = RNG.standard_t(5, 5 * MOST_RESIDUALS)
    found = sum(w * abs(r) for r, w in smearing_points(most, np.abs, np.linspace(-1, 1, 9)))
    np.testing.assert_allclose(found, np.abs(most).mean(), rtol=1e-5)
    near = 1.0 + np.arange(100) * 2.3e-16  # different by rounding alone
    np.testing.assert_allclose(sum(w * np.exp(r) for r, w in smearing_points(near)), np.e, rtol=1e-12)
    assert smearing_points(np.array([1.0, np.nan])) == smearing_points(few[:0]) == NOT_FITTED


def test_that_every_transformation_can_be_smeared() -> None:
    for name, _ in TRANSFORMS[1:]:
        made = prepared(name)
        network = network_of(made)
        assert np.isfinite(compute_predictions(network, made.dataset)["test"][1]).all(), name


def test_that_the_microscope_says_the_mean_of_a_prediction_and_the_observed_value() -> None:
    made = prepared("log")
    config = RunConfig(network=NetworkConfig(hidden=(LayerConfig(4),)))
    trainer = Trainer(config, made.dataset)
    seen = trace(config, made.dataset, trainer.state())
    units = OriginalUnits(made, seen)
    (p,) = [step.result for step in seen.steps if step.result.symbol == "p"]
    network = Network.from_config(config.network, config.training.loss, made.dataset.n_features, 1)
    network.theta[:] = seen.theta
    expected = made.dataset.smeared(network.predict).to_original(p.values)
    assert [float(units.original_text(p, (row, 0))) for row in range(3)] == pytest.approx(
        expected[:3, 0].tolist(), rel=1e-5
    )
    observed = made.dataset.true_values(seen.y.values)
    assert float(units.original_text(seen.y, (0, 0))) == pytest.approx(observed[0, 0], rel=1e-5)
