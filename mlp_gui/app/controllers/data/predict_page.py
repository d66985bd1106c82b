"""The predict page and the predictor: choose a table, see the answers, save them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot

from mlp_gui.app.controllers.data.page_controller import PageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.table_search import order_by
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.session.session import Session
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.charts.header_combo import IntervalChoice
from mlp_gui.views.data.pages.predict_page import PredictPage
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.dialogs import ask_open, ask_save


class PredictPageController(PageController):
    """Joins the predictor to its page: choose a table, see the predictions, save them.

    Attributes
    ----------
    page : PredictPage
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window, self._services = session, window, services
        self._predictor = session.predictor
        self._wish: tuple[str, bool] = ("", False)
        self._path = ""
        self._orderer = BackgroundTask(self, mark("Ordering the rows"))
        self._orderer.succeeded.connect(self._on_ordered)
        self._orderer.crashed.connect(services.show_crash)

    @cached_property
    def page(self) -> PredictPage:
        """Return the page; the first request builds it."""
        predictor, page = self._predictor, PredictPage()
        predictor.changed.connect(self._on_changed)
        predictor.progressed.connect(self._on_progress)
        predictor.saved.connect(self._on_saved)
        page.open_requested.connect(self.ask_open)
        page.file_dropped.connect(self.open)
        page.save_requested.connect(self.ask_save)
        page.cancel_requested.connect(predictor.cancel)
        page.order_requested.connect(self._on_order)
        for plot in page.scores.connect_plots(write_atomic):
            plot.refused.connect(self._services.show_error)
        self._level = IntervalChoice()
        self._level.setMinimumWidth(style.px(128))  # or its arrow stands in the text
        page.tools.insertWidget(0, self._level)
        self._level.level_chosen.connect(self._on_level)
        return self.keep(page)

    def close(self) -> None:
        """End the thread that may be at work."""
        self._orderer.close()

    def show(self) -> None:
        """Say what would answer; the page keeps the answers that it has."""
        run, prepared = self._session.run, self._session.data.prepared
        if prepared is None or run.displayed is None:
            return
        pipeline, page = prepared.pipeline, self.page
        self._level.show_level(run.config.uncertainty.level)
        which = "best weights, epoch {epoch:,}" if run.weights.is_best else "last weights, epoch {epoch:,}"
        weights = tr(which, epoch=run.displayed.epoch)
        if run.weights.is_average:
            weights = tr("average of {n} networks", n=run.n_averaged)
        page.show_model(weights, len(pipeline.inputs), pipeline.target_names, pipeline.raw_names)

    @Slot()
    def ask_open(self) -> None:
        """Ask for a table, and predict its rows."""
        ask_open(self._window, self._services.start_folder(), self.open)

    @Slot(str)
    def open(self, path: str) -> None:
        """Predict the rows of a file."""
        if self._session.run.why_not(RunCommand.PREDICT) is None:
            self.show()
            self._path = path
            self._services.attempt(lambda: self._predictor.open(path, self._session.remembered_dialects.find(path)))

    @Slot()
    def ask_save(self) -> None:
        """Ask where to save the predictions."""
        folder = self._services.start_folder()
        proposal = str(Path(folder) / f"{Path(self._predictor.name).stem}_predicted.csv")
        ask_save(self._window, tr("Save the predictions"), proposal, ".csv", self._predictor.save)

    @Slot()
    def _on_changed(self) -> None:
        predictor, page = self._predictor, self.page
        answers = predictor.result
        self._orderer.cancel()
        if predictor.busy:
            page.show_reading(predictor.name, 0.0)
        elif answers is None:
            page.show_empty(predictor.problem)
        elif answers.frame is None:
            page.show_absent(answers.table.name, answers.matched_inputs, answers.missing_inputs)
        else:
            page.show_answers(answers)

    @Slot(float)
    def _on_level(self, level: float) -> None:
        """Predict the same table with intervals of another level."""
        config = self._session.run.config
        self._session.undo_stack.set_config_anew(config.replace(uncertainty=config.uncertainty.replace(level=level)))
        if self._predictor.result is not None:
            self.open(self._path)

    @Slot(str, bool)
    def _on_order(self, name: str, descending: bool) -> None:
        answers = self._predictor.result
        if answers is None or answers.frame is None:
            return
        self._wish = (name, descending)
        if not name:
            self._orderer.cancel()
            self.page.show_order("", False, None)
            return
        self.page.show_sentence(tr("Ordering the rows."))
        values = answers.frame[name]
        self._orderer.start(lambda progress, cancelled: order_by(values, descending, cancelled))

    @Slot(object)
    def _on_ordered(self, order: NDArray[np.int64]) -> None:
        self.page.show_order(*self._wish, order)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        self.page.zone.show_loading(self._predictor.name, share)

    @Slot(str)
    def _on_saved(self, sentence: str) -> None:
        self.page.show_sentence(sentence)
        self._window.status.show_sentence(sentence, "good")
