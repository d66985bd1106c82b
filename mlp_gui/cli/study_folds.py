"""What the command `study` saves of a cross-validation: predictions out of fold, and the network of all rows."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from mlp_gui.cli.promises import coverage_sentences
from mlp_gui.cli.train import trained_model
from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import OUT_OF_FOLD
from mlp_gui.data.open_table import open_table
from mlp_gui.engine.calibration.conformal import calibrate
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.atomic import refuse_unwritable
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import save_project
from mlp_gui.export.tables.fold_predictions import write_fold_predictions
from mlp_gui.export.tables.out_of_fold import write_out_of_fold
from mlp_gui.studies.final_run import final_config, final_data
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import summarize


def add_fold_options(command: argparse.ArgumentParser) -> None:
    """Add where the results of a cross-validation go."""
    words = "save the table with the prediction of each row by networks that never saw it; needs --folds"
    command.add_argument("--predictions", metavar="FILE.csv", help=words)
    words = "then train one network on all rows, for as many epochs as the folds have found, and save it as a run"
    command.add_argument("--final", metavar="RUN.mlp", help=words)
    words = "predict another table with the mean of the folds' networks, with intervals by CV+ where --interval says so"
    command.add_argument("--predict", metavar="TABLE", help=words)
    command.add_argument("--predict-out", metavar="FILE.csv", help="where the predictions of --predict go")


def refuse_impossible_folds(options: argparse.Namespace, study: Study) -> None:
    """Raise UserError for results that the plan cannot give or that cannot be saved.

    Parameters
    ----------
    options : Namespace
    study : Study
    """
    if (options.predict is None) != (options.predict_out is None):
        raise UserError("--predict and --predict-out belong together.", hint="Name the table and where it goes.")
    for option in ("predictions", "final", "predict_out"):
        path = getattr(options, option)
        if path is None:
            continue
        if not study.plan.folds or study.plan.search.is_wanted or study.plan.race:
            name = option.replace("_", "-")
            raise UserError(f"--{name} belongs to a cross-validation.", hint="Add --folds 10, without a search.")
        refuse_unwritable(path)


def save_fold_results(
    options: argparse.Namespace, study: Study, results: list[JobResult]
) -> tuple[str, dict[str, Any]]:
    """Save what was asked for.

    Parameters
    ----------
    options : Namespace
    study : Study
    results : list of JobResult

    Returns
    -------
    text, plain : str and dict
        What is said, and what JSON says; empty where nothing was asked for.
    """
    lines, plain = [], dict[str, Any]()
    if options.predictions:
        lines.append(write_out_of_fold(study, results, options.predictions))
        plain["predictions"] = options.predictions
    if options.final:
        said, plain["final"] = _save_final(options.final, study, results)
        lines += said
    if options.predict:
        said, plain["predicted"] = _save_predicted(options, study, results)
        lines += said
    return "".join(f"\n{line}" for line in lines), plain


def _save_predicted(
    options: argparse.Namespace, study: Study, results: list[JobResult]
) -> tuple[list[str], dict[str, Any]]:
    table = open_table(options.predict, dialect=study.table.dialect)
    sentence, coverage = write_fold_predictions(study, results, table, options.predict_out)
    plain: dict[str, Any] = {"out": options.predict_out, "rows": len(table.frame)}
    if coverage is not None:
        plain["coverage"] = coverage.to_plain()
    said = [f"{text}." for text in coverage_sentences(coverage, study.base.pipeline.target_names)]
    return [sentence, *said], plain


def _save_final(path: str, study: Study, results: list[JobResult]) -> tuple[list[str], dict[str, Any]]:
    prepared, config = final_data(study), final_config(study, results)
    trainer = Trainer(config, prepared.dataset)
    for _ in trainer.epochs():
        pass
    held = summarize(study, results)[-1].held_out
    found = calibrate(
        prepared.task,
        held.truth,
        held.outputs,
        prepared.dataset.target_transforms,
        config.uncertainty.sets,
        OUT_OF_FOLD,
    )
    model = replace(trained_model(prepared, trainer), calibration=found)
    stopped = trainer.stopped.sentence if trainer.stopped is not None else ""
    source = ExportInput(model, trainer.history, prepared, stopped)
    rows = len(prepared.dataset.train)
    said = f"The final network learned from all {rows:,} rows for {trainer.epoch:,} epochs, the median of the folds."
    plain = {"out": path, "rows": rows, "epochs": trainer.epoch}
    return [said, save_project(path, source, trainer.state())], plain
