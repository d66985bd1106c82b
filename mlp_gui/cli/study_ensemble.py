"""What the command `study` saves of its networks together: the file of their average."""

from __future__ import annotations

import argparse
from typing import Any

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.history import History
from mlp_gui.export.common.atomic import refuse_unwritable
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.base import export as write
from mlp_gui.model import TrainedModel
from mlp_gui.studies.ensemble import LEAST_ROWS_TO_CHOOSE, ensemble_model, refuse_ensemble
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.verdict.assessment import plain_scores


def add_ensemble_options(command: argparse.ArgumentParser) -> None:
    """Add where the average of the networks goes, and which of them it is made of."""
    words = "save the average of the networks there: mlp-gui predict and export take it like a run"
    command.add_argument("--ensemble", metavar="RUN.mlp", help=words)
    words = f"average those networks that suit the validation rows best; needs {LEAST_ROWS_TO_CHOOSE} of these rows"
    command.add_argument("--choose", action="store_true", help=words)


def refuse_impossible_ensemble(options: argparse.Namespace, study: Study) -> None:
    """Raise UserError for an average that cannot be made or saved: rather now than when there are networks to lose.

    Parameters
    ----------
    options : Namespace
    study : Study
    """
    if options.choose and not options.ensemble:
        raise UserError("--choose has nothing to choose for.", hint="Add --ensemble RUN.mlp.")
    if options.ensemble:
        refuse_ensemble(study, options.choose)
        refuse_unwritable(options.ensemble)


def save_ensemble(
    options: argparse.Namespace, study: Study, results: list[JobResult], prepared: Prepared
) -> tuple[str, dict[str, Any]]:
    """Save the average where it was asked for.

    Parameters
    ----------
    options : Namespace
    study : Study
    results : list of JobResult
    prepared : Prepared

    Returns
    -------
    text, plain : str and dict
        What is said, and what JSON says; empty where it was not asked for.
    """
    if not options.ensemble:
        return "", {}
    model = ensemble_model(study, results, options.choose)
    saved = write(ExportInput(model, History(), prepared), "mlp", options.ensemble)
    plain = {
        "out": options.ensemble,
        "members": model.provenance["members"],
        "metrics": plain_scores({"": model.provenance["scores"]})[""],
    }
    return f"\n{_rule(model)}\n{saved}", {"saved_ensemble": plain}


def _rule(model: TrainedModel) -> str:
    """Say by which rule the networks answer together."""
    rule = "the mean of their probabilities"
    if model.task is Task.REGRESSION:
        is_plain = all(found.is_none for found in model.pipeline.target_transforms)
        rule = "the mean of what they say" + ("" if is_plain else ", before the transformation of the target is undone")
    members = model.provenance["members"]
    counts = "each counts the same" if len({member["share"] for member in members}) == 1 else "they count differently"
    return f"The average of {len(members):,} networks is {rule}; {counts}."
