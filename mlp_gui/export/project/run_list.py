"""The list of runs in a project file: what each was like, its curves, how good it was, and the state to go on from.

runs.json           {"current", "count", "runs": [{"number", "name", "shown", "parent", "fork_epoch", "config",
                    "best_epoch", "best_value", "ending", "scores", "curves": member, "state": {array: member},
                    "dataset_sha256": only of a run on other numbers, "past": see `past_format`}]}
runs/N/curves.npy   (3, points): epochs, training loss, validation loss
runs/N/NAME.npy     an array of the run's state; one that the file has already is not written again
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.translation import tr
from mlp_gui.core.value_kinds import (
    COUNT,
    LIST,
    NUMBER,
    OBJECT,
    SHORT_TEXT,
    SWITCH,
    check_values,
    describe_mistake,
)
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.state import facts_of
from mlp_gui.export.common.safe_reading import json_object, npy_array
from mlp_gui.export.project.container import npy_of
from mlp_gui.export.project.past_format import past_plain, read_past
from mlp_gui.export.project.run_past import RunPast

State = dict[str, np.ndarray]
MEMBER = "runs.json"
MOST_RUNS, MOST_POINTS, MOST_ARRAYS, MOST_TEXT = 100, 100_000, 60, 2_000
MAX_EPOCH = 2**53
# What may stand in the entry of a run.
KINDS = {
    "number": COUNT, "parent": COUNT, "fork_epoch": COUNT, "best_epoch": COUNT, "best_value": NUMBER.or_none(),
    "name": SHORT_TEXT, "ending": SHORT_TEXT, "curves": SHORT_TEXT, "dataset_sha256": SHORT_TEXT, "shown": SWITCH,
    "state": OBJECT, "scores": OBJECT, "config": OBJECT, "past": OBJECT,
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class RunRecord:
    """One run of the list.

    Attributes
    ----------
    number : int
        From 1, which also gives its colour.
    config : RunConfig
    epochs, train, validation : ndarray of shape (n_points,)
        Its curves, thinned.
    best_epoch : int
    best_value : float
    ending : str
        Why it ended, in a sentence.
    state : dict or None
        Arrays to go on from where it stood; None when they are not kept any more.
    scores : dict
        Subset -> metric -> value with the weights that are shown at its end.
    name : str
    shown : bool
    parent, fork_epoch : int
        The run that it branched off, and after which epoch; 0 for one of its own.
    dataset_sha256 : str
        Of the numbers that it was trained on, if the table was read again since; "" for the present ones.
    past : RunPast or None
        How it came there; None in files of earlier versions.
    """

    number: int
    config: RunConfig
    epochs: np.ndarray
    train: np.ndarray
    validation: np.ndarray
    best_epoch: int
    best_value: float
    ending: str
    state: State | None = None
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    name: str = ""
    shown: bool = True
    parent: int = 0
    fork_epoch: int = 0
    dataset_sha256: str = ""
    past: RunPast | None = None

    @property
    def last_epoch(self) -> int:
        """The last epoch of its curves, 0 when they are empty."""
        return int(self.epochs[-1]) if len(self.epochs) else 0


@dataclass(frozen=True)
class RunRecords:
    """Runs in the order of their numbers.

    Attributes
    ----------
    runs : tuple of RunRecord
    current : int
        The one in the window, 0 for none.
    count : int
        The highest number so far.
    """

    runs: tuple[RunRecord, ...] = ()
    current: int = 0
    count: int = 0


NO_RUNS = RunRecords()


def runs_members(kept: RunRecords, written: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members that hold the list.

    Parameters
    ----------
    kept : RunRecords
    written : mapping
        Members that the file has already: an array among them is not written again.
    """
    known = {hashlib.sha256(data).digest(): name for name, data in written.items() if name.endswith(".npy")}
    members: dict[str, bytes] = {}

    def put(name: str, array: np.ndarray) -> str:
        data = npy_of(array)
        # The same bytes are written once: the state of the run in the window is in the file already.
        place = known.setdefault(hashlib.sha256(data).digest(), name)
        if place == name:
            members[name] = data
        return place

    plain = []
    for run in kept.runs:
        curves = put(f"runs/{run.number}/curves.npy", np.stack([run.epochs, run.train, run.validation]))
        state = {name: put(f"runs/{run.number}/{name}.npy", array) for name, array in (run.state or {}).items()}
        plain.append(_plain(run) | {"curves": curves, "state": state})
        if run.past is not None and run.state is not None:
            plain[-1]["past"] = past_plain(run.past, run.state, partial(_put_below, put, f"runs/{run.number}"))
    whole = {"current": kept.current, "count": kept.count, "runs": plain}
    return members | {MEMBER: json.dumps(whole, ensure_ascii=False, allow_nan=False).encode("utf-8")}


def _put_below(put: Callable[[str, np.ndarray], str], folder: str, name: str, array: np.ndarray) -> str:
    return put(f"{folder}/{name}.npy", array)


def _plain(run: RunRecord) -> dict[str, Any]:
    scores = {
        subset: {name: value if math.isfinite(value) else None for name, value in values.items()}
        for subset, values in run.scores.items()
    }
    best = run.best_value if math.isfinite(run.best_value) else None
    facts = {name: getattr(run, name) for name in ("number", "name", "shown", "parent", "fork_epoch", "best_epoch")}
    facts["name"] = run.name[:MOST_TEXT]
    said = {"ending": run.ending[:MOST_TEXT], "scores": scores}
    if run.dataset_sha256:
        said["dataset_sha256"] = run.dataset_sha256
    return facts | {"config": to_json(run.config), "best_value": best} | said


def read_runs(members: Mapping[str, bytes], where: str) -> RunRecords:
    """Read the list from unpacked members that nobody has vouched for; an older file has none.

    Parameters
    ----------
    members : mapping
        Contents by name.
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If they are damaged.
    """
    if MEMBER not in members:
        return NO_RUNS
    whole = json_object(members[MEMBER], where)
    try:
        check_values(whole, {"runs": LIST, "count": COUNT, "current": COUNT}, f"{where}: runs.json")
        plain = whole["runs"]
        if len(plain) > MOST_RUNS:
            raise ValueError(f"a list of at most {MOST_RUNS} runs was expected")
        runs = tuple(_run(one, members, where) for one in plain)
        numbers = [run.number for run in runs]
        count, current = whole["count"], whole["current"]
        if numbers != sorted(set(numbers)) or max(numbers, default=0) > count or current > count:
            raise ValueError("the numbers of the runs are not in order")
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError) as error:
        detail = f"runs.json, {describe_mistake(error)}"
        raise UserError(tr("{file} is damaged.", file=where), detail) from error
    return RunRecords(runs, current, count)


def _run(plain: dict[str, Any], members: Mapping[str, bytes], where: str) -> RunRecord:
    check_values(plain, KINDS, f"{where}: run", ("dataset_sha256", "past"))
    number, parent, fork = plain["number"], plain["parent"], plain["fork_epoch"]
    # A parent is older than its forks, so that their tree has no circle.
    if number < 1 or parent >= number:
        raise ValueError("a run was forked from itself or has no number")
    curves = npy_array(members[plain["curves"]], where)
    if curves.ndim != 2 or curves.shape[0] != 3 or curves.shape[1] > MOST_POINTS or curves.dtype.kind != "f":
        raise ValueError(f"curves of shape {curves.shape}")
    curves = curves.astype(float)
    epochs = curves[0]
    if not ((epochs >= 1) & (epochs < MAX_EPOCH)).all() or (np.diff(epochs) <= 0).any():
        raise ValueError("the epochs of a curve are not in order")
    state = plain["state"]
    if len(state) > MOST_ARRAYS:
        raise ValueError("a state of too many arrays")
    arrays = {_text(name): npy_array(members[_text(at)], where, text_too=True) for name, at in state.items()}
    if arrays:
        facts_of(arrays)
    best = math.nan if plain["best_value"] is None else float(plain["best_value"])
    config = from_json(RunConfig, plain["config"], "config")
    past = read_past(plain["past"], config, arrays, members, where) if arrays and "past" in plain else None
    return RunRecord(
        number, config, epochs, curves[1], curves[2], plain["best_epoch"], best, plain["ending"],
        arrays or None, _scores(plain["scores"]), plain["name"], plain["shown"], parent, fork,
        plain.get("dataset_sha256", ""), past,
    )  # fmt: skip


def _scores(plain: dict[str, Any]) -> dict[str, dict[str, float]]:
    if len(plain) > MOST_ARRAYS or any(len(values) > MOST_ARRAYS for values in plain.values()):
        raise ValueError("too many scores")
    return {
        _text(subset): {_text(name): math.nan if v is None else _number(v) for name, v in values.items()}
        for subset, values in plain.items()
    }


def _number(value: Any) -> float:
    if not NUMBER.fits(value):
        raise ValueError("a number was expected")
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise ValueError("a short text was expected")
    return value
