"""What the desk takes back and makes again, how readings are remembered, and the importer's and predictor's answers."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples.loader import read_sample
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.session.data.data_state import DEPTH, SpecHistory
from mlp_gui.session.data.import_preview import ImportPreview
from mlp_gui.session.data.remembered_dialects import (
    MAX_FILES,
    RememberedDialect,
    RememberedDialects,
    open_with_remembered_dialect,
)
from mlp_gui.session.evaluation.prediction import Predictor
from mlp_gui.session.session import Session, adapt_spec
from mlp_gui.session.settings.preferences import Preferences


def spec(scaling: str) -> DataSpec:
    return DataSpec(scaling=scaling)


def test_that_undo_and_redo_walk_the_same_way_back_and_forth() -> None:
    history, a, b, c = SpecHistory(), spec("none"), spec("minmax"), spec("robust")
    history.record(a)
    history.record(b)
    assert history.undo(c) is b
    assert history.undo(b) is a
    assert history.undo(a) is None
    assert history.redo(a) is b
    assert history.redo(b) is c
    assert history.redo(c) is None


def test_that_a_new_choice_forgets_what_was_taken_back() -> None:
    history = SpecHistory()
    history.record(spec("none"))
    history.undo(spec("minmax"))
    history.record(spec("robust"))
    assert history.redo(spec("minmax")) is None


def test_that_the_history_is_not_endless() -> None:
    history = SpecHistory()
    for _ in range(DEPTH + 20):
        history.record(spec("none"))
    assert len(history.past) == DEPTH


# --- readings ---------------------------------------------------------------------------------------------------


@pytest.fixture
def readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RememberedDialects:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "own.ini"))
    return RememberedDialects(Preferences())


def test_that_a_reading_is_remembered_with_its_path(readings, tmp_path) -> None:
    chosen = RememberedDialect.from_choice(Dialect(separator=";", decimal=","), Dialect())
    readings.remember("/a.csv", chosen)
    assert chosen.parts == ("Separator", "Decimal sign")
    assert RememberedDialects(Preferences()).find("/a.csv") == chosen
    assert readings.find("/b.csv") is None


def test_that_taking_the_guess_again_forgets_the_reading(readings) -> None:
    readings.remember("/a.csv", RememberedDialect.from_choice(Dialect(separator=";"), Dialect()))
    readings.remember("/a.csv", RememberedDialect.from_choice(Dialect(), Dialect()))
    assert readings.find("/a.csv") is None


def test_that_only_the_latest_files_are_remembered(readings) -> None:
    for i in range(MAX_FILES + 5):
        readings.remember(f"/{i}.csv", RememberedDialect.from_choice(Dialect(separator=";"), Dialect()))
    assert readings.find("/0.csv") is None
    assert readings.find(f"/{MAX_FILES + 4}.csv") is not None


def test_that_a_spoilt_memory_is_no_memory(readings) -> None:
    preferences = Preferences()
    for text in ("no json", "[1]", '{"/a.csv": 3}', '{"/a.csv": {"dialect": {"separator": "!"}, "parts": []}}'):
        preferences.set_text("readings", text)
        assert RememberedDialects(preferences).find("/a.csv") is None


def test_that_a_remembered_reading_is_used_and_said(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("10.5,20.5\n11.5,21.5\n12.5,22.5\n", encoding="utf-8")
    table = open_with_remembered_dialect(
        str(path), RememberedDialect.from_choice(Dialect(header=True), Dialect(header=False))
    )
    assert table.column_names == ("10.5", "20.5")
    assert table.warnings[0] == "Read as you chose for this file before: first row holds the names."


def test_that_a_reading_that_no_longer_fits_gives_way_to_the_guess(tmp_path) -> None:
    fits = tmp_path / "b.csv"
    fits.write_text("a b;c\n1 2;3\n4 5;6\n7 8;9\n", encoding="utf-8")
    wrong = RememberedDialect(Dialect(encoding="utf-8", separator=";", skip=9_000), ("Lines before the table",))
    table = open_with_remembered_dialect(str(fits), wrong)
    assert table.n_rows == 3
    assert "no longer fits" in table.warnings[0]


# --- importer ---------------------------------------------------------------------------------------------------


def test_that_the_importer_peeks_guesses_and_reads_again(qtbot, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x;y\n1,5;2\n2,5;3\n3,5;4\n", encoding="utf-8")
    importer = ImportPreview()
    importer.load(str(path), None)
    qtbot.waitUntil(lambda: importer.table is not None)
    assert importer.preview is not None
    assert importer.preview.lines[:2] == ("x;y", "1,5;2")
    assert importer.dialect == importer.preview.guess
    assert importer.table.frame["x"].tolist() == [1.5, 2.5, 3.5]
    importer.set_dialect(importer.dialect.replace(header=False))
    assert importer.table is None
    qtbot.waitUntil(lambda: importer.table is not None)
    assert importer.table.column_names == ("column_1", "column_2")
    assert importer.table.n_rows == 4
    importer.close()


def test_that_the_importer_keeps_the_reason_of_a_refusal(qtbot, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    importer = ImportPreview()
    importer.load(str(path), None)
    qtbot.waitUntil(lambda: importer.problem is not None)
    assert isinstance(importer.problem, UserError)
    assert not importer.reading
    importer.close()


def test_that_targets_and_split_survive_another_reading() -> None:
    table = read_sample("busan_beach")
    before = suggest_spec(table, ("ecoli",))
    before = before.replace(scaling="minmax", split=before.split.replace(method="file_order"))
    after = adapt_spec(before, table)
    assert (after.targets, after.scaling, after.split.method) == (("ecoli",), "minmax", "file_order")
    fewer = read_sample("iris")
    assert adapt_spec(before, fewer).targets == ("species",), "a target that is gone is chosen anew"


def test_that_the_session_undoes_a_choice_and_the_dataset_follows(qtbot) -> None:
    session = Session()
    try:
        session.open("sample:iris")
        qtbot.waitUntil(lambda: session.run.dataset is not None)
        first = session.data.spec
        assert first is not None
        session.data.set_spec(first.with_columns(first.column("petal_width_cm").replace(role="ignored")))
        qtbot.waitUntil(lambda: not session.data.preparing)
        assert session.data.prepared.pipeline.input_names == ("sepal_length_cm", "sepal_width_cm", "petal_length_cm")
        session.data.undo()
        qtbot.waitUntil(lambda: not session.data.preparing)
        assert session.data.spec == first
        assert len(session.data.prepared.pipeline.input_names) == 4
        session.data.redo()
        qtbot.waitUntil(lambda: not session.data.preparing)
        assert len(session.data.prepared.pipeline.input_names) == 3
        session.open("sample:xor")
        qtbot.waitUntil(lambda: session.data.table.name == "xor")
        assert not session.data.history.past
    finally:
        session.close()


def test_that_another_table_is_read_as_the_trained_one_was_when_it_fits_only_so(qtbot, tmp_path, rng) -> None:
    frame = pd.DataFrame(rng.normal(50, 5, (40, 3)).round(3), columns=["51.250", "52.750", "49.125"])
    path, new = tmp_path / "a.csv", tmp_path / "b.csv"
    frame.to_csv(path, index=False)
    frame.head(5).to_csv(new, index=False)
    session = Session()
    try:
        session.read_again(str(path), Dialect(header=True))
        qtbot.waitUntil(lambda: session.run.displayed is not None)
        predictor = Predictor(session.data, session.run)
        predictor.open(str(new))
        qtbot.waitUntil(lambda: predictor.result is not None)
        answers = predictor.result
        assert answers.missing_inputs == ()
        assert answers.predictions == ("predicted 49.125",)
        assert answers.notes[0] == "It was read in the same way as the table of the training."
        pipeline = session.data.prepared.pipeline
        x, _ = pipeline.transform_frame(frame.head(5))
        expected = pipeline.to_original(session.run.prediction_cache.network.predict(x))[:, 0]
        assert answers.frame["predicted 49.125"].tolist() == pytest.approx(expected.tolist())
        predictor.close()
    finally:
        session.close()
