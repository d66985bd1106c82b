"""Plots of time: their lines break at gaps, follow one zoom, and their numbers are pandas' and the score table's."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from helpers.plot_cases import items, scene_of, seen, shown
from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_number
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.metrics.series import white_noise_band
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.session.evaluation.time_zoom import TimeZoom
from mlp_gui.views.charts.items import Dots, Line, Rule
from mlp_gui.views.plots.time.series_items import Shade, Stems

DAY = 86_400.0
DAYS = pd.date_range("2018-11-20", periods=800)
RNG = np.random.default_rng(4)
FLOW = RNG.gamma(0.8, 2.0, len(DAYS)) + 0.1
GUESS = FLOW * np.exp(RNG.normal(0, 0.3, len(DAYS)))


@pytest.fixture
def make(qtbot):
    return partial(shown, qtbot)


def dated_scene(method: str = "file_order") -> RunContext:
    """A table of days, of which thirty in the middle are missing, split in the order of the file."""
    keep = (np.arange(len(DAYS)) < 300) | (np.arange(len(DAYS)) >= 330)
    frame = pd.DataFrame({"day": DAYS.strftime("%Y-%m-%d"), "rain": RNG.random(len(DAYS)), "flow": FLOW})[keep]
    frame = frame.reset_index(drop=True)
    table = Table("days", None, frame, None, profile_frame(frame))
    spec = suggest_spec(table, ("flow",))
    spec = spec.replace(split=spec.split.replace(method=method))
    prepared = prepare(table, spec)
    return RunContext(prepared.dataset, prepared, RunConfig(), (1, 2, 1))


def predictions_of(scene: RunContext, target: np.ndarray | None = None) -> dict:
    truth = scene.column("flow")
    guess = GUESS[np.searchsorted(DAYS.to_numpy(), pd.to_datetime(scene.prepared.table.frame["day"]).to_numpy())]
    made = {}
    for name, subset in scene.dataset.subsets.items():
        rows = subset.row_numbers
        made[name] = SimpleNamespace(
            row_numbers=rows, true=truth[rows, None], predicted=guess[rows, None], rows_in_subset=len(rows)
        )
    return made


def look_of(scene: RunContext, predictions: dict, at_rest: bool = True) -> SimpleNamespace:
    displayed = SimpleNamespace(epoch=7, batch=0)
    return SimpleNamespace(context=scene, predictions=predictions, at_rest=at_rest, displayed=displayed)


def computed(make, name, scene, zoom=None):
    """A plot that computes at rest, with its result."""
    plot = make(name, scene)
    plot.work_requested.connect(lambda work: plot.show_result(work(lambda share: None, lambda: False)))
    if zoom is not None:
        plot.follow(zoom)
    plot.became_visible.connect(lambda: plot.update_plot(look_of(scene, predictions_of(scene))))
    plot.update_plot(look_of(scene, predictions_of(scene)))
    plot.refresh()
    return plot


def table_of(plot) -> list[list[str]]:
    cells = [
        [plot.table.item(row, column) for column in range(plot.table.columnCount())]
        for row in range(plot.table.rowCount())
    ]
    return [[item.text() for item in row] for row in cells]


def test_that_subsets_are_shaded_and_the_line_breaks_where_days_are_missing(make) -> None:
    scene = dated_scene()
    plot = make("series", scene)
    plot.show_predictions(predictions_of(scene))
    plot.refresh()
    assert plot.axes.bottom.is_dates
    assert [shade.subset for shade in items(plot, Shade)] == ["training", "validation", "test"]
    ends = [(shade.start, shade.end) for shade in items(plot, Shade)]
    assert ends[0][1] == ends[1][0]
    assert ends[1][1] == ends[2][0]
    truth, *guesses = items(plot, Line)
    assert [line.colour for line in guesses] == ["training", "validation", "test"]
    gap = np.flatnonzero(np.isnan(truth.y))
    assert len(gap) == 1
    before, after = ((day - pd.Timestamp(0)).total_seconds() for day in DAYS[[299, 330]])
    assert truth.x[gap[0]] == (before + after) / 2  # in a column of pixels where no row hides it
    assert sum(len(line.y) for line in guesses) - sum(np.isnan(line.y).sum() for line in guesses) == 770


def test_that_a_random_split_is_told_by_marks_on_one_line(make) -> None:
    scene = dated_scene("random")
    plot = make("series", scene)
    plot.show_predictions(predictions_of(scene))
    plot.refresh()
    assert not items(plot, Shade)
    assert [line.colour for line in items(plot, Line)] == ["muted", "accent"]
    assert all(dots.opacity > 0 for dots in items(plot, Dots))


def test_that_values_without_a_logarithm_are_counted(make) -> None:
    plot = make("series", scene_of())
    plot.show_predictions({"training": seen([1, 0, 10], [2, -1, 0])})
    plot.log.setChecked(True)
    plot.refresh()
    assert plot.line_text() == "3 values have no place on this axis"
    truth, guess = items(plot, Line)
    assert truth.y == pytest.approx([0, np.nan, 1], nan_ok=True)
    assert guess.y[0] == pytest.approx(np.log10(2))


def test_that_one_zoom_is_followed_by_every_plot_of_time(make) -> None:
    scene, zoom = dated_scene(), TimeZoom()
    series, residuals = make("series", scene), make("residual_series", scene)
    for plot in (series, residuals):
        plot.follow(zoom)
        plot.show_predictions(predictions_of(scene))
        plot.refresh()
    scores = computed(make, "periods", scene, zoom)
    low, high = scene.column("day")[690], scene.column("day")[720]
    series.axes.box.setXRange(low, high, padding=0)
    series.axes.box.sigRangeChangedManually.emit([True, True])
    residuals.refresh()
    assert residuals.axes.view()[:2] == pytest.approx((low, high), abs=1.0)
    assert residuals.line_text().startswith("31 rows, from")
    line = residuals.header.line
    said = residuals.line_text()
    for width, words in ((600, said), (160, said.partition("from ")[2]), (60, "31 rows")):  # never cut
        line.resize(width, line.height())
        assert line.shown_text() == words
    scores.refresh()
    assert sum(int(row[1]) for row in table_of(scores)) == 31
    assert "31 rows, from" in scores.line_text()
    series.axes.reset_view()
    residuals.refresh()
    assert residuals.axes.view()[0] < scene.column("day")[0]
    scores.refresh()
    assert "from" not in scores.line_text()


def test_that_residuals_over_time_are_true_minus_predicted(make) -> None:
    plot = make("residual_series", scene_of())
    plot.show_predictions({"training": seen([1, 2, 3], [1.5, 2, 2])})
    plot.refresh()
    assert items(plot, Line)[0].y.tolist() == [-0.5, 0.0, 1.0]


@pytest.mark.parametrize("kind", range(3))
def test_that_scores_of_months_seasons_and_years_are_those_of_pandas_groups(make, kind: int) -> None:
    scene = dated_scene()
    plot = computed(make, "periods", scene)
    plot.subset.choose(plot.subset.texts().index("all subsets"))
    plot.period.choose(kind)
    plot.refresh()
    whole = predictions_of(scene).values()
    rows, y, p = (
        np.concatenate([getattr(part, name).ravel() for part in whole]) for name in ("row_numbers", "true", "predicted")
    )
    days = pd.to_datetime(scene.prepared.table.frame["day"]).iloc[rows]
    frame = pd.DataFrame({"y": y, "p": p}, index=pd.DatetimeIndex(days))
    key = [frame.index.month, frame.index.month % 12 // 3, frame.index.year][kind]
    expected = []
    for _, part in frame.groupby(key):
        scores = evaluate(Task.REGRESSION, part[["y"]].to_numpy(), part[["p"]].to_numpy())
        expected.append([str(len(part)), *(format_number(scores[name]) for name in ("nse", "rmse", "mae", "pbias"))])
    assert [row[1:] for row in table_of(plot)] == expected
    names = [row[0] for row in table_of(plot)]
    assert names[0] == ("January", "December to February", "2018")[kind]
    assert len(names) == (12, 4, 4)[kind]


def test_that_hydrologys_numbers_are_the_score_tables(make) -> None:
    scene = dated_scene()
    plot = computed(make, "hydrology", scene)
    found = {row[0]: row[1:] for row in table_of(plot)}
    for column, part in enumerate(predictions_of(scene).values()):
        scores = evaluate(Task.REGRESSION, part.true, part.predicted)
        for label, name in (("NSE", "r2"), ("KGE (2009)", "kge"), ("PBIAS (%)", "pbias")):
            assert found[label][column] == format_number(scores[name])
    assert not plot.sentences.isVisible()


def test_that_a_score_without_a_value_says_why(make) -> None:
    scene = dated_scene()
    plot = make("hydrology", scene)
    plot.work_requested.connect(lambda work: plot.show_result(work(lambda share: None, lambda: False)))
    predictions = predictions_of(scene)
    predictions["test"].predicted[3] = -0.5
    plot.update_plot(look_of(scene, predictions))
    plot.refresh()
    assert plot.sentences.text() == "No log-NSE, FLV (%) (test): 1 prediction is below 0."
    found = {row[0]: row[1:] for row in table_of(plot)}
    assert found["log-NSE"][2] == "–"
    assert found["log-NSE"][0] != "–"


def test_that_nothing_is_computed_of_some_of_the_rows_or_while_it_trains(make) -> None:
    scene, asked = dated_scene(), []
    plot = make("hydrology", scene)
    plot.work_requested.connect(asked.append)
    predictions = predictions_of(scene)
    plot.update_plot(look_of(scene, predictions, at_rest=False))
    predictions["training"].rows_in_subset += 1
    plot.update_plot(look_of(scene, predictions))
    assert not asked
    plot.update_plot(look_of(scene, predictions_of(scene)))
    assert len(asked) == 1


def test_that_the_autocorrelation_is_of_the_chosen_subset_in_days(make) -> None:
    scene = dated_scene()
    plot = computed(make, "autocorrelation", scene)
    (stems,) = items(plot, Stems)
    part = predictions_of(scene)["test"]
    e = (part.true - part.predicted).ravel()
    e = e - e.mean()
    assert stems.y == pytest.approx([np.sum(e[:-k] * e[k:]) / np.sum(e**2) for k in range(1, 61)], abs=1e-12)
    assert stems.x.tolist() == list(range(1, 61))
    band = white_noise_band(len(e))
    assert {rule.y for rule in items(plot, Rule)} == {0.0, band, -band}
    assert plot.axes.contents.x_name == "lag (days)"


def test_that_the_duration_curve_sorts_true_and_predicted_values(make) -> None:
    scene = dated_scene()
    plot = computed(make, "duration", scene)
    truth, guess = items(plot, Line)
    part = predictions_of(scene)["test"]
    assert 10**truth.y == pytest.approx(np.sort(part.true.ravel())[::-1])
    assert 10**guess.y == pytest.approx(np.sort(part.predicted.ravel())[::-1])
    n = len(part.true)
    assert truth.x == pytest.approx(100 * np.arange(1, n + 1) / (n + 1))


def test_that_one_of_several_stations_is_looked_at_by_every_plot(make) -> None:
    """Their dates repeat: one line through all of them would jump from station to station."""
    n, names = 300, ("A", "B")
    days = pd.date_range("2019-01-01", periods=n).strftime("%Y-%m-%d")
    levels = [RNG.gamma(0.8, 2.0, n) + 10.0**k for k in range(2)]
    one = [
        pd.DataFrame({"day": days, "station": name, "flow": level}) for name, level in zip(names, levels, strict=True)
    ]
    frame = pd.concat(one, ignore_index=True).assign(rain=RNG.random(2 * n))
    table = Table("stations", None, frame, None, profile_frame(frame))
    prepared = prepare(table, suggest_spec(table, ("flow",)))
    scene = RunContext(prepared.dataset, prepared, RunConfig(), (3, 2, 1))
    guesses = {}
    for name, subset in prepared.dataset.subsets.items():
        rows, truth = subset.row_numbers, frame["flow"].to_numpy()[subset.row_numbers, None]
        guesses[name] = SimpleNamespace(row_numbers=rows, true=truth, predicted=truth + 1, rows_in_subset=len(rows))
    zoom = TimeZoom()
    series, late = make("series", scene), make("residual_series", scene)
    table_of_scores = make("hydrology", scene)
    for plot in (series, late, table_of_scores):
        plot.follow(zoom)
        assert plot.series.texts() == ("A", "B", "all series")
        assert not plot.series.isHidden()
    series.show_predictions(guesses)
    late.show_predictions(guesses)
    x, y = series.truth()
    assert (np.diff(x[np.isfinite(x)]) >= 0).all()
    np.testing.assert_array_equal(y[np.isfinite(y)], levels[0])
    assert "300 of 600 rows: A" in series.notice(0)[0]
    series.series.choose(1)
    assert late.series.chosen() == table_of_scores.series.chosen() == "B", "every plot follows"
    np.testing.assert_array_equal(series.truth()[1][np.isfinite(series.truth()[1])], levels[1])
    assert len(late.ordered().rows) == n
    work = table_of_scores.make_work(look_of(scene, guesses))
    assert work is not None
    _, counts = work(lambda share: None, lambda: False)
    assert sum(counts.values()) == n
    series.series.choose(2)
    assert len(series.ordered().rows) == 2 * n
