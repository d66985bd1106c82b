"""Columns that say how far the members of an ensemble lie apart: the uncertainty of the model, apart from noise."""

from __future__ import annotations

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.model import Predictions


def spread_columns(pipeline: Pipeline, found: Predictions) -> dict[str, tuple[str, Floats]]:
    """Return the columns by their headings, each with its heading in the reader's language; none of a single network.

    Parameters
    ----------
    pipeline : Pipeline
    found : Predictions
    """
    if found.spread is None:
        return {}
    names = pipeline.class_names or pipeline.target_names
    if pipeline.task is Task.BINARY:
        names = names[1:]  # both probabilities differ by the same
    columns = {}
    for name, values in zip(names, found.spread.T, strict=True):
        if pipeline.class_names:
            shown = tr("spread of the probability of {name}", name=name)
            columns[f"spread of the probability of {name}"] = shown, values
        else:
            columns[f"spread of {name}"] = tr("spread of {name}", name=name), values
    return columns
