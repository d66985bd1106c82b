"""Names of columns, classes and files that look like markup, commands or nothing: each is shown, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from helpers.cleanup import visible_widgets
from helpers.hostile_texts import found_in
from mlp_gui.core.errors import UserError
from mlp_gui.data.derived.tokens import quoted_name
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.data.splits.split_config import SplitConfig
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.data.pages.derive_dialog import DeriveDialog
from mlp_gui.views.data.panel.condition_dialog import LeaveOutDialog
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


def hostile_series(folder: Path) -> Path:
    """A table of one day in each row, with names that are no better than those above."""
    rng, n = np.random.default_rng(0), 400
    columns = {f"date {IMAGE}": pd.date_range("2001-01-01", periods=n).strftime("%Y-%m-%d")}
    columns |= {name: rng.gamma(1, 3, n).round(3) for name in (*INPUTS[:4], "=1+1 `HOSTILE`\x07")}
    columns |= {f"kind {IMAGE}": np.resize(CLASSES, n), "<i>HOSTILE</i>\u202e %1": rng.gamma(1, 3, n).round(4)}
    pd.DataFrame(columns).to_csv(folder / FILE_NAME, index=False)
    return folder / FILE_NAME


def test_that_nothing_made_of_columns_and_rows_takes_a_name_for_markup(person, watcher, tmp_path) -> None:
    """Derived columns, rows left out, periods, transformations, and the plots over time."""
    window, session = person.window, person.program.session
    person.program.open(str(hostile_series(tmp_path)))
    person.wait_ready()
    date, rain, *_, odd, kind, _ = session.data.table.column_names
    person.menu("Data", "Derived columns…")
    person.wait(lambda: window.findChildren(DeriveDialog))
    dialog = window.findChildren(DeriveDialog)[-1]
    for row in range(dialog.columns.count()):
        dialog.columns.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.by.show_value(kind)
    for counts in ("000000001" + "9" * 5_000, "x" * 3_000, "1-2"):
        dialog.counts.setText(counts)
        watcher.look_at(dialog)
    person.click(dialog.insert)
    watcher.look_at(dialog)
    for text in ("`<img src=x>HOSTILE\u202e` = ", f"x = lag(`{'n' * 1_900}`, 1)", "x\x07 = 1", "a=1;" * 4_000):
        dialog.text.setPlainText(text)
        watcher.look_at(dialog)
        assert not dialog.apply.isEnabled()
    made = f"`<img src=x>HOSTILE\u202e&x&y` = lag({quoted_name(rain)}, 1, by={quoted_name(kind)})"
    dialog.text.setPlainText(f"{made}\n`=HOSTILE` = rolling_mean({quoted_name(odd)}, 3)")
    watcher.look_at(dialog)
    person.click(dialog.apply)
    person.wait_ready()
    person.menu("Data", "Leave rows out…")
    asked = person.dialog(LeaveOutDialog)
    words = (
        "(" * 10_000,
        "9" * 5_000,
        '"' + "x" * 1_900,
        "<img>HOSTILE\u202e > 1",
        f'{quoted_name(kind)} = "<img>\u202e"',
    )
    for text in words:
        asked.field.setText(text)
        person.click(asked.accept_button)
        watcher.look_at(asked)
        assert asked.isVisible()
    asked.field.setText(f"{quoted_name(rain)} > 12 and {quoted_name(odd)} > 1")
    person.click(asked.accept_button)
    person.wait_ready()
    spec = session.data.spec
    split = SplitConfig(method="periods", column=date, period="month", test_every=4, validation_every=3)
    left_out = (*spec.left_out, LeftOut(column=date, first="2001-02-01", last="2001-02-10"), LeftOut(rows="3, 5-9"))
    spec = spec.with_columns(spec.column(odd).replace(transform="log1p"))
    session.answer_remark(spec.replace(left_out=left_out, split=split))
    train(person)
    window.experiment.set_open_steps([1, 2, 3, 4])
    window.actions_["layout_time"].trigger()
    person.wait_idle()
    watcher.look()
    assert len(left_out) == 3
    assert not person.crashes
    session.project.discard_unsaved()
