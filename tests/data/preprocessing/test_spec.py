"""A spec with changed columns is the spec that is built afresh from these columns, whatever was asked of it before."""

from __future__ import annotations

import pytest

from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec, SplitConfig

COLUMNS = tuple(ColumnSpec(name, role=role) for name, role in (("a", "input"), ("b", "weight"), ("y", "target")))


@pytest.mark.parametrize(
    "changed",
    [
        [ColumnSpec("a", role="ignored")],
        [ColumnSpec("a", role="weight")],
        [ColumnSpec("new", role="input"), ColumnSpec("y", role="input", scaling="minmax")],
        [],
    ],
)
def test_is_as_built_afresh(changed: list[ColumnSpec]) -> None:
    spec = DataSpec(COLUMNS, split=SplitConfig(seed=7), scaling="robust").precomputed()
    made = spec.with_columns(*changed)
    afresh = DataSpec(made.columns, split=SplitConfig(seed=7), scaling="robust")
    assert made == afresh
    assert hash(made) == hash(afresh)
    for name in ("inputs", "targets", "weight", "ignored"):
        assert getattr(made, name) == getattr(afresh, name)
    assert spec == DataSpec(COLUMNS, split=SplitConfig(seed=7), scaling="robust")
    assert set(changed) <= set(made.columns)
    assert [c.name for c in made.columns[:3]] == ["a", "b", "y"]


def test_one_row_weight_replaces_the_other() -> None:
    made = DataSpec(COLUMNS).with_columns(ColumnSpec("a", role="weight"))
    assert (made.weight, made.column("b").role) == ("a", "ignored")
