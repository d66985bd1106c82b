"""A trace is one batch worked through on copies of a run's state, with every number that the engine's tape computes.

The run is never touched. What a trace of the next batch says is, bit for bit, what the run will do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.engine.network.tape import Array, OpKind, Stage
from mlp_gui.engine.tracing.sandbox import NEXT_BATCH, BatchSandbox, Pick
from mlp_gui.engine.tracing.steps import STAGES, StepBuilder, TraceStep
from mlp_gui.engine.tracing.tensors import Tensor, TensorNames
from mlp_gui.engine.tracing.update_steps import UpdateStepBuilder
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.regularization import penalty
from mlp_gui.engine.training.state import State

__all__ = ["NEXT_BATCH", "STAGES", "Pick", "Trace", "TraceStep", "trace"]


@dataclass(frozen=True, eq=False)
class Trace:
    """One batch, worked through.

    epoch: completed epochs before it; batch: its place in the epoch, from 0. loss: of the batch, without penalties;
    penalty: what they add. theta, theta_after, gradient (as the update saw it), data_gradient (of the loss alone),
    penalised (with penalties, before clipping): (parameters,). memory: (slots, parameters), before it.
    average_after: (parameters,) the moving average of the weights, None without one.
    rate: the learning rate; count: t, updates including this one; masks: dropout factors per hidden layer.
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
        """The steps of a stage, in order."""
        return [step for step in self.steps if step.stage == name]

    def find(self, kind: OpKind | str, layer: int) -> TraceStep:
        """The step of that kind and layer; KeyError when the batch has none."""
        for step in self.steps:
            if step.kind == kind and step.layer == layer:
                return step
        raise KeyError(f"no step {kind} in layer {layer}")


def trace(config: RunConfig, dataset: Dataset, state: State, pick: Pick = NEXT_BATCH) -> Trace:
    """Work a batch through. state: as `Trainer.state()` gives it. UserError when there is no such row."""
    bench = BatchSandbox(config, dataset, state, pick)
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
        names=TensorNames(bench.row_numbers, sizes, dataset.feature_names, dataset.output_names),
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
