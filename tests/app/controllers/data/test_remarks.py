"""Remarks in the real window: a click treats numbers as missing or keeps them; roles, settings and runs stay."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from helpers.paths import TESTS
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.data.panel.remark_notices import RemarkNotices

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

ELEVATION = TESTS / "data" / "cases" / "sentinels" / "limits_of_a_type.csv"
CTRL = Qt.KeyboardModifier.ControlModifier


def notes(person) -> RemarkNotices:
    return person.window.experiment.data.remarks


def opened(person) -> None:
    person.window.file_dropped.emit(str(ELEVATION))
    person.wait_ready()
    (notice,) = (n for n in notes(person).notices if n.isVisible())
    assert notice.headline.text().startswith("elev: 10 cells hold numbers far from all others")
    assert [b.text() for b in notice.buttons if b.isVisible()] == ["Treat as missing", "Keep"]


def test_that_treating_makes_gaps_and_undo_brings_the_numbers_back(person) -> None:
    opened(person)
    desk = person.program.session.data
    before = desk.spec
    person.click(notes(person).notices[0].buttons[0])
    person.wait_ready()
    assert desk.spec.column("elev").markers == "-32768; -9999; 32767"
    assert (desk.table.field("elev").minimum, desk.table.field("elev").missing) == (400, 10)
    assert not notes(person).isVisible()
    assert desk.spec.replace(columns=()) == before.replace(columns=())
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait_ready()
    assert desk.spec == before
    assert desk.table.field("elev").minimum == -32768
    assert notes(person).isVisible()


def test_that_a_trained_run_stays_when_numbers_are_kept_and_begins_anew_when_they_are_not(person) -> None:
    opened(person)
    session = person.program.session
    run = session.run
    person.fill(person.setting("training.max_epochs"), "5")
    person.wait_ready()
    person.window.setFocus()
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.FINISHED)
    dataset, epoch = run.dataset, run.epoch
    person.click(notes(person).notices[0].buttons[1])
    assert session.data.spec.column("elev").kept == "-32768; -9999; 32767"
    assert not notes(person).isVisible()
    assert (run.dataset, run.epoch, run.phase) == (dataset, epoch, Phase.FINISHED)
    assert session.data.prepared.spec == session.data.spec
    person.program.session.data.undo()
    assert notes(person).isVisible()
    config = run.config
    person.click(notes(person).notices[0].buttons[0])
    person.wait_ready()
    assert run.dataset is not dataset
    assert run.config == config
    assert [kept.last_epoch for kept in session.runs.runs] == [epoch]


def test_that_columns_with_the_same_answer_share_one_notice_and_one_click(person, tmp_path) -> None:
    rows = [f"{i % 7},{20 + i % 5},{i % 11}" for i in range(120)]
    rows[3] = rows[40] = "-999,-999,-999"
    path = tmp_path / "gauges.csv"
    path.write_text("rain,temp,flow\n" + "\n".join(rows) + "\n")
    person.window.file_dropped.emit(str(path))
    person.wait_ready()
    (notice,) = (n for n in notes(person).notices if n.isVisible())
    assert notice.headline.text().startswith("rain: 2 cells hold -999")
    assert notice.headline.text().endswith("2 more columns have such remarks: temp, flow.")
    person.click(notice.buttons[0])
    person.wait_ready()
    data = person.program.session.data
    assert {data.spec.column(name).markers for name in ("rain", "temp", "flow")} == {"-999"}
    assert not notes(person).isVisible()
