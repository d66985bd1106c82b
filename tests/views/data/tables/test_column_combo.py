"""A list of column names: shown at once, found by name, chosen by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mlp_gui.views.data.tables.column_combo import ColumnCombo

NAMES = tuple(f"c{i}" for i in range(10_000))


@pytest.fixture
def choice(qtbot):
    made = ColumnCombo()
    qtbot.addWidget(made)
    made.chosen = []
    made.edited.connect(made.chosen.append)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_names_are_found_by_name_and_nothing_is_emitted(choice) -> None:
    choice.show_names(NAMES)
    assert (choice.count(), choice.currentIndex()) == (10_000, -1)
    choice.show_value("c9999")
    assert (choice.currentIndex(), choice.currentText(), choice.value()) == (9_999, "c9999", "c9999")
    choice.show_value("no such column")
    assert choice.currentIndex() == -1
    assert choice.chosen == []


def test_that_an_entry_that_is_no_name_comes_first(choice) -> None:
    choice.show_names(NAMES[:3], (("\0both", "2 targets: c0, c1", "c0, c1"),))
    choice.show_value("c2")
    assert choice.currentIndex() == 3
    assert (choice.itemData(0), choice.itemText(0)) == ("\0both", "2 targets: c0, c1")
    assert choice.itemData(0, Qt.ItemDataRole.ToolTipRole) == "c0, c1"


def test_that_a_key_chooses_the_next_name(choice, qtbot) -> None:
    choice.show_names(NAMES)
    choice.show_value("c41")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.chosen == ["c42"]


def test_that_other_names_take_the_place_of_the_first(choice) -> None:
    choice.show_names(NAMES)
    choice.show_value("c3")
    choice.show_names(("a", "b"))
    assert (choice.count(), choice.currentIndex()) == (2, -1)
    assert [choice.itemText(i) for i in range(2)] == ["a", "b"]
