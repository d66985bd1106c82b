"""Work that a plot asks for: each plot has at most one task under way, which its next wish replaces."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mlp_gui.session.tasks import TaskSlot, Work
from mlp_gui.views.plots.slow_chart import SlowChart

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class Background(QObject):
    """Closed with the program, because a thread that is alive at exit would abort it."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._slots: list[TaskSlot] = []
        self._closed = False

    def serve(self, plot: SlowChart) -> None:
        """From now on the plot's work is done in the background."""
        slot = TaskSlot(self)
        self._slots.append(slot)
        plot.work_requested.connect(partial(self._start, slot))
        plot.cancel_requested.connect(slot.cancel)
        slot.progressed.connect(plot.show_progress)
        slot.succeeded.connect(plot.show_result)
        slot.crashed.connect(self._program.show_crash)
        slot.crashed.connect(plot.show_withdrawn)

    def _start(self, slot: TaskSlot, work: Work) -> None:
        """A plot that is told late that the program ends may still ask."""
        if not self._closed:
            slot.start(work)

    def close(self) -> None:
        self._closed = True
        for slot in self._slots:
            slot.close()
