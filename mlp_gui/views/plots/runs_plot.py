"""Runs side by side: their curves over one another, and a table of what differs and how good they were."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from mlp_gui.views.plots import picture
from mlp_gui.views.plots.base import plots
from mlp_gui.views.plots.chart import ChartPlot, Contents
from mlp_gui.views.plots.chart_items import Item, Line
from mlp_gui.views.plots.colours import dash_of
from mlp_gui.views.plots.header import Key
from mlp_gui.views.plots.reading import exact
from mlp_gui.views.plots.runs_table import RunsTable
from mlp_gui.views.plots.scales import LINEAR, LOG
from mlp_gui.views.plots.ticks import nice_ceiling
from mlp_gui.views.shell.numbers import count, integer


class HasRun(Protocol):
    """One kept run; curves are (points,)."""

    @property
    def number(self) -> int: ...
    @property
    def epochs(self) -> NDArray: ...
    @property
    def train(self) -> NDArray: ...
    @property
    def validation(self) -> NDArray: ...
    @property
    def name(self) -> str: ...
    @property
    def shown(self) -> bool: ...


@plots.register("runs", "Runs side by side")
class RunsPlot(ChartPlot):
    short, place = "Runs", "top_left"
    help = "Every run of this session: its curve, what was set otherwise, how good it was. Double-click restores one."

    restore_requested = Signal(int)
    shown_changed = Signal(int, bool)
    renamed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: list[HasRun] = []
        self.curve = self.add_choice("Which loss is compared", "validation", "training")
        self.log_y = self.add_toggle("log y", "Loss on a logarithmic axis")
        self.table = RunsTable()
        self.table.restore_requested.connect(self.restore_requested)
        self.table.shown_changed.connect(self.shown_changed)
        self.table.renamed.connect(self.renamed)
        body = QSplitter(Qt.Orientation.Vertical)
        body.setChildrenCollapsible(False)
        body.addWidget(self.axes)
        body.addWidget(self.table)
        body.setSizes([220, 120])
        self.set_body(body)

    def show_runs(self, runs: Sequence[HasRun], rows: Sequence[tuple[str, ...]], current: int) -> None:
        """runs in order; rows: what differs, epochs, best loss, score and ending of each; current: its number."""
        self._runs = list(runs)
        self.table.show_runs([(r.number, r.name or f"run {r.number}", r.shown) for r in runs], rows, current)
        self.mark_dirty()

    def _values(self, run: HasRun) -> NDArray:
        """The chosen curve; the training loss where there is no validation."""
        validation = self.curve.index() == 0 and np.isfinite(run.validation).any()
        return run.validation if validation else run.train

    def contents(self) -> Contents:
        scale = LOG if self.log_y.isChecked() else LINEAR
        self.axes.set_scales(LINEAR, scale)
        items: list[Item] = []
        keys, last = [], 1.0
        for run in self._runs:
            if not run.shown or not len(run.epochs):
                continue
            y = self._values(run)
            colour, mark = f"@{run.number - 1}", dash_of(run.number - 1)
            items.append(Line(run.epochs, scale.to(y), colour, mark, partial(self._read_at, run, y)))
            keys.append(Key(run.name or f"run {run.number}", colour, mark))
            last = max(last, float(run.epochs[-1]))
        return Contents(
            items,
            "epoch",
            f"{self.curve.chosen()} loss",
            (0.0, nice_ceiling(max(10.0, 1.02 * last))),
            keys=keys,
            notice=(count(len(self._runs), "run") if self._runs else "", "muted"),
            empty="A run is kept here whenever it stops.",
        )

    def _read_at(self, run: HasRun, y: NDArray, at: int) -> tuple[str, ...]:
        return (f"{run.name or f'run {run.number}'}, epoch {integer(int(run.epochs[at]))}: {exact(float(y[at]))}",)

    def restyle(self) -> None:
        super().restyle()
        self.table.restyle()

    def columns(self) -> picture.Columns:
        made: dict[str, NDArray] = {}
        for run in self._runs:
            name = run.name or f"run {run.number}"
            made |= {
                f"epoch of {name}": run.epochs,
                f"training {name}": run.train,
                f"validation {name}": run.validation,
            }
        return made or {"epoch": np.zeros(0), "training": np.zeros(0)}
