"""What a model promises about new rows, as plain data that a script or a table of another program holds."""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_gui.engine.calibration.prediction_interval import PredictionInterval
from mlp_gui.engine.calibration.promised_columns import interval_headings, set_heading
from mlp_gui.model import TrainedModel


def promise_entry(model: TrainedModel) -> dict[str, Any] | None:
    """Return level and headings, with the half width of each target or the rule for classes; None without a promise.

    A half width that is not finite is None.

    Parameters
    ----------
    model : TrainedModel
    """
    found, targets = model.promise(), model.pipeline.target_names
    if found is None:
        return None
    if isinstance(found, PredictionInterval):
        half = [float(v) if np.isfinite(v) else None for v in found.half_width]
        headings = [list(interval_headings(name, found.level)) for name in targets]
        return {"level": found.level, "half_width": half, "headings": headings}
    headings = [[set_heading(targets[0], found.level)]]
    return {"level": found.level, "rule": found.rule, "threshold": found.threshold, "headings": headings}
