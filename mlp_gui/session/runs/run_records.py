"""What a kept run is called, where its state stands, how large that is, and which of its epochs are kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.state import State
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.export.project.run_past import RunPast
from mlp_gui.export.project.table_reference import rows_digest
from mlp_gui.plotmath.decimate import MAX_POINTS, extreme_positions
from mlp_gui.session.training.readable_run import ReadableRun


def run_name(run: RunRecord) -> str:
    """Return the name of a run, or else its number in words."""
    return run.name or tr("run {n}", n=run.number)


def position_of(state: State) -> tuple[int, int]:
    """Return epoch and batch of a state."""
    facts = json.loads(str(state["facts"]))
    return facts["epoch"], facts["batch"]


def last_epoch_of(run: RunRecord) -> int:
    """Return where a run's state stands; one that diverged has a later epoch in its curve."""
    return run.last_epoch if run.state is None else position_of(run.state)[0]


def state_bytes(state: State | None) -> int:
    """Return the size of a state in memory."""
    return sum(np.asarray(array).nbytes for array in (state or {}).values())


def drop_oldest_states(runs: list[RunRecord], current: int, most: int) -> list[RunRecord]:
    """Return the runs without the states of the oldest, until the others fit.

    Parameters
    ----------
    runs : list of RunRecord
    current : int
        Number of the run in the window, whose state is not counted.
    most : int
        Bytes.
    """
    sizes = {run.number: state_bytes(run.state) for run in runs if run.state is not None and run.number != current}
    total = sum(sizes.values())
    dropped = set()
    # Numbers are given once and rise: the lowest is the oldest.
    for number in sorted(sizes):
        if total <= most:
            break
        total -= sizes[number]
        dropped.add(number)
    return [replace(run, state=None) if run.number in dropped else run for run in runs]


def with_run(runs: Sequence[RunRecord], made: RunRecord) -> list[RunRecord]:
    """Return runs with another one in its place, by its number.

    Parameters
    ----------
    runs : sequence of RunRecord
    made : RunRecord
    """
    return sorted([*(run for run in runs if run.number != made.number), made], key=lambda run: run.number)


def decimate_epochs(history: History, always: int = 0, most: int = MAX_POINTS) -> NDArray[np.intp]:
    """Return positions in a history that keep the shape of its loss curves.

    Parameters
    ----------
    history : History
    always : int
        An epoch whose position is among them.
    most : int
        How many.
    """
    kept = int(np.searchsorted(history.epochs, always))
    return extreme_positions((history.train_loss, history.validation_loss), kept, most)


def make_record(
    run: ReadableRun,
    number: int,
    fork: tuple[int, int],
    before: RunRecord | None,
    state: State | None,
    past: RunPast | None,
) -> RunRecord:
    """Return the run in the window as it is now.

    Parameters
    ----------
    run : ReadableRun
    number : int
    fork : tuple of int
        The run that it branched off, and after which epoch.
    before : RunRecord or None
        As it was kept last.
    state : dict or None
        Arrays to go on from.
    past : RunPast or None
    """
    parent, fork_epoch = (before.parent, before.fork_epoch) if before else fork
    history, at = run.history, decimate_epochs(run.history, fork_epoch)
    made = RunRecord(
        number, run.config, history.epochs[at], history.train_loss[at], history.validation_loss[at], run.best_epoch,
        run.best_value, run.status_text, state, parent=parent, fork_epoch=fork_epoch, past=past,
    )  # fmt: skip
    if before is not None:
        made = replace(made, name=before.name, shown=before.shown, scores=before.scores)
    return made


_DIGESTS: WeakKeyDictionary[Dataset, str] = WeakKeyDictionary()  # of the datasets that are alive


def dataset_digest(dataset: Dataset | None) -> str:
    """Return a digest that two datasets share only when weights mean the same for both: numbers, units and names."""
    if dataset is None:
        return ""
    if dataset not in _DIGESTS:
        names = (dataset.feature_names, dataset.target_names, dataset.class_names)
        digest = hashlib.sha256(rows_digest(dataset).encode())
        digest.update(json.dumps(names, ensure_ascii=False).encode())
        for array in (dataset.target_shift, dataset.target_scale):
            digest.update(np.ascontiguousarray(array, dtype=float).tobytes())
        digest.update(repr(dataset.target_transforms).encode() if dataset.target_transforms else b"")
        _DIGESTS[dataset] = digest.hexdigest()
    return _DIGESTS[dataset]
