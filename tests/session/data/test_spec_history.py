"""Undo and redo of the choices about the columns."""

from __future__ import annotations

from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.session.data.data_state import DEPTH, SpecHistory


def spec(scaling: str) -> DataSpec:
    return DataSpec(scaling=scaling)


def test_that_undo_and_redo_walk_the_same_way_back_and_forth() -> None:
    history, a, b, c = SpecHistory(), spec("none"), spec("minmax"), spec("robust")
    history.record(a)
    history.record(b)
    assert history.undo(c) is b
    assert history.undo(b) is a
    assert history.undo(a) is None
    assert history.redo(a) is b
    assert history.redo(b) is c
    assert history.redo(c) is None


def test_that_a_new_choice_forgets_what_was_taken_back() -> None:
    history = SpecHistory()
    history.record(spec("none"))
    history.undo(spec("minmax"))
    history.record(spec("robust"))
    assert history.redo(spec("minmax")) is None


def test_that_the_history_is_not_endless() -> None:
    history = SpecHistory()
    for _ in range(DEPTH + 20):
        history.record(spec("none"))
    assert len(history.past) == DEPTH
