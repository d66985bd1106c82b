"""The command `study`: many networks from one table, by seeds, folds and numbers of training rows, or in a search."""

from __future__ import annotations

import argparse
import json
import math
import signal
import sys
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from mlp_gui.cli.interruption import NotedSignals, noting_signals
from mlp_gui.cli.options import parse_integer
from mlp_gui.cli.output import Result, format_cell, format_table, refuse_overwriting
from mlp_gui.cli.search import add_search_options, search_report, search_settings, search_to_json
from mlp_gui.cli.study_ensemble import add_ensemble_options, refuse_impossible_ensemble, save_ensemble
from mlp_gui.cli.study_folds import add_fold_options, refuse_impossible_folds, save_fold_results
from mlp_gui.cli.train_setup import prepare_training
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.number_format import format_interval
from mlp_gui.core.regular_file import read_settings_text
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.termination import exit_code
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.studies.cluster import cluster_opening, connect
from mlp_gui.studies.executors import opening
from mlp_gui.studies.journal import Journal
from mlp_gui.studies.learning_curve import more_rows_sentence
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.run_study import MakeOpening, StudyRun
from mlp_gui.studies.search.search_summary import summarize_search
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import MAIN_SCORES, ScoreSpread, StudySummary, summarize

MOST_PROCESSES = 256
PAUSED = 2  # the exit code of what is not whole


def add_plan_options(command: argparse.ArgumentParser) -> None:
    """Add what is asked of a study beside the settings of its networks."""
    add = command.add_argument
    add("--plan", metavar="FILE.json", help='the plan as {"repeats": 5, "folds": 10, "rows": [100, 200]}')
    add("--repeats", metavar="N", help="networks that differ in their seed only, on the same rows")
    words = "cross-validation with so many folds, along the lines of --split-method: random, stratified, by group, "
    add("--folds", metavar="K", help=f"{words}in blocks of time")
    add("--fold-repeats", metavar="N", help="divide the rows into folds so many times")
    add("--rows", metavar="A,B", help="learning curve: networks that learn from so many rows: --rows 100,200,400")
    words = "networks from the same start that differ in a setting, once for each: --race optimizer=adam,sgd"
    add("--race", metavar="NAME=A,B", action="append", help=words)
    add_search_options(command)
    add_ensemble_options(command)
    add_fold_options(command)
    add("--jobs", metavar="N", help="processes that train at the same time (default: none, this one trains)")
    add("--cluster", metavar="ADDRESS", help="train on a Dask cluster: tcp://host:8786, or its scheduler file")
    words = "keep every finished network there; the same command again goes on where it was interrupted"
    add("--out", metavar="STUDY.json", help=words)
    add("--json", action="store_true", help="print one JSON object")


def study(options: argparse.Namespace) -> Result:
    """Train the networks of a plan; a signal ends it, and what is finished is kept and reported."""
    refuse_overwriting(options.out, options.data, options.config, options.plan)
    refuse_overwriting(options.ensemble, options.data, options.config, options.plan, options.out)
    refuse_overwriting(options.predictions, options.data, options.config, options.plan, options.out)
    refuse_overwriting(
        options.predict_out, options.data, options.predict, options.out, options.predictions, options.final
    )
    refuse_overwriting(options.final, options.data, options.config, options.plan, options.out, options.predictions)
    plan, workers = _plan(options), _whole(options.jobs, "--jobs", 0)
    if not 0 <= workers <= MOST_PROCESSES:
        raise UserError(f"--jobs cannot be {workers:,}.", f"It must be at least 0 and at most {MOST_PROCESSES}.")
    prepared, config = prepare_training(options)
    found = Study(prepared.table, prepared.spec, config, plan)
    found.check()
    refuse_impossible_ensemble(options, found)
    refuse_impossible_folds(options, found)
    if options.cluster is not None and options.jobs is not None:
        raise UserError("--jobs and --cluster exclude one another.", hint="The cluster has its own processes.")
    with closing(connect(options.cluster)) if options.cluster else nullcontext() as client:
        open_with = partial(opening, found, workers) if client is None else partial(cluster_opening, client, found)
        with noting_signals() as noted:
            results, paused = _run(found, open_with, options.out, noted)
    if not results:
        raise paused or UserError("The study was interrupted before a network was finished.", hint="Start it again.")
    plain = _to_json(found, results)
    plain["state"] = "paused" if paused else "interrupted" if noted.first is not None else "finished"
    if paused is not None:
        plain["reason"] = paused.to_dict()
        print(" ".join(filter(None, paused.to_dict().values())), file=sys.stderr)
    code = 0 if noted.first in (None, signal.SIGINT) else exit_code(noted.first)
    text, saved = save_ensemble(options, found, results, prepared)
    whole = plain["state"] == "finished"
    folds_text, folds = save_fold_results(options, found, results) if whole else ("", {})
    said = _report(found, results, options.out, plain["state"]) + text + folds_text
    return Result(said, plain | saved | folds, PAUSED if paused else code)


def _plan(options: argparse.Namespace) -> StudyPlan:
    plain: dict[str, Any] = {}
    if options.plan is not None:
        try:
            plain = json.loads(read_settings_text(options.plan))
        except (OSError, ValueError, RecursionError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise UserError(f"The plan {Path(options.plan).name} cannot be read.", f"{reason}.") from error
        from_json(StudyPlan, plain)
    for name in ("repeats", "folds", "fold_repeats"):
        if getattr(options, name) is not None:
            plain[name] = parse_integer(getattr(options, name), "--" + name.replace("_", "-"))
    if options.rows is not None:
        plain["rows"] = [parse_integer(word, "--rows") for word in options.rows.split(",")]
    if options.race is not None:
        plain["race"] = options.race
    searched = search_settings(options)
    if searched:
        plain["search"] = plain.get("search", {}) | searched
    return from_json(StudyPlan, plain)


def _whole(text: str | None, label: str, default: int) -> int:
    return default if text is None else parse_integer(text, label)


def _run(
    study: Study, open_with: MakeOpening, out: str | None, noted: NotedSignals
) -> tuple[list[JobResult], UserError | None]:
    """Train what the file does not hold yet; after a signal or a mishap return what is finished."""

    def is_ended() -> bool:
        return noted.first is not None

    paused = None
    with closing(Journal(out, study)) if out else nullcontext() as journal:
        results = list(journal.kept) if journal else []
        run = StudyRun(study, results)
        try:
            for result in run.results(open_with, is_ended):
                results.append(result)
                if journal:
                    journal.add(result)
                _tell(run, results, study)
        except Cancelled:
            pass
        except UserError as error:  # such as a disk that is full: what was trained is reported
            paused = error
    if study.plan.search.is_wanted:
        return results, paused
    return sorted(results, key=lambda result: study.places[result.job]), paused  # whichever process was first


def _tell(run: StudyRun, results: list[JobResult], study: Study) -> None:
    if sys.stderr is None or not sys.stderr.isatty():
        return
    said = f"{len(results):,} networks"
    if run.search is not None:
        _, left = run.search.progress()
        said += f", about {left:,.0f} s left" if math.isfinite(left) else ""
    elif not study.plan.search.is_wanted:
        said = f"{len(results):,} of {study.plan.n_jobs:,} networks"
    print(f"\r{said}   ", end="", file=sys.stderr, flush=True)


# --- the answer ----------------------------------------------------------------------------------------------


def _to_json(study: Study, results: list[JobResult]) -> dict[str, Any]:
    network, plain = study.config.network, {
        "plan": to_json(study.plan),
        "task": study.base.task.value,
        "targets": list(study.base.dataset.target_names),
        "finished": len(results),
    }  # fmt: skip
    if study.plan.search.is_wanted:
        return {**plain, **search_to_json(study, summarize_search(study, results))}
    return {
        **plain,
        "networks": study.plan.n_jobs,
        "summaries": [
            {
                **({"settings": dict(s.settings)} if s.settings else {}),
                "rows": {"training": list(s.n_training), "asked": s.limit or None},
                "scored_on": _scored_on(study, results),
                "scores": {name: _spread_to_json(spread, network.seed) for name, spread in s.scores.items()},
                "ensemble": s.ensemble,
                "held_out": {"rows": len(s.held_out.rows), "scores": s.held_out.scores},
            }
            for s in summarize(study, results)
        ],
        **({"more_rows": more_rows_sentence(summarize(study, results))} if study.plan.rows else {}),
        "runs": [
            {
                **_job(result.job, network.seed),
                "training_rows": result.n_training,
                "epochs": result.epochs,
                "best_epoch": result.best_epoch,
                "stopped": result.stopped,
                "seconds": round(result.seconds, 3),
                "scores": result.scores,
            }
            for result in results
        ],
    }


def _job(job: StudyJob, seed: int) -> dict[str, Any]:
    folds = {"repeat": job.repeat + 1, "fold": job.fold + 1} if job.fold >= 0 else {}
    asked = ({"rows": job.rows} if job.rows else {}) | ({"settings": dict(job.settings)} if job.settings else {})
    return {"seed": seed + job.seed, **folds, **asked}


def _spread_to_json(spread: ScoreSpread, seed: int) -> dict[str, Any]:
    return {
        "n": spread.n,
        "mean": spread.mean,
        "standard_deviation": spread.standard_deviation,
        "median": spread.median,
        "min": spread.low,
        "max": spread.high,
        "interval": None if spread.interval is None else list(spread.interval),
        "worst": _job(spread.worst, seed),
    }


def _scored_on(study: Study, results: list[JobResult]) -> str:
    return "held-out folds" if study.plan.folds else results[0].subset


def _report(study: Study, results: list[JobResult], out: str | None, state: str) -> str:
    if study.plan.search.is_wanted:
        lines = search_report(study, summarize_search(study, results), state == "finished")
        if out:
            lines.append(f"Saved {out}." if state == "finished" else f"Saved {out}; the same command goes on with it.")
        return "\n".join(lines)
    seed, lines = study.config.network.seed, []
    for s in summarize(study, results):
        shown = [name for name in MAIN_SCORES if name in s.scores]
        low, high = (f"{n:,}" for n in s.n_training)
        learned = low if low == high else f"{low} to {high}"
        lane = ", ".join(f"{path.rpartition('.')[2]} {value}" for path, value in s.settings)
        who = f"Networks with {lane} that" if lane else "Networks that"
        lines.append(f"{who} learned from {learned} rows, scored on {_scored_on(study, results)}:")
        head = ["", "mean", "95 %" if study.plan.folds else "sd", "median", "range", "ensemble", "worst network"]
        lines += [format_table([head, *(_row(name, s, seed) for name in shown)]), ""]
    said = more_rows_sentence(summarize(study, results)) if study.plan.rows else ""
    lines += [said] if said else []
    n, total = len(results), study.plan.n_jobs
    lines.append(f"{n:,} of {total:,} networks are finished." if n < total else f"All {n:,} networks are finished.")
    if out:
        lines.append(f"Saved {out}." if n == total else f"Saved {out}; the same command goes on with it.")
    return "\n".join(lines)


def _row(name: str, summary: StudySummary, seed: int) -> list[str]:
    spread = summary.scores[name]
    beside = format_cell(spread.standard_deviation)
    if spread.interval is not None:
        beside = format_interval(*spread.interval) if math.isfinite(spread.interval[0]) else "-"
    known = _job(spread.worst, seed).items()
    worst = ", ".join(f"{key} {value}" for key, value in known if key not in ("rows", "settings"))
    extent = f"{format_cell(spread.low)} to {format_cell(spread.high)}"
    label = metrics[name].name
    return [label, format_cell(spread.mean), beside, format_cell(spread.median), extent,
            format_cell(summary.ensemble[name]), worst]  # fmt: skip
