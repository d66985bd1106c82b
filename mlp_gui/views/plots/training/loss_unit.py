"""What the loss is of, in words: the unit in which learning curves are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlp_gui.core.transformation import SHORT_LABELS
from mlp_gui.core.translation import mark, tr

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext

SHORT = {"mse": mark("MSE"), "mae": mark("MAE"), "huber": mark("Huber loss"), "log_cosh": mark("log-cosh")}


def loss_text(scene: RunContext | None) -> str:
    """Return the name of a run's loss, with what it is of: "MSE of discharge_mm (ln x, scaled)".

    Parameters
    ----------
    scene : RunContext or None
        Without one there is nothing to say.
    """
    if scene is None:
        return ""
    loss, dataset = scene.config.training.loss, scene.dataset
    if loss.output != "identity":
        return tr(loss.label)
    names = dataset.target_names
    kinds = {SHORT_LABELS.get(each.name, "") for each in dataset.target_transforms} - {""}
    changes = sorted(map(tr, kinds))
    if np.any(dataset.target_scale != 1) or np.any(dataset.target_shift != 0):
        changes.append(tr("scaled"))
    what = scene.with_unit(names[0]) if len(names) == 1 and not changes else names[0]
    what = what if len(names) == 1 else tr("{n} targets", n=len(names))
    said = tr("{loss} of {what}", loss=tr(SHORT.get(loss.name, loss.label)), what=what)
    return f"{said} ({', '.join(changes)})" if changes else said
