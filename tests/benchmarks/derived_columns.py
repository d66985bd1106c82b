"""How long 30 lags of 5 columns of a table with 1,000,000 rows take, and how much memory; then the network's inputs.

python tests/benchmarks/derived_columns.py
"""

from __future__ import annotations

import resource
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.derived.presets import preset_texts
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig

ROWS, COLUMNS, LAGS = 1_000_000, 5, 30


def peak() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({f"x{k}": rng.normal(size=ROWS).round(3) for k in range(COLUMNS)})
    with TemporaryDirectory() as folder:
        frame.to_csv(Path(folder) / "t.csv", index=False)
        del frame
        table = read_table(Path(folder) / "t.csv")
    texts = preset_texts("lag", table.column_names, range(1, LAGS + 1))
    before, start, wall = peak(), time.process_time(), time.perf_counter()
    derived = as_declared(table, {}, texts)
    own = table.frame.memory_usage().sum() / 2**20
    seconds, passed = time.process_time() - start, time.perf_counter() - wall
    print(f"{len(texts)} lags of {ROWS:,} rows: {seconds:.2f} s of the processor, {passed:.2f} s passed")
    print(f"peak memory {peak() - before:.0f} MB more; the table itself has {own:.0f} MB; {derived.n_columns} columns")
    names = derived.column_names
    columns = (ColumnSpec(names[0], role=ColumnRole.TARGET), *(ColumnSpec(name) for name in names[1:]))
    before, start = peak(), time.process_time()
    made = prepare(derived, DataSpec(columns, derived=texts, split=SplitConfig("file_order")))
    inputs = sum(part.x.nbytes for part in made.dataset.subsets.values()) / 2**20
    print(f"prepared in {time.process_time() - start:.2f} s of the processor")
    print(f"peak memory {peak() - before:.0f} MB more; the network's inputs themselves have {inputs:.0f} MB")


if __name__ == "__main__":
    main()
