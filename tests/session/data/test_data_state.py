"""The desk: reading and preparing in the background; stale results are not heard, refusals change nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from helpers.settling import wait_for_threads
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.presets import suggested_spec
from mlp_gui.session.data.data_state import DataState


@pytest.fixture
def desk(qtbot):
    desk = DataState()
    yield desk
    desk.close()


def open_sample(qtbot, desk: DataState, name: str) -> None:
    source = f"sample:{name}"
    with qtbot.waitSignal(desk.prepared_changed):
        desk.open(source, partial(suggested_spec, source))
    assert desk.prepared is not None


def test_that_a_table_its_spec_and_its_dataset_follow_one_another(qtbot, desk) -> None:
    order = []
    desk.loading_started.connect(lambda name: order.append(f"started {name}"))
    for name in ("loading_ended", "table_changed", "spec_changed", "prepared_changed"):
        getattr(desk, name).connect(lambda name=name: order.append(name))
    open_sample(qtbot, desk, "iris")
    assert order == ["started iris", "loading_ended", "table_changed", "spec_changed", "prepared_changed"]


def test_that_only_the_last_of_several_sources_is_opened(qtbot, desk) -> None:
    tables = []
    desk.table_changed.connect(lambda: tables.append(desk.table.n_rows))
    for name in ("busan_beach", "sine", "iris"):
        source = f"sample:{name}"
        desk.open(source, partial(suggested_spec, source))
    qtbot.waitUntil(lambda: desk.prepared is not None)
    wait_for_threads(qtbot, desk)
    assert tables == [150]
    assert desk.prepared.table.n_rows == 150


def test_that_only_the_last_of_several_specs_is_prepared(qtbot, desk) -> None:
    open_sample(qtbot, desk, "iris")
    heard = []
    desk.prepared_changed.connect(lambda: heard.append(desk.prepared.spec.split.seed))
    for seed in range(1, 8):
        desk.set_spec(desk.spec.replace(split=desk.spec.split.replace(seed=seed)))
    qtbot.waitUntil(lambda: bool(heard) and not desk.preparing)
    wait_for_threads(qtbot, desk)
    assert heard == [7]


def test_that_the_same_spec_again_does_nothing(qtbot, desk) -> None:
    open_sample(qtbot, desk, "iris")
    with qtbot.assertNotEmitted(desk.spec_changed, wait=20):
        desk.set_spec(desk.spec.replace())


def test_that_a_file_that_cannot_be_read_leaves_table_and_dataset(qtbot, desk, tmp_path: Path) -> None:
    open_sample(qtbot, desk, "iris")
    table, prepared = desk.table, desk.prepared
    with qtbot.waitSignal(desk.refused) as refusal:
        desk.open(str(tmp_path / "nowhere.csv"), suggest_spec)
    assert "nowhere.csv" in refusal.args[0].title
    assert desk.table is table
    assert desk.prepared is prepared
    assert desk.loading == ""


def test_that_a_cancelled_reading_is_reported_once_and_leaves_the_table(qtbot, desk) -> None:
    open_sample(qtbot, desk, "iris")
    ended = []
    desk.loading_ended.connect(lambda: ended.append(True))
    desk.open("sample:busan_beach", suggest_spec)
    desk.cancel()
    wait_for_threads(qtbot, desk)
    assert ended == [True]
    assert desk.table.n_rows == 150


def test_that_a_problem_is_a_sentence_and_the_next_spec_mends_it(qtbot, desk) -> None:
    open_sample(qtbot, desk, "iris")
    spec = desk.spec
    with qtbot.waitSignal(desk.prepared_changed):
        desk.set_spec(spec.with_roles(inputs=()))
    assert desk.prepared is None
    assert desk.problem.title.endswith(".")
    with qtbot.waitSignal(desk.prepared_changed):
        desk.set_spec(spec)
    assert desk.problem is None
    assert desk.prepared is not None
