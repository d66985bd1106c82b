"""The rows that a run used, with their true values and what the network says of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from mlp_gui.core.dataset import Dataset
from mlp_gui.model import TrainedModel


def predict_used_rows(model: TrainedModel, dataset: Dataset) -> pd.DataFrame:
    """Return a row for each used row of the table, in its order.

    Parameters
    ----------
    model : TrainedModel
    dataset : Dataset
        That of the run.

    Returns
    -------
    DataFrame
        See `Model.predictions`.
    """
    pipeline, parts = model.pipeline, []
    for subset, rows in dataset.subsets.items():
        found = pipeline.to_original(np.asarray(model.network.predict(rows.x), np.float64))
        true, part = np.asarray(dataset.true_values(rows.y), np.float64), dict[str, Any](subset=str(subset))
        for k, name in enumerate(pipeline.target_names):
            for how, values in (("true", true), ("predicted", found)):
                part[f"{how} {name}"] = pipeline.labels(values) if pipeline.class_names else values[:, k]
        parts.append(pd.DataFrame(part, index=pd.Index(rows.row_numbers, name="row")))
    return pd.concat(parts).sort_index()
