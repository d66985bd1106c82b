"""The data desk in the real window: a wrong guess corrected, training, rows found, predictions of another table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.session.data.remembered_dialects import RememberedDialect
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.widgets.error_box import ErrorBox

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def depths(tmp_path: Path, rng: np.random.Generator) -> Path:
    """A table whose names are numbers (depths), so that the first row is taken for data."""
    first, second = rng.normal(50, 5, (2, 60))
    frame = pd.DataFrame({"51.250": first, "52.750": second, "49.125": 0.5 * first + 0.5 * second})
    path = tmp_path / "depths.csv"
    frame.round(3).to_csv(path, index=False)
    return path


def importer(person):
    return person.program.session.import_preview


def open_file(person, path: Path) -> None:
    person.drop(person.window, path)
    person.wait_ready()


def correct_header(person) -> None:
    """Open the import page by the menu, say that the first row holds names, and apply."""
    person.menu("Data", "Reading")
    page = person.program.data_pages.import_.page
    person.wait(lambda: importer(person).table is not None)
    person.click(page.form.rows["header"].editor)
    person.wait(lambda: importer(person).dialect.header and importer(person).table is not None)
    person.settle()
    person.click(page.apply)
    person.wait(lambda: person.program.session.data.table.column_names == ("51.250", "52.750", "49.125"))
    person.wait_ready()


def test_that_a_wrong_guess_is_corrected_learned_from_and_used_for_another_table(person, depths, tmp_path) -> None:
    open_file(person, depths)
    assert person.program.session.data.table.n_rows == 61
    correct_header(person)
    assert person.program.session.data.table.n_rows == 60
    panel = person.window.experiment.data
    assert person.window.pages.currentWidget() is person.window.workbench
    person.choose(panel.target.editor, "49.125")
    person.wait_ready()
    assert panel.ledger.text() == "All 60 rows used."
    person.click(person.window.control_bar.primary)
    person.wait(lambda: person.run.epoch >= 20)
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.PAUSED, Phase.FINISHED)

    new = tmp_path / "new.csv"
    new.write_text("note,52.750,51.250\n=1+1,50,49\n-3,51,52\nb,,50\nc,deep,50\n", encoding="utf-8")
    person.menu("Data", "Predict a table")
    page = person.program.data_pages.predict.page
    person.click(page.zone.open)
    person.type_file_name(new)
    person.wait(lambda: page.pages.currentWidget() is page.rows)
    assert page.matched.text() == "Both input columns found. Not used: note."
    shown = page.view.table_model
    assert [shown.column_name(c) for c in range(4)] == ["predicted 49.125", "51.250", "52.750", "note"]
    assert [shown.index(row, 0).data() == "–" for row in range(4)] == [False, False, False, True]
    said = page.notes.details.text()
    assert "1 cell of 52.750 is not what the network was trained on: 'deep' in line 5." in said
    assert "1 empty cell of 52.750 was filled." in said
    assert "1 of 4 rows gets no prediction." in said

    out = tmp_path / "out.csv"
    person.click(page.save)
    person.type_file_name(out)
    person.wait(out.exists)
    person.wait(lambda: "3 rows with their predictions are in out.csv." in person.sentence())
    assert "1 more row has no prediction." in person.sentence()
    saved = pd.read_csv(out)
    pipeline = person.program.session.data.prepared.pipeline
    x, _ = pipeline.transform_frame(pd.DataFrame({"52.750": [50.0, 51.0, np.nan], "51.250": [49.0, 52.0, 50.0]}))
    expected = pipeline.to_original(person.run.prediction_cache.network.predict(x))[:, 0]
    assert saved["note"].tolist() == ["'=1+1", "-3", "b", "c"], "no spreadsheet runs it, and numbers stay numbers"
    assert np.array_equal(saved["predicted 49.125"], [*expected, np.nan], equal_nan=True)


def test_that_a_chosen_reading_is_used_the_next_time_and_said(person, depths) -> None:
    open_file(person, depths)
    correct_header(person)
    person.window.file_dropped.emit("sample:iris")
    person.wait(lambda: person.program.session.data.table.name == "iris")
    person.wait_ready()
    open_file(person, depths)
    person.wait(lambda: person.program.session.data.table.name == "depths.csv")
    desk = person.program.session.data
    assert desk.table.column_names == ("51.250", "52.750", "49.125")
    assert "Read as you chose for this file before: first row holds the names." in desk.table.warnings
    assert person.window.experiment.data.reading.isVisible()


def test_that_a_file_that_is_refused_can_be_read_in_another_way(person, tmp_path) -> None:
    path = tmp_path / "inches.csv"
    rows = "".join(f"{i} in,{(7 * i) % 11}.5,{3 * i}.25\n" for i in range(40))
    path.write_text('size,weight,price\n12",1.5,5.25\n"9 in,2.5,7.25\n' + rows, encoding="utf-8")
    person.drop(person.window, path)
    box = person.dialog(ErrorBox)
    offer = next(b for b in box.findChildren(QPushButton) if b.text().startswith("Read it in another way"))
    person.click(offer)
    page = person.program.data_pages.import_.page
    person.wait(lambda: importer(person).problem is not None)
    person.settle()
    assert page.problem.headline.text() == "A quote in inches.csv is never closed."
    assert not page.apply.isEnabled()
    person.choose(page.form.rows["quote"].editor, "None")
    person.wait(lambda: importer(person).table is not None)
    person.settle()
    person.click(page.apply)
    person.wait_ready()
    assert (person.program.session.data.table.n_rows, person.program.session.data.table.n_columns) == (42, 3)


def test_that_a_table_of_very_many_columns_opens_with_one_click_and_is_not_asked_about_again(
    person, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("mlp_gui.data.csv.dialect_detection.UNASKED_COLUMNS", 4)
    path = tmp_path / "wide.csv"
    names = [f"c{j}" for j in range(6)]
    pd.DataFrame(np.arange(180.0).reshape(30, 6) % 17, columns=names).to_csv(path, index=False)
    for offered, columns in (("Open the first 4 columns", 4), ("Open all 6 columns", 6)):
        person.drop(person.window, path)
        box = person.dialog(ErrorBox)
        buttons = {b.text(): b for b in box.findChildren(QPushButton)}
        assert "wide.csv has 6 columns." in box.title.text()
        assert {"Open the first 4 columns", "Open all 6 columns"} < buttons.keys()
        person.click(buttons[offered])
        person.wait_ready()
        assert person.program.session.data.table.column_names == tuple(names[:columns])
        person.window.file_dropped.emit("sample:iris")
        person.wait(lambda: person.program.session.data.table.name == "iris")
        person.wait_ready()
        open_file(person, path)
        person.wait(lambda: person.program.session.data.table.name == "wide.csv")
        assert person.program.session.data.table.n_columns == columns
        person.program.session.remembered_dialects.remember(str(path), RememberedDialect(Dialect(), ()))


def test_that_escape_leaves_a_page_and_nothing_has_changed(person, depths) -> None:
    open_file(person, depths)
    before = person.program.session.data.table
    for key, page in (
        (Qt.Key.Key_T, person.program.data_pages.table.page),
        (Qt.Key.Key_L, person.program.data_pages.columns.page),
        (Qt.Key.Key_I, person.program.data_pages.import_.page),
    ):
        person.press(key, CTRL)
        assert person.window.pages.currentWidget() is page
        person.press(Qt.Key.Key_Escape)
        assert person.window.pages.currentWidget() is person.window.workbench
    assert person.program.session.data.table is before


# --- table -----------------------------------------------------------------------------------------------------


def test_that_a_point_of_the_plot_leads_to_its_row_in_the_table(person) -> None:
    person.window.file_dropped.emit("sample:busan_beach")
    person.wait_ready()
    person.press(Qt.Key.Key_Right)
    person.wait_for(Phase.PAUSED)
    plot = person.window.predicted_vs_true_plot
    points = plot.points
    columns = plot.columns()
    validation = np.array(columns["subset"]) == "validation"
    true, predicted = (np.asarray(columns[name])[validation] for name in ("true", "predicted"))
    place = points.pixel(float(true.max()), float(predicted[true.argmax()]))
    spot = points.mapFromScene(points.layer.mapToScene(place))
    top = points.viewport().mapTo(person.window, spot)
    QTest.mouseMove(person.window.windowHandle(), top)
    person.wait(lambda: points.row_at() is not None)
    row = points.row_at()
    QTest.mouseDClick(person.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, top)
    page = person.program.data_pages.table.page
    assert person.window.pages.currentWidget() is page
    assert page.view.table_model.row_number(page.view.currentIndex().row()) == row
    assert page.view.currentIndex().siblingAtColumn(0).data() == "validation"


def test_that_the_table_is_ordered_searched_and_copied_in_the_window(person, qapp) -> None:
    person.window.file_dropped.emit("sample:busan_beach")
    person.wait_ready()
    person.press(Qt.Key.Key_T, CTRL)
    page = person.program.data_pages.table.page
    frame = person.program.session.data.table.frame
    header = page.view.horizontalHeader()
    model = page.view.table_model
    section = next(i for i in range(model.columnCount()) if model.column_name(i) == "tide_cm")
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    person.click(header.viewport(), place)
    person.wait(lambda: page.view.table_model.row_number(0) == frame["tide_cm"].idxmin())
    person.click(header.viewport(), place)
    person.wait(lambda: page.view.table_model.row_number(0) == frame["tide_cm"].idxmax())

    person.press(Qt.Key.Key_F, CTRL)
    person.type("9/6/2019 11:00")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: page.words.text().startswith("Found in row 1,372"))
    page.view.setFocus()
    person.press(Qt.Key.Key_C, CTRL)
    assert qapp.clipboard().text() == "9/6/2019 11:00"

    person.fill(page.jump, "20")
    assert page.view.table_model.row_number(page.view.currentIndex().row()) == 19
    for other in ("2000", "9" * 5_000, "\u00b2", "\u0663" * 20):
        person.fill(page.jump, other)
        assert page.words.text() == "Rows go from 1 to 1,446."
    assert not person.crashes


def test_that_prediction_waits_for_a_trained_network(person) -> None:
    person.window.file_dropped.emit("sample:iris")
    person.wait_ready()
    action = person.window.actions_["predict"]
    assert not action.isEnabled()
    assert action.toolTip() == "The network has not been trained yet."
    assert not person.window.experiment.export_panel.predict.isEnabled()


def test_that_a_table_without_an_input_column_is_named_and_another_can_be_chosen(person, tmp_path) -> None:
    person.window.file_dropped.emit("sample:iris")
    person.wait_ready()
    person.press(Qt.Key.Key_Right)
    person.wait_for(Phase.PAUSED)
    person.press(Qt.Key.Key_P, CTRL)
    page = person.program.data_pages.predict.page
    lacking, whole = tmp_path / "lacking.csv", tmp_path / "whole.csv"
    frame = person.program.session.data.table.frame
    frame.drop(columns="petal_width_cm").to_csv(lacking, index=False)
    frame.to_csv(whole, index=False)
    assert person.drop(page, lacking)
    person.wait(lambda: page.problem.isVisible())
    assert page.problem.headline.text() == "lacking.csv lacks 1 of the 4 input columns."
    assert "Missing: petal_width_cm." in page.problem.details.text()
    assert person.drop(page, whole)
    person.wait(lambda: page.pages.currentWidget() is page.rows)
    assert not page.problem.isVisible()
    assert person.program.session.data.table.name == "iris", "the table on the desk stays"


def test_that_new_data_are_read_with_the_decimal_sign_of_the_table_on_the_desk(person, tmp_path) -> None:
    own, new = tmp_path / "own.txt", tmp_path / "new.txt"
    own.write_text("rain\tflow\n" + "".join(f"{i % 7},5\t{i * i % 11},25\n" for i in range(40)))
    new.write_text("rain\n1,125\n2,250\n")  # alone, these could be thousands
    open_file(person, own)
    person.press(Qt.Key.Key_Right)
    person.wait_for(Phase.PAUSED)
    person.press(Qt.Key.Key_P, CTRL)
    page = person.program.data_pages.predict.page
    assert person.drop(page, new)
    person.wait(lambda: page.pages.currentWidget() is page.rows)
    shown = page.view.table_model
    assert shown.column_name(1) == "rain"
    assert [shown.index(row, 1).data() for row in range(2)] == ["1.125", "2.25"]
