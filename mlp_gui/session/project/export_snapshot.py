"""A still is the work at one moment, immutable or copied, so that it can be exported or saved in the background."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.calibration.conformal import ConformalCalibration
from mlp_gui.engine.calibration.temperature import temperature_of, tempered
from mlp_gui.engine.network.ensemble import NetworkOrEnsemble
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.state import State, latest_theta
from mlp_gui.export.common.base import ExportInput
from mlp_gui.model import TrainedModel
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.shared_references import SharedReferences
from mlp_gui.session.training.shared_scores import SharedScores
from mlp_gui.verdict.assessment import assess_answers


@dataclass(frozen=True, eq=False)
class ExportSnapshot:
    """The work at one moment, immutable or copied, so that it can be exported or saved in the background.

    Attributes
    ----------
    prepared : Prepared
    config : RunConfig
    network : Network or Ensemble
        With the weights that are shown.
    history : History
    epoch : int
        Of the weights.
    weights : str
        "best", "last" or "average".
    scores : SharedScores
        Of these weights, shared with the table of scores.
    stopped : str
        Why the run ended; "" while it has not.
    references : SharedReferences or None
        What the network is compared with.
    calibration : ConformalCalibration or None
        Of rows out of fold, for a network without validation rows.
    members : tuple of dict
        Seed, epoch and share of each network of an average.
    """

    prepared: Prepared
    config: RunConfig
    network: NetworkOrEnsemble
    history: History
    epoch: int
    weights: str
    scores: SharedScores
    stopped: str = ""
    references: SharedReferences | None = None
    calibration: ConformalCalibration | None = None
    members: tuple[dict[str, Any], ...] = ()

    def export_input(self) -> ExportInput:
        """Return what exports are made from. Takes a while for a large table: every row is scored."""
        model = TrainedModel.from_run(self.prepared, self.config, self.network, self.epoch, self.weights, self.scores())
        if self.members:
            model = replace(model, provenance=model.provenance | {"members": list(self.members)})
        if self.calibration is not None:
            model = replace(model, calibration=self.calibration)
        if self.references is not None:
            references = self.references()
            found = assess_answers(self.prepared.dataset, self.config.training.loss, references, self.scores.pairs())
            model = replace(model, provenance=model.provenance | found.provenance())
        return ExportInput(model, self.history, self.prepared, self.stopped)

    def at_checkpoint(self, state: State, epoch: int) -> ExportSnapshot:
        """Return the same work at the moment a state was taken, which may be some epochs later.

        Parameters
        ----------
        state : State
        epoch : int
            Of the state's weights.
        """
        network = self.network.copy()
        assert isinstance(network, Network)  # the average has no state to go on from
        network.theta[:] = state["best_theta"] if self.weights == "best" else latest_theta(state)
        same = np.array_equal(network.theta, self.network.theta)
        temperature = temperature_of(network, self.prepared.dataset, self.config.uncertainty)
        asked = network if temperature is None else tempered(network, temperature)
        assert isinstance(asked, Network)
        scores = self.scores if same else SharedScores(asked, self.prepared.dataset)
        return replace(self, network=network, history=History(state["history"]), epoch=epoch, scores=scores)


def export_snapshot(desk: DataState, run: Run, with_average: bool = False) -> ExportSnapshot:
    """Copy the work as it is shown now.

    Parameters
    ----------
    desk : DataState
    run : Run
    with_average : bool
        Whether the average of several networks may be copied where it is shown; a project goes on with one.

    Raises
    ------
    UserError
        If nothing was trained yet.
    """
    prepared, lens, shown = desk.prepared, run.prediction_cache, run.displayed
    if prepared is None or lens is None or shown is None:
        raise UserError(tr("There is no trained network yet."), hint=tr("Open a table and train first."))
    shows_average = with_average and run.weights.is_average
    average = lens.average.copy() if shows_average and lens.average is not None else None
    members = run.weights.average.members if shows_average and run.weights.average is not None else ()
    which = "average" if average is not None else "best" if run.weights.is_best else "last"
    # Not copied: rows that are there never change. That of one network says nothing of the average.
    history = run.history.shared() if average is None else History()
    stopped = "" if run.stopped is None else run.stopped.sentence
    return ExportSnapshot(
        prepared, run.config, average or lens.trained.copy(), history, shown.epoch, which,
        lens.shared_scores() if average is not None else lens.scores_of_one(), stopped,
        lens.references, lens.held_out(run.config.uncertainty.sets) if lens.held_out is not None else None,
        members,
    )  # fmt: skip
