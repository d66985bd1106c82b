"""The button that trains one epoch, with more steps in its menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from mlp_gui.core.translation import mark, tr
from mlp_gui.views.theme import icons
from mlp_gui.views.theme.plain_text import set_tip

STEPS = (  # what it is called, epochs, key, what it does
    (mark("One epoch"), 1, "Right", mark("One epoch, then pause.")),
    (mark("Ten epochs"), 10, "Shift+Right", mark("Ten epochs, then pause.")),
    (mark("100 epochs"), 100, "", mark("100 epochs, then pause.")),
)


class StepButton(QToolButton):
    """Trains one epoch; other steps stand in its menu.

    Attributes
    ----------
    steps : list of QAction
    go_on : QAction
        Trains until it stops by itself.

    Signals
    -------
    step_requested(int)
        Train so many epochs.
    batch_requested
        Train one batch.
    train_requested
        Train until it stops by itself.
    """

    step_requested = Signal(object)
    batch_requested = Signal()
    train_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Step: one epoch"))
        self.setIcon(icons.icon("step"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setProperty("role", "split")
        self.clicked.connect(partial(self._on_step, 1))
        self.setMenu(self._menu())

    def show_allowed(self, allowed: dict[str, str | None]) -> None:
        """Enable what is possible, and say why the rest is not.

        Parameters
        ----------
        allowed : dict
            Command to None when it is possible, else to the sentence that says why not.
        """
        allow(self, tr("Train one epoch (Right); more steps in the menu."), allowed.get("step"))
        for action in self.steps:
            allow(action, str(action.data()), allowed.get("step"))
        allow(self.go_on, tr("Train until it stops by itself (Space)."), allowed.get("train"))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        # Qt shows what follows a tab as the key. It is text only: the key itself belongs to the menu bar's entry.
        batch = QAction(tr("One batch") + "\tCtrl+Right", menu)
        batch.setIcon(icons.icon("step-batch"))
        batch.setData(tr("One update of the weights."))
        batch.triggered.connect(self._on_batch)
        self.steps = [batch]
        for text, epochs, key, tip in STEPS:
            action = QAction(f"{tr(text)}\t{key}", menu)
            action.setIcon(icons.icon("step" if epochs == 1 else "step-many"))
            action.setData(tr(tip))
            action.triggered.connect(partial(self._on_step, epochs))
            self.steps.append(action)
        self.go_on = QAction(tr("Until it stops by itself") + "\tSpace", menu)
        self.go_on.setIcon(icons.icon("play"))
        self.go_on.triggered.connect(self._on_go_on)
        menu.addActions(self.steps)
        menu.addSeparator()
        menu.addAction(self.go_on)
        return menu

    def _on_step(self, epochs: int, checked: bool = False) -> None:
        self.step_requested.emit(epochs)

    @Slot()
    def _on_batch(self) -> None:
        self.batch_requested.emit()

    @Slot()
    def _on_go_on(self) -> None:
        self.train_requested.emit()


def allow(control: QPushButton | QToolButton | QAction, tip: str, reason: str | None) -> None:
    """Enable a control, or say in its tip why it cannot be used.

    Parameters
    ----------
    control : QPushButton, QToolButton or QAction
    tip : str
        What it does.
    reason : str or None
        Why not now.
    """
    control.setEnabled(reason is None)
    set_tip(control, tip if reason is None else reason)
