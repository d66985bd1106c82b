"""Plots of what was recorded along a run, and the network as a picture: what they show is what was recorded."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.session.evaluation.layer_history import LayerHistory
from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext
from mlp_gui.session.training.prediction_cache import PredictionCache
from mlp_gui.views.charts.items import Line
from mlp_gui.views.plots import all_plots
from mlp_gui.views.plots.network.diagram_layout import MAX_EDGES, choose_drawn_layers, unit_activations
from mlp_gui.views.theme import style


class Columns:
    """A history of made-up columns."""

    def __init__(self, epochs, columns):
        self.epochs, self.column = epochs, columns.__getitem__

    def __len__(self):
        return len(self.epochs)


class Recorded:
    """A made-up run of a small network, with what plots may ask of it."""

    def __init__(self, rng, hidden=(4, 3), inputs=3, moments=12):
        config = RunConfig(network=NetworkConfig(hidden=tuple(LayerConfig(n) for n in hidden)))
        x = rng.normal(size=(20, inputs))
        part, none = SubsetData(x, x[:, :1], np.arange(20)), SubsetData(x[:0], x[:0, :1], np.arange(0))
        names = tuple(f"input {k}" for k in range(inputs))
        self.dataset = Dataset(part, none, none, names, ("out",), Task.REGRESSION)
        self.scene = RunContext(self.dataset, None, config, (inputs, *hidden, 1))
        self.lens = PredictionCache(config, self.dataset)
        self.chronicle = LayerHistory(self.lens.network.copy(), self.dataset, 2)
        theta = self.lens.network.theta.copy()
        for epoch in range(moments):
            theta = theta + 0.05 * rng.normal(size=theta.shape)
            self.last = Snapshot(epoch, 0, theta, theta * 0.1)
            self.chronicle.record(self.last, {"training": {"r2": 0.1 * epoch, "rmse": 2.0 - 0.1 * epoch}})
        self.lens.set_weights(self.last)
        columns = {"learning_rate": np.full(moments, 0.01), "seconds": np.arange(moments) * 0.5}
        history = Columns(np.arange(1.0, moments + 1), columns)
        self.chronicle.process_pending()
        self.look = PlotUpdate(self.scene, self.lens, history, self.last, self.last, self.chronicle, True, 5000)


@pytest.fixture
def run(rng):
    return Recorded(rng)


@pytest.fixture
def make(qtbot):
    def made(name, run, size=(520, 340)):
        plot = all_plots().create(name)
        qtbot.addWidget(plot)
        plot.resize(*size)
        plot.set_run(run.scene)
        plot.show()
        qtbot.waitExposed(plot)
        plot.update_plot(run.look)
        plot.refresh()
        return plot

    return made


def test_that_layers_show_the_recorded_norms_and_shares(make, run):
    plot = make("layers", run)
    lines = [item for item in plot.axes.contents.items if isinstance(item, Line)]
    assert len(lines) == 3
    wanted = [m.statistics.weight_norm[1] for m in run.chronicle.records]
    np.testing.assert_allclose(10 ** lines[1].y, wanted)
    plot.quantity.choose(3)
    plot.refresh()
    lines = [item for item in plot.axes.contents.items if isinstance(item, Line)]
    assert len(lines) == 2  # the output layer has no dead units
    np.testing.assert_array_equal(lines[0].y, [m.statistics.dead[0] for m in run.chronicle.records])


def test_that_the_spread_bands_are_the_recorded_quantiles(make, run):
    plot = make("spread", run)
    plot.layer.choose(1)
    plot.refresh()
    columns = plot.columns()
    np.testing.assert_array_equal(columns["median"], [m.weight_quantiles[1][3] for m in run.chronicle.records])
    matrix = run.lens.network.matrices[1][:-1]
    assert columns["largest"][-1] == matrix.max()


@pytest.mark.parametrize("quantity", ["weights", "gradients"])
def test_that_the_histograms_count_every_weight_or_gradient(make, run, quantity):
    plot = make("spread", run)
    plot.quantity.choose(plot.quantity.texts().index(quantity))
    plot.form.choose(1)
    plot.layer.choose(1)
    plot.refresh()
    plot.grab()
    assert plot.line_text().startswith("all 12 numbers of the layer, ")
    edges, shares = plot.histograms()
    moments = run.chronicle.records[1 if quantity == "gradients" else 0 :]  # no gradient before the first batch
    assert shares.shape == (30, len(moments))
    np.testing.assert_allclose(shares.sum(axis=0), 1.0)
    flat = run.last.theta if quantity == "weights" else run.last.gradient
    matrix = run.lens.network.layer_views(flat)[1][:-1].astype(np.float32)
    np.testing.assert_allclose(shares[:, -1] * matrix.size, np.histogram(matrix, edges)[0])
    columns = plot.columns()
    assert len(columns) == 31
    np.testing.assert_array_equal(list(columns.values())[1], shares[0])


def test_that_the_share_of_a_bin_is_read_out_under_the_pointer(make, run):
    plot = make("spread", run)
    plot.form.choose(1)
    plot.refresh()
    edges, shares = plot.histograms()
    row = int(shares[:, 5].argmax())
    near = plot.axes.item_at(plot.axes.pixel(5.5, (edges[row] + edges[row + 1]) / 2))
    assert near.texts[0].startswith(f"epoch 5: {100 * shares[row, 5]:.1f} % from ")


def test_that_gradients_have_bands_of_their_own(make, run):
    plot = make("spread", run)
    plot.quantity.choose(1)
    plot.refresh()
    assert plot.axes.left.labelText == "gradients of layer 1"
    columns = plot.columns()
    gradient = run.lens.network.layer_views(run.last.gradient)[0][:-1]
    assert columns["smallest"][-1] == gradient.min()
    np.testing.assert_allclose(columns["median"][-1], np.median(gradient), rtol=1e-13)


def test_that_a_sample_of_many_weights_is_said_to_be_one(make, rng):
    run = Recorded(rng, hidden=(300, 100), inputs=8, moments=3)
    strip = make("strip", run)
    assert strip.line_text().startswith(
        "a sample: 8,192 of 32,901 weights, evenly spaced; each line: largest of up to "
    )
    assert [len(v) for v in run.chronicle.records[0].weights] == [2700, 5391, 101]
    spread = make("spread", run)
    spread.layer.choose(1)
    spread.refresh()
    assert spread.line_text().startswith("all 30,000 numbers of the layer")
    spread.form.choose(1)
    spread.refresh()
    assert spread.line_text().startswith("a sample: 5,373 of 30,000 numbers, evenly spaced, ")
    _, shares = spread.histograms()
    np.testing.assert_allclose(shares.sum(axis=0), 1.0)


def test_that_a_line_of_the_strip_reads_its_strongest_weight(make, rng):
    run = Recorded(rng, hidden=(300, 100), inputs=8, moments=3)
    plot = make("strip", run)
    box = plot.canvas.boxes()[0]
    layer, line, moment = plot.canvas.item_at(QPointF(box.center().x(), box.top() + 0.5))
    plot.canvas.pointed.emit((layer, line, moment))
    block = -(-2700 // int(box.height()))
    values = run.chronicle.records[moment].weights[0][:block]
    strongest = int(np.abs(values).argmax())
    said = f"unit {strongest // 300 + 1} → unit {strongest % 300 + 1} = {values[strongest]:.8g}"
    assert said in plot.line_text()


def test_that_the_strip_holds_every_weight_at_its_moment(make, run):
    plot = make("strip", run)
    assert plot.line_text() == "all 35 weights, 12 snapshots, at most 512"
    columns = plot.columns()
    flat = run.lens.network.matrices[0].ravel()
    np.testing.assert_allclose(columns["layer 1, weight 6"][-1], flat[5], rtol=1e-6)
    box = plot.canvas.boxes()[2]
    layer, row, column = plot.canvas.item_at(QPointF(box.right() - 0.3, box.bottom() - 2))
    assert (layer, row, column) == (2, 3, 11)
    plot.canvas.pointed.emit((2, 3, 11))
    assert plot.line_text().startswith("epoch 11, layer 3: bias → unit 1 = ")


def test_that_metrics_and_columns_of_the_history_are_drawn_as_they_are(make, run):
    plot = make("curves", run)
    labels = plot.quantity.texts()
    plot.quantity.choose(labels.index("RMSE"))
    plot.refresh()
    np.testing.assert_allclose(plot.columns()["training"], 2.0 - 0.1 * np.arange(12))
    plot.quantity.choose(labels.index("seconds"))
    plot.refresh()
    np.testing.assert_array_equal(plot.columns()["seconds"], np.arange(12) * 0.5)
    plot.scale.choose(1)
    plot.refresh()
    assert plot.line_text() == "1 value has no place on this axis"


@pytest.mark.parametrize("name", ["layers", "spread", "strip", "curves", "network"])
def test_that_an_empty_run_and_a_single_moment_can_be_shown(make, rng, name):
    for moments in (1, 2):
        plot = make(name, Recorded(rng, moments=moments))
        plot.grab()
        plot.set_run(None)
        plot.refresh()
        plot.grab()


# --- the network as a picture ---------------------------------------------------------------------------------


def test_that_the_edges_are_the_weights(make, run):
    plot = make("network", run)
    network = run.lens.network
    for k, edges in enumerate(plot.canvas.contents.edges):
        np.testing.assert_array_equal(edges.weight, network.weights(k)[edges.source, edges.target])
        assert (np.diff(np.abs(edges.weight)) >= 0).all()  # the strongest lie on top
    assert plot.line_text() == "all 27 weights"
    assert plot.canvas.contents.names[0] == ["input 0", "input 1", "input 2"]


def test_that_a_chosen_row_puts_its_activations_on_the_units(make, run):
    plot = make("network", run)
    plot.show_selection(np.array([4]))
    plot.update_plot(run.look)
    plot.refresh()
    x = run.dataset.train.x[4]
    for found, wanted in zip(plot.canvas.contents.values, unit_activations(run.lens.network, x[None, :]), strict=True):
        np.testing.assert_array_equal(found, wanted[0])
    answer = run.lens.network.predict(x[None, :])[0]
    np.testing.assert_allclose(plot.canvas.contents.values[-1], answer)
    assert "units show row 5" in plot.line_text()


def test_that_each_unit_of_two_inputs_shows_its_answer_over_them(make, rng):
    run = Recorded(rng, inputs=2)
    plot = make("network", run)
    x, network = run.dataset.train.x, run.lens.network
    low, high = x.min(axis=0), x.max(axis=0)
    air = 0.05 * (high - low)
    palette = style.current()
    ends = [QColor(palette.negative), QColor(palette.positive)]

    def leaning(colour):
        """Above 0 where a colour is nearer to that of positive numbers."""
        below, above = (sum((a - b) ** 2 for a, b in zip(colour.getRgb(), end.getRgb(), strict=True)) for end in ends)
        return below - above

    tiles = plot.canvas.contents.tiles
    assert [len(column) for column in tiles] == [2, 4, 3, 1]
    right, up = tiles[0]
    side = right.width()
    assert leaning(right.pixelColor(side - 1, 3)) > 0 > leaning(right.pixelColor(0, 3))
    assert leaning(up.pixelColor(3, 0)) > 0 > leaning(up.pixelColor(3, side - 1))  # the second input grows upwards
    [answer] = tiles[-1]
    wrong = 0
    for at in range(0, side, 4):
        for down in range(0, side, 4):
            share = np.array([at + 0.5, side - down - 0.5]) / side
            place = low - air + share * (high - low + 2 * air)
            value = float(network.predict(place[None, :])[0, 0])
            wrong += (leaning(answer.pixelColor(at, down)) > 0) != (value > 0) and abs(value) > 0.05
    assert wrong == 0
    assert plot.canvas.shows_tiles()
    assert plot.line_text().startswith("each unit: its output over input 0 (to the right) and input 1 (up)")
    plot.show_selection(np.array([4]))
    plot.update_plot(run.look)
    plot.refresh()
    spot = plot.canvas.contents.spot
    share = (x[4] - (low - air)) / (high - low + 2 * air)
    np.testing.assert_allclose(spot, [share[0], 1 - share[1]])


def test_that_three_inputs_have_no_pictures_in_their_units(make, run):
    plot = make("network", run)
    assert plot.canvas.contents.tiles is None
    assert not plot.canvas.shows_tiles()


def test_that_units_and_edges_are_read_out(make, run):
    plot = make("network", run)
    spot = plot.canvas.places()[0][1]
    assert plot.canvas.item_at(QPointF(*spot)) == ("unit", 0, 1)
    a, b = plot.canvas.places()[2][0], plot.canvas.places()[3][0]
    kind, layer, edge = plot.canvas.item_at(QPointF(*((a + b) / 2)))
    assert (kind, layer) == ("edge", 2)
    plot.canvas.pointed.emit((kind, layer, edge))
    assert plot.line_text().startswith("unit ")
    assert "→ out: weight " in plot.line_text()


def test_that_5000_edges_show_the_strongest_and_say_so(make, rng):
    big = Recorded(rng, hidden=(60, 60), inputs=20, moments=1)
    plot = make("network", big)
    assert all(len(edges.weight) <= MAX_EDGES for edges in plot.canvas.contents.edges)
    assert plot.line_text().startswith("the ")
    assert plot.line_text() == "the 16 strongest units of a layer, 528 of 4,860 weights"
    plot.grab()


def test_that_of_a_large_layer_the_units_that_move_most_are_drawn():
    network = Network(
        (2, 100, 1), RunConfig().network.hidden[0].activation and (RunConfig().network.hidden[0].activation,)
    )
    network.theta[:] = 0.01
    network.matrices[0][0, 77] = 9.0
    column = choose_drawn_layers((2, 100, 1), network.matrices)[1]
    assert 77 in column.units
    assert column.total == 100


def test_that_the_wheel_zooms_around_the_pointer_and_a_double_click_resets(make, run, qtbot):
    plot = make("network", run)
    before = plot.canvas.places()[1][0]
    at = QPointF(*before)
    still = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    event = QWheelEvent(at, plot.canvas.mapToGlobal(at), QPoint(), QPoint(0, 240), *still)
    plot.canvas.wheelEvent(event)
    np.testing.assert_allclose(plot.canvas.places()[1][0], before, atol=1e-6)
    assert not np.allclose(plot.canvas.places()[0][0], before)
    qtbot.mouseDClick(plot.canvas, Qt.MouseButton.LeftButton)
    np.testing.assert_allclose(plot.canvas.places()[1][0], before)
