"""A new table is read as the network learned it, by the command line and by the exported script alike, cell by cell."""

from __future__ import annotations

import csv
import runpy
import sys
import tempfile
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.engine.network.losses import default_loss
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.history import History
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.project.run_format import read_run
from mlp_gui.export.registry import formats
from mlp_gui.export.tables.predictions import predicted_frame
from mlp_gui.model import TrainedModel

CASES = Path(__file__).parents[2] / "data" / "doubtful_cases"


def model_of(path: Path | Table, columns: tuple[ColumnSpec, ...]) -> ExportInput:
    """A network with random weights on a table: what is compared here is what enters it."""
    table = path if isinstance(path, Table) else read_table(path)
    prepared = prepare(table, DataSpec(columns=columns))
    config = RunConfig(
        network=NetworkConfig(hidden=(LayerConfig(4),)), training=TrainingConfig(loss=default_loss(prepared.task))
    )
    network = Network.from_config(
        config.network, config.training.loss, prepared.dataset.n_features, prepared.dataset.n_outputs
    )
    network.theta[:] = np.random.default_rng(11).normal(0, 0.6, network.n_parameters)
    return ExportInput(TrainedModel.from_run(prepared, config, network, 3, "last"), History(), prepared, "Done.")


def raw_inputs(source: ExportInput, new: Path) -> np.ndarray:
    """The numbers that a new table's cells became, before scaling."""
    pipeline = source.model.pipeline
    x, _ = pipeline.transform(open_table(new, formats=pipeline.formats))
    shift = np.concatenate([f.shift for f in pipeline.inputs])
    return x * np.concatenate([f.scale for f in pipeline.inputs]) + shift


def script_answers(source: ExportInput, new: Path, folder: Path) -> list[str]:
    (folder / "model.py").write_bytes(formats.create("python").encode(source))
    arguments = ["model.py", str(new), "--out", str(folder / "out.csv")]
    with mock.patch.object(sys, "argv", arguments), pytest.raises(SystemExit) as ended:
        runpy.run_path(str(folder / "model.py"), run_name="__main__")
    assert ended.value.code == 0
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return [row[-1] for row in csv.reader(file)][1:]


def answers(source: ExportInput, new: Path) -> list[str]:
    frame, _ = predicted_frame(source.model, open_table(new, formats=source.model.pipeline.formats))
    return ["" if np.isnan(v) else repr(float(v)) for v in frame.iloc[:, -1]]


@pytest.mark.parametrize("kind", ["codes", "dec", "pct"])
def test_that_codes_of_a_new_file_stay_codes(kind: str, tmp_path: Path) -> None:
    train = CASES / f"p01_{'train_codes' if kind == 'codes' else kind + '_train'}.csv"
    new = CASES / f"p01_{'new_digits_only' if kind == 'codes' else kind + '_new'}.csv"
    source = model_of(train, (ColumnSpec("zone"), ColumnSpec("x"), ColumnSpec("y", role="target")))
    zone = raw_inputs(source, new)[:, :4]
    assert zone.tolist() == [[float(k == row % 3) for k in range(4)] for row in range(6)]
    table = open_table(new, formats=source.model.pipeline.formats)
    first = new.read_text().splitlines()[1].replace(";", ",").split(",")[0]
    assert table.frame["zone"].iloc[0] == first
    assert script_answers(source, new, tmp_path) == answers(source, new)


@pytest.mark.parametrize("name", ["p07c_new_load_only", "p07c_new_load_and_text", "p07_new_groups_only"])
def test_that_points_stay_between_groups_where_commas_were_decimal_signs(name: str, tmp_path: Path) -> None:
    source = model_of(CASES / "p07_train_german.csv", (ColumnSpec("load"), ColumnSpec("flow", role="target")))
    new = CASES / f"{name}.csv"
    np.testing.assert_allclose(raw_inputs(source, new)[:, 0], [1234, 2500, 3100], rtol=1e-12)
    assert script_answers(source, new, tmp_path) == answers(source, new)


@pytest.mark.parametrize("name", ["p07d_new_both", "p07d_new_comma_quoted"])
def test_that_decimal_commas_stay_decimal_commas(name: str, tmp_path: Path) -> None:
    source = model_of(CASES / "p07d_train_comma.csv", (ColumnSpec("depth"), ColumnSpec("temp", role="target")))
    new = CASES / f"{name}.csv"
    np.testing.assert_allclose(raw_inputs(source, new)[:, 0], [1.234, 2.5], rtol=1e-12)
    assert script_answers(source, new, tmp_path) == answers(source, new)


def test_that_a_cell_of_another_kind_gets_no_prediction_and_is_named(tmp_path: Path) -> None:
    source = model_of(CASES / "p07_train_german.csv", (ColumnSpec("load"), ColumnSpec("flow", role="target")))
    new = tmp_path / "new.csv"
    new.write_text("load;flow\n1.234;1,5\n12.5;2,5\n3.100,5;3,5\n12 kg;1,0\n")
    _, report = source.model.pipeline.transform(open_table(new, formats=source.model.pipeline.formats))
    assert report.usable.tolist() == [True, False, True, False]
    assert report.unread == {"load": (2, 1, "12.5")}
    assert script_answers(source, new, tmp_path) == answers(source, new)


def test_that_percent_cells_are_shares_where_shares_were_learned(tmp_path: Path) -> None:
    train, new = tmp_path / "train.csv", tmp_path / "new.csv"
    train.write_text("p,y\n" + "".join(f"{k / 20},{k}\n" for k in range(1, 20)))
    new.write_text("p,y\n45%,1\n0.5,2\n12 %,3\n")
    source = model_of(train, (ColumnSpec("p"), ColumnSpec("y", role="target")))
    np.testing.assert_allclose(raw_inputs(source, new)[:, 0], [0.45, 0.5, 0.12], rtol=1e-12)
    said = open_table(new, formats=source.model.pipeline.formats).warnings
    assert any("p: 2 cells are written in percent" in sentence for sentence in said)
    assert script_answers(source, new, tmp_path) == answers(source, new)


def test_that_the_formats_are_part_of_every_project(tmp_path: Path) -> None:
    source = model_of(CASES / "p07_train_german.csv", (ColumnSpec("load"), ColumnSpec("flow", role="target")))
    export(source, "mlp", tmp_path / "run.mlp")
    found = read_run(tmp_path / "run.mlp").model.pipeline.formats
    assert found == source.model.pipeline.formats
    assert (found["load"].kind, found["load"].decimal) == ("number", ",")


def test_that_units_stand_beside_the_names_in_the_report_and_the_c_header(tmp_path: Path) -> None:
    train = tmp_path / "train.csv"
    train.write_text("depth,y\n" + "".join(f"{k} m,{k} €\n" for k in range(1, 20)))
    source = model_of(train, (ColumnSpec("depth"), ColumnSpec("y", role="target")))
    report = formats.create("report").encode(source).decode("utf-8")
    assert "depth [m]" in report
    assert "y [€]" in report
    assert 'raw[0]: a number, "depth", in "m"' in formats.create("c").encode(source).decode("utf-8")


NUMBERS = ["5", "12,5", "1.234", "0,25", "1.234,5", "12.5", "7 kg", "45%", "", "NA", "-3,0", "abc", "1E2", "− 4"]
CODES = ["01", "1", "A7", "1.0", "10%", " 01 ", "NA", "", "a7", "+1"]
WORDS = ["yes", "no", "Yes", "1", "0", "True", "x", "", "maybe", "nein"]
GROUPS = ["1", "2", "1,0", "2,00", "3", "", "01", "x"]
MONEY = ["€ 5", "5 €", "7,5", "$ 5", "1.000,50 €", "", "-€3", "5 kg"]
ROW = st.tuples(*(st.sampled_from(cells) for cells in (NUMBERS, CODES, WORDS, GROUPS, MONEY)))


@settings(max_examples=12, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=12))
def test_that_the_script_reads_any_table_as_the_program_does(rows: list[tuple[str, ...]]) -> None:
    rng = np.random.default_rng(3)
    lines = ["load;code;new;group;price;y"]
    for k in range(40):
        load = f"{rng.uniform(0, 5000):,.2f}".translate(str.maketrans(",.", ".,"))
        code = ("01", "1.0", "10%", "A7")[k % 4]
        lines.append(
            f"{load};{code};{('yes', 'no')[k % 2]};{k % 3 + 1};{rng.integers(1, 99)},50 €;{rng.integers(99)},5"
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "train.csv").write_text("\n".join(lines), encoding="utf-8")
        columns = [ColumnSpec(n, missing="median" if n == "load" else "drop") for n in ("load", "code", "new", "price")]
        group = ColumnSpec("group", encoding="one_hot", missing="constant", fill="2")
        source = model_of(folder / "train.csv", (*columns, group, ColumnSpec("y", role="target")))
        # A row that can be read, so that no column holds something else altogether.
        new = [("1.234", "01", "yes", "1", "€ 5"), *rows]
        text = "\n".join(["load;code;new;group;price", *(";".join(row) for row in new)])
        (folder / "new.csv").write_text(text, encoding="utf-8")
        assert script_answers(source, folder / "new.csv", folder) == answers(source, folder / "new.csv")


UNITS = ["5 kg", "7,5 kg", "3", "<2", "<0,5 kg", ">9", "8 g", "KG 4", "T", "", "NA", "−4 kg", "12kg", "1.234 kg"]
SPELLED = ["yes", "YES ", "Yes", "no", "NO", "perhaps", "", "NA"]
LAND = ["DE", "NA", "na", "FR", "", "XX"]
REPEATED = ["red", "〃", "blue", "do.", "green", ""]
READ_WORDS = {*SPELLED} - {"perhaps", "", "NA"}
READ_MASSES = {*UNITS} - {"8 g", "T", "", "NA"}
NEW_ROW = st.tuples(*(st.sampled_from(cells) for cells in (UNITS, SPELLED, LAND, REPEATED)))


@settings(max_examples=12, deadline=None)
@given(st.lists(NEW_ROW, min_size=1, max_size=12))
def test_that_units_limits_and_chosen_readings_are_the_same_in_the_script(rows: list[tuple[str, ...]]) -> None:
    lines = ["mass;ok;land;colour;y"]
    for k in range(40):
        mass = "<0,5 kg" if k % 9 == 0 else f"{k},5 kg"
        lines.append(
            f"{mass};{['yes', 'Yes', 'no'][k % 3]};{['DE', 'NA', 'FR'][k % 3]};{['red', '〃', 'blue'][k % 3]};{k},25"
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        train, new = folder / "train.csv", folder / "new.csv"
        train.write_text("\n".join(lines) + "\n", encoding="utf-8")
        new.write_text("mass;ok;land;colour\n" + "".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
        columns = (
            ColumnSpec("mass", below_limit="half"), ColumnSpec("ok", spelling="merged"),
            ColumnSpec("land", gap_words="words"), ColumnSpec("colour"), ColumnSpec("y", role="target"),
        )  # fmt: skip
        table = read_as_asked_for(read_table(train), DataSpec(columns=columns))
        source = model_of(table, columns)
        forms = source.model.pipeline.formats
        assert (forms["mass"].unit, forms["mass"].limit, forms["ok"].merged) == ("kg", "half", True)
        assert (forms["land"].kept, forms["colour"].ditto) == (("na",), True)
        spelled = {row[1] for row in rows}
        if not any(row[0] in READ_MASSES for row in rows) or (spelled & {"perhaps"} and not spelled & READ_WORDS):
            return  # the script refuses a table of which a column cannot be read at all
        assert script_answers(source, new, folder) == answers(source, new)


def test_that_a_word_that_is_neither_yes_nor_no_gets_no_prediction(tmp_path: Path) -> None:
    train, new = tmp_path / "train.csv", tmp_path / "new.csv"
    train.write_text("ok,y\n" + "".join(f"{('yes', 'no')[k % 2]},{k}\n" for k in range(20)))
    cells = ("yes", "maybe", "NO", "True", "1", "ticked", "0", "unticked", "nein", "2", "")
    new.write_text("ok,x\n" + "".join(f"{cell},1\n" for cell in cells))
    source = model_of(train, (ColumnSpec("ok"), ColumnSpec("y", role="target")))
    found = raw_inputs(source, new)[:, 0].tolist()
    expected = [1.0, np.nan, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, np.nan, np.nan]
    np.testing.assert_array_equal(found, expected)
    _, report = source.model.pipeline.transform(open_table(new, formats=source.model.pipeline.formats))
    assert report.unread == {"ok": (2, 1, "maybe")}
    assert not report.unseen
    assert script_answers(source, new, tmp_path) == answers(source, new)
    digits = tmp_path / "digits.csv"
    digits.write_text("ok,x\n1,1\n0,2\n")
    assert raw_inputs(source, digits)[:, 0].tolist() == [1.0, 0.0]
    assert script_answers(source, digits, tmp_path) == answers(source, digits)
    digits.write_text("ok,x\nmaybe,1\nperhaps,2\n")
    with pytest.raises(UserError, match=r"ok holds words where yes or no is needed.*row 1 holds 'maybe'"):
        raw_inputs(source, digits)
