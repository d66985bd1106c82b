"""Every text of the window goes through the translation: a walk through all of it in a language that brackets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from helpers.cleanup import visible_widgets
from helpers.person import Person
from helpers.program_fixtures import shared_program
from helpers.visible_texts import pseudo, texts, untranslated
from mlp_gui.core import translation
from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.session.lessons.lesson_reader import lesson_names, read_lesson
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.forms import help_pages
from mlp_gui.views.shell.command_palette import CommandPalette, commands_of
from mlp_gui.views.shell.help import show_about, show_shortcuts
from mlp_gui.views.widgets import dialogs
from mlp_gui.views.widgets.error_box import ErrorBox, show_crash, show_error

# Words that are the same in every language, or not ours to translate.
NAMES = {
    *("mlp_gui", "numpy", "Qt", "Python", "PySide6", "pyqtgraph", "scikit", "learn", "sklearn", "Keras", "PyTorch"),
    *("TensorFlow", "ANN", "IBM", "Okabe", "Ito", "Tol", "Deutsch", "English"),
    *("Box", "Cox", "Yeo", "Johnson", "asinh", "logit", "log₁₀"),  # transforms of columns
    *("np", "mean", "sum", "axis", "exp", "tanh", "sqrt", "ln", "log", "softmax", "log_softmax", "rows", "sign", "max"),
    *("theta", "average", "share", "rate", "eps", "len", "rng", "random", "shape"),
    *("was", "empty"),  # names of inputs that are made for gaps, the same in every export
    *("predicted", "probability", "of"),  # names of the columns of answers, the same in the window and in the file
    *("Ctrl", "Shift", "Alt", "Space", "Left", "Right", "Home", "End", "Esc"),  # keys, which Qt names
    *("kB", "MB", "ms", "px", "csv", "mlp", "npz", "json", "log"),
}
SKIPPED = {
    "mlp_gui.views.shell.help",  # pages of text have files of their own for each language
    "mlp_gui.views.data.tables.table_view",  # cells of the table
}
WORD = r"[^\W\d_][\w']*"

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture(scope="module")
def _pseudo_language() -> Iterator[None]:
    """The advice about a setting comes from a page of its own for each language."""
    advice = help_pages.advice
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(help_pages, "advice", lambda label: pseudo(advice(label), -1))
        translation.set_language(pseudo)
        yield
        translation.set_language(None)


@pytest.fixture(scope="module")
def shared_person(_pseudo_language: None, request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody in front of a window in that language, which each test begins anew."""
    with shared_program(request) as somebody:
        yield somebody


@cache
def words_of_lessons() -> frozenset[str]:
    """Titles and sentences of lessons, which come from a file for each language."""
    lessons = map(read_lesson, lesson_names())
    return frozenset(word for lesson in lessons for word in re.findall(WORD, f"{lesson.title} {lesson.sentence}"))


class Listener:
    """Collects what is not translated, by module."""

    def __init__(self, person, data_words: set[str]) -> None:
        self._person, self.left, self.count = person, {}, 0
        self._data_words = data_words
        self.known: set[str] = set()  # words that are in order in one test

    def names(self) -> set[str]:
        """Words that come from the data, from files and from samples."""
        table = self._person.program.session.data.table
        if table is not None:
            parts = [table.name, str(table.path), *map(str, table.frame.columns)]
            for column in table.frame.select_dtypes(exclude="number"):
                parts += map(str, table.frame[column].dropna().unique()[:100])
            for part in parts:
                self._data_words |= set(re.findall(WORD, part)) | set(re.findall(r"[A-Za-z]+", part))
        return NAMES | self.known | words_of_lessons() | self._data_words

    def listen(self, *tops: QWidget) -> None:
        """To every window that is open, or only to some widgets, where the rest has not changed."""
        self._person.settle()
        names = self.names()
        for top in tops or visible_widgets():
            for where, text in texts(top):
                self.count += 1
                if where not in SKIPPED and untranslated(text, names):
                    self.left.setdefault(where, {})[text] = untranslated(text, names)

    def close(self) -> None:
        """All windows but the first."""
        self.listen()
        for top in visible_widgets():
            if top is not self._person.window:
                top.close()
        self._person.settle()

    def check(self) -> None:
        said = [
            f"{where}:\n" + "\n".join(f"    {text[:160]!r}: {rest[:6]}" for text, rest in sorted(found.items()))
            for where, found in sorted(self.left.items())
        ]
        assert not said, "\n".join(["not translated:", *said])


@pytest.fixture(scope="module")
def data_words() -> set[str]:
    """Words of all tables that the window has had: plots that are not in sight are drawn anew when they are opened."""
    return set()


@pytest.fixture
def listener(person: Person, data_words: set[str]) -> Listener:
    return Listener(person, data_words)


def train(person, epochs: int = 3) -> None:
    person.wait_ready()
    person.run.step_epochs(epochs)
    person.wait_for(Phase.PAUSED)


def menus(person) -> None:
    commands_of(person.window.menuBar())


def test_that_the_first_page_and_the_menus_are_translated(person, listener: Listener) -> None:
    person.window.welcome.show_recent(["/1/log.csv"])
    menus(person)
    listener.listen()
    assert listener.count > 200
    listener.check()


@pytest.mark.parametrize("sample", ["penguins", "busan_beach", "spirals"])
def test_that_the_workbench_and_every_plot_are_translated(person, listener: Listener, sample: str) -> None:
    person.program.open_sample(sample)
    person.wait_ready()
    listener.listen()
    train(person)
    person.window.experiment.set_open_steps([1, 2, 3, 4])
    workspace = person.window.workspace
    for kind in workspace.plot_types():
        workspace.open(kind.name)
        plot = workspace.plot(kind.name)
        plot.refresh()
        menu = plot.context_menu()
        menu.show()
        listener.listen(plot, menu)
        menu.close()
    listener.listen()
    person.run.train()
    person.wait(lambda: person.run.epoch > 10)
    listener.listen()
    person.run.stop()
    person.wait_for(Phase.PAUSED, Phase.FINISHED)
    menus(person)
    listener.listen()
    listener.check()


def test_that_every_page_of_the_data_is_translated(person, listener: Listener, tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    table.write_text("a;b;c\n" + "".join(f"{i};{i % 7},5;x{i % 3}\n" for i in range(60)), encoding="utf-8")
    person.program.open(str(table))
    train(person)
    for page in ("table", "columns", "reading", "predict"):
        person.window.actions_[page].trigger()
        person.wait_idle()
        listener.listen()
        if page == "predict":
            person.program.data_pages.predict.open(str(table))
            person.wait(lambda: not person.program.session.predictor.busy)
            listener.listen()
    listener.check()


def test_that_the_microscope_and_the_surface_are_translated(person, listener: Listener) -> None:
    person.program.open_sample("penguins")
    train(person)
    person.program.inspector.open()
    hood = person.program.inspector
    person.wait(lambda: hood.inspector_window.trace is not None)
    for step in range(len(hood.inspector_window.trace.steps)):
        hood.inspector_window.show_step(step)
        hood.inspector_window.show_cell((0, 0))
        listener.listen(hood.inspector_window)
    person.program.loss_landscape.open()
    listener.close()
    listener.check()


def test_that_every_dialog_is_translated(person, listener: Listener) -> None:
    program, window = person.program, person.window
    program.open_sample("penguins")
    person.wait_ready()
    program.application_menu.settings.show()
    show_shortcuts(window)
    show_about(window)
    listener.close()
    CommandPalette(window, commands_of(window.menuBar())).open()
    listener.close()
    show_error(window, UserError(pseudo("Title", -1), pseudo("Detail", -1), pseudo("Hint", -1)))
    show_crash(window, pseudo("details", -1), "/log")
    listener.close()
    for show in (
        lambda: dialogs.ask_about_run(window, pseudo("It goes.", -1), (5, 0), 2, bool, bool),
        lambda: dialogs.ask_to_recover(window, "5", bool, bool),
        lambda: dialogs.ask_for_data(window, pseudo("Elsewhere.", -1), pseudo("It is.", -1), bool),
    ):
        show()
        listener.close()
    program.session.lr_range_test.start()
    person.wait(lambda: len(visible_widgets()) > 1, 30)
    listener.close()
    listener.check()


def test_that_what_is_refused_is_translated(person, listener: Listener, tmp_path: Path) -> None:
    for name, content in (("empty.csv", b""), ("one.csv", b"a\n1\n"), ("zip.csv", b"PK\x03\x04 no"), ("x.mlp", b"no")):
        (tmp_path / name).write_bytes(content)
        person.program.open(str(tmp_path / name))
        if name == "one.csv":
            person.wait(lambda: not person.program.session.data.loading)
        else:
            person.dialog(ErrorBox)
        listener.known = {"File", "is", "not", "zip", "file"}  # Python's own words about a broken file
        listener.close()
    listener.check()


def test_that_the_cards_of_the_lessons_are_translated(person, listener: Listener) -> None:
    lessons, player = person.program.lessons, person.program.session.lessons
    for name in lesson_names()[:2]:
        listener.known |= set(re.findall(WORD, resource("lessons", f"{name}.json").read_text(encoding="utf-8")))
        lessons.start_lesson(name)
        person.wait(lambda: player.page is not None and not player.page.busy, 30)
        for _ in range(2):
            listener.listen()
            player.answer(None)
            listener.listen()
            player.next()
            person.wait(lambda: player.page is None or not player.page.busy, 30)
        player.end()
        person.program.session.project.discard_unsaved()
    listener.close()
    listener.check()


def test_that_a_text_that_is_not_translated_would_be_found() -> None:
    assert untranslated("⟦Learning rate⟧: tide_cm 0.5", {"tide_cm"}) == []
    assert untranslated("Learning ⟦rate⟧", set()) == ["Learning"]
    assert untranslated("⟦an elided text th…", set()) == []
    assert untranslated("<b>⟦MSE of⟧</b> W1 dL/dz 1.5e-5", set()) == []
