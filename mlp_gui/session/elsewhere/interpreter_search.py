"""Looks for interpreters in the background, and asks each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.session.elsewhere.interpreters import Interpreter, ask_interpreter, each_once, find_interpreters
from mlp_gui.session.tasks.background_task import BackgroundTask

AT_ONCE = 2  # each one's start reads the disk


class InterpreterSearch(QObject):
    """Knows the interpreters of this machine once it has looked.

    Attributes
    ----------
    found : list of Interpreter
    busy : bool

    Signals
    -------
    changed
        It has begun to look, or `found` is there.
    crashed(str)
    """

    changed = Signal()
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Interpreter] = []
        self._chosen: list[str] = []
        self._task = BackgroundTask(self)  # the dialog says that it looks
        self._task.succeeded.connect(self._on_found)
        self._task.refused.connect(self.changed)
        self._task.crashed.connect(self.crashed)

    @property
    def busy(self) -> bool:
        return self._task.busy

    def look(self, folders: Sequence[str] = (), chosen: str = "") -> None:
        """Look for interpreters; `changed` follows twice.

        Parameters
        ----------
        folders : sequence of str
            Where the person's files are.
        chosen : str
            The path of one that the person chose, which stands first from now on.
        """
        if chosen:
            self._chosen = [chosen, *(path for path in self._chosen if path != chosen)]
        self._task.start(partial(_ask_all, tuple(self._chosen), tuple(folders)))
        self.changed.emit()

    def close(self) -> None:
        """End the thread that may be at work."""
        self._task.close()

    @Slot(object)
    def _on_found(self, found: list[Interpreter]) -> None:
        self.found = found
        self.changed.emit()


def _ask_all(
    chosen: tuple[str, ...], folders: tuple[str, ...], progress: object, cancelled: Callable[[], bool]
) -> list[Interpreter]:
    paths = dict.fromkeys((*chosen, *find_interpreters(folders)))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(partial(ask_interpreter, cancelled=cancelled), paths))
    # One of PATH may be a program of that name; one that the person chose gets its sentence.
    return each_once(answer for answer in answers if answer.version or answer.path in chosen)
