"""Storms of start, stop, save, load and close end well, and leave files that a clean process opens.

Each is a process of its own: exit code 0, no thread, no traceback. MLP_GUI_LONG_TESTS=1 lets fifty of them blow instead
of three.
"""

from __future__ import annotations

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from helpers.processes import command, environment

SEEDS = range(50) if os.environ.get("MLP_GUI_LONG_TESTS") else (0, 2, 3)


def test_that_storms_of_errands_leave_whole_files_and_nothing_else(tmp_path: Path) -> None:
    folders = [tmp_path / str(seed) for seed in SEEDS]
    for folder in folders:
        folder.mkdir()

    def blow(folder: Path) -> subprocess.CompletedProcess[str]:
        line = command("stress.random_file_work", str(folder), folder.name)
        return subprocess.run(line, env=environment(), capture_output=True, text=True, timeout=600, check=False)

    with ThreadPoolExecutor(2) as pool:
        for folder, done in zip(folders, pool.map(blow, folders), strict=True):
            assert done.returncode == 0, f"seed {folder.name}: exit code {done.returncode}\n{done.stderr[-6000:]}"
            assert done.stderr == "", f"seed {folder.name}: {done.stderr[-6000:]}"
            assert done.stdout.startswith(f"{folder.name} | ")
    check = command("stress.random_file_work", "--check", *map(str, folders))
    done = subprocess.run(check, env=environment(), capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-6000:]
    assert int(done.stdout) > len(folders) / 2
