"""Work that a plot asks for: each plot has at most one task under way, which its next wish replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mlp_gui.session.tasks.background_task import TaskSlot
from mlp_gui.views.charts.background_chart import SlowChart

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class Background(QObject):
    """Closed with the program, because a thread that is alive at exit would abort it."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._slots: list[TaskSlot] = []

    def serve(self, plot: SlowChart) -> None:
        """From now on the plot's work is done in the background."""
        slot = TaskSlot(self)
        self._slots.append(slot)
        plot.work_requested.connect(slot.start)
        plot.cancel_requested.connect(slot.cancel)
        slot.progressed.connect(plot.show_progress)
        slot.succeeded.connect(plot.show_result)
        slot.crashed.connect(self._program.show_crash)
        slot.crashed.connect(plot.show_withdrawn)

    def close(self) -> None:
        for slot in self._slots:
            slot.close()
