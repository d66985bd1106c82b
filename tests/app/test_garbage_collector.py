"""Widgets in cycles are freed in the GUI thread between events, never elsewhere; memory stays bounded meanwhile."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import threading
import weakref

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from helpers.processes import command, environment
from mlp_gui.app import garbage_collector
from mlp_gui.app.garbage_collector import GarbageCollector


def collections_while_styling(mode: str) -> int:
    """Force the deadly moment in a process of its own; the number of collections that fell into it."""
    done = subprocess.run(
        command("stress.theme_and_garbage", mode),
        capture_output=True,
        text=True,
        env=environment() | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split()[0])


def test_that_python_would_collect_while_qt_styles_the_widgets() -> None:
    assert collections_while_styling("bare") > 0  # else the next test proves nothing


@pytest.mark.parametrize("mode", ["alone", "program"])
def test_that_garbage_full_of_widgets_survives_a_change_of_theme(mode: str) -> None:
    assert collections_while_styling(mode) == 0


def test_that_dialogs_themes_sizes_languages_and_presenting_are_survived_beside_threads_that_leave_garbage() -> None:
    rounds = 500 if os.environ.get("MLP_GUI_LONG_TESTS") else 18
    done = subprocess.run(
        command("stress.appearance_storm", str(rounds)),
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["left"] == found["wrong"] == 0, found
    assert found["collections"] > 0


class Knot:
    """Garbage that only a collection can free; says in which thread it was."""

    freed_in: list[threading.Thread] = []

    def __init__(self) -> None:
        self.me = self
        self.ballast = [[] for _ in range(100)]
        weakref.finalize(self, lambda: Knot.freed_in.append(threading.current_thread()))


@pytest.fixture(autouse=True)
def _automatic_collection() -> None:
    """As in a program that starts; the plugin `helpers.tidy` turns it off in tests that have widgets."""
    gc.enable()


@pytest.fixture
def collector(qapp):
    Knot.freed_in = []
    collector = GarbageCollector(is_busy=lambda: False)
    collector.start()
    yield collector
    collector.stop()
    assert gc.isenabled()


def test_that_a_thread_makes_garbage_and_the_gui_thread_frees_it(collector, qtbot) -> None:
    worker = threading.Thread(target=lambda: [Knot() for _ in range(200)])
    worker.start()
    worker.join()
    assert not Knot.freed_in
    qtbot.waitUntil(lambda: len(Knot.freed_in) >= 190)
    assert set(Knot.freed_in) == {threading.main_thread()}


def test_that_nothing_is_freed_inside_a_loop_that_a_call_of_qt_runs(collector, qtbot) -> None:
    """As a menu does; Qt goes on with its widgets afterwards."""
    outer, freed_inside = QEventLoop(), []

    def in_a_nested_loop() -> None:
        for _ in range(200):
            Knot()
        inner = QEventLoop()
        QTimer.singleShot(3 * garbage_collector.INTERVAL, inner.quit)
        inner.exec()
        freed_inside.append(len(Knot.freed_in))
        outer.quit()

    QTimer.singleShot(0, in_a_nested_loop)
    outer.exec()
    assert freed_inside == [0]
    qtbot.waitUntil(lambda: len(Knot.freed_in) >= 190)


def test_that_what_survived_young_is_freed_at_rest(qapp, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(garbage_collector, "REST", 0.5)
    busy = True
    collector = GarbageCollector(is_busy=lambda: busy)
    collector.start()
    try:
        knot = Knot()
        known = weakref.ref(knot)
        gc.collect(1)  # now it is old, and will be garbage
        del knot
        filler = [[] for _ in range(2000)]
        qtbot.wait(1200)
        assert known() is not None  # a full collection would have cost a busy window a frame
        busy = False
        filler.append([])
        qtbot.waitUntil(lambda: known() is None)
    finally:
        collector.stop()


def test_that_garbage_stays_bounded_while_training(person) -> None:
    person.program.open_preset("tutorial")
    person.wait_ready()
    before = weakref.WeakSet()
    person.run.train()
    start = person.run.epoch
    peak = 0
    while person.run.epoch < start + 400 and person.run.phase.value == "running":
        for _ in range(20):
            knot = Knot()
            before.add(knot)
        del knot
        person.settle()
        peak = max(peak, len(before))
    assert not gc.isenabled()
    assert peak < 5000
    person.run.stop()
    person.wait(lambda: len(before) < 100)


def test_that_the_program_gives_collection_back(person) -> None:
    assert not gc.isenabled()
    person.program.close()
    assert gc.isenabled()
