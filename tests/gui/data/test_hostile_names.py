"""Names of columns, classes and files that look like markup, commands or nothing: each is shown, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtWidgets import QWidget

from helpers.cleanup import visible_widgets
from helpers.hostile_texts import found_in
from mlp_gui.core.errors import UserError
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.inspector.row_dialog import RowDialog
from mlp_gui.views.shell.command_palette import CommandPalette, commands_of
from mlp_gui.views.widgets import dialogs
from mlp_gui.views.widgets.error_box import show_crash, show_error

IMAGE = '<img src="file:///HOSTILE.png">'
INPUTS = [
    f"flow {IMAGE}",
    "<b>HOSTILE</b>",
    "x&y &amp; HOSTILE &lt;b&gt;",
    "HOSTILE " + "n" * 10_000,
    "\u202eHOSTILE\u2066 \x07\x1b[31m",
    "<!-- HOSTILE",
    "<table><tr><td>HOSTILE",
]
CLASSES = [f"{IMAGE} one", "<h1>HOSTILE</h1>\u202e", "x&y " + "c" * 10_000]
FILE_NAME = "x&y [*] <img src=HOSTILE>\u202e.csv"


def hostile_table(folder: Path, classes: bool, empty: bool = False) -> Path:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({name: rng.normal(size=120).round(3) for name in INPUTS})
    frame[f"kind {IMAGE}"] = np.resize(CLASSES, 120)
    if classes:
        frame[f"<i>HOSTILE</i> {IMAGE}"] = np.where(frame.iloc[:, 0] > 0.4, *CLASSES[:2])
        frame.loc[frame.iloc[:, 0] < -0.4, frame.columns[-1]] = CLASSES[2]
    else:
        frame[f"<i>HOSTILE</i> {IMAGE}"] = frame.iloc[:, 0] * 2 + 1
    if empty:
        frame.iloc[::9, 1] = np.nan
    path = folder / FILE_NAME
    frame.to_csv(path, index=False)
    return path


class Watcher:
    """Collects what a text from outside does, in all windows that are open."""

    def __init__(self, person) -> None:
        self._person, self.found = person, set()

    def look(self) -> None:
        self._person.settle()
        for top in visible_widgets():
            self.found |= found_in(top)

    def look_at(self, *tops: QWidget) -> None:
        """Look at some widgets and what is in them, where the rest of the window has not changed."""
        self._person.settle()
        for top in tops:
            self.found |= found_in(top)

    def close(self) -> None:
        self.look()
        for top in visible_widgets():
            if top is not self._person.window:
                top.close()
        self._person.settle()


@pytest.fixture
def watcher(person) -> Iterator[Watcher]:
    made = Watcher(person)
    yield made
    assert not made.found, "\n" + "\n".join(sorted(made.found))


def train(person, epochs: int = 3) -> None:
    person.wait_ready()
    person.run.step_epochs(epochs)
    person.wait_for(Phase.PAUSED)


def test_that_no_part_of_the_window_takes_a_name_for_markup(person, watcher, tmp_path) -> None:
    window, program = person.window, person.program
    for classes in (False, True):
        folder = tmp_path / f"{classes} <img src=HOSTILE> x&y"
        folder.mkdir()
        program.open(str(hostile_table(folder, classes, empty=True)))
        watcher.look()
        train(person)
        window.experiment.set_open_steps([1, 2, 3, 4])
        for kind in window.workspace.plot_types():
            window.workspace.open(kind.name)
            plot = window.workspace.plot(kind.name)
            plot.refresh()
            menu = plot.context_menu()
            menu.show()
            watcher.look_at(plot, menu)
            menu.close()
        person.wait_idle()
        watcher.look()
        for page in ("table", "columns", "reading", "predict"):
            window.actions_[page].trigger()
            person.wait_idle()
            watcher.look_at(window.pages.currentWidget())
        program.data_pages.predict.open(str(folder / FILE_NAME))
        person.wait(lambda: not program.session.predictor.busy)
        watcher.look()
        window.actions_["table"].trigger()
        commands_of(window.menuBar())
        watcher.look()
        program.inspector.open()
        hood = program.inspector.inspector_window
        person.wait(lambda hood=hood: hood.trace is not None)
        for step in range(0, len(hood.trace.steps), 3):
            hood.show_step(step)
            hood.show_cell((0, 0))
            watcher.look_at(hood)
        program.loss_landscape.open()
        watcher.close()
        program.session.project.discard_unsaved()


def test_that_no_dialog_takes_a_name_for_markup(person, watcher, tmp_path) -> None:
    window = person.window
    window.welcome.show_recent([str(tmp_path / FILE_NAME)])
    watcher.look()
    CommandPalette(window, commands_of(window.menuBar())).open()
    watcher.close()
    hostile = f"{IMAGE} HOSTILE\u202e\x07 " + "n" * 10_000
    show_error(window, UserError(hostile, hostile, hostile))
    show_crash(window, hostile, hostile)
    watcher.close()
    for show in (
        lambda: dialogs.ask_about_run(window, hostile, (5, 0), 2, bool, bool),
        lambda: dialogs.ask_to_recover(window, hostile, bool, bool),
        lambda: dialogs.ask_for_data(window, hostile, hostile, bool),
        lambda: dialogs.ask_to_replace(window, hostile, bool, bool),
    ):
        show()
        watcher.close()
    window.status.show_sentence(hostile, "warning")
    RowDialog(dict.fromkeys((*INPUTS, hostile), hostile), (hostile,), window).open()
    watcher.look()
