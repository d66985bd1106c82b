"""Numbers that mean nothing are found wherever they are injected, and heavy tails stay silent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.sentinels import find_sentinels
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.samples.catalogue import samples
from mlp_gui.data.samples.loader import read_sample

CASES = Path(__file__).parents[1] / "cases" / "sentinels"
NINES = (-999999.0, -9999.0, -999.0, -99999.9, 9999.9, 99999.0, 9999999.0)
LIMITS = (-2147483648.0, 2147483647.0, -3.4028234663852886e38, 9.969209968386869e36, 4294967295.0)


def found_in(values: np.ndarray) -> dict[float, tuple[int, int]]:
    present = values[~np.isnan(values)]
    return {s.value: (s.count, s.row) for s in find_sentinels(values, float(present.min()), float(present.max()))}


def counted(values: np.ndarray, sentinels: set[float]) -> dict[float, tuple[int, int]]:
    return {s: (int((values == s).sum()), int(np.flatnonzero(values == s)[0])) for s in sentinels}


@settings(max_examples=200, deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32 - 1), n=st.integers(20, 400))
def test_that_injected_sentinels_are_found_and_nothing_else(data, seed, n):
    rng = np.random.default_rng(seed)
    scale = data.draw(st.sampled_from([0.1, 1.0, 30.0]))
    kinds = {
        "normal": lambda: rng.normal(data.draw(st.sampled_from([0.0, 5.0])) * scale, scale, n),
        "whole": lambda: rng.integers(0, 100, n).astype(float),
        "uniform": lambda: rng.uniform(0, 3 * scale, n),
        "rain": lambda: np.maximum(rng.gamma(0.4, 5, n) - 1, 0),
    }
    values = kinds[data.draw(st.sampled_from(sorted(kinds)))]()
    gaps = rng.random(n) < 0.1
    gaps[:5] = False
    values[gaps] = np.nan
    sentinels = data.draw(st.sets(st.sampled_from(NINES + LIMITS), max_size=3))
    for s in sentinels:
        values[rng.choice(n, rng.integers(1, 4), replace=False)] = s
    sentinels = {s for s in sentinels if (values == s).any()}  # one may have been written over another
    assert found_in(values) == counted(values, sentinels)


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(30, 3000), kind=st.integers(0, 5))
def test_that_heavy_tails_are_silent(seed, n, kind):
    rng = np.random.default_rng(seed)
    values = (
        lambda: rng.lognormal(3, 1.2, n),
        lambda: rng.exponential(5, n) * (rng.random(n) < 0.4),  # rain: most hours are dry
        lambda: np.round(20_000 * (1 + rng.pareto(2.0, n))),  # income
        lambda: rng.standard_t(4, n),
        lambda: rng.integers(0, 1000, n).astype(float),
        lambda: rng.gamma(0.5, 900, n),  # diamonds' prices
    )[kind]()
    assert not found_in(values)


@pytest.mark.parametrize("outlier", [1e6, -1e6, 123456.0])
def test_that_a_lone_number_that_no_tail_explains_is_found(outlier):
    values = np.random.default_rng(3).normal(50, 10, 200)
    values[17] = outlier
    assert found_in(values) == {outlier: (1, 17)}


def test_that_a_repeated_negative_below_everything_is_found():
    values = np.random.default_rng(3).uniform(0.1, 12, 300)
    values[40::30] = -200
    assert found_in(values) == {-200.0: (9, 40)}


@pytest.mark.parametrize(
    "values",
    [
        [-999, -998, -600],
        [5, 99, 50, 80, 20] * 10,
        [*range(1000)],
        [0, 99],
        [32767, 32766, 12, -32768, -32760, -5, 20000],
        [1, 1, 1, 2, 1, 1] * 5,
        [0, 0, 0, 0, 1000] * 9,
    ],
)
def test_that_suspicious_numbers_among_others_are_silent(values):
    assert not found_in(np.array(values, float))


def test_that_a_big_column_is_searched_to_the_end():
    values = np.random.default_rng(5).normal(size=300_000)
    values[299_999] = 999.9
    assert found_in(values) == {999.9: (1, 299_999)}


def test_the_file_with_positive_nines():
    table = read_table(CASES / "positive_nines.csv")
    said = {w.partition(":")[0]: w for w in table.warnings}
    assert set(said) == {"DEWP", "SLP", "WDSP", "PRCP"} == {r.column for r in table.remarks}
    assert said["DEWP"].startswith("DEWP: 10 cells hold 9999.9, far from all others, first in line 11.")
    assert "18 cells hold 9999.9" in said["SLP"]
    assert "13 cells hold 999.9," in said["WDSP"]
    assert "11 cells hold 99.99," in said["PRCP"]


def test_the_file_with_limits_of_a_type():
    table = read_table(CASES / "limits_of_a_type.csv")
    (said,) = table.warnings
    assert said.startswith("elev: 10 cells hold numbers far from all others: -32768 (3 cells, first in line 50), -9999")


def test_that_of_the_bundled_samples_only_the_one_with_gaps_as_numbers_is_named():
    named = {(s.name, f.name) for s in samples() for f in read_sample(s.name).fields if f.sentinels}
    assert named == {("catchment", name) for name in ("rain_mm", "temp_c", "discharge_mm")}


def test_that_a_sentinel_of_one_column_is_looked_for_in_the_others():
    rng = np.random.default_rng(8)
    frame = pd.DataFrame(
        {"co": rng.uniform(0.1, 12, 300), "nox": rng.uniform(2, 1479, 300), "no": rng.normal(0, 200, 300)}
    )
    frame.loc[[3, 9, 40], ["co", "nox"]] = -200
    frame.loc[7, "no"] = -200  # one among others
    found = {f.name: [(s.value, s.count, s.row) for s in f.sentinels] for f in profile_frame(frame)}
    assert found == {"co": [(-200, 3, 3)], "nox": [(-200, 3, 3)], "no": []}
