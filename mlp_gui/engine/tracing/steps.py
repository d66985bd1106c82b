"""From the operations of a tape to the steps that a person follows: each with its words, operands and result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from mlp_gui.core.translation import tr
from mlp_gui.engine.network.losses import apply_output
from mlp_gui.engine.network.tape import Array, Op, OpKind, ScratchArrays, Stage, run_calls, sub
from mlp_gui.engine.tracing.sandbox import BatchSandbox
from mlp_gui.engine.tracing.tensors import ROWS, AxisKind, Tensor, TensorAxis, tensor

STAGES = (Stage.FORWARD, Stage.LOSS, Stage.BACKWARD, Stage.UPDATE)
_SHOWN_IN = {Stage.BATCH: Stage.FORWARD, Stage.PENALTY: Stage.BACKWARD}


@dataclass(frozen=True, eq=False)
class TraceStep:
    """One operation with the numbers it read and left behind.

    Attributes
    ----------
    kind : OpKind
        What it does.
    layer : int
        1 for the first hidden layer and so on; 0 for the inputs.
    symbol, equation, code : str
        As the engine has them, for display.
    result : Tensor
        What it computed.
    operands : dict of str to Tensor
        What it read, by name.
    shown : bool
        Whether the engine ran no operation for it: it only reads out what the engine holds in another form.
    """

    kind: OpKind
    layer: int
    symbol: str
    equation: str
    code: str
    result: Tensor
    operands: dict[str, Tensor] = field(default_factory=dict)
    shown: bool = False

    @property
    def stage(self) -> Stage:
        """The stage that the step is shown in, one of STAGES."""
        return _SHOWN_IN.get(self.kind.stage, self.kind.stage)


class StepBuilder:
    """Runs a bench's operations in order and turns each into steps.

    Layer arrays of the engine are (units, rows); here everything is (rows, units).
    """

    def __init__(self, bench: BatchSandbox) -> None:
        self.bench, self.network = bench, bench.network
        self.last = bench.network.n_layers
        self.z: dict[int, Tensor] = {}
        self.a: dict[int, Tensor] = {}
        self.clean: dict[int, Tensor] = {}  # activations before dropout
        self.masks: dict[int, Tensor] = {}
        self.slopes: dict[int, Tensor] = {}
        self.deltas: dict[int, Tensor] = {}
        self.gradients: dict[int, Tensor] = {}
        self.weights = self._matrices("W", bench.network.theta)
        self.y = tensor("y", bench.y, ROWS, self.units(self.last), in_target_units=True)
        self.rows = len(self.y.values)
        self.loss = float("nan")

    def units(self, layer: int) -> TensorAxis:
        """Return the axis of a layer's units."""
        return TensorAxis(AxisKind.UNITS, layer)

    def _matrices(self, symbol: str, flat: Array) -> dict[int, Tensor]:
        views = self.network.layer_views(flat)
        return {
            k: tensor(sub(symbol, k), m, TensorAxis(AxisKind.SOURCES, k), self.units(k)) for k, m in enumerate(views, 1)
        }

    # --- forward and loss ------------------------------------------------------------------------------------

    def steps(self) -> Iterator[TraceStep]:
        """Yield all steps, in the order of the engine except for the loss, which the engine sums up last."""
        ops = [op for op in self.bench.ops if op.kind is not OpKind.LOSS]
        sums = [op for op in self.bench.ops if op.kind is OpKind.LOSS]
        yield self._inputs()
        for op in ops:
            if op.stage in (Stage.PENALTY, Stage.UPDATE):
                continue
            # What the outputs mean and what they cost is shown between the last sums and the way back.
            if op.kind is OpKind.ERROR:
                yield self._output()
                op.run()
                yield self._error(op, op.result)
                yield from (self._loss(total) for total in sums)
                continue
            if op.stage is Stage.BACKWARD and not self.deltas:
                yield from self._all_rows_loss(sums)
            op.run()
            yield from self._of(op)

    def _of(self, op: Op) -> Iterator[TraceStep]:
        match op.kind:
            case OpKind.NOISE:
                yield self._noise(op)
            case OpKind.MASK:
                yield from self._mask(op)
            case OpKind.SUM:
                yield self._sum(op)
            case OpKind.ACTIVATION | OpKind.DROP:
                yield self._activation(op)
            case OpKind.DELTA_OUT:
                yield self._delta_out(op.result, op.equation, op.code)
            case OpKind.SLOPE:
                yield from self._slope(op)
            case OpKind.GRADIENT:
                yield self._gradient(op)
            case OpKind.DELTA:
                yield self._delta(op)

    def _inputs(self) -> TraceStep:
        self.a[0] = tensor(sub("a", 0), self.bench.x1[:, :-1], ROWS, self.units(0))
        return TraceStep(
            OpKind.INPUTS,
            0,
            sub("a", 0),
            f"{sub('a', 0)} = " + tr("(file − shift) / scale"),
            "a0 = x[rows]",
            self.a[0],
            shown=True,
        )

    def _noise(self, op: Op) -> TraceStep:
        before = self.a[0]
        self.a[0] = tensor(sub("a", 0), op.result[:, :-1], ROWS, self.units(0))
        return TraceStep(OpKind.NOISE, 0, op.symbol, op.equation, op.code, self.a[0], {"before": before})

    def _mask(self, op: Op) -> Iterator[TraceStep]:
        for k in range(1, self.last):
            self.masks[k] = tensor(sub("r", k), op.result[self._place(k)].T, ROWS, self.units(k))
            yield TraceStep(OpKind.MASK, k, sub("r", k), op.equation, op.code, self.masks[k])

    def _place(self, layer: int, first: int = 1) -> slice:
        """Return where a hidden layer is in a stack that begins with layer `first`; each has a row of ones below."""
        start = sum(self.network.sizes[k] + 1 for k in range(first, layer))
        return slice(start, start + self.network.sizes[layer])

    def _sum(self, op: Op) -> TraceStep:
        k = op.layer
        # The logits are (rows, units) in the engine too.
        values = op.result if k == self.last else op.result.T
        self.z[k] = tensor(op.symbol, values, ROWS, self.units(k))
        operands = {"a": self.a[k - 1], "W": self.weights[k]}
        return TraceStep(OpKind.SUM, k, op.symbol, op.equation, op.code, self.z[k], operands)

    def _activation(self, op: Op) -> TraceStep:
        k, dropped = op.layer, op.kind is OpKind.DROP
        before = self.a[k] if dropped else self.z[k]
        self.a[k] = tensor(op.symbol, op.result.T, ROWS, self.units(k))
        operands = {"a": before, "r": self.masks[k]} if dropped else {"z": before}
        if not dropped:
            self.clean[k] = self.a[k]  # the slopes belong to what f gave, not to what dropout left
        return TraceStep(op.kind, k, op.symbol, op.equation, op.code, self.a[k], operands)

    def _output(self) -> TraceStep:
        output, z = self.network.output, self.z[self.last]
        p = tensor("p", apply_output(output, z.values), ROWS, self.units(self.last), in_target_units=True)
        self.p = p
        name = sub("z", self.last)
        equation = {"identity": f"p = {name}", "sigmoid": f"p = 1 / (1 + e^−{name})"}.get(
            output, f"p = e^{name} / Σ e^{name}"
        )
        code = {"identity": f"p = z{self.last}", "sigmoid": f"p = 1 / (1 + np.exp(-z{self.last}))"}.get(
            output, f"p = softmax(z{self.last})"
        )
        return TraceStep(OpKind.OUTPUT, self.last, "p", equation, code, p, {"z": z, "y": self.y}, shown=True)

    def _error(self, op: Op, values: Array) -> TraceStep:
        loss = self.bench.config.training.loss
        self.e = tensor("e", values, ROWS, self.units(self.last))
        equation, code = f"e = {loss.error_equation}", f"e = {loss.error_code}"
        return TraceStep(OpKind.ERROR, self.last, "e", equation, code, self.e, {"p": self.p, "y": self.y})

    def _all_rows_loss(self, sums: list[Op]) -> Iterator[TraceStep]:
        """Yield errors, loss and slope where they are one operation: for the optimizers that take all rows."""
        yield self._output()
        for op in sums:
            op.run()
            yield self._error(op, self.bench.all_rows("e"))
            yield self._loss(op, run_it=False)
        loss, name = self.bench.config.training.loss, sub("δ", self.last)
        yield self._delta_out(
            self.bench.all_rows("d"), f"{name} = {loss.delta_equation}", f"d{self.last} = {loss.delta_code}"
        )

    def _loss(self, op: Op, run_it: bool = True) -> TraceStep:
        if run_it:
            op.run()
        self.loss = float(op.result)
        values = tensor("ℓ", self._loss_values(), ROWS, self.units(self.last))
        operands = {"p": self.p, "y": self.y, "z": self.z[self.last], "e": self.e} | self._row_weights()
        return TraceStep(OpKind.LOSS, self.last, "L", op.equation, op.code, values, operands)

    def _row_weights(self) -> dict[str, Tensor]:
        weights = self.bench.weights
        return {} if weights is None else {"w": tensor("w", weights[: self.rows], ROWS, TensorAxis(AxisKind.ONE))}

    def _loss_values(self) -> Array:
        """Return what every output of every row adds to the loss before the mean is taken: (n_rows, n_outputs)."""
        # Computed anew, because the tape multiplies its own values by the row weights in place.
        loss, z = self.bench.config.training.loss, np.ascontiguousarray(self.z[self.last].values)
        y = np.ascontiguousarray(self.y.values, z.dtype)
        e, v, work = np.empty_like(z), np.empty_like(z), ScratchArrays(z.dtype)
        run_calls([*loss.errors(z, y, e, work), *loss.values(z, y, e, v, work)])
        return v

    def _delta_out(self, d: Array, equation: str, code: str) -> TraceStep:
        k = self.last
        self.deltas[k] = tensor(sub("δ", k), d, ROWS, self.units(k))
        operands = {"e": self.e} | self._row_weights()
        return TraceStep(OpKind.DELTA_OUT, k, sub("δ", k), equation, code, self.deltas[k], operands)

    # --- backward --------------------------------------------------------------------------------------------

    def _slope(self, op: Op) -> Iterator[TraceStep]:
        """Yield the slopes of one layer, or of several that follow one another."""
        k = op.layer
        while k < self.last and (place := self._place(k, op.layer)).stop <= len(op.result):
            values = op.result[place].T
            symbol = f"f′({sub('z', k)})"
            self.slopes[k] = tensor(symbol, values, ROWS, self.units(k))
            operands = {"z": self.z[k], "a": self.clean[k]}
            if self.masks:
                operands["r"] = self.masks[k]
            yield TraceStep(OpKind.SLOPE, k, symbol, op.equation, op.code, self.slopes[k], operands)
            k += 1

    def _gradient(self, op: Op) -> TraceStep:
        k = op.layer
        self.gradients[k] = tensor(op.symbol, op.result, TensorAxis(AxisKind.SOURCES, k), self.units(k))
        operands = {"a": self.a[k - 1], "δ": self.deltas[k]}
        return TraceStep(OpKind.GRADIENT, k, op.symbol, op.equation, op.code, self.gradients[k], operands)

    def _delta(self, op: Op) -> TraceStep:
        k = op.layer
        self.deltas[k] = tensor(op.symbol, op.result.T, ROWS, self.units(k))
        operands = {"δ": self.deltas[k + 1], "W": self.weights[k + 1], "slope": self.slopes[k]}
        return TraceStep(OpKind.DELTA, k, op.symbol, op.equation, op.code, self.deltas[k], operands)
