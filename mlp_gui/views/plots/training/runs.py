"""Runs side by side: their curves over one another, and a table of what differs and how good they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from mlp_gui.core.number_format import format_exact
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.scales import LINEAR, LOG
from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.session.evaluation.plot_update import PlotUpdate
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.charts.chart import ChartContents, ChartPlot
from mlp_gui.views.charts.colours import dash_pattern, resolve_colour
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import NO_ROWS, HitResult, Item, Line
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.plots.training.runs_bar import RunsBar
from mlp_gui.views.plots.training.runs_model import RunsTableData
from mlp_gui.views.plots.training.runs_table import RunsTable
from mlp_gui.views.theme import style

REACH = 9.0  # pixels between the pointer and a fork that is read out


class HasRun(Protocol):
    """One kept run.

    Attributes
    ----------
    number : int
    epochs, train, validation : ndarray of shape (n_points,)
        The curves of the losses.
    name : str
    shown : bool
    parent, fork_epoch : int
        The run it branched off and where; 0 for none.
    """

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
    @property
    def parent(self) -> int: ...
    @property
    def fork_epoch(self) -> int: ...


@dataclass(frozen=True, eq=False)
class LiveRun:
    """The run that is going on, as `HasRun`."""

    number: int
    epochs: NDArray
    train: NDArray
    validation: NDArray
    parent: int
    fork_epoch: int
    shown: bool
    name: str = ""


@dataclass(frozen=True, eq=False)
class ForkMark(Item):
    """Ring where a run branches off another one.

    Attributes
    ----------
    x, y : float
        Epoch and loss.
    colour : str
    text : str
        Read out when it is pointed at.
    """

    x: float
    y: float
    colour: str
    text: str

    def _place(self, axes: Axes) -> QPointF:
        x, y = axes.to_pixels(np.array([self.x]), np.array([self.y]))
        return QPointF(float(x[0]), float(y[0]))

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(style.current().panel))
        painter.setPen(QPen(resolve_colour(self.colour), 1.8))
        painter.drawEllipse(self._place(axes), 4.0, 4.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        here = self._place(axes)
        away = float(np.hypot(here.x() - place.x(), here.y() - place.y()))
        # Nearer than it is, so that it is read before the two curves that meet in it.
        return HitResult(0.3 * away, (self.text,), NO_ROWS, here) if away <= REACH else None


@plots.register("runs", "Runs")
class RunsPlot(ChartPlot):
    """Curves of the session's runs over one another, with the table of runs below.

    Attributes
    ----------
    table : RunsTable

    Signals
    -------
    restore_requested(int), remove_requested(int), shown_changed(int, bool), renamed(int, str)
        As of `RunsTable`.
    compare_requested(int)
        Number of the chosen run, 0 for none.
    """

    short, place = mark("Runs"), "top_left"
    help = mark(
        "Every run of this session: its curve, what was set otherwise, how good it was. Double-click restores one."
    )

    restore_requested = Signal(object)
    remove_requested = Signal(object)
    shown_changed = Signal(object, bool)
    renamed = Signal(object, str)
    compare_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: list[HasRun] = []
        self._live: LiveRun | None = None
        self._curve = self.add_choice(tr("Which loss is compared"), mark("validation"), mark("training"))
        self._log_y = self.add_toggle(tr("log y"), tr("Loss on a logarithmic axis"))
        self.table = RunsTable()
        self.table.restore_requested.connect(self.restore_requested)
        self.table.remove_requested.connect(self.remove_requested)
        self.table.shown_changed.connect(self.shown_changed)
        self.table.renamed.connect(self.renamed)
        body = QSplitter(Qt.Orientation.Vertical)
        body.setChildrenCollapsible(False)
        body.addWidget(self.axes)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = RunsBar(self.table)
        bar.compare_requested.connect(self.compare_requested)
        column.addWidget(bar)
        column.addWidget(self.table)
        body.addWidget(below)
        body.setSizes([150, 180])
        self.set_body(body)

    def show_runs(self, runs: Sequence[HasRun], table: RunsTableData) -> None:
        """Show runs, in the order of their numbers, and a table of the same runs with their names."""
        self._runs = list(runs)
        self.table.show_table(table)
        self.mark_dirty()

    def update_plot(self, look: PlotUpdate) -> None:
        """Draw the run that is going on; at rest it is one of the list."""
        before, self._live = self._live, None
        if not look.at_rest and len(look.history):
            table = self.table.runs.table
            number = table.current or 1 + max((row.number for row in table.rows), default=0)
            kept = next((run for run in self._runs if run.number == number), None)
            past = (kept.parent, kept.fork_epoch, kept.shown) if kept is not None else (0, 0, True)
            history = look.history
            self._live = LiveRun(number, history.epochs, history.train_loss, history.validation_loss, *past)
        if before is not None or self._live is not None:
            self.mark_dirty()

    def _drawn(self) -> list[HasRun]:
        """Return the kept runs, the one that is going on in place of what was kept of it."""
        live = self._live
        if live is None:
            return self._runs
        return sorted([*(run for run in self._runs if run.number != live.number), live], key=lambda run: run.number)

    def _name(self, number: int) -> str:
        row = self.table.runs.table.find(number)
        return row.name if row is not None else tr("run {n}", n=number)

    def _values(self, run: HasRun) -> NDArray:
        """Return the chosen curve; the training loss where there is no validation."""
        validation = self._curve.index() == 0 and np.isfinite(run.validation).any()
        return run.validation if validation else run.train

    def contents(self) -> ChartContents:
        scale = LOG if self._log_y.isChecked() else LINEAR
        self.axes.set_scales(LINEAR, scale)
        drawn = {run.number: run for run in self._drawn() if run.shown and len(run.epochs)}
        lines: list[Item] = []
        forks: list[Item] = []
        keys, last = [], 1.0
        for run in drawn.values():
            colour, dash = f"@{run.number - 1}", dash_pattern(run.number - 1)
            y, own = self._values(run), own_part(run, run.parent in drawn)
            at = np.flatnonzero(own)
            lines.append(Line(run.epochs[own], scale.to(y[own]), colour, dash, partial(self._read_at, run, y, at)))
            if run.parent in drawn and len(at):
                forks.append(ForkMark(run.epochs[at[0]], scale.to(y[at[:1]])[0], colour, self._fork_text(run)))
            keys.append(LegendKey(self._name(run.number), colour, dash))
            last = max(last, float(run.epochs[-1]))
        return ChartContents(
            lines + forks,
            tr("epoch"),
            tr("loss"),
            (0.0, nice_ceiling(max(10.0, 1.02 * last))),
            keys=keys,
            notice=(tr_n("{n:,} run", "{n:,} runs", len(self._runs)) if self._runs else "", "muted"),
            empty=tr("A run is kept here whenever it stops."),
        )

    def _fork_text(self, run: HasRun) -> str:
        names = {"name": self._name(run.number), "parent": self._name(run.parent)}
        return tr("{name} branches off {parent} after epoch {epoch:,}", epoch=run.fork_epoch, **names)

    def _read_at(self, run: HasRun, y: NDArray, own: NDArray, at: int) -> tuple[str, ...]:
        k = int(own[at])
        said = {"name": self._name(run.number), "epoch": int(run.epochs[k]), "value": format_exact(float(y[k]))}
        return (tr("{name}, epoch {epoch:,}: {value}", **said),)

    def restyle(self) -> None:
        super().restyle()
        self.table.restyle()

    def columns(self) -> image_export.Columns:
        made: dict[str, NDArray] = {}
        for run in self._runs:
            name = run.name or f"run {run.number}"
            made |= {
                f"epoch of {name}": run.epochs,
                f"training {name}": run.train,
                f"validation {name}": run.validation,
            }
        return made or {"epoch": np.zeros(0), "training": np.zeros(0)}


def own_part(run: HasRun, parent_is_drawn: bool) -> NDArray[np.bool_]:
    """Return which points of a curve are drawn: the past that a fork shares is left to its parent's curve."""
    if not parent_is_drawn:
        return np.ones(len(run.epochs), bool)
    own: NDArray[np.bool_] = run.epochs >= run.fork_epoch
    return own
