"""Loading a big file against a bare pandas.read_csv of the same file with everything given; and the memory it takes.

python tests/benchmarks/loading.py            ratio for 1,000,000 x 20 numbers (at most 1.3), median of pairs in one run
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
from pathlib import Path

import numpy as np
import pandas as pd

from mlp_gui.data.reader import read_table

PAIRS = 9


def write(folder: str, rows: int, columns: int) -> Path:
    path = Path(folder, f"{rows}x{columns}.csv")
    numbers = np.random.default_rng(0).normal(size=(rows, columns)).round(6)
    pd.DataFrame(numbers, columns=[f"c{i}" for i in range(columns)]).to_csv(path, index=False)
    return path


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def speed(folder: str) -> int:
    path = write(folder, 1_000_000, 20)
    print(
        f"{path.stat().st_size / 1e6:.0f} MB, 1,000,000 x 20 numbers, pandas {pd.__version__}, {os.cpu_count()} cores"
    )
    given = {f"c{i}": "float64" for i in range(20)}

    def bare() -> object:
        return pd.read_csv(path, sep=",", header=0, dtype=given, engine="c", encoding="utf-8")

    bare(), read_table(path)
    pairs = [(seconds(bare), seconds(lambda: read_table(path))) for _ in range(PAIRS)]
    ratio = statistics.median(ours for _, ours in pairs) / statistics.median(theirs for theirs, _ in pairs)
    best = min(ours for _, ours in pairs) / min(theirs for theirs, _ in pairs)
    print("bare pandas (s):", " ".join(f"{a:.2f}" for a, _ in pairs))
    print("read_table  (s):", " ".join(f"{b:.2f}" for _, b in pairs))
    print(f"ratio of medians {ratio:.2f}, of the fastest {best:.2f} (at most 1.3)")
    return int(ratio > 1.3)


def memory(folder: str) -> int:
    path = write(folder, 2_000_000, 5)
    size = path.stat().st_size / 2**20
    return subprocess.run([sys.executable, __file__, "measure", str(path), f"{size}"], check=False).returncode


def measure(path: str, size: float) -> int:
    table = read_table(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:.0f} MiB, {table.n_rows:,} x {table.n_columns}: peak {peak:.0f} MiB, {peak / size:.2f} times")
    return int(peak > 5 * size)


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        sys.exit(measure(sys.argv[2], float(sys.argv[3])))
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(memory(folder) if sys.argv[1:] == ["memory"] else speed(folder))
