"""The settings dialog: each setting acts at once, and is there again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from mlp_gui.core.params import params_of
from mlp_gui.engine.network.thread_limits import choose_thread_count, set_thread_rule
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.session.settings.settings import SERIES, Settings
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT, with_series

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _look_and_threads_as_before(qapp):
    yield
    set_thread_rule("auto")
    style.apply(qapp, LIGHT)


def dialog(person):
    person.menu("Edit", "Settings")
    person.settle()
    return person.program.application_menu.settings.dialog


def test_that_theme_colours_and_size_change_while_the_dialog_is_open(person) -> None:
    box = dialog(person)
    person.choose(box.form.editor("theme"), "Dark")
    assert style.current() == DARK
    person.choose(box.form.editor("series"), "IBM")
    assert style.current().training == with_series(DARK, "ibm").training
    person.fill(box.form.editor("text_size"), "140")
    assert style.text_scale() == 1.4
    assert person.window.actions_["theme_dark"].isChecked()
    box.close()


def test_that_every_setting_is_read_back_by_the_next_start(person) -> None:
    chosen = Settings(
        theme="dark",
        text_size=130,
        series="tol",
        presenting_size=180,
        threads="all",
        memory=99,
        autosave=20,
        notify_after=5,
        language="de",
        number_format="blank",
    )
    for p in params_of(Settings):
        assert getattr(chosen, p.name) != p.default, f"the test says nothing about {p.name}"
    person.program.session.preferences.settings = chosen
    person.program.session.preferences.flush()
    assert Preferences().settings == chosen


def test_that_an_edited_settings_file_does_no_harm(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "s.ini"))
    written = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    written.setValue("text_size", "huge")
    written.setValue("theme", "pink")
    written.setValue("autosave", "7")
    written.sync()
    assert Preferences().settings == Settings(autosave=7)


def test_that_menus_and_keys_change_the_same_settings(person) -> None:
    box = dialog(person)
    box.close()
    person.settle()
    person.press(Qt.Key.Key_Plus, CTRL)
    assert person.program.session.preferences.settings.text_size == 110
    person.press(Qt.Key.Key_0, CTRL)
    assert person.program.session.preferences.settings.text_size == 100
    person.menu("View", "Dark")
    assert person.program.session.preferences.settings.theme == "dark"


def test_that_the_processor_rule_counts_for_the_next_run(person) -> None:
    box = dialog(person)
    person.choose(box.form.editor("threads"), "One")
    assert choose_thread_count((10_000, 10_000), 1000) == 1
    person.choose(box.form.editor("threads"), "All")
    assert choose_thread_count((2, 2), 1) == __import__("os").cpu_count()
    box.close()


def test_that_the_memory_of_the_time_line_is_a_setting_and_its_own_menu_changes_it(person) -> None:
    preferences, time = person.program.session.preferences, person.program.timeline
    person.program.open_sample("iris")
    person.wait_ready()
    time.bar.budget_chosen.emit(50_000_000)
    person.run.step_epochs(1)
    person.wait(lambda: person.program.session.timeline.facts.budget == 50_000_000)
    assert preferences.settings.memory == 50
    box = dialog(person)
    person.fill(box.form.editor("memory"), "7")
    person.wait(lambda: person.program.session.timeline.facts.budget == 7_000_000)
    box.close()


def test_that_defaults_can_be_restored(person) -> None:
    box = dialog(person)
    person.choose(box.form.editor("theme"), "Dark")
    person.click(box.defaults)
    assert person.program.session.preferences.settings == Settings()
    assert style.current() == LIGHT
    box.close()


# --- colour sets -------------------------------------------------------------------------------------------------

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def lab(colour: str, matrix) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of "#rrggbb" as that kind of vision sees it; matrix None: without a deficiency."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    if matrix is not None:
        linear = [min(max(sum(m * c for m, c in zip(row, linear, strict=True)), 0), 1) for row in matrix]
    r, g, b = linear
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def distance(a: str, b: str, matrix) -> float:
    return sum((p - q) ** 2 for p, q in zip(lab(a, matrix), lab(b, matrix), strict=True)) ** 0.5


@pytest.mark.parametrize("vision", [None, *BLIND])
@pytest.mark.parametrize("base", [LIGHT, DARK], ids=lambda p: p.name)
@pytest.mark.parametrize("name", [name for name, _ in SERIES])
def test_that_any_kind_of_colour_vision_tells_the_lines_apart(name: str, base, vision) -> None:
    palette, matrix = with_series(base, name), BLIND.get(vision)
    trio = (palette.training, palette.validation, palette.test)
    pairs = [(trio[0], trio[1]), (trio[0], trio[2]), (trio[1], trio[2]), (palette.negative, palette.positive)]
    assert min(distance(a, b, matrix) for a, b in pairs) >= 15


def test_that_a_set_that_cannot_be_told_apart_would_be_found() -> None:
    assert distance("#ff0000", "#8f7200", BLIND["protan"]) < distance("#ff0000", "#8f7200", None) - 15


def test_that_settings_that_cannot_be_kept_are_said_once(person, tmp_path: Path, monkeypatch) -> None:
    """No folder can be where a file is, whoever asks."""
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "settings.ini"
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(path))
    kept = person.program.session.preferences
    Preferences.__init__(kept)  # which reads where the settings are anew
    box = dialog(person)
    person.choose(box.form.editor("theme"), "Dark")
    said = person.window.status.sentence()
    assert said == (
        f"The settings cannot be kept: {path} is not writable. "
        "Allow writing there, or they last until the program ends."
    )
    assert box.note.text() == said
    assert kept.settings.theme == "dark"
    box.close()
    person.window.status.show_sentence("Something else.")
    person.menu("View", "Light")
    person.settle()
    assert person.window.status.sentence() == "Something else."
