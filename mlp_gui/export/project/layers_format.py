"""The layers of a run over its epochs in a project file: a row for each moment, thinned until they are small."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from mlp_gui.engine.diagnostics.layer_record import LayerRecord, Scores
from mlp_gui.engine.diagnostics.layer_statistics import LayerStatistics
from mlp_gui.export.common.safe_reading import npy_array

LAYER_BYTES, FEWEST = 2_000_000, 64  # of a run's records; of a large network so many are kept all the same
STATISTICS = ("weight_norm", "gradient_norm", "step_ratio", "dead", "saturated", "alike")
N_QUANTILES, MOST_SCORES = 7, 1_000
Put = Callable[[str, np.ndarray], str]


def thin_records(records: Sequence[LayerRecord]) -> list[LayerRecord]:
    """Return evenly spaced ones of the records, the first and the last among them, that take LAYER_BYTES or so."""
    if not records:
        return []
    size = sum(a.nbytes for a in (*records[0].weights, *records[0].gradients)) + 1
    most = max(FEWEST, LAYER_BYTES // size)
    if len(records) <= most:
        return list(records)
    return [records[k] for k in np.linspace(0, len(records) - 1, most).round().astype(int)]


def layers_plain(records: Sequence[LayerRecord], put: Put) -> dict[str, Any]:
    """Return records as JSON values; their arrays become members.

    Parameters
    ----------
    records : sequence of LayerRecord
    put : callable
    """
    kept = thin_records(records)
    if not kept:
        return {}
    names = list(dict.fromkeys((s, m) for r in kept for s, scores in (r.scores or {}).items() for m in scores))
    statistics = [np.concatenate([np.asarray(getattr(r.statistics, n), float) for n in STATISTICS]) for r in kept]
    tables = {
        "epochs": np.array([[r.epoch, r.scores is not None] for r in kept], float),
        "statistics": np.stack(statistics),
        "scores": np.array([[(r.scores or {}).get(s, {}).get(m, np.nan) for s, m in names] for r in kept], float),
        "weights": np.stack([np.concatenate(r.weights) for r in kept]),
        "gradients": np.stack([np.concatenate(r.gradients) for r in kept]),
        "weight_quantiles": np.stack([np.concatenate(r.weight_quantiles) for r in kept]),
        "gradient_quantiles": np.stack([np.concatenate(r.gradient_quantiles) for r in kept]),
    }
    members = {name: put(f"layers-{name}", table) for name, table in tables.items()}
    return {"members": members, "sizes": [len(w) for w in kept[0].weights], "scores": [list(pair) for pair in names]}


def read_layers(plain: dict[str, Any], members: Mapping[str, bytes], where: str) -> tuple[LayerRecord, ...]:
    """Read records that nobody has vouched for.

    Parameters
    ----------
    plain : dict
    members : mapping
        Contents by name.
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    KeyError, TypeError, ValueError, IndexError
        If they are damaged.
    """
    if not plain:
        return ()
    tables = {str(name): npy_array(members[at], where) for name, at in plain["members"].items()}
    sizes, names = [int(n) for n in plain["sizes"]], [(str(s), str(m)) for s, m in plain["scores"]]
    count, layers = len(tables["epochs"]), len(sizes)
    expected = {
        "epochs": 2, "statistics": len(STATISTICS) * layers, "scores": len(names), "weights": sum(sizes),
        "gradients": sum(sizes), "weight_quantiles": N_QUANTILES * layers, "gradient_quantiles": N_QUANTILES * layers,
    }  # fmt: skip
    if len(names) > MOST_SCORES or min(sizes, default=0) < 1:
        raise ValueError("layers of impossible sizes")
    if any(tables[name].shape != (count, width) for name, width in expected.items()):
        raise ValueError("the tables of the layers have other shapes")
    epochs = tables["epochs"][:, 0]
    if not (np.isfinite(epochs).all() and (np.diff(epochs) > 0).all()):
        raise ValueError("the epochs of the layers are not in order")
    cuts = np.cumsum(sizes)[:-1].tolist()
    return tuple(_record(tables, k, cuts, layers, names) for k in range(count))


def _record(
    tables: dict[str, np.ndarray], k: int, cuts: list[int], layers: int, names: list[tuple[str, str]]
) -> LayerRecord:
    norm, slope, step, dead, saturated, alike = np.split(tables["statistics"][k], len(STATISTICS))
    statistics = LayerStatistics(norm, slope, step, dead, saturated, np.array(alike > 0))
    scores: Scores | None = None
    if tables["epochs"][k, 1]:
        scores = {}
        for (subset, metric), value in zip(names, tables["scores"][k].tolist(), strict=True):
            scores.setdefault(subset, {})[metric] = value
    return LayerRecord(
        float(tables["epochs"][k, 0]), statistics,
        tuple(np.split(tables["weights"][k], cuts)), tuple(np.split(tables["gradients"][k], cuts)),
        tuple(np.split(tables["weight_quantiles"][k], layers)),
        tuple(np.split(tables["gradient_quantiles"][k], layers)), scores,
    )  # fmt: skip
