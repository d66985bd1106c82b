"""The binding of Qt survives many signals and redraws."""

from __future__ import annotations

import subprocess

from helpers.processes import command, environment


def test_that_signals_across_a_thread_and_redraws_of_the_real_plots_survive() -> None:
    done = subprocess.run(
        command("stress.endurance"), env=environment(), capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr[-4000:]}"
    signals, redraws = map(int, done.stdout.split())
    assert signals == 20_000
    assert redraws >= 2_000
