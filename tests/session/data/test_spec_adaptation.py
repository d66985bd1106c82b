"""What was chosen for the columns of a file survives when it is read again, as far as it fits what they hold now."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.missing_markers import with_markers
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.derived_choices import with_derived
from mlp_gui.data.preprocessing.column_choices import ENCODINGS
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.session.data.spec_adaptation import adapt_spec, is_read_again, reopened_spec

NAMES = ("size", "shade", "when", "y")


def table_of(path: Path, rows: int, **columns: object) -> Table:
    frame = pd.DataFrame(
        {
            "size": [0.5 + (7 * i) % 13 for i in range(rows)],
            "shade": ["red", "green", "blue"] * (rows // 3) + ["red"] * (rows % 3),
            "when": pd.date_range("2021-01-01", periods=rows).strftime("%Y-%m-%d"),
            "y": [(3 * i) % 11 + 0.25 for i in range(rows)],
        }
        | columns
    )
    frame.to_csv(path, index=False)
    return read_table(path)


columns = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["input", "ignored"]),
        "missing": st.sampled_from(["drop", "constant", "most_frequent"]),
        "scaling": st.sampled_from(["default", "minmax", "none"]),
    }
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(columns, min_size=4, max_size=4),
    st.sampled_from(NAMES),
    st.sampled_from(["random", "file_order"]),
    st.integers(0, 99),
    st.sampled_from(["standard", "minmax"]),
)
def test_that_every_choice_survives_new_rows(
    tmp_path_factory: pytest.TempPathFactory,
    chosen: list[dict[str, str]],
    target: str,
    method: str,
    seed: int,
    scale: str,
) -> None:
    path = tmp_path_factory.mktemp("grown") / "t.csv"
    was = table_of(path, 60)
    made = [
        ColumnSpec(n, **(c | ({"role": "target"} if n == target else {}))) for n, c in zip(NAMES, chosen, strict=True)
    ]
    split = SplitConfig(method=method, train=0.6, validation=0.2, test=0.2, seed=seed)
    before = DataSpec(tuple(made), split, scaling=scale, fit_on="used_rows")
    grown = table_of(path, 75)
    assert is_read_again(was, grown)
    assert reopened_spec(before, was, grown) == before


@pytest.mark.parametrize("encoding", [name for name, _ in ENCODINGS if "day" in name])
def test_that_an_encoding_survives_new_rows(tmp_path: Path, encoding: str) -> None:
    was = table_of(tmp_path / "t.csv", 60)
    before = suggest_spec(was, ("y",))
    before = before.with_columns(before.column("when").replace(role="input", encoding=encoding, reason=""))
    after = reopened_spec(before, was, table_of(tmp_path / "t.csv", 90))
    assert after.column("when") == before.column("when")


def test_that_a_column_that_holds_something_else_is_suggested_anew_but_its_role_stays(tmp_path: Path) -> None:
    was = table_of(tmp_path / "t.csv", 60)
    before = suggest_spec(was, ("y",))
    before = before.with_columns(
        before.column("when").replace(role="input", encoding="days", reason=""),
        before.column("size").replace(role="ignored", scaling="minmax"),
    )
    now = table_of(tmp_path / "t.csv", 60, when=["a", "b"] * 30, size=["tall", "low"] * 30)
    after = reopened_spec(before, was, now)
    assert after.targets == ("y",)
    assert (after.column("when").role, after.column("when").encoding) == ("input", "auto")
    assert after.column("size").role == "ignored", "a person took it out"


def test_that_gaps_which_were_not_there_get_what_is_suggested_for_them(tmp_path: Path) -> None:
    was = table_of(tmp_path / "t.csv", 60)
    before = suggest_spec(was, ("y",))
    now = table_of(tmp_path / "t.csv", 60, size=[None if i % 5 == 0 else i + 0.5 for i in range(60)])
    suggested = suggest_spec(now, ("y",)).column("size")
    after = reopened_spec(before, was, now).column("size")
    assert (after.role, after.missing, after.fill) == ("input", suggested.missing, suggested.fill)


def test_that_how_a_column_is_read_survives_new_rows(tmp_path: Path) -> None:
    """By itself the code is a number and -7 a value; a person has said otherwise."""
    codes = {"code": [10 + i % 3 for i in range(60)], "size": [-7.0 if i % 9 == 0 else i + 0.5 for i in range(60)]}
    was = table_of(tmp_path / "t.csv", 60, **codes)
    before = suggest_spec(was, ("y",))
    before = before.with_columns(
        before.column("code").replace(read_as="text", role="input", reason=""),
        before.column("size").replace(markers="-7", missing="median"),
    )
    was = with_markers(read_as_asked_for(was, before), before.markers)
    assert was.field("code").kind not in ("integer", "real")
    assert was.field("size").missing
    more = {"code": [10 + i % 4 for i in range(80)], "size": [-7.0 if i % 9 == 0 else i + 0.5 for i in range(80)]}
    grown = table_of(tmp_path / "t.csv", 80, **more)
    assert grown.field("code").kind == "integer"
    assert reopened_spec(before, was, grown) == before


def test_that_derived_columns_survive_new_rows(tmp_path: Path) -> None:
    was = table_of(tmp_path / "t.csv", 60)
    before = with_derived(suggest_spec(was, ("y",)), "s1 = lag(size, 1)", "s2 = s1 * 2", "z = lead(y, 1)")
    before = before.with_columns(
        before.column("s2").replace(role="ignored"),
        before.column("s1").replace(transform="asinh", missing="median"),
        before.column("z").replace(role="target"),
        before.column("y").replace(role="input"),
    )
    was = as_declared(was, before.markers, before.derived)
    grown = table_of(tmp_path / "t.csv", 75)
    assert is_read_again(was, grown)
    assert reopened_spec(before, was, grown) == before


def test_that_derived_columns_go_with_the_column_that_they_need(tmp_path: Path) -> None:
    was = table_of(tmp_path / "t.csv", 60)
    before = with_derived(suggest_spec(was, ("y",)), "s1 = lag(size, 1)", "y1 = lag(y, 1)")
    before = before.with_columns(before.column("s1").replace(role="ignored"))
    was = as_declared(was, before.markers, before.derived)
    lines = (tmp_path / "t.csv").read_text().replace("size", "length", 1)
    (tmp_path / "t.csv").write_text(lines)
    after = adapt_spec(before, read_table(tmp_path / "t.csv"), was)
    assert after.derived == ("y1 = lag(y, 1)",)
    assert after.column("y1") == before.column("y1")
    assert "s1" not in {c.name for c in after.columns}


def test_that_a_file_without_a_column_in_use_is_a_new_table(tmp_path: Path) -> None:
    was = table_of(tmp_path / "t.csv", 60)
    before = suggest_spec(was, ("size",))
    pd.DataFrame({"length": [1.5, 2.5, 3.5] * 20, "price": [2.5, 3.5, 4.5] * 20}).to_csv(
        tmp_path / "t.csv", index=False
    )
    now = read_table(tmp_path / "t.csv")
    assert not is_read_again(was, now)
    assert reopened_spec(before, was, now) == suggest_spec(now)


def test_that_a_new_column_gets_what_is_suggested_and_no_second_weight(tmp_path: Path) -> None:
    weights = {"weights": [1.0, 2.0] * 30}
    was = table_of(tmp_path / "t.csv", 60, **weights)
    before = suggest_spec(was, ("y",))
    assert before.weight == "weights"
    now = table_of(tmp_path / "t.csv", 60, sample_weight=[2.0, 1.0] * 30, **weights, extra=[i / 7 for i in range(60)])
    after = reopened_spec(before, was, now)
    assert after.weight == "weights"
    assert (after.column("sample_weight").role, after.column("extra").role) == ("ignored", "input")


def test_that_another_file_is_not_the_same_one(tmp_path: Path) -> None:
    first, second = table_of(tmp_path / "a.csv", 30), table_of(tmp_path / "b.csv", 30)
    assert not is_read_again(first, second)
    assert is_read_again(first, read_table(tmp_path / "." / "a.csv"))
    assert not is_read_again(None, first)
    assert adapt_spec(None, first) == suggest_spec(first)
