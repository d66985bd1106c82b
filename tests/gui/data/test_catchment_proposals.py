"""The river of the samples is forecast with nothing but what the window proposes, one click for each proposal."""

from __future__ import annotations

from mlp_gui.core.number_format import format_number
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.charts.header_combo import ShowAllButton
from mlp_gui.views.plots.time.hydrology_table import HydrologyTable
from mlp_gui.views.plots.time.series import TimeSeriesPlot
from mlp_gui.views.widgets.notice import Notice


def proposals(person) -> list:
    """The first button of every note that proposes something; that of the split would take the proposal back."""
    notes = person.window.experiment.data.notes
    found = [n for n in notes.findChildren(Notice) if n.isVisible() and n is not notes.proposal]
    return [n.buttons[0] for n in found if n.buttons and n.buttons[0].isVisible()]


def test_that_three_clicks_take_the_river_to_an_nse_above_eight_tenths(person) -> None:
    person.program.open_sample("catchment")
    person.wait_ready()
    clicked = []
    while found := proposals(person):
        clicked.append(found[0].text())
        assert len(clicked) <= 3, clicked
        before = person.program.session.data.prepared
        person.click(found[0])
        person.wait(lambda known=before: person.program.session.data.prepared is not known)
        person.wait_ready()
    missing, lags, skewed = clicked
    assert missing.startswith("Treat")
    assert lags == "Add lags 1–7 of 3 columns"
    assert skewed.startswith("Transform")
    assert person.program.session.data.spec.split.method == "time_order"  # proposed and taken: no click
    person.run.train()
    person.wait(lambda: person.run.phase is Phase.FINISHED, 180)
    scores = person.run.prediction_cache.scores()
    assert scores["test"]["nse"] >= 0.8

    person.window.actions_["layout_time"].trigger()
    table = person.window.workspace.plot_of_type(HydrologyTable).table
    person.wait(lambda: table.rowCount() > 1)
    shown = {
        table.item(row, 0).text(): [table.item(row, k).text() for k in (1, 2, 3)] for row in range(table.rowCount())
    }
    for label, name in (("NSE", "r2"), ("KGE (2009)", "kge"), ("PBIAS (%)", "pbias")):
        assert shown[label] == [format_number(scores[subset][name]) for subset in ("training", "validation", "test")]

    series, fit = person.window.workspace.plot_of_type(TimeSeriesPlot), person.window.workspace.plot("fit")
    person.wait(lambda: series.isVisible() and len(series.ordered().rows))
    low, high = series.ordered().places[[600, 700]]
    series.axes.box.setXRange(low, high, padding=0)
    series.axes.box.sigRangeChangedManually.emit([True, True])
    person.window.actions_["layout_training"].trigger()
    person.wait(lambda: fit.isVisible() and "101 rows, from" in fit.line_text())
    inside = series.ordered().rows[600:701]
    assert set(fit.columns()["row"]) == set(inside + 1)
    (lead,) = person.window.workspace.plot_of_type(HydrologyTable).findChildren(ShowAllButton)
    assert not lead.isHidden()
    (back,) = fit.findChildren(ShowAllButton)
    person.click(back)
    person.wait(lambda: fit.line_text().startswith("all "))
    assert back.isHidden()
    assert lead.isHidden()
