"""Wide tables are screened by a few rows at once; what is found must be what is found column by column."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.giveaways import find_giveaways


def table_of(columns: dict[str, object]) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t.csv", None, frame, None, profile_frame(frame))


def with_gaps(values: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    found = values.astype(float)
    found[rng.random(len(found)) < 0.2] = np.nan
    return found


def relatives(y: np.ndarray, classes: np.ndarray, rng: np.random.Generator) -> dict[str, object]:
    """Columns of every kind that gives a target away, and of every kind that nearly does."""
    n, bins = len(y), np.digitize(y, np.quantile(y, [0.2, 0.5, 0.8]))
    turned = np.array([2, 0, 3, 1])[bins]
    made: dict[str, object] = {
        "exp": np.exp(y / 3), "negative": -(y**3), "rounded": y.round(1), "bins": bins, "turned": turned,
        "ranks": np.argsort(np.argsort(y)), "shuffled": rng.permutation(y), "constant": np.ones(n),
        "whole": rng.integers(0, 9, n), "wide": rng.integers(0, 400, n), "ticked": rng.integers(0, 2, n),
        "by class": classes * 10 + rng.random(n), "code": (classes * 7) % 5, "words": classes.astype(str),
        "half": np.where(np.arange(n) % 2, y, rng.normal(size=n)), "counted": np.arange(n),
    }  # fmt: skip
    late = np.exp(y)
    late[-1] = late.min() - 1  # one row, which a few rows miss
    gappy = {f"{name} with gaps": with_gaps(np.asarray(made[name]), rng) for name in ("exp", "bins", "whole", "code")}
    return made | gappy | {"exp but one": late, "only here": np.where(classes == 1, y, np.nan)}


@pytest.mark.parametrize("rows", [40, 150, 700])
@pytest.mark.parametrize("target", ["scale", "steps", "classes", "words"])
def test_that_a_wide_table_shows_the_giveaways_that_each_column_shows_alone(rows: int, target: str) -> None:
    rng = np.random.default_rng(rows)
    y, classes = rng.normal(size=rows), rng.integers(0, 4, rows)
    goal = {"scale": y, "steps": y.round(), "classes": classes, "words": np.array(list("abcd"))[classes]}[target]
    columns = relatives(y, classes, rng)
    noise = {f"noise {k}": rng.normal(size=rows).round(k % 3) for k in range(120)}
    wide = find_giveaways(table_of({**columns, **noise, "goal": goal}), "goal")
    alone = {}
    for name, values in {**columns, **noise}.items():
        alone |= find_giveaways(table_of({name: values, "goal": goal}), "goal")
    assert alone, "no giveaway was made"
    assert wide == alone
