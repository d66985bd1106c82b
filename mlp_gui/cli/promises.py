"""Intervals and sets of classes as the commands say them: what is promised, and how many rows bore it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.engine.calibration.prediction_interval import Coverage, PredictionInterval, promise
from mlp_gui.model import TrainedModel


def coverage_sentences(coverage: Coverage | None, targets: Sequence[str]) -> list[str]:
    """Return what was promised beside what was found, for each target.

    Parameters
    ----------
    coverage : Coverage or None
        None where nothing can be counted.
    targets : sequence of str
    """
    if coverage is None:
        return []
    several = len(coverage.held) > 1
    return [(f"{name}: " if several else "") + coverage.sentence(k) for k, name in enumerate(targets)]


def promise_to_json(model: TrainedModel, coverage: Coverage | None) -> dict[str, Any]:
    """Return what is promised as what JSON can hold, or the sentence that says why nothing is.

    Parameters
    ----------
    model : TrainedModel
    coverage : Coverage or None
    """
    level, targets = model.config.uncertainty.level, model.pipeline.target_names
    if not level:
        return {}
    try:
        found = promise(model.calibration, level, model.pipeline.target_transforms)
    except UserError as error:
        return {
            "prediction_intervals": {"level": level, "refused": " ".join(filter(None, (error.title, error.detail)))}
        }
    assert model.calibration is not None
    plain: dict[str, Any] = {
        "level": level,
        "calibration_rows": {"subset": model.calibration.subset, "rows": model.calibration.n_rows},
    }
    if isinstance(found, PredictionInterval):
        widths = [float(v) if np.isfinite(v) else None for v in found.half_width]
        plain["half_width"] = dict(zip(targets, widths, strict=True))
    else:
        plain |= {"rule": found.rule, "threshold": found.threshold}
    if coverage is not None:
        shares = {name: coverage.share(k) for k, name in enumerate(targets)}
        held = dict(zip(targets, coverage.held, strict=True))
        plain["coverage"] = {
            "subset": str(coverage.subset) or None,
            "rows": coverage.rows,
            "held": held,
            "share": shares,
        }
    return {"prediction_intervals": plain}
