"""What a model knows about its errors, as an entry of its document, and the way back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from mlp_gui.data.preprocessing.prepare import Pipeline
from mlp_gui.engine.calibration.conformal import ABSOLUTE, ConformalCalibration
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval
from mlp_gui.model import TrainedModel

_READ_ME = {
    ABSOLUTE: "An interval of the probability `level` is a prediction minus and plus `half_width` of `calibration`, "
    "one for each target; of a target with a `transformation` before that is undone. For another level p take the "
    "ceil((rows + 1) p)-th of `scores`.",
    "lac": "The set of classes at the probability `level` holds those whose probability is at least 1 - `threshold` of "
    "`calibration`. For another level p take the ceil((rows + 1) p)-th of `scores`.",
    "aps": "The set of classes at the probability `level` holds the most probable one, and those for which the sum of "
    "all probabilities at least as large is at most `threshold` of `calibration`. For another level p take the "
    "ceil((rows + 1) p)-th of `scores`.",
}


def read_me_of(calibration: ConformalCalibration) -> str:
    """Return how the entry is to be used, in English."""
    return _READ_ME[calibration.rule]


def calibration_entry(model: TrainedModel) -> dict[str, Any]:
    """Return {"calibration": ...} as strict JSON holds it, where an infinite score is None; empty without any."""
    found = model.calibration
    if found is None:
        return {}
    plain: dict[str, Any] = {"rule": found.rule, "subset": found.subset, "rows": found.n_rows}
    promised = model.promise()
    if promised is not None:
        plain["level"] = promised.level
        if isinstance(promised, PredictionInterval):
            plain["half_width"] = _finite(promised.half_width)
        else:
            plain["threshold"] = promised.threshold
    if len(found.ranks) < found.n_rows:
        plain["ranks"] = found.ranks.tolist()
    return {"calibration": plain | {"scores": [_finite(column) for column in found.scores.T]}}


def read_calibration(plain: Mapping[str, Any], pipeline: Pipeline) -> ConformalCalibration:
    """Return what `calibration_entry` described.

    Parameters
    ----------
    plain : mapping
    pipeline : Pipeline
        Says how many columns of scores there have to be.

    Raises
    ------
    ValueError, KeyError, TypeError
        If it is something else.
    """
    rule, n = plain["rule"], plain["rows"]
    if rule not in (("lac", "aps") if pipeline.class_names else (ABSOLUTE,)) or not isinstance(plain["subset"], str):
        raise ValueError("calibration.rule does not fit the task")
    if not isinstance(n, int) or isinstance(n, bool) or n < 1:
        raise ValueError("calibration.rows is not a number of rows")
    ranks = np.array(plain.get("ranks", range(1, n + 1) if n <= len(plain["scores"][0]) else []))
    columns = [[math.inf if v is None else float(v) for v in column] for column in plain["scores"]]
    scores = np.array(columns, float).T
    if scores.shape != (len(ranks), 1 if pipeline.class_names else len(pipeline.targets)) or not len(ranks):
        raise ValueError("calibration.scores are not as many as its ranks")
    if ranks.dtype.kind != "i" or ranks[0] < 1 or ranks[-1] != n or (np.diff(ranks) < 1).any():
        raise ValueError("calibration.ranks are not ascending")
    if np.isnan(scores).any() or (scores < 0).any() or (scores[1:] < scores[:-1]).any():  # two infinite ones are equal
        raise ValueError("calibration.scores are not ascending")
    return ConformalCalibration(rule, plain["subset"], n, ranks.astype(np.int64), scores)


def _finite(values: np.ndarray) -> list[float | None]:
    return [float(v) if np.isfinite(v) else None for v in values]
