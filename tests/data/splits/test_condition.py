"""Conditions on rows answer as pandas does, and what cannot be read is refused with a sentence."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.splits.condition import rows_where
from mlp_gui.data.splits.left_out import LeftOut

N = 60
RNG = np.random.default_rng(0)
FRAME = pd.DataFrame({
    "date": pd.date_range("2009-12-01", periods=N).strftime("%Y-%m-%d").astype(str),
    "station": RNG.choice(["A", "B", "it's"], N),
    "rain, mm": RNG.integers(0, 10, N),
    "temp": RNG.normal(size=N),
    "flow": np.where(np.arange(N) % 7 == 3, np.nan, RNG.integers(0, 2000, N)),
})  # fmt: skip
TABLE = Table("river", None, FRAME, None, profile_frame(FRAME))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ('flow > 1000 and station = "A"', 'flow > 1000 and station == "A"'),
        ("flow>1000 AND NOT (temp < 0 or `rain, mm` = 3)", "flow > 1000 and not (temp < 0 or `rain, mm` == 3)"),
        ("(flow + 1) * 2 <= 900 or temp >= 1.5e-1", "(flow + 1) * 2 <= 900 or temp >= 0.15"),
        ("station <> 'it''s' and (temp > 0)", 'station != "it\'s" and temp > 0'),
        ("date >= 2010-01-05 and date < '10.01.2010'", '"2010-01-05" <= date < "2010-01-10"'),
        ('"rain, mm" != 3 and min(temp, 0) < -0.5', "`rain, mm` != 3 and temp < -0.5"),
        ("temp ^ 2 > 1 or -temp > 0.5 and flow < 500", "temp ** 2 > 1 or (-temp > 0.5 and flow < 500)"),
    ],
)
def test_that_a_condition_finds_the_rows_that_pandas_finds(text, query):
    expected = set(FRAME.query(query, engine="python").index)
    assert 0 < len(expected) < N
    found = set(np.flatnonzero(rows_where(TABLE, text)))
    assert {row for row in expected if "flow" not in text or np.isfinite(FRAME["flow"][row])} == {
        row for row in found if "flow" not in text or np.isfinite(FRAME["flow"][row])
    }


def test_that_of_a_missing_value_neither_a_condition_nor_its_opposite_holds():
    gaps = FRAME["flow"].isna().to_numpy()
    assert not (rows_where(TABLE, "flow > 100") & gaps).any()
    assert not (rows_where(TABLE, "not flow > 100") & gaps).any()
    assert rows_where(TABLE, "flow > 100 or temp < 99").all()  # the second is true whatever the first is
    assert (rows_where(TABLE, "present(flow) = 0") == gaps).all()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "A comparison is expected"),
        ("flow", "A comparison is expected"),
        ("1 < flow < 3", "cannot follow one another"),
        ("(flow > 1", "not closed"),
        ("flow > 1) and temp > 0", "not expected"),
        ("flow > nothing", "no column"),
        ('station > "A"', "no order"),
        ('date > "soon"', "no date"),
        ("__import__('os').system('true') > 0", "cannot be used"),
        ("flow > 1 and", "A comparison is expected"),
        ("not " * 100 + "flow > 1", "too deeply nested"),
        ("station = A", "holds words"),
    ],
)
def test_that_what_cannot_be_read_is_refused(text, said):
    with pytest.raises(UserError) as refused:
        rows_where(TABLE, text)
    assert said in f"{refused.value.title} {refused.value.detail}"


@given(text=st.text(alphabet="ab <>=()!\"'`&|andornot019.,+-*/^", max_size=40))
def test_that_any_text_is_read_or_refused(text):
    try:
        found = rows_where(TABLE, text)
    except UserError:
        return
    assert found.shape == (N,)


def test_that_rows_are_left_out_where_a_condition_holds():
    roles = dict.fromkeys(FRAME.columns, ColumnRole.IGNORED) | {"temp": ColumnRole.INPUT, "flow": ColumnRole.TARGET}
    columns = tuple(ColumnSpec(n, role=r) for n, r in roles.items())
    whole = prepare(TABLE, DataSpec(columns))
    some = prepare(TABLE, DataSpec(columns, left_out=(LeftOut(condition='flow > 1000 and station = "A"'),)))
    gone = FRAME.query('flow > 1000 and station == "A"').index
    assert ('are left out by hand (where flow > 1000 and station = "A")', len(gone)) in some.ledger.dropped
    for before, after in zip(whole.dataset.subsets.values(), some.dataset.subsets.values(), strict=True):
        assert set(after.row_numbers) == set(before.row_numbers) - set(gone)
    with pytest.raises(UserError, match="cannot be used"):
        LeftOut(condition="flow >")
