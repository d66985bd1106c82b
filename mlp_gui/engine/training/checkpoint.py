"""A checkpoint is a run's whole state as named arrays without pickles: from it the run goes on bit for bit."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import StopReason

if TYPE_CHECKING:
    from mlp_gui.engine.training.trainer import Trainer

State = dict[str, NDArray[Any]]

_ARRAYS = ("gradient", "optimizer_state", "_count", "_rate", "_schedule_memory")


def capture_state(trainer: Trainer, with_history: bool = True) -> State:
    """The state of a run. "facts" is a text array of JSON; the batch's arrays have names that begin with "batch_"."""
    watch = trainer._watch
    arrays = {name.strip("_"): getattr(trainer, name).copy() for name in _ARRAYS}
    arrays |= {f"finite_{i}": kept for i, kept in enumerate(trainer._last_finite.copies())}
    arrays |= {"theta": trainer.network.theta.copy(), "best_theta": watch.best_theta}
    if trainer.averaged_network.average is not None:
        arrays["average"] = trainer.averaged_network.average.copy()
    arrays |= {f"batch_{name}": array for name, array in trainer.batches.state(trainer.batch).items()}
    facts = {
        "outputs": list(trainer.dataset.output_names),
        "rows": trainer.batches.n_rows,
        "epoch": trainer.epoch,
        "batch": trainer.batch,
        "seconds": trainer.seconds,
        "learning_rate": trainer.learning_rate,
        "best_value": watch.best_value if watch.best_epoch else None,
        "best_epoch": watch.best_epoch,
        "waited": watch.epochs_waited,
        "generator": trainer.rng.bit_generator.state,
        "stopped": _plain_reason(trainer.stopped),
    }
    arrays["facts"] = np.array(json.dumps(facts))
    return arrays | {"history": trainer.history.rows()} if with_history else arrays


def latest_theta(state: State) -> NDArray[Any]:
    """The parameters to judge a run by at the moment its state was taken: their average, if there is one by then."""
    average = state.get("average")
    return state["theta"] if average is None or np.isnan(average[0]) else average


def _plain_reason(reason: StopReason | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    plain = dataclasses.asdict(reason)
    return plain | {"best_value": reason.best_value if reason.best_epoch else None}


def restore_state(trainer: Trainer, state: State) -> None:
    """Put a fresh trainer of the same configuration and data into that state; UserError when they do not fit."""
    facts = json.loads(str(state["facts"]))
    _refuse_other(trainer, state, facts)
    for name in _ARRAYS:
        getattr(trainer, name)[...] = state[name.strip("_")]
    trainer._last_finite.save(*(state[f"finite_{i}"] for i in range(len(trainer._moving))))
    trainer.network.theta[:] = state["theta"]
    if trainer.averaged_network.average is not None:
        trainer.averaged_network.average[:] = state["average"]
    trainer.epoch, trainer.batch, trainer.seconds = facts["epoch"], facts["batch"], facts["seconds"]
    trainer.learning_rate = facts["learning_rate"]
    if "history" in state:
        trainer.history = History(state["history"])
    trainer.rng.bit_generator.state = facts["generator"]
    trainer.stopped = _reason(facts["stopped"])
    watch = trainer._watch
    watch.best.save(state["best_theta"])
    watch.best_epoch, watch.epochs_waited, watch.best_value = (
        facts["best_epoch"],
        facts["waited"],
        _or_nan(facts["best_value"]),
    )
    batch_state = {name.removeprefix("batch_"): array for name, array in state.items() if name.startswith("batch_")}
    trainer.batches.restore(batch_state, trainer.batch)


def _refuse_other(trainer: Trainer, state: State, facts: dict[str, Any]) -> None:
    """UserError when the state is of another network, of other rows or of other targets."""
    if state["theta"].shape != trainer.network.theta.shape or facts["rows"] != trainer.batches.n_rows:
        raise UserError(
            tr("The saved run does not fit this data and network."),
            tr(
                "It has {saved_parameters:,} parameters and {saved_rows:,} training rows; here are {parameters:,} and "
                "{rows:,}.",
                saved_parameters=state["theta"].size,
                saved_rows=facts["rows"],
                parameters=trainer.network.n_parameters,
                rows=trainer.batches.n_rows,
            ),
            tr("Open the run with the data and settings it was saved with."),
        )
    if facts["outputs"] != list(trainer.dataset.output_names):
        raise UserError(
            tr("The saved run was trained for other targets or classes."),
            tr(
                "Saved: {saved}. Here: {here}.",
                saved=", ".join(facts["outputs"]),
                here=", ".join(trainer.dataset.output_names),
            ),
            tr("Open the run with the data it was saved with."),
        )


def _reason(plain: dict[str, Any] | None) -> StopReason | None:
    return None if plain is None else StopReason(**plain | {"best_value": _or_nan(plain["best_value"])})


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else value
