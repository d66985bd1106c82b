"""A small table of numbers, classes, groups and times, for studies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table


@pytest.fixture(scope="session")
def small_table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """62 rows: x, z with gaps, kind (9, 20 and 33 of them), station (9 groups), day (unordered), y."""
    rng, n = np.random.default_rng(5), 62
    x, z = rng.normal(size=n), rng.normal(50, 9, n)
    columns = {
        "x": x,
        "z": np.where(np.arange(n) % 11 == 3, np.nan, z),
        "kind": rng.permutation(["a"] * 9 + ["b"] * 20 + ["c"] * 33),
        "station": [f"s{k}" for k in rng.permutation(np.arange(n) % 9)],
        "day": rng.permutation(n) + 0.5,
        "y": 3 * x + np.cos(z) + 0.1 * rng.normal(size=n),
    }
    file: Path = tmp_path_factory.mktemp("studies") / "small.csv"
    pd.DataFrame(columns).to_csv(file, index=False)
    return open_table(file)
