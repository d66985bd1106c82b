"""German is spoken: menus, Qt's own buttons, decimal commas on the screen, and numbers typed with either sign."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtWidgets import QMessageBox

from helpers.person import Person
from helpers.program_fixtures import shared_program
from mlp_gui.app import language
from mlp_gui.core import translation
from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_number
from mlp_gui.data.open_table import open_table
from mlp_gui.export.common.safe_reading import zip_members
from mlp_gui.export.project.run_format import read_run_bytes
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.widgets import dialogs

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module", autouse=True)
def _german(qapp) -> Iterator[None]:
    before = QLocale()
    language.install_language("de")
    yield
    language.install_language("en")
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def shared_person(_german: None, request) -> Iterator[Person]:
    """Somebody in front of a German window."""
    with shared_program(request) as somebody:
        yield somebody


@pytest.fixture
def iris(shared_person: Person) -> Person:
    """Iris, opened anew."""
    shared_person.program.session.project.discard_unsaved()
    shared_person.program.open_sample("iris")
    shared_person.wait_ready()
    return shared_person


def started(tmp_path: Path, settings: dict[str, str], report: str) -> dict[str, object]:
    """What a second process with these settings says of itself, instead of waiting for a person."""
    path = tmp_path / "settings.ini"
    written = QSettings(str(path), QSettings.Format.IniFormat)
    for name, value in settings.items():
        written.setValue(name, value)
    written.sync()
    code = (
        "import json, sys\n"
        "from mlp_gui.app.application import Application\n"
        "from PySide6.QtWidgets import QMainWindow\n"
        "def report(app):\n"
        "    window = next(w for w in app.topLevelWidgets() if isinstance(w, QMainWindow))\n"
        "    while not hasattr(window, 'experiment'):\n"  # what stands behind the first page is built later
        "        app.processEvents()\n"
        f"    print(json.dumps({report}))\n"
        "    return 0\n"
        "Application.exec = report\n"
        "from mlp_gui.app.main import start\n"
        "sys.exit(start([]))\n"
    )
    environment = os.environ | {"MLP_GUI_SETTINGS": str(path), "XDG_DATA_HOME": str(tmp_path / "local")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


REPORT = (
    "{'menus': [a.text().replace('&', '') for a in window.menuBar().actions()],"
    " 'rate': window.experiment.training.editor('learning_rate').text()}"
)


@pytest.mark.parametrize(
    ("settings", "file_menu", "rate"),
    [
        ({"language": "de", "number_format": "point"}, "Datei", "0.001"),
        ({"language": "en", "number_format": "comma"}, "File", "0,001"),
    ],
    ids=["German", "English"],
)
def test_that_a_start_takes_the_language_and_the_number_format_from_the_settings_file(
    tmp_path: Path, settings: dict[str, str], file_menu: str, rate: str
) -> None:
    """The format of numbers is a setting of its own."""
    said = started(tmp_path, settings, REPORT)
    assert said["menus"][0] == file_menu
    assert ({"Datei", "File"} - {file_menu}).isdisjoint(said["menus"])
    assert said["rate"] == rate


def test_that_menus_and_commands_are_german_and_found_by_their_german_names(shared_person) -> None:
    assert shared_person.window.actions_["open"].text() == "Öffnen…"
    shared_person.press(Qt.Key.Key_K, CTRL)
    palette = shared_person.dialog(CommandPalette)
    shared_person.type("beenden")
    assert palette.shown()[0].action is shared_person.window.actions_["quit"]
    shared_person.press(Qt.Key.Key_Escape)


def test_that_qt_speaks_german_too(shared_person) -> None:
    box = dialogs.ask_for_data(shared_person.window, "?", "?", bool)
    assert box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"
    box.close()


def test_that_keys_are_named_in_german_and_work(shared_person) -> None:
    assert shared_person.window.actions_["open"].shortcut().toString() == "Ctrl+O"
    assert shared_person.window.actions_["first"].shortcut().toString() == "Home"


def test_that_number_fields_show_a_comma_and_take_both_signs(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    field = person.setting("training.learning_rate")
    for typed, rate in (("0,5", 0.5), ("0.25", 0.25), ("1e-3", 0.001), ("0,125", 0.125)):
        person.fill(field, typed)
        person.settle()
        assert person.run.config.training.learning_rate == rate, typed
        assert field.text() == translation.format_localized(rate, "g")
    assert "," in field.text()
    person.fill(person.setting("training.batch_size"), "1.000")
    person.settle()
    assert person.run.config.training.batch_size == 1000


def test_that_plots_scores_and_sentences_show_commas(iris) -> None:
    iris.run.step_epochs(5)
    iris.wait_for(Phase.PAUSED)
    iris.settle()
    table = iris.window.scores.table
    shown = [table.item(r, c).text() for r in range(table.rowCount()) for c in range(1, table.columnCount())]
    assert any("," in text for text in shown)
    assert not any("." in text for text in shown)
    axis = iris.window.loss_plot.axes.left
    strings = axis.tickStrings([0.25, 0.5], 1.0, 0.25)
    assert strings == ["0,25", "0,5"] or strings == ["0,25", "0,50"]


def test_that_a_changed_rate_and_the_best_value_are_written_as_everywhere(iris) -> None:
    """The journal on the curves, and the sentence of a pause."""
    iris.run.step_epochs(3)
    iris.wait_for(Phase.PAUSED)
    iris.fill(iris.setting("training.learning_rate"), "0,0031234567")
    marks = iris.window.loss_plot.axes.events
    iris.wait(lambda: "Lernrate 0,003 → 0,0031234567" in [mark.text for mark in marks.marks])
    best = format_number(iris.run.best_value)
    assert f"{best}, bei Epoche" in iris.window.status.sentence()


READERS = {
    "weights of a zip": lambda data, path: zip_members(data, "weights.npz", str),
    "a run": lambda data, path: read_run_bytes(data, "run.mlp"),
    "a table in a zip": lambda data, path: open_table(path),
}


@pytest.mark.parametrize("name", READERS)
def test_that_a_damaged_packed_file_is_refused_without_a_word_of_english(tmp_path: Path, name: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"PK\x03\x04" + b"not really a zip" * 9)
    with pytest.raises(UserError) as refused:
        READERS[name](path.read_bytes(), path)
    assert refused.value.detail == "Der gepackte Inhalt ist unvollständig, verändert oder etwas anderes."


def test_that_no_kind_and_no_name_of_a_column_is_cut_in_the_list(shared_person) -> None:
    shared_person.program.session.project.discard_unsaved()
    shared_person.program.open_sample("penguins")
    shared_person.wait_ready()
    table = shared_person.window.experiment.data.columns.table
    model, metrics = table.model(), table.fontMetrics()
    for row in range(model.rowCount()):
        kind = model.index(row, 1)
        assert metrics.horizontalAdvance(kind.data()) + 6 <= table.columnWidth(1), kind.data()
        assert table.sizeHintForIndex(model.index(row, 0)).width() <= table.columnWidth(0), row
