"""JSON that is written piece by piece is what Python writes in one go; what is packed can be unpacked again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.export.project.container import LIMITS, PIECE, json_bytes, pack, unpack

leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values: st.SearchStrategy[Any] = st.recursive(
    leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner), max_leaves=20
)


def whole(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")


@given(values.filter(lambda value: "\\ud" not in ascii(value)), st.integers(0, 3))
def test_is_what_python_writes_in_one_go(value: Any, more: int) -> None:
    long = [value] * (PIECE * more + more)
    for each in (value, long, {"columns": tuple(long), "Ä": {"inner": long}}):
        assert json_bytes(each) == whole(each)


@pytest.mark.parametrize("n", [PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 1])
def test_long_lists_of_every_length(n: int) -> None:
    columns = [{"name": f"c{i}", "shift": [i / 7]} for i in range(n)]
    assert json_bytes({"columns": columns}) == whole({"columns": columns})


def test_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_bytes({"scale": [float("nan")]})


def test_that_a_table_that_repeats_itself_travels_inside() -> None:
    """80 MB of one line pack to a thousandth: as tight as that, the reader would take it for a bomb."""
    table = b"1.5,2.5,red\n" * 7_000_000
    assert len(table) > LIMITS.free_bytes
    data = pack({"model.json": b"{}", "data/original": table})
    assert unpack(data, "f") == {"model.json": b"{}", "data/original": table}


def test_that_more_than_a_reader_takes_is_refused_before_it_is_written() -> None:
    with pytest.raises(UserError, match="was not saved"):
        pack({f"runs/{i}.npy": b"" for i in range(LIMITS.most_members)})
