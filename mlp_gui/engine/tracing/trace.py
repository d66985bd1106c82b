"""A trace is one batch worked through on copies of a run's state, with every number that the engine's tape computes.

The run is never touched. What a trace of the next batch says is, bit for bit, what the run will do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.engine.network.tape import Array, OpKind, Stage
from mlp_gui.engine.tracing.sandbox import NEXT_BATCH, BatchSandbox, Pick, PickKind
from mlp_gui.engine.tracing.steps import STAGES, StepBuilder, TraceStep
from mlp_gui.engine.tracing.tensors import Tensor, TensorNames
from mlp_gui.engine.tracing.update_steps import UpdateStepBuilder
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.regularization import penalty
from mlp_gui.engine.training.state import State

__all__ = ["NEXT_BATCH", "STAGES", "Pick", "PickKind", "Trace", "TraceStep", "trace"]


@dataclass(frozen=True, eq=False)
class Trace:
    """One batch, worked through.

    Attributes
    ----------
    config : RunConfig
    dataset : Dataset
    pick : Pick
        Which rows these are.
    epoch, batch : int
        Completed epochs before it, and its place in the epoch, from 0.
    names : TensorNames
    steps : tuple of TraceStep
    x, y : Tensor
    weights : ndarray, shape (n_rows, 1), or None
        Row weights.
    masks : dict of int to Tensor
        Dropout factors of each hidden layer.
    loss, penalty : float
        The loss of the batch without penalties, and what they add.
    theta, theta_after : ndarray, shape (n_parameters,)
    data_gradient, penalised, gradient : ndarray, shape (n_parameters,)
        Of the loss alone, with penalties before clipping, and as the update saw it.
    memory : ndarray, shape (slots, n_parameters)
        The optimizer's memory before the update.
    average_after : ndarray, shape (n_parameters,), or None
        Moving average of the weights.
    rate, count : float
        Learning rate, and t: the number of updates including this one.
    """

    config: RunConfig
    dataset: Dataset
    pick: Pick
    epoch: int
    batch: int
    names: TensorNames
    steps: tuple[TraceStep, ...]
    x: Tensor
    y: Tensor
    weights: Array | None
    masks: dict[int, Tensor]
    loss: float
    penalty: float
    theta: Array
    theta_after: Array
    data_gradient: Array
    penalised: Array
    gradient: Array
    memory: Array
    average_after: Array | None
    rate: float
    count: float

    @property
    def layout(self) -> ParameterLayout:
        """Where each weight is in theta."""
        return ParameterLayout(self.names.sizes)

    def stage(self, name: Stage | str) -> list[TraceStep]:
        """Return the steps of a stage, in order."""
        return [step for step in self.steps if step.stage == name]

    def find(self, kind: OpKind | str, layer: int) -> TraceStep:
        """Return a step.

        Parameters
        ----------
        kind : OpKind or str
        layer : int

        Raises
        ------
        KeyError
            If the batch has no such step.
        """
        for step in self.steps:
            if step.kind == kind and step.layer == layer:
                return step
        raise KeyError(f"no step {kind} in layer {layer}")


def trace(config: RunConfig, dataset: Dataset, state: State, pick: Pick = NEXT_BATCH) -> Trace:
    """Run a batch on copies of a run's state, and keep every number.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset
    state : State
        As `Trainer.state` returns it.
    pick : Pick

    Raises
    ------
    UserError
        If there is no such row.
    """
    bench = BatchSandbox(config, dataset, state, pick)
    # Before the walk, whose last operation is the update.
    theta, memory = bench.network.theta.copy(), bench.update.state.copy()
    walk = StepBuilder(bench)
    with np.errstate(all="ignore"):
        steps = list(walk.steps())
        ending = UpdateStepBuilder(walk)
        steps += ending.steps()
    sizes = bench.network.sizes
    return Trace(
        config=config,
        dataset=dataset,
        pick=pick,
        epoch=bench.epoch,
        batch=bench.batch,
        names=TensorNames(
            bench.row_numbers,
            sizes,
            dataset.feature_names,
            dataset.output_names,
            dataset.feature_blocks if dataset.piecewise else (),
        ),
        steps=tuple(steps),
        x=walk.a[0],
        y=walk.y,
        weights=None if bench.weights is None else bench.weights[: walk.rows],
        masks=walk.masks,
        loss=walk.loss,
        penalty=penalty(config.training, theta, bench.update.decayed),
        theta=theta,
        theta_after=bench.network.theta.copy(),
        data_gradient=ending.data_gradient,
        penalised=ending.penalised,
        gradient=ending.gradient,
        memory=memory,
        average_after=None if bench.update.average is None else bench.update.average.copy(),
        rate=float(bench.update.rate),
        count=float(bench.update.count),
    )
