"""The microscope's numbers: equal to the engine's bits, to an independent recomputation, and to their own sums."""

import math
import re
from collections.abc import Iterator

import numpy as np
import pytest

from helpers.engine_cases import classes, config, dataset, regression
from mlp_gui.core import translation
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Sigmoid, SiLU, Tanh, activations
from mlp_gui.engine.network.erf import erf
from mlp_gui.engine.network.losses import apply_output, losses
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, optimizers
from mlp_gui.engine.optimizers.first_order import SGD, RMSprop
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.optimizers.levenberg_marquardt import LevenbergMarquardt
from mlp_gui.engine.tracing.forward_backward_formulas import total_loss, write_formula
from mlp_gui.engine.tracing.gradient_check import check_gradient
from mlp_gui.engine.tracing.trace import Pick, PickKind, Trace, trace
from mlp_gui.engine.training.full_batch import PIECE_ROWS
from mlp_gui.engine.training.trainer import Trainer

EVERYTHING = {"l1": 0.01, "l2": 0.1, "dropout": 0.3, "input_noise": 0.1, "weight_decay": 0.1, "max_norm": 1.0}
EVERYTHING |= {"averaging": 0.9}
BATCHWISE = [o for o in optimizers if not issubclass(o, FullBatchOptimizer)]
DATA = {"identity": regression(), "sigmoid": classes(n_classes=2), "softmax": classes(n_classes=3)}


def evaluated(expression: str) -> float:
    def erf_of(z: float) -> float:
        out = np.array([float(z)])
        erf(out, out)
        return float(out[0])

    return float(eval(expression, {"np": np, "erf": erf_of, "min": min}))


def assert_written(t) -> None:
    """Every step's numbers equal the sums and formulas that are shown for them."""
    rng = np.random.default_rng(1)
    for step in t.steps:
        rows, columns = step.result.shape
        for _ in range(3):
            cell = (int(rng.integers(rows)), int(rng.integers(columns)))
            written = write_formula(t, step, cell)
            assert written.value == step.result[cell]
            close = math.isclose(evaluated(written.expression), written.value, rel_tol=1e-12, abs_tol=1e-15)
            assert close, f"{step.kind}: {written.expression} = {evaluated(written.expression)}, not {written.value}"
            assert written.target in written.lines[-1]
    assert evaluated(total_loss(t).expression) == pytest.approx(t.loss, rel=1e-12)


def memory_shown(t: Trace) -> np.ndarray:
    """The optimizer's vectors after the update, as its steps show them: (vectors, parameters)."""
    updates = t.stage("update")[: len(t.names.sizes) - 1]
    names = [name for name in updates[0].operands if name.endswith(" new")]
    shown = [np.concatenate([step.operands[name].values.ravel() for step in updates]) for name in names]
    return np.array(shown).reshape(len(names), len(t.theta))


def loss_of_last_batch(trainer: Trainer) -> float:
    """From the last sums that the tape has left behind."""
    batch, size = (trainer.batch - 1) % trainer.batches_per_epoch, trainer.batches.batch_rows
    z = [op.result for op in trainer.tape(batch) if op.kind is OpKind.SUM][-1]
    rows = trainer.batches.order[batch * size : (batch + 1) * size]
    return trainer.config.training.loss(z, trainer.dataset.train.y[rows])


@pytest.mark.parametrize("optimizer", BATCHWISE, ids=lambda o: o.name)
@pytest.mark.parametrize("extras", [{}, EVERYTHING | {"clip": "norm", "clip_limit": 0.1}], ids=["plain", "everything"])
@pytest.mark.parametrize("output", DATA)
def test_that_a_trace_of_the_next_batch_is_what_training_does_bit_for_bit(optimizer, extras, output) -> None:
    data = DATA[output]
    layers = [(5, Tanh()), (4, Sigmoid()), (3, SiLU())]
    run = config(layers, data, optimizer=optimizer(), batch_size=13, **extras)
    trainer = Trainer(run, data)
    for _ in range(7):  # more than an epoch of five batches: the border and the shuffling are in it
        before = trainer.state()
        t = trace(run, data, before)
        assert all(before[name].tobytes() == array.tobytes() for name, array in trainer.state().items())
        trainer.step_batch()
        assert np.array_equal(t.theta_after, trainer.network.theta)
        shown = memory_shown(t)
        assert np.array_equal(shown, trainer.optimizer_state[: len(shown)])
        assert np.array_equal(t.gradient, trainer.gradient)
        if extras:
            assert np.array_equal(t.average_after, trainer.averaged_network.theta)
        assert t.loss == pytest.approx(loss_of_last_batch(trainer), rel=1e-13)
    assert_written(t)


@pytest.mark.parametrize(
    "optimizer", [o for o in optimizers if issubclass(o, FullBatchOptimizer)], ids=lambda o: o.name
)
def test_that_optimizers_of_all_rows_are_traced_up_to_their_move(optimizer) -> None:
    run = config([(4, Tanh())], DATA["identity"], optimizer=optimizer(), l2=0.01)
    trainer = Trainer(run, DATA["identity"])
    for _ in range(3):
        t = trace(run, DATA["identity"], trainer.state())
        trainer.step_epoch()
        assert np.array_equal(t.theta_after, trainer.network.theta)
        assert_written(t)


@pytest.mark.parametrize("optimizer", [LBFGS, LevenbergMarquardt], ids=lambda o: o.name)
def test_that_so_many_rows_that_they_are_taken_in_pieces_are_refused_and_one_of_them_is_shown(optimizer) -> None:
    data = regression(rows=PIECE_ROWS + 1)
    run = config([(2, Tanh())], optimizer=optimizer())
    state = Trainer(run, data).state()
    with pytest.raises(UserError, match="too many rows"):
        trace(run, data, state)
    one = trace(run, data, state, Pick(PickKind.ROWS, "training", (PIECE_ROWS,)))
    assert np.array_equal(one.x.values, data.train.x[-1:])
    assert check_gradient(one, np.arange(len(one.theta))).passed


@pytest.mark.parametrize("activation", activations, ids=lambda f: f.name)
@pytest.mark.parametrize("loss", losses, ids=lambda f: f.name)
@pytest.mark.parametrize("depth", [0, 1, 3])
@pytest.mark.parametrize("dropout", [0.0, 0.4])
def test_that_every_number_equals_an_independent_recomputation(activation, loss, depth, dropout) -> None:
    data = DATA[loss.output]
    layers = [(4 + k, activation()) for k in range(depth)]
    run = config(layers, loss=loss(), optimizer=SGD(), batch_size=17, dropout=dropout)
    trainer = Trainer(run, data)
    trainer.step_epoch()
    t = trace(run, data, trainer.state())
    assert_written(t)
    a, kept, slopes = t.x.values, [t.x.values], []
    matrices = trainer.network.matrices
    for k, (_, f) in enumerate(layers, 1):
        z = a @ matrices[k - 1][:-1] + matrices[k - 1][-1]
        np.testing.assert_allclose(t.find("sum", k).result.values, z, atol=1e-12)
        mask = t.masks[k].values if dropout else 1.0
        a = f(z) * mask
        slopes.append(f.derivative(z) * mask)
        np.testing.assert_allclose(t.find("drop" if dropout else "activation", k).result.values, a, atol=1e-12)
        np.testing.assert_allclose(t.find("slope", k).result.values, slopes[-1], atol=1e-12)
        kept.append(a)
    last = depth + 1
    z = a @ matrices[-1][:-1] + matrices[-1][-1]
    np.testing.assert_allclose(t.find("output", last).result.values, apply_output(loss.output, z), atol=1e-12)
    assert t.loss == pytest.approx(run.training.loss(z, t.y.values), rel=1e-12)
    delta = t.find("delta_out", last).result.values
    for k in range(last, 0, -1):
        gradient = np.vstack([kept[k - 1].T @ delta, delta.sum(axis=0)])
        np.testing.assert_allclose(t.find("gradient", k).result.values, gradient, atol=1e-12)
        after = matrices[k - 1] - run.training.learning_rate * gradient
        np.testing.assert_allclose(t.find("update", k).result.values, after, atol=1e-12)
        if k > 1:
            delta = (delta @ matrices[k - 1][:-1].T) * slopes[k - 2]
            np.testing.assert_allclose(t.find("delta", k - 1).result.values, delta, atol=1e-12)


@pytest.mark.parametrize("clip", ["value", "norm", "global_norm"])
def test_that_clipping_and_a_centred_mean_square_are_written_out(clip) -> None:
    run = config([(4, Tanh())], DATA["identity"], optimizer=RMSprop(centered=True), clip=clip, clip_limit=0.05)
    trainer = Trainer(run, DATA["identity"])
    trainer.step_epoch()
    assert_written(trace(run, DATA["identity"], trainer.state()))


def test_that_row_weights_are_in_the_sums() -> None:
    rng = np.random.default_rng(4)
    data = dataset((rng.standard_normal((12, 2)), rng.standard_normal((12, 1))), weights=rng.uniform(0.5, 2, 12))
    run = config([(3, Tanh())], data, batch_size=5)
    trainer = Trainer(run, data)
    t = trace(run, data, trainer.state())
    assert_written(t)
    trainer.step_batch()
    assert np.array_equal(t.theta_after, trainer.network.theta)


def test_that_single_precision_is_traced_with_the_same_bits() -> None:
    run = config([(5, Tanh())], DATA["identity"], batch_size=16, network={"dtype": "float32"})
    trainer = Trainer(run, DATA["identity"])
    for _ in range(6):
        t = trace(run, DATA["identity"], trainer.state())
        trainer.step_batch()
        assert np.array_equal(t.theta_after, trainer.network.theta)


def test_that_a_row_of_any_subset_or_one_typed_in_can_be_worked_through() -> None:
    data = DATA["identity"]
    run = config([(4, Tanh())], data, optimizer=Adam())
    state = Trainer(run, data).state()
    seventh = trace(run, data, state, Pick(PickKind.ROWS, "validation", (7,)))
    assert np.array_equal(seventh.x.values, data.validation.x[7:8])
    typed = trace(run, data, state, Pick(PickKind.TYPED, x=data.validation.x[7:8], y=data.validation.y[7:8]))
    assert np.array_equal(typed.theta_after, seventh.theta_after)
    assert typed.names.label(typed.x.down, 0) == "typed row"
    with pytest.raises(UserError, match="no such row"):
        trace(run, data, state, Pick(PickKind.ROWS, "test", (0,)))


@pytest.fixture
def with_comma() -> Iterator[None]:
    """A reader whose numbers have a decimal comma, and whose words differ from the source's."""
    translation.set_language(lambda text, n: f"«{text}»", translation.COMMA)
    yield
    translation.set_language(None)


NUMBER = re.compile(r"\d+,\d+")
NAMES = vars(np) | {"erf": math.erf, "min": min}


def read(text: str) -> float:
    """The number that a shown formula says, as a reader of decimal commas understands it."""
    code = NUMBER.sub(lambda match: match.group().replace(",", "."), text).replace(";", ",")
    code = code.replace("·", "*").replace("−", "-").replace("²", "**2").replace("^", "**")
    return float(eval(code, NAMES))


@pytest.mark.parametrize("loss", losses, ids=lambda f: f.name)
@pytest.mark.parametrize("activation", activations, ids=lambda f: f.name)
def test_that_what_is_shown_says_the_number_also_with_a_decimal_comma(loss, activation, with_comma) -> None:
    data = DATA[loss.output]
    extras = EVERYTHING | {"clip": "value", "clip_limit": 0.5}
    run = config([(3, activation())], data, loss=loss(), optimizer=Adam(), batch_size=4, **extras)
    trainer = Trainer(run, data)
    trainer.step_epoch()
    t = trace(run, data, trainer.state())
    assert_written(t)
    for step in t.steps:
        written = write_formula(t, step, (0, 0))
        assert not re.search(r"\d\.\d", written.text)
        if "…" not in written.text:
            assert read(written.text) == pytest.approx(written.value, rel=0.02, abs=2e-3), (
                f"{step.kind}: {written.text}"
            )


def test_that_columns_of_the_data_keep_their_names_and_numbers_in_every_language(with_comma) -> None:
    data = DATA["identity"]
    t = trace(config([(4, Tanh())], data), data, Trainer(config([(4, Tanh())], data), data).state())
    weights = t.find("sum", 1).operands["W"]
    assert t.names.label(weights.down, 0) == data.feature_names[0]
    assert t.names.label(weights.down, weights.shape[0] - 1) == "«bias»"
    assert t.names.file_label(weights.down, weights.shape[0] - 1) == "bias"
    assert t.names.label(weights.across, 2) == "«unit 3»"
    assert t.names.file_label(weights.across, 2) == "unit 3"
