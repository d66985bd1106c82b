"""Numbers that enter in pieces: each is one unit, one name and one block wherever the network is drawn."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.tracing.tensors import AxisKind, TensorAxis, TensorNames
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.views.plots import all_plots
from mlp_gui.views.plots.network.diagram_layout import strongest_of_blocks
from mlp_gui.views.plots.network.heatmap_labels import named_rows

PIECES = 5
COLUMNS = ["depth", "few", "size", "size was empty"]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    rng = np.random.default_rng(3)
    n = 120
    frame = pd.DataFrame({"depth": rng.normal(size=n), "few": rng.integers(0, 9, n), "size": rng.normal(size=n)})
    frame["y"] = frame["depth"] + frame["few"]
    frame.loc[::17, "size"] = None
    path = tmp_path_factory.mktemp("pieces") / "table.csv"
    path.write_text(frame.to_csv(index=False), encoding="utf-8")
    columns = (
        ColumnSpec("depth"),
        ColumnSpec("few"),
        ColumnSpec("size", missing="flagged"),
        ColumnSpec("y", role="target"),
    )
    return prepare(read_table(path), DataSpec(columns, pieces=PIECES))


@pytest.fixture
def network(prepared: Prepared) -> Network:
    config, data = RunConfig(network=NetworkConfig(hidden=(LayerConfig(3),))), prepared.dataset
    made = Network.from_config(config.network, config.training.loss, data.n_features, data.n_outputs)
    made.theta[:] = np.random.default_rng(1).normal(size=made.theta.shape)
    return made


def shown(qtbot, name: str, prepared: Prepared, network: Network):
    plot = all_plots().create(name)
    qtbot.addWidget(plot)
    plot.resize(600, 400)
    plot.set_run(RunContext(prepared.dataset, prepared, RunConfig(), network.sizes))
    plot.show()
    qtbot.waitExposed(plot)
    return plot


def test_that_a_number_and_its_pieces_are_one_unit_of_the_picture(qtbot, prepared: Prepared, network: Network) -> None:
    plot = shown(qtbot, "network", prepared, network)
    plot.show_selection(prepared.dataset.train.row_numbers[3:4])
    plot.show_network(network)
    plot.draw()
    contents = plot.canvas.contents
    assert contents.names[0] == COLUMNS
    x = prepared.dataset.train.x[3]
    np.testing.assert_array_equal(contents.values[0], x[[0, 6, 7, 13]])
    first = network.matrices[0]
    for source, target, weight in zip(
        *(getattr(contents.edges[0], n) for n in ("source", "target", "weight")), strict=True
    ):
        members = {0: range(6), 1: [6], 2: range(7, 13), 3: [13]}[int(source)]
        assert weight == max((float(first[k, target]) for k in members), key=abs)
    assert len(contents.edges[0].weight) == 4 * 3
    plot.canvas.pointed.emit(("unit", 0, 0))
    assert "depth and its 5 pieces" in plot.hover_text[0]
    strongest = int(np.argmax(np.abs(first[:6, 0])))
    edge = next(e for e in range(12) if contents.edges[0].source[e] == 0 and contents.edges[0].target[e] == 0)
    plot.canvas.pointed.emit(("edge", 0, edge))
    assert plot.hover_text[0].startswith(f"{prepared.dataset.feature_names[strongest]} → unit 1")


def test_that_a_first_layer_without_pieces_is_drawn_as_it_is(rng) -> None:
    matrix = rng.normal(size=(4, 2))
    assert strongest_of_blocks(matrix, tuple(slice(k, k + 1) for k in range(3))) is matrix


def test_that_the_heatmap_names_each_column_once_at_the_middle_of_its_block(qapp, prepared: Prepared) -> None:
    data, metrics = prepared.dataset, QFontMetricsF(QFont())
    rows = named_rows(data.feature_names, data.feature_blocks, 2 * metrics.height(), metrics)
    assert [name for name, _ in rows] == COLUMNS
    assert [middle / metrics.height() for _, middle in rows] == pytest.approx([6, 13, 20, 27])
    crowded = named_rows(data.feature_names, data.feature_blocks, metrics.height() / 4, metrics)
    assert [name for name, _ in crowded][:1] == ["depth"]
    assert np.diff([middle for _, middle in crowded]).min() >= metrics.height() - 2


def test_that_a_heatmap_still_reads_out_which_piece_a_weight_is_of(qtbot, prepared: Prepared, network: Network) -> None:
    plot = shown(qtbot, "weights", prepared, network)
    plot.show_flat(network.theta, 1)
    plot.draw()
    plot.canvas.pointed.emit((0, 2, 1))
    assert prepared.dataset.feature_names[2] in plot.hover_text[0]
    assert prepared.dataset.feature_names[2].startswith("piece 2 of depth")


def test_that_the_microscope_names_a_column_once_and_parts_the_blocks(prepared: Prepared) -> None:
    data = prepared.dataset
    names = TensorNames(np.arange(2), (14, 3, 1), data.feature_names, ("y",), data.feature_blocks)
    across, down = TensorAxis(AxisKind.UNITS, 0), TensorAxis(AxisKind.SOURCES, 1)
    pieces = [f"piece {k}" for k in range(1, PIECES + 1)]
    said = ["depth", *pieces, "few", "size", *pieces, "size was empty"]
    assert [names.short_label(across, k) for k in range(14)] == said
    assert [names.short_label(down, k) for k in range(15)] == [*said, "bias"]
    assert [k for k in range(14) if names.begins_block(across, k)] == [6, 7, 13]
    assert names.label(across, 2) == data.feature_names[2]
    hidden = TensorAxis(AxisKind.UNITS, 1)
    assert not any(names.begins_block(hidden, k) for k in range(3))
