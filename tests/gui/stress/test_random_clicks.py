"""Two hundred random clicks and keys, four seeds, each half in a process of its own that must end with exit code 0.

MLP_GUI_LONG_TESTS=1 lets fifty storms blow instead of four.
"""

from __future__ import annotations

import os
import subprocess

from helpers.processes import command, environment

CLICKS = 200
STORMS = 50 if os.environ.get("MLP_GUI_LONG_TESTS") else 4
SEEDS = (range(STORMS // 2), range(STORMS // 2, STORMS))


def test_that_storms_of_random_clicks_crash_nothing_and_leave_no_thread() -> None:
    commands = [command("stress.random_clicks", str(CLICKS), *map(str, seeds)) for seeds in SEEDS]
    children = [
        subprocess.Popen(line, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for line in commands
    ]
    ended = [child.communicate() for child in children]  # one that is stuck ends itself, and says where
    phases: set[str] = set()
    for child, seeds, (output, errors) in zip(children, SEEDS, ended, strict=True):
        assert child.returncode == 0, f"exit code {child.returncode} after:\n{output}\n{errors[-6000:]}"
        lines = [line.split() for line in output.splitlines()]
        assert [int(line[0]) for line in lines] == list(seeds)
        phases.update(word for line in lines for word in line[1:])
    assert {"empty", "ready", "running", "paused"} <= phases
