"""What is tried next where the test says less than the validation did."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from mlp_gui.core.subsets import Subset
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.data.splits.split_config import SplitConfig
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.presets import propose_config
from mlp_gui.verdict.advice import advise


@pytest.mark.parametrize(("dates", "method"), [("day", "time_order"), ("", "file_order")])
def test_that_rows_in_time_order_are_advised_to_be_split_by_their_dates(dates, method):
    verdict = SimpleNamespace(finding="test_worse", subset=Subset.TEST, ordered=True, by_heart=False)
    spec = DataSpec(split=SplitConfig("grouped", column="station", reason="alike"))
    advice = advise(verdict, None, RunConfig(), spec, dates)
    assert (advice.name, advice.spec.split.method, advice.spec.split.column) == ("by_time", method, dates)
    assert not advice.spec.split.reason
    verdict.subset = Subset.TRAINING
    held_back = advise(verdict, None, RunConfig(), spec, dates).spec.split
    assert (held_back.method, held_back.column, held_back.train) == (method, dates, 0.7)
    assert advise(verdict, None, RunConfig(), advice.spec, dates).name == "hold_back"
    verdict.subset = Subset.TEST
    assert advise(verdict, None, RunConfig(), advice.spec, dates).name == "repeat"  # it is split so already
    verdict.finding = "other_level"
    assert advise(verdict, None, RunConfig(), advice.spec, dates) is None


@pytest.mark.parametrize(("by_heart", "name"), [(True, "fewer_units"), (False, "repeat")])
@pytest.mark.parametrize("finding", ["test_worse", "few_rows", "not_shown"])
def test_that_rows_chosen_by_a_column_stay_and_the_network_changes(finding, by_heart, name):
    dataset = prepare(table := read_sample("iris"), sample_spec("iris", table)).dataset
    config, spec = propose_config(dataset), DataSpec(split=SplitConfig("column", column="part"))
    verdict = SimpleNamespace(finding=finding, subset=Subset.TEST, ordered=False, by_heart=by_heart)
    advice = advise(verdict, dataset, config, spec)
    assert (advice.name, advice.spec) == (name, None)
    units, asked = ([layer.units for layer in one.network.hidden] for one in (config, advice.config))
    assert asked == ([n // 2 for n in units] if by_heart else units)
    assert (advice.config.network.seed == config.network.seed) == by_heart


@pytest.mark.parametrize(("gap", "name"), [(0.02, "more_units"), (0.2, "fewer_units"), (0.3, "fewer_units")])
def test_that_a_network_no_better_than_a_linear_model_is_advised_by_what_it_learned(gap, name):
    dataset = prepare(table := read_sample("iris"), sample_spec("iris", table)).dataset
    verdict = SimpleNamespace(finding="as_linear", subset=Subset.TEST, ordered=False, by_heart=gap > 0.25, gap=gap)
    assert advise(verdict, dataset, propose_config(dataset), None).name == name
