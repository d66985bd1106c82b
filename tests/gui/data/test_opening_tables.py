"""Opening tables: dialog, drop, samples, recent files, cancel; wrong files leave the table before where it was."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QToolButton

from helpers.project_steps import trains
from mlp_gui.core.registry import Registry
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import TableReader
from mlp_gui.data.readers.delimited_text import DelimitedTextReader
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CONTROL = Qt.KeyboardModifier.ControlModifier
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256)) * 4


@pytest.fixture
def plane(tmp_path: Path) -> Path:
    """A table of 120 rows that a network can fit: y = 2 a - b."""
    rng = np.random.default_rng(5)
    lines = ["a;b;y", *(f"{a:.4f};{b:.4f};{2 * a - b:.4f}" for a, b in rng.normal(size=(120, 2)))]
    path = tmp_path / "plane.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def table_name(person) -> str:
    return person.window.experiment.data.source.name.text()


def assert_opened(person, path: Path) -> None:
    person.wait_ready()
    assert table_name(person) == path.name
    assert person.program.session.data.table.n_rows == 120
    assert person.window.pages.currentWidget() is person.window.workbench


def test_that_a_file_dropped_on_the_welcome_page_is_opened_and_can_be_trained(person, plane) -> None:
    assert person.drop(person.window.welcome, plane)
    assert_opened(person, plane)
    assert trains(person)


def test_that_a_file_dropped_on_the_workbench_replaces_the_table(person, plane) -> None:
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()
    assert person.drop(person.window, plane)
    assert_opened(person, plane)


def test_that_several_files_or_a_web_address_are_not_taken(person, plane, tmp_path) -> None:
    data, before = person.program.session.data, person.program.session.data.table
    assert not person.drop(person.window, plane, tmp_path / "other.csv")
    assert not person.drop(person.window)
    assert not data.loading
    assert data.table is before


def test_that_a_file_is_opened_by_button_dialog_and_enter(person, plane) -> None:
    person.click(person.window.welcome.drop_zone.open)
    person.type_file_name(plane)
    assert_opened(person, plane)


def test_that_the_open_dialog_can_be_left_without_a_choice(person) -> None:
    person.press(Qt.Key.Key_O, CONTROL)
    person.dialog(QFileDialog)
    person.press(Qt.Key.Key_Escape)
    person.wait(person.no_dialog)
    assert person.window.pages.currentWidget() is person.window.welcome


def test_that_a_sample_is_opened_from_the_menu(person) -> None:
    person.menu("File", "Open sample", "Two spirals")
    person.wait_ready()
    assert "spirals" in table_name(person).lower()
    assert person.window.experiment.data.task.editor.currentText().startswith("Two classes")


def test_that_the_samples_of_the_panel_replace_the_table(person) -> None:
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()
    person.drop_down(person.window.experiment.data.source.sample, "Noisy sine")
    person.wait_ready()
    person.wait(lambda: "sine" in table_name(person).lower())


def test_that_a_file_that_was_opened_stands_under_recent_files(person, plane) -> None:
    person.drop(person.window, plane)
    assert_opened(person, plane)
    person.menu("File", "Open sample", "Iris")
    person.wait_ready()
    person.menu("File", "Open recent", plane.name)
    assert_opened(person, plane)
    links = [b.text() for b in person.window.welcome.findChildren(QToolButton) if b.toolTip() == str(plane)]
    assert links == [plane.name]


def test_that_reading_can_be_cancelled_and_the_table_before_stays(person, plane, monkeypatch) -> None:
    from mlp_gui.core.errors import Cancelled
    from mlp_gui.session.data import data_state

    def endless(source, progress, cancelled, *rest):
        progress(0.25)
        while not cancelled():
            pass
        raise Cancelled

    person.drop(person.window, plane)
    assert_opened(person, plane)
    before = person.sentence()
    name = "open_with_remembered_dialect" if hasattr(data_state, "open_with_remembered_dialect") else "open_table"
    monkeypatch.setattr(data_state, name, lambda s, *a: endless(s, *a[-2:]))
    person.menu("File", "Open sample", "Iris")
    loading = person.window.experiment.data.source.loading
    person.wait(lambda: loading.bar.value() == 250)
    assert "iris" in loading.words.text().lower()
    assert person.sentence() == "Reading iris."
    person.click(loading.cancel)
    person.wait(lambda: not loading.isVisible())
    assert_opened(person, plane)
    assert person.sentence() == before
    assert trains(person)


WRONG = {
    "photo.csv": PNG,
    "empty.csv": b"",
    "header_only.csv": b"a,b,c\n",
}


@pytest.mark.parametrize("name", [*WRONG, "missing.csv"])
def test_that_a_wrong_file_is_one_sentence_and_the_table_before_stays(person, plane, tmp_path, name) -> None:
    person.drop(person.window, plane)
    assert_opened(person, plane)
    assert trains(person)
    if name in WRONG:
        (tmp_path / name).write_bytes(WRONG[name])
    person.drop(person.window, tmp_path / name)
    person.answer("Discard")
    title = person.read_error()
    assert title.endswith(".")
    assert "\n" not in title
    assert "Traceback" not in title
    assert table_name(person) == plane.name
    assert person.program.session.data.table.n_rows == 120
    assert person.run.epoch == 1
    assert person.program.session.project.modified
    assert trains(person)


def test_that_a_wrong_file_at_the_start_leads_back_to_the_welcome_page(fresh_person, tmp_path) -> None:
    person = fresh_person
    (tmp_path / "photo.csv").write_bytes(PNG)
    person.drop(person.window.welcome, tmp_path / "photo.csv")
    assert person.read_error().endswith(".")
    assert person.window.pages.currentWidget() is person.window.welcome
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()


@pytest.fixture
def trained(person, plane):
    person.drop(person.window, plane)
    assert_opened(person, plane)
    assert trains(person)
    return person


def test_that_another_table_while_a_run_is_unsaved_asks_and_cancel_keeps_everything(trained, plane) -> None:
    weights = trained.run.displayed.theta.copy()
    trained.menu("File", "Open sample", "Iris")
    assert "1 epoch" in trained.dialog(QMessageBox).informativeText()
    trained.answer("Cancel")
    assert table_name(trained) == plane.name
    assert (trained.run.phase, trained.run.epoch) == (Phase.PAUSED, 1)
    np.testing.assert_array_equal(trained.run.displayed.theta, weights)


def test_that_discarding_the_run_opens_the_other_table(trained) -> None:
    trained.menu("File", "Open sample", "Iris")
    trained.answer("Discard")
    trained.wait_ready()
    assert "iris" in table_name(trained).lower()
    assert trained.run.epoch == 0


def test_that_saving_the_run_first_writes_it_and_then_opens_the_other_table(trained, tmp_path) -> None:
    trained.menu("File", "Open sample", "Iris")
    trained.answer("Save")
    trained.type_file_name(tmp_path / "kept.mlp")
    trained.wait_ready()
    trained.wait(lambda: "iris" in table_name(trained).lower())
    assert (tmp_path / "kept.mlp").stat().st_size > 1000


def test_that_a_save_dialog_that_is_left_keeps_the_run(trained, plane) -> None:
    trained.menu("File", "Open sample", "Iris")
    trained.answer("Save")
    trained.dialog(QFileDialog)
    trained.press(Qt.Key.Key_Escape)
    trained.wait(trained.no_dialog)
    assert table_name(trained) == plane.name
    assert trained.run.epoch == 1
    assert trains(trained)


def test_that_a_table_without_a_dialect_has_no_import_page(person, tmp_path, monkeypatch) -> None:
    class PileReader(TableReader):
        """Files that begin with PILE1: one column of numbers."""

        kind, suffixes, magic = "a pile", (".pile",), (b"PILE1",)

        def open(self, path, dialect=None, progress=None, cancelled=None, like=None):
            frame = pd.DataFrame({name: [1.0, 2.0, 4.0, 8.0] * 5 for name in ("left", "right")})
            return Table(path.name, path, frame, None, profile_frame(frame))

    registry: Registry[TableReader] = Registry("kind of table file")
    registry.register("delimited_text", "Delimited text")(DelimitedTextReader)
    registry.register("pile", "Piles of numbers")(PileReader)
    monkeypatch.setattr("mlp_gui.data.open_table.table_readers", registry)
    path = tmp_path / "numbers.pile"
    path.write_bytes(b"PILE1")
    person.window.file_dropped.emit(str(path))
    data = person.program.session.data
    person.wait(lambda: data.table is not None and data.table.name == path.name)
    action = person.window.actions_["reading"]
    assert not action.isEnabled()
    assert action.toolTip() == "A file of this kind can be read in one way only."
