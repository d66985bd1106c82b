"""Profiles of columns agree with pandas; those of big columns are estimates and say so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import histogram, profile_frame
from mlp_gui.data.columns.table import Table


def table_of(**columns: object) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t", None, frame, None, profile_frame(frame))


def test_that_profiles_agree_with_pandas(rng):
    values = rng.normal(size=500)
    values[::7] = np.nan
    table = table_of(v=values, w=rng.integers(0, 9, 500), t=rng.choice(["a", "b"], 500))
    v, w, t = table.fields
    series = table.frame["v"]
    assert (v.kind, v.missing, v.distinct) == ("real", int(series.isna().sum()), series.nunique())
    assert [v.sum, v.mean, v.median, v.minimum, v.maximum] == pytest.approx(
        [series.sum(), series.mean(), series.median(), series.min(), series.max()]
    )
    assert (w.kind, t.kind, t.distinct) == ("integer", "category", 2)
    assert histogram(table.frame["v"], v).sum() == v.present
    assert histogram(table.frame["t"], t).sum() == 500


def test_that_big_columns_are_estimated_and_say_so(rng):
    frame = pd.DataFrame({"v": rng.normal(size=300_000), "k": rng.integers(0, 5, 300_000)})
    v, k = profile_frame(frame)
    assert not v.exact
    assert v.distinct == pytest.approx(300_000, rel=0.01)
    assert v.median == pytest.approx(float(frame["v"].median()), abs=0.05)
    assert (k.exact, k.distinct) == (True, 5)
    assert profile_frame(frame, exact=True)[0].distinct == frame["v"].nunique()
