"""The part of the command `study` that looks for good settings: its options and its answer."""

from __future__ import annotations

import argparse
import math
from typing import Any

import numpy as np

from mlp_gui.cli.options import parse_integer, parse_number
from mlp_gui.cli.output import format_cell, format_table
from mlp_gui.core.params import param_of
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.studies.search.search_summary import SearchSummary, SearchTrial
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.study import JobResult, Study

SHOWN = 10  # trials in the report


def add_search_options(command: argparse.ArgumentParser) -> None:
    """Add what is asked of a search."""
    add = command.add_argument
    words = "search: try so many settings, compared on validation rows or, with --folds, by cross-validation without "
    add("--search", metavar="N", help=f"{words}the test rows; the best are scored on those, with --repeats seeds")
    add("--minutes", metavar="M", help="search as long as this; without --search as many settings as time allows")
    words = "what is searched, once for each: learning_rate=0.0001:0.1, units=8:64, optimizer=adam,sgd; "
    add("--search-range", metavar="NAME=LOW:HIGH", action="append", help=f"{words}default: what the settings declare")
    names = "|".join(name for name, _ in param_of(SearchConfig, "method").choices)
    add("--search-method", metavar=names, help=param_of(SearchConfig, "method").help)
    add("--search-score", metavar="METRIC", help=param_of(SearchConfig, "score").help)
    add("--halving", action=argparse.BooleanOptionalAction, help=param_of(SearchConfig, "halving").help)


def search_settings(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the options say of a search, as a plan holds it."""
    given = {
        "runs": None if options.search is None else parse_integer(options.search, "--search"),
        "minutes": None if options.minutes is None else parse_number(options.minutes, "--minutes"),
        "ranges": options.search_range,
        "method": options.search_method,
        "score": options.search_score,
        "halving": options.halving,
    }
    return {name: value for name, value in given.items() if value is not None}


def search_to_json(study: Study, found: SearchSummary) -> dict[str, Any]:
    """Return what a search has found as plain data.

    Parameters
    ----------
    study : Study
    found : SearchSummary
    """
    winner = found.winner
    return {
        "score": found.score,
        "scored_on": "folds without the test rows" if study.plan.folds else "validation",
        "trials": [_trial_to_json(trial, found.score) for trial in found.trials],
        "winner": None if winner is None else _trial_to_json(winner, found.score),
        "importance": found.importance,
        "finals": [_final_to_json(result, study.config.network.seed) for result in found.finals],
        "caution": found.caution,
    }


def _trial_to_json(trial: SearchTrial, score: str) -> dict[str, Any]:
    plain = {
        "trial": trial.number,
        "settings": dict(trial.values),
        "is_present": not trial.settings,
        score: trial.score,
        "epochs": trial.epochs,
        "state": state_of(trial),
        "seconds": round(trial.seconds, 3),
    }
    return plain | ({"refusal": trial.refusal} if trial.refusal else {})


def state_of(trial: SearchTrial) -> str:
    """Return how far settings came, in one word."""
    return "refused" if trial.refusal else "finished" if trial.is_complete else "halted"


def _final_to_json(result: JobResult, seed: int) -> dict[str, Any]:
    return {
        "seed": seed + result.job.seed,
        "scored_on": result.subset,
        "epochs": result.epochs,
        "best_epoch": result.best_epoch,
        "stopped": result.stopped,
        "seconds": round(result.seconds, 3),
        "scores": result.scores,
    }


def search_report(study: Study, found: SearchSummary, is_finished: bool) -> list[str]:
    """Return the lines that say what was found.

    Parameters
    ----------
    study : Study
    found : SearchSummary
    is_finished : bool
    """
    label = metrics[found.score].name
    where = "folds without the test rows" if study.plan.folds else "validation rows"
    best = sorted(found.trials, key=lambda t: (not t.is_complete, t.order))
    head = ["trial", f"{label}, {where}", "epochs", "", *(d.path.rpartition(".")[2] for d in found.space)]
    rows = [_row(trial) for trial in best[:SHOWN]]
    tried = f"{len(found.trials):,} settings were tried" if len(found.trials) != 1 else "1 setting was tried"
    lines = [f"{tried}; the best:" if len(rows) > 1 else f"{tried}:", format_table([head, *rows]), ""]
    if found.importance:
        mattered = sorted(found.importance.items(), key=lambda one: -one[1])
        said = ", ".join(f"{path.rpartition('.')[2]} {share:.0%}" for path, share in mattered if share >= 0.005)
        lines.append(f"What mattered, as shares of the spread that a setting explains alone: {said or 'nothing'}.")
    if found.winner is not None:
        if found.finals:
            lines.append(_finals(found))
        lines.append(found.caution)
    lines.append("The search is finished." if is_finished else "The search is not finished.")
    return lines


def _row(trial: SearchTrial) -> list[str]:
    shown = [format_cell(v) if isinstance(v, float) else str(v) for _, v in trial.values]
    state = state_of(trial)
    note = "your settings" if not trial.settings else "" if state == "finished" else state
    return [str(trial.number), format_cell(trial.score), f"{trial.epochs:,}", note, *shown]


def _finals(found: SearchSummary) -> str:
    assert found.winner is not None
    name, n = metrics[found.score].name, len(found.finals)
    scores = [result.scores.get(found.score, math.nan) for result in found.finals]
    where, low, high = found.finals[0].subset, format_cell(min(scores)), format_cell(max(scores))
    several = f", median of {n} seeds, {low} to {high}" if n > 1 else ""
    return f"Trial {found.winner.number} on {where} rows: {name} {format_cell(float(np.median(scores)))}{several}."
