"""A workbook and copied cells in the real window: a sheet and a range chosen, trained on, saved, and opened again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from helpers.typed_files import write_xlsx
from mlp_gui.export.project.project import read_project
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def book(tmp_path: Path, rng: np.random.Generator) -> Path:
    rows = [["a", "b", "y"], *rng.normal(size=(40, 3)).round(6).tolist(), ["sum", None, 3.0]]
    write_xlsx(
        tmp_path / "lab.xlsx", {"Notes": [["read me"], ["by hand"]], "Data": [["Lab 7", None, None], *rows]}, (2, 1)
    )
    return tmp_path / "lab.xlsx"


def open_range(person, book: Path) -> None:
    """Open the second sheet without its last row, on the page that shows how a file is read."""
    person.drop(person.window, book)
    person.wait(lambda: person.program.session.data.table is not None and not person.program.session.data.loading)
    person.menu("Data", "Reading")
    page, importer = person.program.data_pages.import_.page, person.program.session.import_preview
    person.wait(lambda: importer.table is not None)
    rows = page.form.rows
    assert [name for name in ("sheet", "cells", "header") if rows[name].isVisible()] == ["sheet", "cells", "header"]
    assert not any(rows[name].isVisible() for name in ("separator", "encoding", "query", "decimal"))
    person.choose(rows["sheet"].editor, "Data")
    person.wait(lambda: importer.table is not None and importer.dialect.sheet == "Data")
    assert page.lines.toPlainText().split("\n")[2].startswith("Lab 7"), "the third row of the sheet in the third line"
    assert importer.dialect.skip == 3, "the header of another sheet is found anew"
    person.fill(rows["cells"].editor, "B4:D44")
    person.wait(lambda: importer.table is not None and importer.dialect.cells == "B4:D44")
    assert page.summary.text().startswith("40 rows")


def test_that_a_sheet_and_a_range_are_chosen_saved_and_opened_again(person, book, tmp_path) -> None:
    session = person.program.session
    open_range(person, book)
    person.click(person.program.data_pages.import_.page.apply)
    person.wait(lambda: session.data.table.n_rows == 40)
    person.wait_ready()
    chosen = session.data.table.dialect
    person.menu("Train", "One epoch")
    person.wait_for(Phase.PAUSED)
    project = tmp_path / "lab.mlp"
    session.project.save(str(project))
    person.wait(project.exists)
    person.wait_idle()
    session.open("sample:iris")
    person.wait(lambda: session.data.table.name == "iris")
    person.wait_ready()
    session.project.open(str(project))
    person.wait(lambda: session.data.table.name == "lab.xlsx" and session.run.phase is Phase.PAUSED)
    assert session.data.table.dialect == chosen
    assert (chosen.sheet, chosen.cells, session.data.table.n_rows) == ("Data", "B4:D44", 40)
    session.open(str(book))
    person.wait(lambda: not session.data.loading and session.data.table.n_rows == 40)
    assert "sheet" in session.data.table.warnings[0], "it is read as it was chosen, and that is said"


def test_that_copied_cells_are_a_table_that_the_project_holds(person, tmp_path) -> None:
    session = person.program.session
    text = "size\tweight\n" + "".join(f"{i},5\t{2 * i},25\n" for i in range(30))
    QGuiApplication.clipboard().setText(text)
    person.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: session.data.table is not None and session.data.table.name == "Pasted table")
    person.wait_ready()
    assert session.data.table.frame["weight"].tolist() == [2 * i + 0.25 for i in range(30)]
    person.menu("Train", "One epoch")
    person.wait_for(Phase.PAUSED)
    session.project.save(str(tmp_path / "p.mlp"))
    person.wait((tmp_path / "p.mlp").exists)
    person.wait_idle()
    assert read_project((tmp_path / "p.mlp").read_bytes(), "p.mlp").original == text.encode()
    session.project.open(str(tmp_path / "p.mlp"))
    person.wait(lambda: session.run.phase is Phase.PAUSED and session.data.table.name == "Pasted table")
    assert session.data.table.n_rows == 30


def test_that_a_copied_file_is_opened_and_an_empty_clipboard_is_said(person, book) -> None:
    QGuiApplication.clipboard().clear()
    person.menu("Edit", "Paste table")
    assert person.sentence() == "The clipboard holds no table."
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(book))])
    QGuiApplication.clipboard().setMimeData(copied)
    person.menu("Edit", "Paste table")
    person.wait(lambda: person.program.session.data.table is not None)
    person.wait(lambda: person.program.session.data.table.name == "lab.xlsx")
