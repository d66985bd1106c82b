"""Many short columns are described together, and as each of them would be by itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_column, profile_frame
from mlp_gui.data.columns.sentinels import find_sentinels, may_hold_sentinels

ODD = {
    "gaps": lambda rng, n: np.where(rng.random(n) < 0.3, np.nan, rng.normal(size=n)),
    "empty": lambda rng, n: np.full(n, np.nan),
    "constant": lambda rng, n: np.full(n, 2.5),
    "zeros of both signs": lambda rng, n: rng.choice([0.0, -0.0], n),
    "infinite": lambda rng, n: rng.choice([1.0, np.inf, 3.0, 5.0], n),
    "both infinities": lambda rng, n: rng.choice([-np.inf, np.inf, 3.0], n),
    "huge": lambda rng, n: rng.uniform(-1.7, 1.7, n) * 1e308,
    "huge whole": lambda rng, n: rng.integers(-(2**62), 2**62, n),
    "largest": lambda rng, n: rng.choice([np.iinfo(np.int64).min, np.iinfo(np.int64).max], n),
    "whole": lambda rng, n: rng.integers(-9, 9, n),
    "nines": lambda rng, n: rng.choice([1, 2, 3, 4, -999], n),
    "far out": lambda rng, n: np.append(rng.normal(size=n - 1), 1e6) if n else np.zeros(0),
    "negative": lambda rng, n: rng.choice([4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.5, 2.5, -20.0], n),
    "small": lambda rng, n: rng.integers(0, 2, n).astype(np.int8),
    "single precision": lambda rng, n: rng.normal(size=n).astype(np.float32),
    "unsigned": lambda rng, n: rng.integers(0, 99, n).astype(np.uint64),
    "words": lambda rng, n: rng.choice(["a", "b"], n),
    "dates": lambda rng, n: [f"2020-01-{d:02d}" for d in rng.integers(1, 29, n)],
}


@pytest.mark.parametrize("rows", [1, 2, 3, 30, 499])
def test_that_columns_described_together_are_described_as_one_by_one(rows: int, rng: np.random.Generator) -> None:
    columns = {f"{name} {k}": make(rng, rows) for k in range(20) for name, make in ODD.items()}
    frame = pd.DataFrame(columns)
    fields = profile_frame(frame)
    alone = [profile_column(str(name), series) for name, series in frame.items()]
    known = {s.value for field in alone for s in field.sentinels}
    for found, expected in zip(fields, alone, strict=True):
        if not known & {expected.minimum, expected.maximum}:  # else the other columns have a say
            # nan is nan there; which of two zeros is the smaller one is nobody's business
            assert repr(found).replace("=-0.0", "=0.0") == repr(expected).replace("=-0.0", "=0.0")


def test_that_no_column_with_a_sentinel_is_passed_over(rng: np.random.Generator) -> None:
    makers = [make for name, make in ODD.items() if name not in ("gaps", "empty", "words", "dates")]
    found = 0
    for _ in range(400):
        values = np.asarray(makers[rng.integers(len(makers))](rng, int(rng.integers(3, 60))), float)
        with np.errstate(all="ignore"):
            odd = find_sentinels(values, float(values.min()), float(values.max()))
            suspected = may_hold_sentinels(np.sort(values)[None])[0]
        found += bool(odd)
        assert suspected or not odd
    assert found > 20
