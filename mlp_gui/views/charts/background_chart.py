"""A chart that takes time to compute: it asks for work at rest, shows how far that is, and can call it off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from mlp_gui.core.number_format import percent
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts.chart import ChartPlot

if TYPE_CHECKING:
    from mlp_gui.engine.training.reports import Snapshot
    from mlp_gui.session.evaluation.plot_update import Look, Scene

Work = Callable[[Callable[[float], None], Callable[[], bool]], Any]


class SlowChart(ChartPlot):
    """A subclass writes `work`, which runs in a thread and must touch no widget, and `take` for its result."""

    group = mark("Understanding")

    work_requested = Signal(object)  # Work
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self._for: Snapshot | None = None  # the weights that the result or the work under way belongs to
        self._epoch = 0
        self._share: float | None = None
        self.cancel = QToolButton()
        self.cancel.setText(tr("cancel"))
        self.cancel.setToolTip(tr("Stop computing this"))
        self.cancel.clicked.connect(self._on_cancel)
        self.header.add_switch(self.cancel)
        self.cancel.hide()

    def work(self, look: Look) -> Work | None:
        """What is to be computed for these weights, with copies of all that it reads."""
        raise NotImplementedError

    def take(self, result: Any) -> None:
        """The result of the work."""
        raise NotImplementedError

    def begin(self, scene: Scene | None) -> None:
        self.scene, self._for, self._epoch = scene, None, 0
        if self._share is not None:
            self._on_cancel()
        self.forget()

    def look(self, look: Look) -> None:
        if not look.resting or look.shown is self._for or not look.shown.epoch + look.shown.batch:
            return
        work = self.work(look)
        if work is not None:
            self._for, self._epoch = look.shown, look.shown.epoch
            self.show_progress(0.0)
            self.work_requested.emit(work)

    def ask_again(self) -> None:
        """Another choice: what is shown must be computed anew."""
        self._for = None
        self.forget()
        if self.isVisible():
            self.came_into_view.emit()

    @Slot(float)
    def show_progress(self, share: float) -> None:
        self._share = share
        self.cancel.show()
        self.mark_dirty()

    @Slot(object)
    def show_result(self, result: Any) -> None:
        self._ended()
        self.take(result)

    @Slot()
    def show_withdrawn(self) -> None:
        self._ended()

    def _ended(self) -> None:
        self._share = None
        self.cancel.hide()
        self.mark_dirty()

    def _on_cancel(self) -> None:
        self._ended()
        self.cancel_requested.emit()

    def awaited(self, text: str) -> str:
        """What stands where the picture will be: that it is being made, or `text`, which says when it will be."""
        return text if self._share is None else tr("Being computed…")

    def said(self, text: str) -> tuple[str, ...]:
        """The notice: how far the work is, or what is shown and for which epoch."""
        if self._share is not None:
            return tr("computing: {share}", share=percent(self._share)), "muted"
        if not self._epoch:
            return "", "muted"
        return tr("{what}, epoch {epoch:,}", what=text, epoch=self._epoch), "muted", text
