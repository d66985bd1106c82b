"""Loading a big file against a bare pandas.read_csv of the same file with everything given; and the memory it takes.

python tests/benchmarks/loading.py            ratios for 1,000,000 x 20 numbers (at most 1.3), taken in turns in one run
python tests/benchmarks/loading.py memory     peak memory over the file's size for 2,000,000 x 5 numbers (below 5)
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from mlp_gui.data.csv.reader import read_table

ROUNDS = 8


def write(folder: str, rows: int, columns: int) -> Path:
    path = Path(folder, f"{rows}x{columns}.csv")
    numbers = np.random.default_rng(0).normal(size=(rows, columns)).round(6)
    pd.DataFrame(numbers, columns=[f"c{i}" for i in range(columns)]).to_csv(path, index=False)
    return path


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of processor time in all threads, which other programs hardly change."""

    wall: float
    processor: float


def cost(work: Callable[[], object]) -> Cost:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - processor)


def speed(folder: str) -> int:
    path = write(folder, 1_000_000, 20)
    print(
        f"{path.stat().st_size / 1e6:.0f} MB, 1,000,000 x 20 numbers, pandas {pd.__version__}, {os.cpu_count()} cores"
    )
    given = {f"c{i}": "float64" for i in range(20)}
    candidates = {
        "bare pandas": lambda: pd.read_csv(path, sep=",", header=0, dtype=given, engine="c", encoding="utf-8"),
        "read_table": lambda: read_table(path),
    }
    found: dict[str, list[Cost]] = {name: [] for name in candidates}
    for turn in range(ROUNDS + 1):
        # Each is first in every other round; round 0 only warms the file up.
        for name in list(candidates)[:: 1 if turn % 2 else -1]:
            taken = cost(candidates[name])
            found[name] += [taken] if turn else []
    for name, costs in found.items():
        print(f"{name:12} (s)  ", " ".join(f"{c.wall:.2f}" for c in costs))
    ratios = {
        f"{word} of {kind}": choose(getattr(c, kind) for c in found["read_table"])
        / choose(getattr(c, kind) for c in found["bare pandas"])
        for kind in ("wall", "processor")
        for word, choose in (("median", statistics.median), ("least", min))
    }
    print("ratios:", ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items()), "(at most 1.3)")
    return int(ratios["median of wall"] > 1.3)


def memory(folder: str) -> int:
    # Written by a process of its own: a child begins with the peak of the process that starts it.
    subprocess.run([sys.executable, __file__, "write", folder], check=True)
    (path,) = Path(folder).iterdir()
    size = path.stat().st_size / 2**20
    return subprocess.run([sys.executable, __file__, "measure", str(path), f"{size}"], check=False).returncode


def measure(path: str, size: float) -> int:
    table = read_table(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:.0f} MiB, {table.n_rows:,} x {table.n_columns}: peak {peak:.0f} MiB, {peak / size:.2f} times")
    return int(peak > 5 * size)


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        write(sys.argv[2], 2_000_000, 5)
        sys.exit(0)
    if sys.argv[1:2] == ["measure"]:
        sys.exit(measure(sys.argv[2], float(sys.argv[3])))
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(memory(folder) if sys.argv[1:] == ["memory"] else speed(folder))
