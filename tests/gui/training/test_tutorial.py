"""The tutorial in the window, by clicks alone, number by number."""

from __future__ import annotations

import csv

import pytest

from helpers.paths import REFERENCE
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

TRACE = REFERENCE / "tutorial_trace.csv"


@pytest.fixture
def trained(person):
    person.menu("File", "Tutorial: ANN in numpy")
    person.come_forward()
    person.wait_ready()
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FINISHED)
    return person


def cell(person, metric: str, subset: str) -> float:
    """A number of the score table as its cell holds it: the text rounds what the tooltip gives in full."""
    table = person.window.scores.table
    heads = [table.horizontalHeaderItem(c).text() for c in range(table.columnCount())]
    names = [table.item(r, 0).text() for r in range(table.rowCount())]
    row, column = (subset, metric) if subset in names else (metric, subset)
    item = table.item(names.index(row), heads.index(column))
    exact = float(item.toolTip())
    assert float(item.text().replace("\N{MINUS SIGN}", "-")) == pytest.approx(exact, rel=1e-3)
    return exact


def test_that_the_tutorial_trained_by_two_clicks_meets_every_line_of_its_trace(trained) -> None:
    history = trained.run.history
    with TRACE.open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    assert (len(history), len(lines)) == (103, 52)
    trained.settle()
    assert trained.window.loss_plot.axes.events.stop == (103, "stopped 103")
    for line, report in zip(lines, history, strict=False):
        assert report.epoch == int(line["epoch"]) + 1  # the tutorial counts from 0
        assert round(report.train_loss, 4) == float(line["train_loss"])
        assert round(report.validation_loss, 4) == float(line["validation_loss"])


def test_that_it_stops_where_the_tutorial_stops_and_says_so_in_a_sentence(trained) -> None:
    assert trained.sentence().startswith("Stopped at epoch 103: validation loss has not beaten 0.8022 (epoch 52) for")
    assert trained.window.control_bar.counter.number.text() == "103"
    assert trained.window.control_bar.state.text() == "Finished"
    assert trained.window.scores.best.text() == "best (epoch 52)"


def test_that_both_r2_and_the_tutorials_squared_correlation_stand_in_the_score_table(trained) -> None:
    assert cell(trained, "Squared correlation r²", "validation") == pytest.approx(0.1082398, abs=1e-7)
    assert cell(trained, "R²", "validation") == pytest.approx(-0.0430, abs=5e-5)


def test_that_the_window_says_that_the_tutorials_scaling_leaks(trained) -> None:
    leak = trained.window.experiment.data.leak
    assert leak.isVisible()
    print(leak.headline.text())
    assert "218 of 1,446 rows" in trained.window.experiment.data.ledger.text()
