"""What was predicted against what is true: points around the identity line, or a confusion matrix for classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QStackedWidget, QToolButton, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_exact, format_integer
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.core.visible_text import visible
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval, Promise
from mlp_gui.session.evaluation.time_zoom import TimeZoom
from mlp_gui.session.training.prediction_cache import MAX_POINTS
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import DRAW_AROUND
from mlp_gui.views.charts.header_combo import IntervalChoice, ShowAllButton
from mlp_gui.views.charts.plot import Plot, Rows, plots
from mlp_gui.views.charts.read_out import not_finite_text
from mlp_gui.views.charts.row_chart import tidy_difference
from mlp_gui.views.plots.evaluation.confusion_matrix import ConfusionCanvas, class_numbers, confusion_counts
from mlp_gui.views.plots.evaluation.scatter_axes import ScatterAxes
from mlp_gui.views.plots.evaluation.scatter_points import HasPredictions, points_of_target
from mlp_gui.views.theme.plain_text import set_tip

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext


@plots.register("fit", "Fit")
class PredictedVsTruePlot(Plot):
    """Scatter of predicted over true values, or a confusion matrix of each subset for classes.

    Attributes
    ----------
    points : ScatterAxes
    confusion : ConfusionCanvas
    target : QComboBox
        Which of several targets is shown.
    log : QToolButton
        Whether the axes are logarithmic; hidden for classes.
    interval : IntervalChoice
        Shown where `chooses_level`, and for numbers.

    Signals
    -------
    row_requested(int)
        A row of the table, from 0, is to be shown there.
    """

    short, place = mark("Fit"), "top_right"
    group = mark("Evaluation")
    help = mark(
        "Every row as a point; on the grey line the prediction is exact, the others are fitted to a subset. "
        "For classes, how often each was taken for which."
    )

    row_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = Task.REGRESSION
        self._targets: tuple[str, ...] = ()
        self._named: tuple[str, ...] = ()  # the targets with their units
        self._classes: tuple[str, ...] = ()
        self._rows: dict[str, HasPredictions] = {}
        self.points = ScatterAxes()
        self.points.pointed_at.connect(self._on_point)
        self.confusion = ConfusionCanvas()
        self.confusion.pointed.connect(self.show_hover_text)
        self.points.row_pressed.connect(self._on_row)
        self.points.enclosed.connect(self._on_enclosed)
        self.confusion.cell_chosen.connect(self._on_cell)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.points)
        self._pages.addWidget(self.confusion)
        self.set_body(self._pages)
        self._promise: Promise | None = None
        self._promised, self.chooses_level = "", True
        self._within = TimeZoom()  # the stretch of time that the rows are from
        self._add_switches()
        self._reset_view = self._offer(tr("Show all points"), self.points.reset_view)
        self._draw_around = self._offer(tr(DRAW_AROUND), self.points.arm_lasso)
        self._show_row = self._offer(tr("Show the row in the table"), self._on_show_row)
        self._row: int | None = None
        self.points.row_chosen.connect(self.row_requested)
        self.mark_dirty()

    def _add_switches(self) -> None:
        self.target = QComboBox()
        set_tip(self.target, tr("The target that is shown"))
        self.target.currentIndexChanged.connect(self.points.forget)
        self.target.currentIndexChanged.connect(self.mark_dirty)
        self.header.add_switch(self.target)
        self.target.hide()
        self.log = QToolButton()
        self.log.setText(tr("log"))
        self.log.setCheckable(True)
        set_tip(self.log, tr("Logarithmic axes; values of 0 and below have no place on them"))
        self.log.toggled.connect(self.points.set_logarithmic)
        self.log.toggled.connect(self.mark_dirty)
        self.interval = IntervalChoice()
        for switch in (self.log, self.interval, ShowAllButton()):
            self.header.add_switch(switch)

    def _offer(self, text: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    @classmethod
    def title_for(cls, task: Task | None, in_full: bool) -> str:
        if task is not None and task.is_classification:
            return tr("Confusion matrix")
        return super().title_for(task, in_full)

    # --- what it shows ---------------------------------------------------------------------------------------

    def set_run(self, scene: RunContext | None) -> None:
        if scene is not None:
            self.show_task(scene.task, scene.dataset.target_names, scene.dataset.class_names)
            self._named = tuple(map(scene.with_unit, scene.dataset.target_names))
        else:
            self.clear()

    def update_plot(self, look: PlotUpdate) -> None:
        self._promise, self._promised = look.promise, look.promise_sentence(self._output())
        self.interval.show_level(look.level)
        self._within = look.zoom
        self.show_predictions(look.visible_predictions)

    def show_task(self, task: Task, targets: Sequence[str], classes: Sequence[str] = ()) -> None:
        """Prepare for what is predicted.

        Parameters
        ----------
        task : Task
        targets : sequence of str
            Names of the target columns.
        classes : sequence of str
            Names of the classes, in order.
        """
        self._task, self._targets, self._classes = task, tuple(targets), tuple(classes)
        several, self._named = len(targets) > 1 and task is not Task.MULTICLASS, self._targets
        with QSignalBlocker(self.target):  # nobody chooses a target here
            self.target.clear()
            self.target.addItems(list(map(visible, targets)))
        self.target.setVisible(several)
        self.log.setVisible(not task.is_classification)
        self.interval.setVisible(self.chooses_level and not task.is_classification)
        self.header.title.setText(self.title_for(task, True))
        self._pages.setCurrentWidget(self.confusion if task.is_classification else self.points)
        self.clear()

    def show_predictions(self, seen: Mapping[str, HasPredictions]) -> None:
        """Show the rows of each subset; subsets without rows may be left out."""
        self._rows = {name: rows for name, rows in seen.items() if len(rows.true)}
        self.mark_dirty()

    def clear(self) -> None:
        self._rows = {}
        self.points.forget()
        self.confusion.clear()
        self.show_hover_text("")
        self.mark_dirty()

    # --- a frame ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        if self._task.is_classification:
            self._draw_confusion()
        else:
            self._draw_points()
        said, kind = self._sentence()
        self.show_notice(self._within.sentence(said), kind, *self._within.shorter(said))

    def finish_animation(self) -> None:
        if self.points.finish_animation():
            self.mark_dirty()

    def _output(self) -> int:
        return max(0, self.target.currentIndex())  # -1 while there are no targets

    def _draw_points(self) -> None:
        at = self._output()
        shown = {subset: points_of_target(rows, at) for subset, rows in self._rows.items()}
        own = self._promise
        self.points.interval = partial(own.ends_of, target=at) if isinstance(own, PredictionInterval) else None
        self.points.show_points(shown, self._named[at] if self._named else "", MAX_POINTS)

    def _draw_confusion(self) -> None:
        at = self._output()
        names = self._classes or ("0", "1")
        counts = {}
        for subset, rows in self._rows.items():
            true, predicted = (class_numbers(self._task, values, at) for values in (rows.true, rows.predicted))
            counts[subset] = confusion_counts(true, predicted, len(names))
        self.confusion.show_counts(counts, names)

    def _sentence(self) -> tuple[str, str]:
        if not self._rows:
            return "", "muted"
        bad = sum(int((~np.isfinite(rows.predicted)).any(axis=1).sum()) for rows in self._rows.values())
        if bad:
            return not_finite_text(bad), "bad"
        if not self._task.is_classification and self.points.hidden:
            return (
                tr_n(
                    "{n:,} row has no place on these axes", "{n:,} rows have no place on these axes", self.points.hidden
                ),
                "warning",
            )
        at = 0 if self._task.is_classification else self._output()
        unknown = sum(int(np.isnan(rows.true[:, at]).sum()) for rows in self._rows.values())
        given = sum(len(rows.true) for rows in self._rows.values()) - unknown
        total = sum(max(rows.rows_in_subset, len(rows.true)) for rows in self._rows.values()) - unknown
        shown = given if self._task.is_classification else self.points.shown_rows()
        if shown < total and self._task.is_classification:
            return tr("{shown:,} of {total:,} rows, evenly spaced", shown=shown, total=total), "muted"
        if given < total:
            said = tr("{shown:,} of {total:,} rows, evenly spaced; R² and r² of these", shown=given, total=total)
            return said, "muted"
        if shown < total:
            return tr("{shown:,} of {total:,} rows drawn, the extremes among them", shown=shown, total=total), "muted"
        said = self._within.rows_text(total)
        return f"{said} · {self._promised}" if self._promised else said, "muted"

    # --- pointer and switches --------------------------------------------------------------------------------

    def _on_point(self, found: tuple[str, int, float, float] | None) -> None:
        if found is None:
            self.show_hover_text("")
            return
        subset, row, true, predicted = found
        said = {"row": row + 1, "true": format_exact(true), "predicted": format_exact(predicted)}
        self.show_hover_text(
            tr(
                "row {row:,} ({subset}): true {true}, predicted {predicted}, error {error}",
                subset=tr(subset),
                error=tidy_difference(true - predicted),
                **said,
            ),
            tr("row {row:,}: true {true}, predicted {predicted}", **said),
            f"{format_integer(row + 1)}: {format_exact(true)} → {format_exact(predicted)}",
        )

    def _on_row(self, row: int | None) -> None:
        self.rows_chosen.emit(np.array([] if row is None else [row], np.int64))

    def _on_enclosed(self, corners: NDArray) -> None:
        self.rows_chosen.emit(self.points.enclosed_rows(corners))

    def _on_cell(self, cell: tuple[str, int, int] | None) -> None:
        """Choose the rows that a cell counts."""
        if cell is None:
            self._on_row(None)
            return
        rows, at = self._rows[cell[0]], self._output()
        true, predicted = (class_numbers(self._task, values, at) for values in (rows.true, rows.predicted))
        self.rows_chosen.emit(np.asarray(rows.row_numbers)[(true == cell[1]) & (predicted == cell[2])])

    def show_selection(self, rows: Rows) -> None:
        self.points.chosen = rows
        self.points.repaint_inside()

    def extra_actions(self) -> list[QAction]:
        self._reset_view.setEnabled(self.points.user_zoomed)
        self._row = self.points.row_at()  # the pointer leaves the point when the menu opens
        self._show_row.setEnabled(self._row is not None)
        return [] if self._task.is_classification else [self._show_row, self._draw_around, self._reset_view]

    def _on_show_row(self) -> None:
        if self._row is not None:
            self.row_requested.emit(self._row)

    def set_vector_mode(self, on: bool) -> None:
        self.points.set_vector_mode(on)

    def restyle(self) -> None:
        self.points.restyle()
        self.confusion.restyle()

    def columns(self) -> image_export.Columns:
        if self._task.is_classification:
            return self.confusion.columns()
        at = self._output()
        made: dict[str, list] = {"subset": [], "row": [], "true": [], "predicted": []}
        for subset, rows in self._rows.items():
            made["subset"] += [subset] * len(rows.true)
            made["row"] += (np.asarray(rows.row_numbers) + 1).tolist()
            made["true"] += rows.true[:, at].tolist()
            made["predicted"] += rows.predicted[:, at].tolist()
        return made
