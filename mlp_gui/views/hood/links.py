"""What a chosen number has to do with the picture of the network: the units and lines that it depends on."""

from __future__ import annotations

from mlp_gui.engine.tracing.paths import Path, strongest_path
from mlp_gui.engine.tracing.trace import Step, Trace
from mlp_gui.views.inspector.panels.network_picture import Marks

Cell = tuple[int, int]
OF_WEIGHTS = ("gradient", "l1", "l2", "clip_value", "clip_norm", "update", "decay", "max_norm", "average", "move")


def path_of(trace: Trace, step: Step, cell: Cell, row: int) -> Path | None:
    """The chain rule of the chosen weight for a row of the batch; None when no weight is chosen."""
    if step.kind not in OF_WEIGHTS or step.layer == 0:
        return None
    return strongest_path(trace, step.layer, cell[0], cell[1], min(row, trace.x.shape[0] - 1))


def marks_of(trace: Trace, step: Step, cell: Cell, path: Path | None) -> Marks:
    """What to draw out."""
    k, sizes = step.layer, trace.names.sizes
    if path is not None:
        return _marks_of_path(path, k, cell)
    unit = cell[1]
    if step.kind == "sum":
        sources = range(sizes[k - 1])
        return Marks(frozenset((k, i, unit) for i in sources), frozenset({(k, unit), *((k - 1, i) for i in sources)}))
    if step.kind == "delta":
        targets = range(sizes[k + 1])
        return Marks(
            frozenset((k + 1, unit, m) for m in targets), frozenset({(k, unit), *((k + 1, m) for m in targets)})
        )
    return Marks(frozenset(), frozenset({(k, unit)}))


def _marks_of_path(path: Path, layer: int, cell: Cell) -> Marks:
    nodes = {(layer - 1 + at, unit) for at, unit in enumerate(path.units) if unit >= 0}
    edges = {
        (layer + at, a, b)
        for at, (a, b) in enumerate(zip(path.units, path.units[1:], strict=False))
        if a >= 0 and b >= 0
    }
    return Marks(frozenset(edges), frozenset(nodes))
