"""The time line's bar: what it shows, what it asks for, what is possible when."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mlp_gui.views.training import timeline_bar
from mlp_gui.views.training.timeline_bar import TimelineBar, TimelineState
from mlp_gui.views.training.timeline_slider import TimelineSlider

LINE = TimelineState(
    0, 30.0, 103, 52, used=2_000_000, budget=64_000_000, branches=((1, "Branch left at epoch 20", 20),)
)


def bar(qtbot, line=LINE, refusal=None) -> TimelineBar:
    made = TimelineBar()
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    made.show_line(line, refusal)
    return made


def wanted(made: TimelineBar) -> list[int]:
    seen: list[int] = []
    made.epoch_requested.connect(seen.append)
    return seen


def test_that_the_track_and_its_epochs_are_inverse(qtbot) -> None:
    track = TimelineSlider()
    qtbot.addWidget(track)
    track.resize(700, 30)
    track.show_line(0, 10, 400, 0)
    assert all(track.epoch_at(track.x_of(epoch)) == epoch for epoch in range(0, 401, 7))


def test_that_the_best_epoch_catches_the_pointer(qtbot) -> None:
    track = TimelineSlider()
    qtbot.addWidget(track)
    track.resize(300, 30)
    track.show_line(0, 10, 4000, 777)
    assert track.epoch_at(track.x_of(777) + 3) == 777
    assert track.epoch_at(track.x_of(777) + 6) != 777


def test_that_a_click_on_the_track_asks_for_its_epoch(qtbot) -> None:
    made = bar(qtbot)
    seen, track = wanted(made), made.track
    QTest.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(round(track.x_of(80)), 10))
    assert seen == [80]


def test_that_dragging_asks_all_the_way(qtbot) -> None:
    made = bar(qtbot)
    seen, track = wanted(made), made.track
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(round(track.x_of(10)), 10))
    QTest.mouseMove(track, QPoint(round(track.x_of(20)), 10))
    assert seen[0] == 10


def test_that_the_buttons_lead_to_the_ends_and_the_best(qtbot) -> None:
    made = bar(qtbot)
    seen = wanted(made)
    for button in (made.first, made.last, made.best):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == [0, 103, 52]


def test_that_what_is_not_possible_cannot_be_pressed(qtbot) -> None:
    made = bar(qtbot, TimelineState(0, 103.0, 103, 103))
    assert made.back.isEnabled()
    assert not made.forward.isEnabled()
    assert not made.best.isEnabled()
    made.show_line(LINE, "Stop the run first.")
    assert not any(b.isEnabled() for b in (made.first, made.back, made.play, made.forward, made.last, made.best))
    assert made.track.toolTip() == "Stop the run first."


def test_that_playing_walks_to_the_end_and_stops(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(timeline_bar, "SECONDS", (1,))
    made = bar(qtbot, TimelineState(0, 5.0, 5, 2))
    seen = wanted(made)
    made.epoch_requested.connect(lambda epoch: made.show_line(TimelineState(0, float(epoch), 5, 2), None))
    made.play.click()
    qtbot.waitUntil(lambda: not made.play.isChecked(), timeout=20_000)
    assert seen[0] == 0
    assert seen[-1] == 5
    assert seen == sorted(seen)


def test_that_memory_and_branches_are_in_the_menu(qtbot) -> None:
    made = bar(qtbot)
    made.menu.aboutToShow.emit()
    texts = [action.text() for action in made.menu.actions()]
    assert "Time line: 2.0 of 64 MB used" in texts
    assert "Branch left at epoch 20" in texts
    chosen: list[int] = []
    made.branch_chosen.connect(chosen.append)
    next(a for a in made.menu.actions() if a.text().startswith("Branch")).trigger()
    made.budget_chosen.connect(chosen.append)
    next(a for a in made.menu.actions() if "256 MB" in a.text()).trigger()
    assert chosen == [1, 256_000_000]


def test_that_keys_move_the_track_when_it_has_the_focus(qtbot) -> None:
    made = bar(qtbot)
    seen = wanted(made)
    made.track.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(made.track, key)
    assert seen == [29, 31, 0, 103]
