"""Interpreters of Python: where they are found, what they say of themselves, and the sentence about what one lacks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from time import monotonic

import pytest

from helpers.processes import environment
from mlp_gui.core.errors import Cancelled
from mlp_gui.session.elsewhere.interpreters import Interpreter, ask_interpreter, each_once, find_interpreters

posix = pytest.mark.skipif(sys.platform == "win32", reason="the interpreters of these tests are shell scripts")


def program(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def test_that_the_present_interpreter_is_found_and_says_what_it_has() -> None:
    assert find_interpreters()[0] == sys.executable
    found = ask_interpreter(sys.executable, lambda: False, 60.0)
    assert found.version == tuple(sys.version_info[:3])
    assert found.libraries["numpy"] == version("numpy")
    assert found.prefix == os.path.realpath(sys.prefix)


@posix
def test_that_the_start_files_of_one_environment_are_one_interpreter(tmp_path: Path) -> None:
    shims = [program(tmp_path / "shims" / name, f'exec "{sys.executable}" "$@"') for name in ("python3", "python")]
    mute = program(tmp_path / "other", "exit 1")
    asked = [ask_interpreter(path, lambda: False, 60.0) for path in (*shims, mute)]
    assert [one.path for one in each_once(asked)] == [shims[0], mute]


@posix
def test_that_environments_near_the_files_are_found_and_each_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    active = program(tmp_path / "active" / "bin" / "python", "exit 0")
    near = program(tmp_path / "project" / ".venv" / "bin" / "python3", "exit 0")
    os.symlink(near, Path(near).with_name("python"))
    (tmp_path / "project" / ".venv" / "pyvenv.cfg").write_text("")
    (tmp_path / "project" / "data").mkdir()
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "active"))
    monkeypatch.setenv("PATH", os.path.dirname(active))
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    assert find_interpreters([str(tmp_path / "project" / "data")]) == [sys.executable, active, near]


@posix
@pytest.mark.parametrize(
    "text", ["exit 1", "echo 'mlp_gui:[[3'", "echo 'mlp_gui:{}'", "echo 'mlp_gui:[\"a\", 3]'", "echo hello"]
)
def test_that_a_program_of_that_name_has_no_version(tmp_path: Path, text: str) -> None:
    assert ask_interpreter(program(tmp_path / "python", text), lambda: False) == Interpreter(str(tmp_path / "python"))


@posix
def test_that_one_that_does_not_answer_is_not_waited_for_and_can_be_given_up(tmp_path: Path) -> None:
    slow = program(tmp_path / "python", "sleep 600 & sleep 600")
    begun = monotonic()
    assert ask_interpreter(slow, lambda: False, 0.3).version == ()
    assert monotonic() - begun < 60
    with pytest.raises(Cancelled):
        ask_interpreter(slow, lambda: True, 600.0)


@pytest.mark.parametrize(
    ("found", "sentence", "line"),
    [
        (Interpreter("/p"), "/p does not answer as Python does.", ""),
        (Interpreter("/p", (3, 8, 1)), "The script needs Python 3.9 or newer.", ""),
        (
            Interpreter("/a b/p", (3, 11, 1)),
            "scikit-learn is not installed in this Python.",
            '"/a b/p" -m pip install "scikit-learn>=1.4"',
        ),
        (
            Interpreter("/p", (3, 11, 1), {"sklearn": "1.3.2", "numpy": "2.0"}),
            "scikit-learn 1.3.2 is too old: the script needs 1.4.",
            '/p -m pip install "scikit-learn>=1.4"',
        ),
        (Interpreter("/p", (3, 11, 1), {"sklearn": "1.10.0rc1", "numpy": "2.0"}), "", ""),
    ],
    ids=["no Python", "old Python", "missing", "old", "there"],
)
def test_that_what_is_missing_is_said_with_the_line_that_installs_it(
    found: Interpreter, sentence: str, line: str
) -> None:
    assert found.lacks("sklearn", "scikit-learn") == (sentence, line)


_PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.loader import read_sample
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.presets import TUTORIAL
from mlp_gui.session.elsewhere.interpreters import Interpreter
from mlp_gui.session.elsewhere.library_training import LibraryTraining
from mlp_gui.session.project.export_snapshot import ExportSnapshot
app = QCoreApplication([])
table = read_sample("busan_beach")
prepared, config = prepare(table, TUTORIAL.spec_for(table)), TUTORIAL.config
trainer = Trainer(config, prepared.dataset)
trainer.step_epoch()
still = ExportSnapshot(prepared, config, trainer.network, trainer.history, 1, "last", None)
training = LibraryTraining()
training.refused.connect(lambda error, missing: print("refused", error, flush=True))
training.start(still, "sklearn", Interpreter(sys.argv[1], (3, 11), {"sklearn": "1.7"}))
app.exec()
"""


@posix
def test_that_a_program_that_is_killed_leaves_no_process_and_no_folder(tmp_path: Path) -> None:
    pids, folder = tmp_path / "pids", tmp_path / "temporary"
    folder.mkdir()
    # An interpreter that starts what it is given, and says who it is before; then the script waits for ever.
    waits = "import runpy, time; runpy.run_path = lambda *args, **more: time.sleep(600)"
    fake = program(tmp_path / "python", f'echo $$ > {pids}\nexec "{sys.executable}" -c "{waits}\n$2" "$3"')
    surroundings = environment() | {"TMPDIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    ours = subprocess.Popen([sys.executable, "-c", _PROGRAM, fake], env=surroundings, cwd=tempfile.gettempdir())
    try:
        wait_until(lambda: pids.exists() and pids.read_text().strip())
        assert list(folder.glob("mlp_gui_training_*/train_sklearn.py"))
    finally:
        ours.kill()
        ours.wait()
    pid = int(pids.read_text())
    try:
        wait_until(lambda: not is_alive(pid))
    finally:
        if is_alive(pid):
            os.kill(pid, signal.SIGKILL)
    assert not list(folder.glob("mlp_gui_training_*"))


def wait_until(condition, seconds: float = 60.0) -> None:
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end
        subprocess.run(["sleep", "0.05"], check=True)


def is_alive(pid: int) -> bool:
    """Whether a process is there and has not ended: one that nobody has asked about its end is no process any more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
