"""A new table in the window: read as the training was, scored where it holds true values, ordered by its errors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sklearn.metrics import accuracy_score, r2_score, root_mean_squared_error

from helpers.person import Person
from helpers.project_steps import trained
from mlp_gui.core.dataset import Task
from mlp_gui.core.subsets import NEW
from mlp_gui.engine.metrics.metric import metrics_for
from mlp_gui.views.data.pages.predict_page import PredictPage

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CTRL = Qt.KeyboardModifier.ControlModifier


def made(rows: int, seed: int, start: str = "2020-01-01") -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"when": pd.date_range(start, periods=rows).strftime("%Y-%m-%d")})
    frame["a"], frame["b"] = rng.normal(size=(2, rows)).round(3)
    frame["soil"] = rng.choice(["clay", "sand"], rows)
    frame["y"] = (2 * frame.a - frame.b + (frame.soil == "clay")).round(3)
    return frame


@pytest.fixture
def taught(person: Person, tmp_path: Path) -> Person:
    """A network has learned y for thirty epochs."""
    made(300, 1).to_csv(tmp_path / "old.csv", index=False)
    trained(person, tmp_path / "old.csv", 3)
    return person


def predict(person: Person, path: Path) -> PredictPage:
    """Open the page by its key, and the table by the dialog."""
    person.come_forward()
    person.press(Qt.Key.Key_P, CTRL)
    page = person.program.data_pages.predict.page
    person.wait(page.isVisible)
    button = page.zone.open if page.pages.currentWidget() is page.empty else None
    if button is not None:
        person.click(button)
        person.type_file_name(path)
    else:
        person.drop(page, path)
    person.wait(lambda: person.program.session.predictor.name == path.name and page.pages.currentWidget() is page.rows)
    person.settle()
    return page


def shown(page: PredictPage, name: str) -> list[str]:
    model = page.view.table_model
    section = [model.column_name(c) for c in range(model.columnCount())].index(name)
    return [model.index(row, section).data() for row in range(model.rowCount())]


def click_heading(person: Person, page: PredictPage, name: str) -> None:
    model, header = page.view.table_model, page.view.horizontalHeader()
    section = [model.column_name(c) for c in range(model.columnCount())].index(name)
    place = QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, header.height() // 2)
    person.click(header.viewport(), place)


def metric_cells(page: PredictPage) -> dict[str, list[str]]:
    """The scores without the intervals beside them."""
    table = page.scores.table
    cells = [[table.item(row, c).text() for c in range(table.columnCount())] for row in range(table.rowCount())]
    assert sum("[" in row[1] for row in cells) >= len(cells) - 1  # the largest error has none
    return {row[0]: [cell.partition(" ")[0] for cell in row[1:]] for row in cells}


def test_that_a_table_with_true_values_is_scored_plotted_and_ordered(taught: Person, tmp_path: Path) -> None:
    frame = made(60, 2, "2021-06-01")
    frame[["a", "b"]] = frame[["a", "b"]].clip(-1.5, 1.5)
    frame.loc[3, "y"] = np.nan
    frame.loc[7, "a"] = 40.0
    frame.loc[9, "soil"] = "peat"
    new = tmp_path / "new.csv"
    frame.sample(frac=1, random_state=0).to_csv(new, index=False)
    page = predict(taught, new)
    result = taught.program.session.predictor.result
    saved = result.frame
    at = saved["y"].notna()
    r2 = r2_score(saved["y"][at], saved["predicted y"][at])
    rmse = root_mean_squared_error(saved["y"][at], saved["predicted y"][at])
    assert result.scored.scores.pooled["r2"] == pytest.approx(r2)
    cells = metric_cells(page)
    assert float(cells["R²"][0].replace(",", "")) == pytest.approx(r2, rel=1e-3)
    assert float(cells["RMSE"][0]) == pytest.approx(rmse, rel=1e-3)
    assert len(cells) == len(metrics_for(Task.REGRESSION))
    assert page.scores.heading.text() == "Scores of 59 rows with a true y"
    said = page.notes.details.text()
    assert "1 row has no true value in y and does not count in the scores." in said
    assert "2 of 60 rows lie outside of what the training rows held, so their predictions are guesses." in said
    assert "1 cell of a lies outside of" in said
    assert sorted(shown(page, "outside the training range"))[-2:] == ["a above", "soil unseen"]
    assert page.words.text() == "60 rows, predictions first."

    click_heading(taught, page, "error of y")
    taught.wait(lambda: page.words.text().startswith("In the order of error of y, ascending"))
    errors = saved["error of y"].to_numpy()
    order = page.view.table_model.order
    np.testing.assert_array_equal(errors[order], np.sort(errors))
    click_heading(taught, page, "error of y")
    taught.wait(lambda: "descending" in page.words.text())
    present = errors[page.view.table_model.order][:-1]
    np.testing.assert_array_equal(present, np.sort(present)[::-1])
    click_heading(taught, page, "error of y")
    taught.wait(lambda: page.words.text() == "In file order.")
    assert page.view.table_model.order is None


def test_that_the_rows_are_plotted_against_truth_and_over_time(taught: Person, tmp_path: Path) -> None:
    frame = made(60, 2, "2021-06-01")
    frame.loc[3, "y"] = np.nan
    frame.sample(frac=1, random_state=0).to_csv(tmp_path / "new.csv", index=False)
    page = predict(taught, tmp_path / "new.csv")
    fit, series = page.scores.fit, page.scores.series
    taught.wait(lambda: fit.points.shown_rows() == 59)
    columns = fit.columns()
    result = taught.program.session.predictor.result.frame
    at = np.array(columns["row"]) - 1
    assert set(columns["subset"]) == {NEW}
    np.testing.assert_array_equal(result["y"].to_numpy()[at], columns["true"])
    np.testing.assert_array_equal(result["predicted y"].to_numpy()[at], columns["predicted"])
    tabs = page.scores.plots.tabBar()
    taught.click(tabs, tabs.tabRect(1).center())
    taught.wait(series.isVisible)
    taught.wait(lambda: len(series.axes.contents.items) == 3)  # two lines, and marks to point at
    assert series.axes.bottom.is_dates
    assert series.contents().x_name == "when"
    place = np.array(series.columns()["place"])
    days = pd.to_datetime(result["when"]).to_numpy().astype("datetime64[s]").astype(float)
    np.testing.assert_array_equal(np.sort(place), np.sort(days))


def test_that_a_point_of_the_plot_leads_to_its_row(taught: Person, tmp_path: Path) -> None:
    made(60, 2).to_csv(tmp_path / "new.csv", index=False)
    page = predict(taught, tmp_path / "new.csv")
    tabs, points = page.scores.plots.tabBar(), page.scores.fit.points
    taught.click(tabs, tabs.tabRect(0).center())
    taught.wait(lambda: points.shown_rows() == 60)
    frame = taught.program.session.predictor.result.frame
    row = int(frame["y"].to_numpy().argmax())
    x, y = points.to_pixels(frame["y"].to_numpy()[[row]], frame["predicted y"].to_numpy()[[row]])
    inside = points.box.mapRectToScene(points.box.rect()).topLeft()
    place = QPoint(round(float(x[0] + inside.x())), round(float(y[0] + inside.y())))
    QTest.mouseMove(points.viewport(), place)
    taught.click(points.viewport(), place)
    taught.wait(lambda: page.view.currentIndex().row() == row)


def test_that_classes_say_right_or_wrong_and_show_their_confusion(person: Person, tmp_path: Path) -> None:
    frame = made(300, 1)
    frame["y"] = np.where(frame.y > 0.5, "high", "low")
    frame.to_csv(tmp_path / "old.csv", index=False)
    trained(person, tmp_path / "old.csv", 3)
    new = made(80, 2)
    new["y"] = np.where(new.y > 0.5, "high", "low")
    new.to_csv(tmp_path / "new.csv", index=False)
    page = predict(person, tmp_path / "new.csv")
    found = person.program.session.predictor.result.frame
    accuracy = accuracy_score(found["y"], found["predicted y"])
    assert shown(page, "result of y").count("right") == round(80 * accuracy)
    assert float(metric_cells(page)["Accuracy"][0]) == pytest.approx(accuracy, rel=1e-3)
    assert not page.scores.plots.isTabVisible(1)
    assert page.scores.plots.tabText(0) == "Confusion matrix"


def test_that_the_copied_scores_hold_every_digit(taught: Person, tmp_path: Path) -> None:
    made(60, 2).to_csv(tmp_path / "new.csv", index=False)
    page = predict(taught, tmp_path / "new.csv")
    taught.click(page.scores.table.viewport())
    taught.press(Qt.Key.Key_C, CTRL)
    scores = taught.program.session.predictor.result.scored.scores
    lines = dict(line.split() for line in QApplication.clipboard().text().splitlines()[1:])
    assert float(lines["r2"]) == scores.pooled["r2"]


def test_that_a_table_without_truth_shows_no_scores(taught: Person, tmp_path: Path) -> None:
    made(60, 2).to_csv(tmp_path / "new.csv", index=False)
    page = predict(taught, tmp_path / "new.csv")
    assert page.scores.isVisible()
    made(60, 3).drop(columns="y").to_csv(tmp_path / "bare.csv", index=False)
    page = predict(taught, tmp_path / "bare.csv")
    taught.wait(lambda: not page.scores.isVisible())
    assert page.view.table_model.column_name(0) == "predicted y"


def test_that_the_counts_agree_wherever_they_are_said(taught: Person, tmp_path: Path) -> None:
    frame = made(400, 2).astype({"a": object})
    frame.loc[20:29, "a"] = "broken"
    frame.to_csv(tmp_path / "new.csv", index=False)
    page = predict(taught, tmp_path / "new.csv")
    assert "10 of 400 rows get no prediction." in page.notes.details.text()
    assert page.words.text() == "390 of 400 rows have a prediction; predictions first."
    assert page.scores.heading.text() == "Scores of 390 rows with a true y"
    out = tmp_path / "out.csv"
    taught.click(page.save)
    taught.type_file_name(out)
    taught.wait(lambda: "390 rows with their predictions are in out.csv." in taught.sentence())
    assert "10 more rows have no prediction." in taught.sentence()
    assert pd.read_csv(out)["predicted y"].notna().sum() == 390


def test_that_columns_are_read_as_the_training_read_them(person: Person, tmp_path: Path) -> None:
    """By themselves the new cells say 1.234 and 1, the training says 1234 and the code "01"."""
    codes = ("01", "02", "1A")
    lines = [f"{1000 + 3 * i},5;{codes[i % 3]};{(1000 + 3 * i) / 1000 + 5 * (i % 3):.2f}" for i in range(300)]
    text = "\n".join(["load;zone;y", *(line.replace(".", ",") for line in lines)])
    (tmp_path / "old.csv").write_text(text + "\n", encoding="utf-8")
    trained(person, tmp_path / "old.csv", 3)
    (tmp_path / "new.csv").write_text("load;zone;y\n1.234;01;1.234\n1.500;02;6.500\n", encoding="utf-8")
    page = predict(person, tmp_path / "new.csv")
    result = person.program.session.predictor.result
    pipeline = person.program.session.data.prepared.pipeline
    x, report = pipeline.transform_frame(pd.DataFrame({"load": [1234.0, 1500.0], "zone": ["01", "02"]}))
    expected = pipeline.to_original(person.run.prediction_cache.network.predict(x))[:, 0]
    np.testing.assert_array_equal(result.frame["predicted y"], expected)
    assert report.unseen == {}
    assert result.scored.n_outside == 0
    assert page.view.table_model.rowCount() == 2
