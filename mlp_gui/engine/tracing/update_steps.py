"""The end of a batch as steps: penalties, clipping and the update, layer by layer, with the optimizer's memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mlp_gui.engine.network.tape import Array, Op, OpKind, Stage, sub
from mlp_gui.engine.tracing.steps import StepBuilder, TraceStep
from mlp_gui.engine.tracing.tensors import AxisKind, Tensor, TensorAxis, tensor
from mlp_gui.engine.tracing.update_code import memory_names


class UpdateStepBuilder:
    """Builds the steps after the gradient, where a StepBuilder has computed it."""

    def __init__(self, walk: StepBuilder) -> None:
        self.walk, self.bench, self.network = walk, walk.bench, walk.network
        self.data_gradient: Array = walk.bench.gradient.copy()
        self.penalised = self.gradient = self.data_gradient

    def steps(self) -> Iterator[TraceStep]:
        """Yield the steps of penalties, clipping and the update."""
        ops = [op for op in self.bench.ops if op.stage in (Stage.PENALTY, Stage.UPDATE)]
        for op in ops:
            yield from self._penalty(op) if op.stage is Stage.PENALTY else self._update(op)
        if self.bench.full is not None:
            yield from self._full_step()

    def _layers(self, symbol: str, flat: Array) -> list[Tensor]:
        return [
            tensor(sub(symbol, k), m, TensorAxis(AxisKind.SOURCES, k), TensorAxis(AxisKind.UNITS, k))
            for k, m in enumerate(self.network.layer_views(flat), 1)
        ]

    def _penalty(self, op: Op) -> Iterator[TraceStep]:
        before = self.bench.gradient.copy()
        op.run()
        self.gradient = self.bench.gradient.copy()
        if op.kind in (OpKind.L1, OpKind.L2):
            self.penalised = self.gradient
        pairs = zip(
            self._layers("∂L/∂W", before),
            self._layers("∂L/∂W", self.gradient),
            self._layers("W", self.network.theta),
            strict=True,
        )
        # Of the gradient as it was: clipping has shortened the present one.
        norms = [float(np.sqrt((m * m).sum())) for m in self.network.layer_views(before)]
        total = float(np.sqrt(before @ before))
        for k, (old, new, w) in enumerate(pairs, 1):
            operands = {"g": old, "W": w}
            if op.kind is OpKind.CLIP_NORM:
                norm = total if self.bench.config.training.clip == "global_norm" else norms[k - 1]
                operands = {
                    "g": old,
                    "norm": tensor("‖g‖", np.array([[norm]]), TensorAxis(AxisKind.ONE), TensorAxis(AxisKind.ONE)),
                }
            yield TraceStep(op.kind, k, old.symbol, op.equation, op.code, new, operands)

    def _update(self, op: Op) -> Iterator[TraceStep]:
        u = self.bench.update
        theta, memory, average = u.theta.copy(), u.state.copy(), None if u.average is None else u.average.copy()
        op.run()
        if op.kind is OpKind.UPDATE:
            yield from self._of_memory(op, theta, memory)
            return
        if op.kind is OpKind.AVERAGE:
            yield from self._of_average(op, average)
            return
        for k, (old, new) in enumerate(zip(self._layers("W", theta), self._layers("W", u.theta), strict=True), 1):
            yield TraceStep(op.kind, k, old.symbol, op.equation, op.code, new, {"W": old})

    def _of_memory(self, op: Op, theta: Array, memory: Array) -> Iterator[TraceStep]:
        u, names = self.bench.update, memory_names(self.bench.config.training.optimizer)
        named = {"W": theta, "g": self.gradient}
        # Not strict: RMSprop keeps a second vector that its plain form does not use.
        named |= dict(zip(names, memory, strict=False))
        named |= {f"{name} new": row for name, row in zip(names, u.state, strict=False)}
        symbols = {"W": "W", "g": "∂L/∂W"} | {name: _shown(name) for name in named if name not in ("W", "g")}
        split = {name: self._layers(symbols[name], flat) for name, flat in named.items()}
        for k, new in enumerate(self._layers("W", u.theta), 1):
            operands = {name: tensors[k - 1] for name, tensors in split.items()}
            yield TraceStep(OpKind.UPDATE, k, new.symbol, op.equation, op.code, new, operands)

    def _of_average(self, op: Op, before: Array | None) -> Iterator[TraceStep]:
        """Yield the moving average, which follows the weights slowly and by which the run is judged."""
        u = self.bench.update
        assert before is not None
        assert u.average is not None
        old = self._layers("W̄", np.where(np.isnan(before), u.theta, before))  # it begins at the first new weights
        for k, (mean, w, new) in enumerate(
            zip(old, self._layers("W", u.theta), self._layers("W̄", u.average), strict=True), 1
        ):
            yield TraceStep(OpKind.AVERAGE, k, new.symbol, op.equation, op.code, new, {"mean": mean, "W": w})

    def _full_step(self) -> Iterator[TraceStep]:
        """Yield the move of an optimizer that takes all rows: it looks at the loss several times before it moves."""
        full, optimizer = self.bench.full, self.bench.config.training.optimizer
        assert full is not None
        theta = self.bench.update.theta.copy()
        full.run(0)
        pairs = zip(
            self._layers("W", theta),
            self._layers("∂L/∂W", self.gradient),
            self._layers("W", self.bench.update.theta),
            strict=True,
        )
        for k, (old, g, new) in enumerate(pairs, 1):
            yield TraceStep(OpKind.MOVE, k, new.symbol, optimizer.equation, optimizer.code, new, {"W": old, "g": g})


def _shown(name: str) -> str:
    return name.removesuffix(" new") + ("′" if name.endswith(" new") else "")
