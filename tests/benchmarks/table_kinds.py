"""How long tables of each kind take to open, beside their CSV: processor time, wall time and memory.

python tests/benchmarks/table_kinds.py parquet [ROWS]      # 20 columns of numbers; 10_000_000 rows want 6 GB and a disk
python tests/benchmarks/table_kinds.py xlsx [ROWS]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

COLUMNS = 20


def write(folder: Path, name: str, kind: str, rows: int) -> list[Path]:
    """Write the same table as a file of a kind and as CSV."""
    import pandas as pd

    rng = np.random.default_rng(0)
    frame = pd.DataFrame({f"c{j}": rng.normal(size=rows).round(9) for j in range(COLUMNS)})
    path, text = folder / f"{name}.{kind}", folder / f"{name}.csv"
    if kind == "parquet":
        frame.to_parquet(path, index=False)
    else:
        import xlsxwriter

        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, list(frame.columns))
            for i, row in enumerate(frame.itertuples(index=False)):
                sheet.write_row(i + 1, 0, row)
    frame.to_csv(text, index=False)
    return [text, path]


def measure(path: str) -> None:
    """Open a table after a small one of its kind, so that no import is measured."""
    from mlp_gui.data.open_table import open_table

    open_table(Path(path).with_stem("small"))
    clock, cpu = time.perf_counter(), time.process_time()
    table = open_table(path)
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{Path(path).suffix:8} {table.n_rows:>11,} rows  {cpu:7.2f} s of processor  {clock:7.2f} s  {memory:6,} MB")


def main() -> None:
    """Write the files and open each in a process of its own."""
    if sys.argv[1] == "--open":
        measure(sys.argv[2])
        return
    kind = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else {"parquet": 1_000_000, "xlsx": 100_000}[kind]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), "small", kind, 2)
        for path in write(Path(folder), "table", kind, rows):
            subprocess.run([sys.executable, __file__, "--open", str(path)], check=True)


if __name__ == "__main__":
    main()
