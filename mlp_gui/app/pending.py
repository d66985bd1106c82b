"""Files that are still being written when the window is to close: it closes when they are on the disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from mlp_gui.session.tasks.background_task import TaskSlot


class Pending(QObject):
    """Looks at the tasks of a program that write what a person asked for."""

    def __init__(self, program: QObject) -> None:
        super().__init__(program)
        self._program = program
        self._then: Callable[[], object] | None = None
        self._heard: set[TaskSlot] = set()

    def hold(self, then: Callable[[], object]) -> bool:
        """Whether something is being written; `then` is called when it is done, but not when that has failed."""
        writing = [slot for slot in self._program.findChildren(TaskSlot) if slot.writes and slot.busy]
        for slot in writing:
            self._hear(slot)
        self._then = then if writing else None
        return bool(writing)

    def _hear(self, slot: TaskSlot) -> None:
        if slot not in self._heard:
            self._heard.add(slot)
            slot.succeeded.connect(self._on_written)
            for failed in (slot.refused, slot.crashed, slot.withdrawn):
                failed.connect(self._on_not_written)

    @Slot()
    def _on_written(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    @Slot()
    def _on_not_written(self) -> None:
        self._then = None
