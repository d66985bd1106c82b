"""The player of a lesson waits for what an action needs, however late the worker tells of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from mlp_gui.engine.training.timeline import BUDGET
from mlp_gui.session.lessons.lesson_reader import read_lesson
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))
    made = Session()
    yield made
    made.close()


def test_that_a_step_goes_back_only_along_a_line_that_is_known(qtbot, session: Session) -> None:
    run, recorder, player = session.run, session.timeline.recorder, session.lessons
    run.phase_changed.connect(lambda: recorder.blockSignals(run.phase is Phase.RUNNING or recorder.signalsBlocked()))
    player.start(read_lesson("river"))  # its first step trains, then goes back to the best epoch
    qtbot.waitUntil(lambda: run.phase is Phase.FINISHED and run.weights.last.epoch == run.epoch, timeout=60_000)
    QCoreApplication.processEvents()  # the turn in which the player looks whether the step is done
    assert player.page.busy
    assert not session.timeline.is_up_to_date
    recorder.blockSignals(False)
    session.timeline.set_budget(BUDGET)  # the worker tells of the line
    qtbot.waitUntil(lambda: not player.page.busy)
    assert run.epoch == run.history.best_epoch < len(run.history)
