"""What a column is, said with clicks in the real window: in the column desk, and by the button of a note."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """Zones 1.1 and 1.10 are codes, and one number where they are read as such."""
    path = tmp_path / "parts.csv"
    rows = (f"{['1.1', '1.10', '1.2'][i % 3]},{i % 7},{[1, 5, 9][i % 3] + i % 7}.5" for i in range(90))
    path.write_text("zone,size,price\n" + "\n".join(rows) + "\n")
    return path


def open_file(person, path: Path) -> None:
    person.drop(person.window, path)
    person.wait_ready()


def zones(person) -> set[str]:
    return set(map(str, person.program.session.data.table.frame["zone"].unique()))


def select(person, name: str) -> None:
    table = person.program.data_pages.columns.page.table
    row = next(r for r in range(table.columns_model.rowCount()) if table.columns_model.name(r) == name)
    place = table.visualRect(table.columns_model.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    person.settle()


def test_that_a_column_is_read_as_the_list_says_and_undo_takes_it_back(person, parts) -> None:
    open_file(person, parts)
    panel = person.window.experiment.data
    person.choose(panel.target.editor, "size")
    person.wait_ready()
    config = person.program.session.run.config
    person.menu("Data", "Columns")
    select(person, "zone")
    page = person.program.data_pages.columns.page
    person.choose(page.editor.choices["read_as"], "Text")
    person.wait(lambda: zones(person) == {"1.1", "1.10", "1.2"})
    person.wait_ready()
    assert page.editor.words.text() == "zone"
    assert page.editor.choices["read_as"].currentText() == "Text"
    assert person.program.session.data.spec.targets == ("size",)
    assert person.program.session.run.config.training == config.training
    person.menu("Edit", "Undo")
    person.wait(lambda: zones(person) == {"1.1", "1.2"})
    person.wait_ready()


def test_that_the_button_of_a_note_reads_the_codes_and_the_network_gets_them(person, parts) -> None:
    open_file(person, parts)
    notes = person.window.experiment.data.remarks.notices
    note = next(n for n in notes if n.isVisible() and "1.10" in n.headline.text())
    button = next(b for b in note.findChildren(QPushButton) if b.isVisible() and b.text() == "Read as text")
    person.click(button)
    person.wait(lambda: zones(person) == {"1.1", "1.10", "1.2"})
    person.wait_ready()
    assert not [n for n in notes if n.isVisible() and "1.10" in n.headline.text()]
    assert "zone = 1.10" in person.program.session.data.prepared.pipeline.feature_names
