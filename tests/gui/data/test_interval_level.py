"""The level of the intervals in the window: chosen once, shown by every plot of predictions and by new predictions."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from helpers.project_steps import trained

pytestmark = pytest.mark.usefixtures("shared_person")


def made(rows: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"a": rng.normal(size=rows), "b": rng.normal(size=rows)})
    frame["y"] = (2 * frame.a - frame.b + rng.normal(size=rows)).round(3)
    return frame


def test_that_a_level_chosen_in_a_plot_reaches_every_view_and_file(person: Person, tmp_path: Path) -> None:
    made(200, 1).to_csv(tmp_path / "old.csv", index=False)
    made(50, 2).to_csv(tmp_path / "new.csv", index=False)
    trained(person, tmp_path / "old.csv", 3)
    workspace, run = person.window.workspace, person.run
    for name in ("series", "dependence", "fit", "what_if"):
        workspace.open(name)
    person.settle()
    what_if = workspace.plot("what_if")
    person.wait(what_if.answer.text)
    assert "90" not in what_if.answer.text()
    assert what_if.interval.text() == "No interval"

    person.drop_down(what_if.interval, "90 % interval")
    person.wait(lambda: "(90 %)" in what_if.answer.text())
    assert run.config.uncertainty.level == 0.9
    cache = run.prediction_cache
    rows = cache.predict_subset("validation", 10**6)
    half = np.sort(np.abs(rows.true - rows.predicted)[:, 0])[int(np.ceil((len(rows.true) + 1) * 0.9)) - 1]
    assert what_if.line_text().endswith(" rows held")

    workspace.open("fit")
    fit = workspace.plot("fit")
    person.wait(lambda: fit.points.interval is not None)
    low, high = fit.points.interval(np.array([1.0]))
    assert (low[0], high[0]) == pytest.approx((1 - half, 1 + half))
    assert "90 % promised" in fit.line_text()
    assert fit.interval.text() == "90 % interval"
    workspace.open("dependence")
    dependence = workspace.plot("dependence")
    person.wait(lambda: dependence.result is not None and dependence.result.mean.shape[1] == 3)
    assert np.allclose(dependence.result.mean[:, 2] - dependence.result.mean[:, 0], half)

    person.come_forward()
    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = person.program.data_pages.predict.page
    person.wait(page.isVisible)
    person.drop(page, tmp_path / "new.csv")
    person.wait(lambda: page.pages.currentWidget() is page.rows)
    person.settle()
    assert "promised" in page.matched.text()
    person.program.session.predictor.save(str(tmp_path / "out.csv"))
    person.wait((tmp_path / "out.csv").exists)
    person.settle()
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8-sig") as file:
        row = next(csv.DictReader(file))
    assert float(row["upper end of y (90 %)"]) == pytest.approx(float(row["predicted y"]) + half)

    person.drop_down(page.tools.itemAt(0).widget(), "99 % interval")  # more than the validation rows can promise
    person.wait(
        lambda: person.program.session.predictor.result is not None and not person.program.session.predictor.busy
    )
    person.settle()
    assert "too few for intervals of 99 %" in page.matched.text()
    person.program.session.undo_stack.undo()
    assert run.config.uncertainty.level == 0.9
    assert not person.crashes
