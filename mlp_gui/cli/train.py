"""The command `train`: a new run from a table, or the rest of a run that was saved."""

from __future__ import annotations

import argparse
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from mlp_gui.cli.interruption import NotedSignals, noting_signals
from mlp_gui.cli.options import apply_run_options, option_for_remarks, parse_number
from mlp_gui.cli.output import Result, format_cell, format_table, refuse_overwriting
from mlp_gui.cli.project_table import prepared_of
from mlp_gui.cli.promises import coverage_sentences, promise_to_json
from mlp_gui.cli.row_options import ROW_OPTIONS
from mlp_gui.cli.score_details import plain_details
from mlp_gui.cli.train_setup import prepare_training
from mlp_gui.cli.training_loop import EVERY, train_in_slices
from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_interval
from mlp_gui.core.subsets import Subset
from mlp_gui.core.termination import exit_code
from mlp_gui.core.translation import join_names
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.atomic import refuse_unwritable
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.base import export as write
from mlp_gui.export.project.project import Project, read_project, save_project
from mlp_gui.export.project.run_format import read_bytes
from mlp_gui.export.project.table_reference import rows_digest
from mlp_gui.model import TrainedModel, compute_losses
from mlp_gui.verdict.assessment import Assessment, assess, plain_scores, plain_verdict

MAIN = ("r2", "rmse", "accuracy", "log_loss")
NAMED = 30  # columns that are named before the rest is only counted
ONLY_AT_THE_START = (
    *("target", "inputs", "weights", "preset", "config", "task", "scale", "scale_target", "fit_on", "pieces"),
    *(
        *ROW_OPTIONS,
        "seed",
        "missing",
        "read_as",
        "below_limit",
        "transform",
        "smearing",
        "derive",
        "horizon",
        "header_lines",
        "first_columns",
    ),
)
KEY: dict[str, str] = {Subset.TRAINING: "train", Subset.VALIDATION: "validation", Subset.TEST: "test"}


def train(options: argparse.Namespace) -> Result:
    """Train; a signal stops and keeps the weights so far. Ctrl+C is a person's way to stop, and no failure."""
    refuse_overwriting(options.out, options.data, options.history, options.config)
    refuse_overwriting(options.history, options.data, options.resume, options.config)
    for path in filter(None, (options.out, options.history)):
        refuse_unwritable(path)  # rather now than when there are weights to lose
    every = EVERY if options.every is None else parse_number(options.every, "--every")
    if every < 0:
        raise UserError("--every needs 0 seconds or more.", hint="0 saves at the end only.")
    prepared, trainer, project = _resumed(options) if options.resume else _begun(options)
    by = _named_columns(options.by, prepared.table)
    obstacle = trainer.can_go_on()
    if obstacle is not None:
        raise obstacle
    with noting_signals() as noted:
        start = time.perf_counter()
        train_in_slices(trainer, noted, lambda: _save(options, _exported(prepared, trainer), trainer, project), every)
        seconds = time.perf_counter() - start
        return _finish(options, prepared, trainer, project, noted, seconds, by)


def _finish(
    options: argparse.Namespace,
    prepared: Prepared,
    trainer: Trainer,
    project: Project | None,
    noted: NotedSignals,
    seconds: float,
    by: tuple[str, ...],
) -> Result:
    """Save the trained network with all that is known about it, and report."""
    stopped = "Interrupted." if trainer.stopped is None else trainer.stopped.sentence
    model = trained_model(prepared, trainer)
    is_ended = noted.first not in (None, signal.SIGINT)  # by somebody who may not wait for the reference models
    assessment = None if is_ended else _assessed(model, prepared)
    if assessment is not None:
        model = replace(model, provenance=model.provenance | assessment.provenance())
    saved = _save(options, ExportInput(model, trainer.history, prepared, stopped), trainer, project)
    plain = _summary(model, trainer, prepared, stopped, seconds) | promise_to_json(model, model.coverage)
    if assessment is not None:
        plain |= {
            "baselines": plain_scores(assessment.references.scores),
            "verdict": plain_verdict(assessment.verdict),
            **plain_details(model, prepared, assessment, by),
        }
        if assessment.targets:  # `metrics` has the means over the targets, whatever their units
            plain["targets_metrics"] = plain_scores(assessment.targets)
    table = prepared.table
    said = (*table.warnings, *option_for_remarks(table.remarks), *prepared.ledger.sentences(), *_columns(prepared))
    return Result(_report(model, said, plain, saved, by), plain, exit_code(noted.first or 0) if is_ended else 0)


def _named_columns(given: str | None, table: Table) -> tuple[str, ...]:
    names = tuple(filter(None, (name.strip() for name in (given or "").split(","))))
    return tuple(table.field(name).name for name in names)  # raises a sentence for one that is not there


def _exported(prepared: Prepared, trainer: Trainer) -> ExportInput:
    """Return what is saved of a training that is under way."""
    return ExportInput(trained_model(prepared, trainer), trainer.history, prepared, "Interrupted.")


def _save(options: argparse.Namespace, source: ExportInput, trainer: Trainer, project: Project | None) -> list[str]:
    """Write the files that were asked for; return a sentence about each."""
    saved = [_saved(options.out, source, trainer, project)] if options.out else []
    return saved + ([write(source, "history", options.history)] if options.history else [])


def _saved(path: str, source: ExportInput, trainer: Trainer, project: Project | None) -> str:
    """Save the project; one that was gone on with keeps its list of runs, its layout and the table in it."""
    if project is None:
        return save_project(path, source, trainer.state())
    embed = project.original is not None
    return save_project(path, source, trainer.state(), project.layout, embed, project.runs)


def _begun(options: argparse.Namespace) -> tuple[Prepared, Trainer, None]:
    prepared, config = prepare_training(options)
    return prepared, Trainer(config, prepared.dataset), None


def _resumed(options: argparse.Namespace) -> tuple[Prepared, Trainer, Project]:
    """Restore the run of a project file where it stood, with live settings changed by options."""
    _refuse_new_beginnings(options)
    path = Path(options.resume)
    project = read_project(read_bytes(path), path.name)
    model, prepared = project.run.model, prepared_of(project, path, options.data)
    if project.state is None or rows_digest(prepared.dataset) != project.reference.rows_sha256:
        raise UserError(
            f"The run in {path.name} cannot go on with {prepared.table.name}.",
            "The table gives other numbers than when the run was saved.",
            "Train afresh, or find the table as it was.",
        )
    trainer = Trainer.from_state(model.config, prepared.dataset, project.state)
    trainer.retune(apply_run_options(model.config, options))
    return prepared, trainer, project


def _refuse_new_beginnings(options: argparse.Namespace) -> None:
    """Raise UserError for an option that can only begin a run: it would have no effect."""
    given = [name for name in ONLY_AT_THE_START if getattr(options, name) is not None]
    if given:
        flags = ", ".join("--" + name.replace("_", "-") for name in given)
        raise UserError(
            f"A run that goes on keeps its data, columns and seed: {flags} cannot be given with --resume.",
            hint="Train afresh to change them.",
        )


def trained_model(prepared: Prepared, trainer: Trainer) -> TrainedModel:
    """Build the model with the weights that the stopping rule asks for.

    Parameters
    ----------
    prepared : Prepared
    trainer : Trainer
        After its last epoch.
    """
    config, network = trainer.config, trainer.network.copy()
    network.theta[:] = trainer.result_theta()  # in place: the matrices are views of it
    best = config.training.stopping.restore_best and trainer.best_epoch > 0
    epoch = trainer.best_epoch if best else trainer.epoch
    return TrainedModel.from_run(prepared, config, network, epoch, "best" if best else "last")


def _assessed(model: TrainedModel, prepared: Prepared) -> Assessment | None:
    """Judge the network beside its references; None when Ctrl+C says that this takes too long."""
    try:
        return assess(model.network, model.config, prepared.dataset, prepared)
    except KeyboardInterrupt:
        return None


def _summary(model: TrainedModel, trainer: Trainer, prepared: Prepared, stopped: str, seconds: float) -> dict[str, Any]:
    losses, epoch = compute_losses(model.network, model.config, prepared.dataset), model.provenance["epoch"]
    return {
        "rows": {KEY[name]: rows for name, rows in model.provenance["rows"].items()},
        "inputs": list(model.pipeline.feature_names),
        "targets": list(model.pipeline.target_names),
        "task": model.task.value,
        "epochs": trainer.epoch,
        "stopped": stopped,
        "best_epoch": trainer.best_epoch,
        "loss": {KEY[name]: value for name, value in losses.items()},
        "training_loss": {"during_epoch": trainer.history.loss_during(epoch), "after_epoch": losses["training"]},
        "metrics": {KEY[name]: values for name, values in model.provenance["scores"].items()},
        "seconds": round(seconds, 3),
        **{key: value for key, value in model.provenance.items() if key == "temperature"},
        "warnings": [*prepared.table.warnings, *prepared.notices],
        "ledger": {
            "read": prepared.ledger.read,
            "used": {KEY[name]: rows for name, rows in prepared.ledger.used.items()},
            "dropped": [{"reason": reason, "rows": rows} for reason, rows in prepared.ledger.dropped],
            "filled": dict(prepared.ledger.filled),
        },
    }


def _columns(prepared: Prepared) -> list[str]:
    """Say which columns the network learns from and which it does not, with the reason where there is one."""
    spec, inputs = prepared.spec, prepared.pipeline.input_names
    used = {*inputs, *prepared.pipeline.target_names, spec.weight, spec.split.column}
    left = [spec.column(name) for name in prepared.table.column_names if name not in used]
    lines = [f"Inputs ({len(inputs):,}): {join_names(inputs, NAMED)}."]
    if left:
        names = [f"{c.name} ({c.reason.rstrip('.')})" if c.reason else c.name for c in left]
        lines.append(f"Ignored ({len(left):,}): {join_names(names, NAMED)}.")
    return lines


def _report(
    model: TrainedModel, ledger: tuple[str, ...], plain: dict[str, Any], saved: list[str], by: tuple[str, ...]
) -> str:
    scores = model.provenance["scores"]
    names = list(dict.fromkeys(metric for values in scores.values() for metric in values))
    known = plain.get("intervals", {})
    lines = [[m, *(_cell(scores[s].get(m), known.get(KEY[s], {}).get(m)) for s in scores)] for m in names]
    rows = [["", *scores], *lines]
    sizes = " - ".join(str(size) for size in model.network.sizes)
    head = f"{sizes}, {model.network.n_parameters:,} weights, {plain['epochs']:,} epochs in {plain['seconds']} s"
    during, after = (format_cell(loss) for loss in plain["training_loss"].values())
    losses = f"Training loss of epoch {model.provenance['epoch']:,}: {during} during it, {after} after it, of all rows."
    which = f"Scores of the {model.provenance['weights']} weights (epoch {model.provenance['epoch']:,})"
    which += ", with 95 % intervals:" if known else ":"
    losses += f"\nTemperature of the probabilities: {format_cell(plain.get('temperature'))}." * ("temperature" in plain)
    promised = coverage_sentences(model.coverage, model.pipeline.target_names)
    said = [plain["verdict"]["sentence"], ""] if "verdict" in plain else []
    beside = _beside(model.provenance["baselines"], scores) if "baselines" in model.provenance else []
    beside += ["", *(f"{sentence}." for sentence in promised)] if promised else []
    beside += _subgroups({name: plain["subgroups"][name] for name in by if "subgroups" in plain})
    return "\n".join(
        [*ledger, head, str(plain["stopped"]), losses, "", *said, which, format_table(rows), *beside, *saved],
    )


def _cell(value: float | None, ends: list[float | None] | None) -> str:
    """Write a score with its interval where there is one."""
    low, high = ends if ends is not None else (None, None)
    text = format_cell(value)
    return text if low is None or high is None else f"{text} {format_interval(low, high)}"


def _subgroups(found: dict[str, Any]) -> list[str]:
    """Lay the groups of each column below one another, in the metrics that people look at first."""
    lines = []
    for column, one in found.items():
        shown = [m for m in MAIN if m in one["groups"][0]["metrics"]] if one["groups"] else []
        rows = [
            [each["group"], f"{each['rows']:,}", *(_cell(each["metrics"][m], each["intervals"][m]) for m in shown)]
            for each in one["groups"]
        ]
        lines += ["", f"By {column}, {one['subset']} rows:", format_table([["", "rows", *shown], *rows])]
    return lines


def _beside(baselines: dict[str, Any], scores: dict[str, dict[str, float]]) -> list[str]:
    """Lay the references beside the network, in the metrics that people look at first."""
    known = next(iter(scores.values()))
    shown = [name for name in MAIN if name in known]
    rows = [["", *scores]]
    for metric in shown:
        rows += [
            [f"{metric}, {model}", *(format_cell(each[s].get(metric)) for s in scores)]
            for model, each in {"network": scores, **baselines}.items()
        ]
    return ["", "Beside the reference models:", format_table(rows)]
