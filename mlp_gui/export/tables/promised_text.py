"""How many rows of another table held what a model promised, in a sentence."""

from __future__ import annotations

from mlp_gui.core.subsets import Subset
from mlp_gui.engine.calibration.conformal import too_few_rows
from mlp_gui.engine.calibration.prediction_interval import Coverage
from mlp_gui.model import TrainedModel


def promised_text(model: TrainedModel, coverage: Coverage | None) -> str:
    """Return how many rows held what was promised of the first target, or why nothing is; "" without a level.

    Parameters
    ----------
    model : TrainedModel
    coverage : Coverage or None
    """
    level, known = model.config.uncertainty.level, model.calibration
    if level and model.promise() is None:
        return too_few_rows(known.n_rows if known is not None else 0, Subset.VALIDATION, level).title
    return "" if coverage is None else f"{coverage.sentence()}."
