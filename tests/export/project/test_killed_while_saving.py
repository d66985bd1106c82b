"""A process killed at any moment of a save leaves a whole file: the version before or the new one, never a mixture.

MLP_GUI_LONG_TESTS=1 kills a hundred of each kind instead of a few.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mlp_gui.export.project.project import read_project

LONG = bool(os.environ.get("MLP_GUI_LONG_TESTS"))
BETWEEN_EPOCHS = """
import sys
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.open_table import open_table
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import save_project
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec

table = open_table("sample:xor")
prepared = prepare(table, suggested_spec("sample:xor", table))
trainer = Trainer(propose_config(prepared.dataset), prepared.dataset)
while True:
    trainer.step_epoch()
    print(f"begin {trainer.epoch}", flush=True)
    model = TrainedModel.from_run(prepared, trainer.config, trainer.network, trainer.epoch, "last")
    save_project(sys.argv[1], ExportInput(model, trainer.history, prepared), trainer.state())
    print(f"end {trainer.epoch}", flush=True)
"""
# The session of the window: the worker trains in one thread, another one saves, again and again.
WHILE_TRAINING = """
import sys
from PySide6.QtCore import QCoreApplication
import mlp_gui.session.project.project_io as keeper
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.session import Session

really_save = keeper.save_project

def told(path, source, *rest):
    if path != sys.argv[1]:  # the side copy
        return really_save(path, source, *rest)
    print(f"begin {len(source.history)}", flush=True)
    said = really_save(path, source, *rest)
    print(f"end {len(source.history)}", flush=True)
    return said

def go_on():
    if session.run.phase in (Phase.READY, Phase.PAUSED, Phase.FINISHED):
        session.run.reset()
        session.run.train()

keeper.save_project = told
app = QCoreApplication([])
session = Session()
session.refused.connect(lambda error: print(error, file=sys.stderr))
session.run.phase_changed.connect(go_on)
session.run.progressed.connect(lambda: session.run.epoch and not saves and (saves.append(1) or save()))
session.project.saved.connect(lambda said: save())
saves = []
save = lambda: session.project.save(sys.argv[1])
session.open("sample:xor")
app.exec()
"""


@pytest.mark.parametrize("code", [BETWEEN_EPOCHS, WHILE_TRAINING], ids=["between epochs", "while training"])
def test_that_a_killed_save_leaves_this_version_or_the_one_before(code: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "saved" / "work.mlp"
    path.parent.mkdir()
    environment = os.environ | {"MLP_GUI_SETTINGS": str(tmp_path / "settings.ini"), "XDG_DATA_HOME": str(tmp_path)}
    for _ in range(100 if LONG else 8 if code == BETWEEN_EPOCHS else 4):
        path.unlink(missing_ok=True)
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True, env=environment
        )
        assert child.stdout is not None
        saves = chance.randint(1, 6)
        heard = [child.stdout.readline() for _ in range(2 * saves)]
        time.sleep(chance.random() * 0.05)
        os.kill(child.pid, signal.SIGKILL)
        heard += child.stdout.read().splitlines()
        child.wait()
        child.stdout.close()
        said = [(line.split()[0], int(line.split()[1])) for line in heard]
        # In the order of the file's versions; a run that begins anew counts its epochs from 1 again.
        ended = [number for word, number in said if word == "end"]
        begun = [number for word, number in said if word == "begin"]
        assert len(ended) >= saves
        project = read_project(path.read_bytes(), "work.mlp")
        assert len(project.run.history) in (ended[-1], begun[-1])
        assert project.state is not None
        assert len(project.state["history"]) == len(project.run.history)
    left = [name for name in os.listdir(path.parent) if name != "work.mlp"]
    assert all(name.startswith(".mlp_gui-") for name in left)  # a killed process cannot clean up after itself
