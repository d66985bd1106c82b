"""A process killed at any moment of a save leaves a whole file: the version before or the new one, never a mixture."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from mlp_gui.export.project_file import read_project

KILLS = 12
CHILD = """
import sys
from mlp_gui.data.pipeline import prepare
from mlp_gui.data.samples import open_table
from mlp_gui.engine.trainer import Trainer
from mlp_gui.export.formats import Source
from mlp_gui.export.project_file import save_project
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose, suggested_spec

table = open_table("sample:xor")
prepared = prepare(table, suggested_spec("sample:xor", table))
trainer = Trainer(propose(prepared.dataset), prepared.dataset)
while True:
    trainer.step_epoch()
    print(f"begin {trainer.epoch}", flush=True)
    model = TrainedModel.of(prepared, trainer.config, trainer.network, trainer.epoch, "last")
    save_project(sys.argv[1], Source(model, trainer.history, prepared), trainer.state())
    print(f"end {trainer.epoch}", flush=True)
"""


def test_that_a_killed_save_leaves_this_version_or_the_one_before(tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "work.mlp"
    for _ in range(KILLS):
        path.unlink(missing_ok=True)
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        saves = chance.randint(1, 6)
        for _ in range(2 * saves):
            child.stdout.readline()
        time.sleep(chance.random() * 0.05)
        os.kill(child.pid, signal.SIGKILL)
        said = [line.split() for line in child.stdout.read().splitlines()]
        child.wait()
        child.stdout.close()
        project = read_project(path.read_bytes(), "work.mlp")
        epoch = len(project.run.history)
        ended = [int(number) for word, number in said if word == "end"]
        begun = [int(number) for word, number in said if word == "begin"]
        assert max(ended, default=saves) <= epoch <= max(begun, default=saves)
    left = [name for name in os.listdir(tmp_path) if name != "work.mlp"]
    assert all(name.startswith(".mlp_gui-") for name in left)  # a killed process cannot clean up after itself
