"""A chart that takes time to compute: it asks for the work when the run rests, shows its progress and can cancel it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from mlp_gui.core.number_format import format_percent
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts.chart import ChartPlot
from mlp_gui.views.theme.plain_text import set_tip

if TYPE_CHECKING:
    from mlp_gui.engine.training.reports import Snapshot
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

Work = Callable[[Callable[[float], None], Callable[[], bool]], Any]


class BackgroundChart(ChartPlot):
    """Base of plots whose result takes a while. A subclass writes `make_work` and `set_result`.

    The work runs in a thread and must touch no widget.

    Attributes
    ----------
    scene : RunContext or None
        The run that is shown; None when there is none.
    cancel : QToolButton
        Visible in the header while work is under way.

    Signals
    -------
    work_requested(Work)
        Run this in the background and answer by `show_progress`, `show_result` or `show_cancelled`.
    cancel_requested
        Stop the work under way; its result is not wanted any more.
    """

    group = mark("Understanding")

    work_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: RunContext | None = None
        self._for: Snapshot | None = None  # the weights that the result or the work under way belongs to
        self._epoch = 0
        self._share: float | None = None
        self.cancel = QToolButton()
        self.cancel.setText(tr("cancel"))
        set_tip(self.cancel, tr("Stop computing this"))
        self.cancel.clicked.connect(self._on_cancel)
        self.header.add_switch(self.cancel)
        self.cancel.hide()

    def make_work(self, look: PlotUpdate) -> Work | None:
        """Make the work for the displayed weights, or None when there is nothing to do. Override.

        Returns
        -------
        Work or None
            A function of `progress(share)` and `cancelled()`. It holds copies of all that it reads.
        """
        raise NotImplementedError

    def set_result(self, result: Any) -> None:
        """Take what the work returned. Override."""
        raise NotImplementedError

    def set_run(self, scene: RunContext | None) -> None:
        self.scene, self._for, self._epoch = scene, None, 0
        # The result of work for the former run must not appear under the new one.
        if self._share is not None:
            self._on_cancel()
        self.reset_ranges()

    def update_plot(self, look: PlotUpdate) -> None:
        if not look.at_rest or look.displayed is self._for or not look.displayed.epoch + look.displayed.batch:
            return
        work = self.make_work(look)
        if work is not None:
            self._for, self._epoch = look.displayed, look.displayed.epoch
            self.show_progress(0.0)
            self.work_requested.emit(work)

    def request_again(self) -> None:
        """Ask for new work, because what is shown belongs to another choice."""
        self._for = None
        self.reset_ranges()
        if self.isVisible():
            self.became_visible.emit()

    @Slot(float)
    def show_progress(self, share: float) -> None:
        """Show the share of the work that is done, 0 to 1."""
        self._share = share
        self.cancel.show()
        self.mark_dirty()

    @Slot(object)
    def show_result(self, result: Any) -> None:
        self._ended()
        self.set_result(result)

    @Slot()
    def show_cancelled(self) -> None:
        self._ended()

    def _ended(self) -> None:
        self._share = None
        self.cancel.hide()
        self.mark_dirty()

    def _on_cancel(self) -> None:
        self._ended()
        self.cancel_requested.emit()

    def empty_text(self, text: str) -> str:
        """Return the sentence in place of a picture: that it is being computed, or `text`."""
        return text if self._share is None else tr("Being computed…")

    def progress_notice(self, text: str) -> tuple[str, ...]:
        """Return the arguments of `show_notice`: how far the work is, or what is shown and for which epoch.

        Parameters
        ----------
        text : str
            What is shown, in a few words.
        """
        if self._share is not None:
            return tr("computing: {share}", share=format_percent(self._share)), "muted"
        if not self._epoch or not text:
            return "", "muted"
        return tr("{what}, epoch {epoch:,}", what=text, epoch=self._epoch), "muted", text
