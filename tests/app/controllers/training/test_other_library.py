"""Train it in another library: by clicks, in the Python that runs the tests, and in some that only seem to be."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.external_runners import TENSORFLOW, needs
from helpers.person import Person
from mlp_gui.core.number_format import format_integer, format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.training.other_library_dialog import OtherLibraryDialog

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

posix = pytest.mark.skipif(sys.platform == "win32", reason="the interpreters of these tests are shell scripts")
EPOCHS = 10
_ANSWER = 'mlp_gui:[[3, 11, 0], {"tensorflow": "2.15.1", "sklearn": "1.7.0", "numpy": "2.0"}, "/a place of its own"]'


def trained(person: Person) -> None:
    """A run of some epochs that scikit-learn can follow."""
    person.program.open_preset("tutorial")
    person.wait_ready()
    person.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    person.wait_for(Phase.PAUSED)
    person.wait(lambda: person.run.epoch == EPOCHS)


def asked(person: Person) -> OtherLibraryDialog:
    trained(person)
    person.menu("Inspect", "Train it in another library…")
    dialog = person.dialog(OtherLibraryDialog)
    person.wait(lambda: not person.program.session.interpreters.busy)
    return dialog


def chosen(person: Person, dialog: OtherLibraryDialog, path: str | Path, library: str) -> None:
    """Choose an interpreter by its path, and a library."""
    person.click(dialog.choose)
    person.type_file_name(path)
    person.wait(lambda: str(path) in listed(dialog) and not person.program.session.interpreters.busy)
    person.choose(dialog.library, library)
    row = listed(dialog).index(str(path))
    person.click(
        dialog.interpreters.viewport(), dialog.interpreters.visualItemRect(dialog.interpreters.item(row, 0)).center()
    )


def listed(dialog: OtherLibraryDialog) -> list[str]:
    return [dialog.interpreters.item(row, 0).text() for row in range(dialog.interpreters.rowCount())]


def fake(folder: Path, run: str, answer: str = _ANSWER) -> Path:
    """An interpreter in name: it answers what is asked, and does `run` when it is given a script."""
    path = folder / "python"
    path.write_text(f"""#!/bin/sh
if [ $# -eq 2 ]; then echo '{answer}'; exit 0; fi
{run}
""")
    path.chmod(0o755)
    return path


def own_losses(person: Person) -> np.ndarray:
    return np.array([(report.train_loss, report.validation_loss) for report in person.run.history])


def folders() -> set[str]:
    return {name for name in os.listdir(tempfile.gettempdir()) if name.startswith("mlp_gui_training_")}


def test_that_scikit_learn_trains_the_same_run_and_is_laid_over_it(person: Person) -> None:
    sklearn = pytest.importorskip("sklearn")
    dialog = asked(person)
    assert sys.executable in listed(dialog)
    at = listed(dialog).index(sys.executable)
    assert dialog.interpreters.item(at, 1).text() == ".".join(map(str, sys.version_info[:3]))
    assert dialog.interpreters.item(at, 4).text() == sklearn.__version__
    chosen(person, dialog, sys.executable, "scikit-learn")
    assert "scikit-learn" in dialog.sentence.text()
    before = folders()
    person.click(dialog.start)
    person.wait(
        lambda: (
            "scikit-learn" in person.window.loss_plot.axes.elsewhere.name or dialog.sentence.property("role") == "bad"
        )
    )
    overlay = person.window.loss_plot.axes.elsewhere
    assert overlay.name == f"scikit-learn {sklearn.__version__}", dialog.sentence.text()
    there = np.column_stack([overlay.curves[name].y for name in (Subset.TRAINING, Subset.VALIDATION)])
    apart = np.abs(there - own_losses(person))
    assert apart.max() < 1e-10
    if apart.max():
        assert format_number(float(apart.max())) in dialog.sentence.text()
        assert f"(epoch {format_integer(1 + int(apart.max(axis=1).argmax()))})" in dialog.sentence.text()
    assert dialog.bar.value() == dialog.bar.maximum() == EPOCHS
    assert folders() <= before
    assert dialog.start.text() == "Train there"
    dialog.reject()


@posix
def test_that_the_largest_difference_is_said_with_four_digits_and_its_epoch(person: Person, tmp_path: Path) -> None:
    dialog = asked(person)
    own = own_losses(person)
    there = own.copy()
    there[6, 1] += 0.0123456
    lines = "\n".join(
        f"echo 'epoch {k}/{EPOCHS} loss={float(a)!r} validation_loss={float(b)!r}'" for k, (a, b) in enumerate(there, 1)
    )
    chosen(person, dialog, fake(tmp_path, lines), "scikit-learn")
    person.click(dialog.start)
    person.wait(lambda: person.window.loss_plot.axes.elsewhere.name)
    assert dialog.sentence.text() == "scikit-learn 1.7.0: the largest difference of a loss is 0.01235 (epoch 7)."
    assert person.sentence() == dialog.sentence.text()
    plot = person.window.loss_plot
    assert (plot.axes.elsewhere.curves[Subset.VALIDATION].y == there[:, 1]).all()
    dialog.reject()
    person.wait(person.no_dialog)
    person.menu("Train", "Reset")
    person.wait_ready()
    assert plot.axes.elsewhere.name == ""


@posix
def test_that_what_is_missing_gets_a_sentence_and_the_line_that_installs_it(person: Person, tmp_path: Path) -> None:
    dialog = asked(person)
    path = fake(tmp_path, "exit 0")
    chosen(person, dialog, path, "TensorFlow")
    assert dialog.sentence.text() == "TensorFlow 2.15.1 is too old: the script needs 2.16."
    assert dialog.pip.text() == f'{path} -m pip install "tensorflow>=2.16"'
    assert not dialog.start.isEnabled()
    chosen(person, dialog, path, "PyTorch")
    assert dialog.sentence.text() == "PyTorch is not installed in this Python."
    person.click(dialog.copy)
    assert QApplication.clipboard().text() == f'{path} -m pip install "torch>=2.0" numpy'
    other = tmp_path / "notes.txt"
    other.write_text("no program")
    chosen(person, dialog, other, "PyTorch")
    assert dialog.sentence.text() == f"{other} does not answer as Python does."
    assert not dialog.start.isEnabled()
    dialog.reject()


@posix
@pytest.mark.parametrize(
    ("run", "said"),
    [
        (
            "echo 'Traceback (most recent call last):' >&2; echo 'ValueError: no' >&2; exit 1",
            "The script ended with an error after epoch 0: ValueError: no",
        ),
        (
            "echo 'epoch 1/10 loss=1.0 validation_loss=nan'; kill -9 $$",
            "The script was ended from outside after epoch 1 of 10.",
        ),
        ("exit 0", "The script ended after epoch 0 of 10."),
        (
            "echo 'scikit-learn does not start here (No module named x). Install it: ...' >&2; exit 1",
            "scikit-learn does not start in this Python: No module named x",
        ),
    ],
    ids=["error", "killed", "nothing", "import"],
)
def test_that_a_script_that_fails_is_told_in_one_sentence(person: Person, tmp_path: Path, run: str, said: str) -> None:
    dialog = asked(person)
    path = fake(tmp_path, run)
    chosen(person, dialog, path, "scikit-learn")
    before = folders()
    person.click(dialog.start)
    person.wait(lambda: dialog.sentence.text() == said)
    assert bool(dialog.pip.text()) == ("does not start" in said)
    assert folders() <= before
    assert person.window.loss_plot.axes.elsewhere.name == ""
    dialog.reject()


@posix
@pytest.mark.parametrize("how", ["stop", "close"])
def test_that_stopping_and_closing_leave_no_process_and_no_folder(person: Person, tmp_path: Path, how: str) -> None:
    dialog = asked(person)
    pids = tmp_path / "pids"
    run = f"sleep 600 & echo $! $$ > {pids}; echo 'epoch 1/{EPOCHS} loss=1.0 validation_loss=1.0'; wait"
    chosen(person, dialog, fake(tmp_path, run), "scikit-learn")
    before = folders()
    person.click(dialog.start)
    person.wait(lambda: dialog.sentence.text() == f"epoch 1 of {EPOCHS}")
    assert dialog.bar.value() == 1
    assert dialog.start.text() == "Stop"
    assert folders() > before
    if how == "stop":
        person.click(dialog.start)
        assert dialog.sentence.text() == "Stopped after epoch 1; nothing was compared."
        dialog.reject()
    else:
        dialog.reject()
    assert folders() <= before
    person.wait(lambda: not any(is_alive(int(pid)) for pid in pids.read_text().split()))


def is_alive(pid: int) -> bool:
    """Whether a process is there and has not ended: one that nobody has asked about its end is no process any more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_that_tensorflow_trains_the_same_run(person: Person) -> None:
    needs("tensorflow", python=TENSORFLOW)
    dialog = asked(person)
    chosen(person, dialog, TENSORFLOW, "TensorFlow")
    person.click(dialog.start)
    person.wait(lambda: person.window.loss_plot.axes.elsewhere.name or dialog.sentence.property("role") == "bad", 120)
    overlay = person.window.loss_plot.axes.elsewhere
    assert overlay.name.startswith("TensorFlow 2."), dialog.sentence.text()
    there = np.column_stack([overlay.curves[name].y for name in (Subset.TRAINING, Subset.VALIDATION)])
    np.testing.assert_allclose(there, own_losses(person), rtol=1e-12, atol=1e-12)
    dialog.reject()
