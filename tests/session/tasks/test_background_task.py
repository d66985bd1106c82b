"""Background tasks: every ending is reported once, and only the current task is heard."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer

from helpers.settling import wait_for_threads
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.session.tasks.background_task import BackgroundTask, TaskThread


@pytest.fixture
def slot(qtbot):
    slot = BackgroundTask()
    yield slot
    slot.close()


def test_that_a_result_arrives_with_its_progress(qtbot, slot) -> None:
    shares = []
    slot.progressed.connect(shares.append)

    def work(progress, cancelled):
        progress(0.5)
        return 42

    with qtbot.waitSignal(slot.succeeded) as caught:
        slot.start(work)
    assert caught.args == [42]
    assert shares == [0.5]
    assert not slot.busy


def test_that_a_refusal_and_a_crash_are_told_apart(qtbot, slot) -> None:
    def refuse(progress, cancelled):
        raise UserError("No.")

    def crash(progress, cancelled):
        raise ZeroDivisionError("oops")

    with qtbot.waitSignal(slot.refused) as caught:
        slot.start(refuse)
    assert caught.args[0].title == "No."
    with qtbot.waitSignal(slot.crashed) as caught:
        slot.start(crash)
    assert "oops" in caught.args[0]


def test_that_a_withdrawn_task_stops_and_is_not_heard(qtbot, slot) -> None:
    heard = []
    slot.succeeded.connect(heard.append)
    begun, ended = [], []

    def patient(progress, cancelled):
        begun.append(True)
        while not cancelled():
            time.sleep(0.001)
        ended.append(True)
        raise Cancelled

    slot.start(patient)
    qtbot.waitUntil(lambda: bool(begun))
    with qtbot.waitSignal(slot.cancelled):
        slot.cancel()
    with qtbot.waitSignal(slot.succeeded):
        slot.start(lambda progress, cancelled: "second")
    qtbot.waitUntil(lambda: ended == [True])
    assert heard == ["second"]


def test_that_a_task_begins_after_what_was_waiting_and_a_withdrawn_one_never(qtbot, slot) -> None:
    order = []
    slot.succeeded.connect(order.append)
    slot.start(lambda progress, cancelled: order.append("never"))
    slot.start(lambda progress, cancelled: order.append("begins") or "ends")
    QTimer.singleShot(0, lambda: order.append("painting"))  # zero milliseconds is a queued call, as painting is
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["painting", "begins", "ends"]
    assert not slot.busy


def test_that_only_the_last_of_many_tasks_is_heard(qtbot, slot) -> None:
    heard = []
    slot.succeeded.connect(heard.append)
    for number in range(30):
        slot.start(lambda progress, cancelled, number=number: number)
    qtbot.waitUntil(lambda: heard == [29])
    wait_for_threads(qtbot, slot)
    assert heard == [29]


def test_that_nothing_starts_after_the_end(slot) -> None:
    ran = []
    slot.close()
    slot.start(lambda progress, cancelled: ran.append(True))
    assert not slot.busy
    assert not slot.findChildren(TaskThread)
    assert ran == []
