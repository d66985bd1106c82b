"""The card of a task stands where it covers no button."""

from __future__ import annotations

from PySide6.QtCore import QRect

from mlp_gui.views.widgets.task_card import free_place


def test_that_the_card_moves_up_until_no_button_is_below_it() -> None:
    place = QRect(600, 500, 300, 60)
    assert free_place(place, [QRect(0, 0, 50, 20)], 8, 300) == place
    apply_button, other = QRect(700, 540, 90, 30), QRect(650, 470, 90, 30)
    found = free_place(place, [apply_button, other], 8, 300)
    assert found == QRect(600, 402, 300, 60)  # its last row is 8 pixels above the upper one
    assert not any(found.intersects(rect) for rect in (apply_button, other))


def test_that_it_stays_where_there_is_no_room() -> None:
    place = QRect(600, 500, 300, 60)
    assert free_place(place, [QRect(600, 100, 300, 450)], 8, 300) == place
