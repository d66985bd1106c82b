"""A value that is moved on the what-if page is not empty any more."""

from __future__ import annotations

import numpy as np

from helpers.paths import TESTS
from helpers.plot_cases import shown
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.evaluation.plot_update import RunContext

PASSENGERS = TESTS / "data" / "cases" / "gaps" / "passengers.csv"


def test_that_a_moved_value_is_not_empty(qtbot):
    table = read_table(PASSENGERS)
    prepared = prepare(table, suggest_spec(table, ("y",)).replace(split=SplitConfig(method="file_order")))
    names = list(prepared.pipeline.feature_names)
    plot = shown(qtbot, "what_if", RunContext(prepared.dataset, prepared, RunConfig(), (len(names), 3, 1)))
    plot.set_row(4)
    flag = names.index("age was empty")
    assert np.isnan(table.frame["age"].iloc[4])
    assert plot.values[flag] == 1
    assert set(plot.sliders) == {"age", "fare", "subscribed"}
    assert all(slider.isEnabled() for slider in plot.sliders.values())
    plot.sliders["fare"].setValue(10)
    assert plot.values[flag] == 1
    plot.sliders["age"].setValue(10)
    assert plot.values[flag] == 0
