"""The bundled samples open with their target and task, and generated ones are always the same."""

from __future__ import annotations

import runpy

import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.data.open_table import open_table
from mlp_gui.data.samples.catalogue import sample, samples
from mlp_gui.data.samples.loader import read_sample, sample_spec


@pytest.mark.parametrize("found", samples(), ids=lambda s: s.name)
def test_that_every_sample_opens_with_its_target_and_task(found):
    table = open_table(f"sample:{found.name}")
    spec = sample_spec(found.name, table)
    assert spec.targets == found.targets
    assert spec.inputs
    assert all("-999" in said for said in table.warnings)
    assert bool(table.warnings) == (found.name == "catchment")
    assert found.title
    assert found.sentence.endswith(".")
    assert found.source


def test_that_generated_samples_are_always_the_same():
    assert read_sample("spirals").frame.equals(read_sample("spirals").frame)
    assert read_sample("xor").frame["x1"].iloc[0] == pytest.approx(float(read_sample("xor").frame["x1"].iloc[0]))


def test_that_who_changes_the_cells_of_a_sample_changes_nothing_for_the_next_reader():
    for name in ("iris", "xor"):
        mine, before = read_sample(name), read_sample(name)
        mine.frame.loc[0, mine.frame.columns[0]] = 99.0
        assert read_sample(name).frame.equals(before.frame)
        assert not read_sample(name).frame.equals(mine.frame)


def test_that_the_catchment_is_what_its_script_draws(tmp_path):
    path = resource("samples", "catchment.csv")
    script = path.parents[1] / "make_catchment.py"
    made = runpy.run_path(str(script))
    made["main"].__globals__["PATH"] = tmp_path / "catchment.csv"
    made["main"]()
    assert (tmp_path / "catchment.csv").read_bytes() == path.read_bytes()


def test_that_the_catchment_is_six_years_of_days_of_one_station_with_gaps():
    frame = pd.read_csv(resource("samples", "catchment.csv"), parse_dates=["date"])
    assert frame["date"].diff().dropna().eq(pd.Timedelta(days=1)).all()
    assert (frame["date"].iloc[0].year, frame["date"].iloc[-1].year) == (2015, 2020)
    assert frame["station"].nunique() == 1
    assert frame[["rain_mm", "temp_c", "discharge_mm"]].eq(-999).any().all()
    assert frame["discharge_mm"].ne(0).all()  # a logarithm takes every flow


def test_that_an_unknown_sample_lists_the_known_ones():
    with pytest.raises(UserError) as refused:
        sample("nothing")
    assert "busan_beach" in refused.value.hint
