"""Derived columns in the real window: lags by one click, several by a preset, formulas as text, taken back, kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt

from mlp_gui.session.training.phase import Phase
from mlp_gui.views.data.pages.columns_page import ColumnsPage
from mlp_gui.views.data.pages.derive_dialog import DeriveDialog

N = 300


@pytest.fixture
def river(tmp_path: Path) -> Path:
    rng = np.random.default_rng(3)
    rain = rng.gamma(0.5, 6, N).round(2)
    flow = (pd.Series(rain).ewm(span=15).mean() + rng.normal(0, 0.02, N)).round(4)
    frame = pd.DataFrame({"date": pd.date_range("2001-01-01", periods=N).strftime("%Y-%m-%d"), "rain": rain})
    frame.assign(station=["a", "b", "c"] * 100, flow=flow).to_csv(tmp_path / "river.csv", index=False)
    return tmp_path / "river.csv"


def opened(person) -> DeriveDialog:
    person.menu("Data", "Derived columns…")
    person.wait(lambda: person.window.findChildren(DeriveDialog))
    return person.window.findChildren(DeriveDialog)[-1]


def names(person) -> tuple[str, ...]:
    return person.program.session.data.table.column_names


def test_that_columns_are_derived_by_a_click_by_presets_and_as_text(person, river, tmp_path) -> None:
    person.drop(person.window, river)
    person.wait_ready()
    session, notice = person.program.session, person.window.experiment.data.notes.lags
    before = session.data.spec
    assert notice.isVisible()
    assert "day by day (date)" in notice.headline.text()
    assert notice.buttons[0].text() == "Add lags 1–7 of 2 columns"
    person.click(notice.buttons[0])
    person.wait_ready()
    assert not notice.isVisible()
    assert names(person)[-14:] == tuple(f"{c}_lag{k}" for c in ("flow", "rain") for k in range(1, 8))
    assert set(names(person)[-14:]) <= set(session.data.spec.inputs)
    assert "7 have no value in flow_lag7" in person.window.experiment.data.notes.ledger.text()
    shown = person.window.experiment.data.columns.model
    assert [shown.name(row) for row in range(shown.rowCount())] == list(names(person))
    person.menu("Edit", "Undo")
    person.wait_ready()
    assert session.data.spec == before
    assert names(person) == ("date", "rain", "station", "flow")

    dialog = opened(person)
    item = next(i for i in range(dialog.columns.count()) if dialog.columns.item(i).text() == "rain")
    assert not dialog.insert.isEnabled()
    dialog.columns.item(item).setCheckState(Qt.CheckState.Checked)
    dialog.by.show_value("station")
    dialog.counts.setText("1-2, 5")
    person.click(dialog.insert)
    assert dialog.texts() == tuple(f"rain_lag{k} = lag(rain, {k}, by=station)" for k in (1, 2, 5))
    dialog.text.setPlainText(dialog.text.toPlainText() + "\nwet = if(rain > , 1, 0)")
    assert not dialog.apply.isEnabled()
    assert "Position 17" in dialog.status.text()
    lines = [line for line in dialog.texts() if not line.startswith("wet")]
    dialog.text.setPlainText("\n".join([*lines, "wet = if(rain_lag1 > 2, 1, 0)", "next = lead(flow, 1)"]))
    assert dialog.status.text() == "5 derived columns: rain_lag1, rain_lag2, rain_lag5, wet, next."
    person.click(dialog.apply)
    person.wait_ready()
    rain = pd.read_csv(river)
    np.testing.assert_array_equal(session.data.table.frame["rain_lag5"], rain.groupby("station")["rain"].shift(5))
    assert session.data.spec.inputs == ("rain", "station", "rain_lag1", "rain_lag2", "rain_lag5", "wet")
    assert session.data.spec.column("next").role == "ignored"
    person.menu("Data", "Columns…")
    page = person.window.findChildren(ColumnsPage)[-1]
    desk = page.table.columns_model
    assert [desk.name(row) for row in range(desk.rowCount())] == list(names(person))
    person.click(page.derive)
    assert person.window.findChildren(DeriveDialog)[-1].isVisible()
    person.window.findChildren(DeriveDialog)[-1].reject()

    dialog = opened(person)
    dialog.text.setPlainText("\n".join(line for line in dialog.texts() if not line.startswith("rain_lag2")))
    person.click(dialog.apply)
    person.wait_ready()
    assert names(person)[-4:] == ("rain_lag1", "rain_lag5", "wet", "next")
    assert session.data.spec.inputs == ("rain", "station", "rain_lag1", "rain_lag5", "wet")
    session.run.step_epochs(1)
    person.wait_for(Phase.PAUSED)
    person.wait_idle()
    learned = session.run.prediction_cache.predict_subset("training", at_rest=True)
    person.menu("Data", "Predict a table…")
    page = person.program.data_pages.predict.page
    session.predictor.open(str(river))  # which has the columns of the file alone
    person.wait(lambda: session.predictor.result is not None or session.predictor.problem is not None)
    result = session.predictor.result
    assert result.matched_inputs == ("rain", "station")
    assert page.pages.currentWidget() is page.rows
    predicted = result.scored.frame["predicted flow"].to_numpy()
    np.testing.assert_allclose(predicted[learned.row_numbers], learned.predicted[:, 0], rtol=1e-9)
    assert not person.crashes
