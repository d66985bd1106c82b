"""What a column is read as is a choice like any other: the table follows it, nothing else is lost, and it is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlp_gui.data.suggest import suggest_spec
from mlp_gui.session.data.data_state import DataState


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    path = tmp_path / "t.csv"
    path.write_text("zone,other,y\n" + "".join(f"{['1.1', '1.10'][i % 2]},{i % 7},{i % 5}.5\n" for i in range(40)))
    desk = DataState()
    with qtbot.waitSignal(desk.prepared_changed):
        desk.open(str(path), lambda table: suggest_spec(table, ("other",)))
    yield desk
    desk.close()


def choose(qtbot, desk: DataState, **changes: str) -> None:
    assert desk.spec is not None
    with qtbot.waitSignal(desk.prepared_changed):
        desk.set_spec(desk.spec.with_columns(desk.spec.column("zone").replace(**changes)))


def test_that_the_table_follows_the_choice_and_keeps_the_roles(qtbot, desk) -> None:
    changed = []
    desk.table_changed.connect(lambda: changed.append("another table"))
    desk.table_amended.connect(lambda: changed.append("read again"))
    choose(qtbot, desk, read_as="text")
    assert changed == ["read again"]
    assert desk.table.frame["zone"].tolist()[:2] == ["1.1", "1.10"]
    assert desk.prepared.pipeline.target_names == ("other",)
    choose(qtbot, desk, missing="most_frequent")
    assert changed == ["read again"]


def test_that_the_choice_is_taken_back_and_made_again(qtbot, desk) -> None:
    choose(qtbot, desk, read_as="text")
    for act, number in ((desk.undo, True), (desk.redo, False)):
        with qtbot.waitSignal(desk.prepared_changed):
            act()
        assert desk.table.field("zone").is_number is number


def test_that_a_table_that_cannot_be_prepared_so_is_still_shown_so(qtbot, desk) -> None:
    other = desk.spec.column("other")
    with qtbot.waitSignal(desk.prepared_changed):
        desk.set_spec(desk.spec.replace(task="regression").with_columns(other.replace(read_as="text")))
    assert desk.prepared is None
    assert "holds text" in str(desk.problem)
    assert not desk.table.field("other").is_number


def test_that_a_file_that_is_gone_is_a_problem_and_the_table_stays(qtbot, desk) -> None:
    desk.table.path.unlink()
    choose(qtbot, desk, read_as="text")
    assert "There is no file" in str(desk.problem)
    assert desk.table.field("zone").is_number


def test_that_confirming_what_was_done_anyway_leaves_the_dataset_alone(qtbot, desk) -> None:
    prepared = desk.prepared
    desk.set_spec(desk.spec.with_columns(desk.spec.column("zone").replace(spelling="exact", gap_words="missing")))
    assert not desk.preparing
    assert desk.prepared.dataset is prepared.dataset
    assert desk.prepared.spec.column("zone").spelling == "exact"
