"""Work in the background that takes more than half a second: shown with its progress and time left, and cancelled."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mlp_gui.export.common.atomic import cancellable, write_atomic
from mlp_gui.session.project import exporter, project
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

TITLES = {
    "Writing the file",
    "Saving the project",
    "Opening the project",
    "Looking at the project's file",
    "Making the table ready",
    "Scoring all rows",
    "Trying learning rates",
    "Training many networks",
    "Saving what the study has found",
    "Searching good settings",
    "Drawing the loss surface",
    "Ordering the rows",
    "Searching",
    "Saving the predictions",
    "Asking another library",
    "Preparing the class file",
    "Checking what was handed in",
}


class Slow:
    """Reports a quarter of its work and goes on until it is told to stop."""

    def __init__(self) -> None:
        self.stopped = threading.Event()

    def __call__(self, progress, cancelled) -> None:
        progress(0.25)
        while not cancelled():
            self.stopped.wait(0.01)
        self.stopped.set()


@pytest.fixture
def paused(person):
    person.program.open_sample("iris")
    person.wait_ready()
    person.run.step_epochs(2)
    person.wait_for(Phase.PAUSED)
    assert person.program.inspector.inspector_window is not None  # its slot is made with it
    return person


def test_that_every_kind_of_work_is_shown_and_can_be_cancelled(paused, tmp_path: Path, monkeypatch) -> None:
    card = paused.program.background_tasks.card
    slots = {slot.title: slot for slot in paused.program.findChildren(BackgroundTask) if slot.title}
    assert set(slots) == TITLES
    for title in sorted(TITLES, key="Saving the project".__ne__):  # first, while there is work to save
        work, slot = Slow(), slots[title]
        if title == "Saving the project":  # saves stand in a line of their own
            monkeypatch.setattr(project, "write_project", lambda *facts, work=work, **more: work(*facts[-2:]))
            paused.program.session.project.save(str(tmp_path / "never.mlp"))
        else:
            slot.start(work)
        assert not card.isVisible()
        paused.wait(lambda: card.isVisible() and card.bar.value() == 250)
        assert card.title.text() == title
        assert card.time.text().endswith("left")
        paused.click(card.cancel)
        assert not slot.busy
        paused.wait(work.stopped.is_set)
        paused.wait(lambda: not card.isVisible())
        paused.leave_dialogs()


def test_that_quick_work_is_not_worth_a_word(paused, monkeypatch) -> None:
    shown = []
    card = paused.program.background_tasks.card
    monkeypatch.setattr(card, "show_task", lambda *facts: shown.append(facts))
    slot = BackgroundTask(paused.program, "Something")
    paused.program.background_tasks.watch(slot)
    slot.start(lambda progress, cancelled: progress(0.5))
    paused.wait(lambda: not slot.busy)
    later, work = BackgroundTask(paused.program, "Something longer"), Slow()
    paused.program.background_tasks.watch(later)
    later.start(work)
    paused.wait(lambda: shown)  # as long after its start as the quick work would have been shown, and later
    later.cancel()
    assert all("Something longer" in facts for facts in shown)
    paused.wait(work.stopped.is_set)


def test_that_a_cancelled_export_leaves_the_old_file_as_it_was(paused, tmp_path: Path, monkeypatch) -> None:
    path, going, go_on = tmp_path / "run.json", threading.Event(), threading.Event()
    path.write_bytes(b"old")

    def slow_write(source, name: str, target: str) -> str:
        going.set()
        assert go_on.wait(10)
        write_atomic(target, b"new")
        return "Saved."

    monkeypatch.setattr(exporter, "write", slow_write)
    paused.program.session.export("json", str(path))
    paused.wait(going.is_set)
    paused.wait(paused.program.background_tasks.card.isVisible)
    paused.click(paused.program.background_tasks.card.cancel)
    go_on.set()
    assert paused.sentence() == "Nothing was written."
    paused.wait_idle()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.glob(".mlp_gui*")) == []


def test_that_what_is_not_cancelled_is_written(tmp_path: Path) -> None:
    with cancellable(lambda: False):
        write_atomic(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_that_a_cancelled_preparation_says_how_to_go_on(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    slot = next(s for s in person.program.findChildren(BackgroundTask) if s.title == "Making the table ready")
    slot.start(Slow())
    person.wait(person.program.background_tasks.card.isVisible)
    person.click(person.program.background_tasks.card.cancel)
    person.settle()
    assert "cancelled" in person.sentence()
    desk = person.program.session.data
    desk.set_spec(desk.spec.replace(split=desk.spec.split.replace(train=0.5, validation=0.3, test=0.2)))
    person.wait(lambda: person.run.phase is Phase.READY)


def test_that_the_card_stays_when_a_window_goes_that_was_in_front(paused) -> None:
    """It was made a part of that window, and gone with it: a crash dialog four times a second."""
    card, slot = paused.program.background_tasks.card, next(
        slot for slot in paused.program.findChildren(BackgroundTask) if slot.title == "Searching"
    )  # fmt: skip
    for window in (QWidget(), QWidget(paused.window, Qt.WindowType.Window)):
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, window.parent() is not None)
        window.show()
        window.activateWindow()
        paused.wait(window.isActiveWindow)
        work = Slow()
        slot.start(work)
        paused.wait(lambda: not card.isHidden())
        assert card.parentWidget() is paused.window
        window.close()
        if shiboken6.isValid(window):
            shiboken6.delete(window)
        paused.click(card.cancel)
        paused.wait(work.stopped.is_set)
        paused.wait(lambda: not card.isVisible())
