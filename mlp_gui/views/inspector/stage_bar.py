"""The four stages of a batch as one switch, and which batch it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.trace import STAGES
from mlp_gui.views.inspector import step_texts
from mlp_gui.views.inspector.row_chooser import RowChooser
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel


class StageBar(QWidget):
    """Switch between the stages of a batch, with the choice of rows at its left.

    Attributes
    ----------
    chooser : RowChooser
    headline : ElidedLabel
        Which batch it is, with its learning rate and loss.
    back, place : QToolButton
        Back to the plots, while it stands in their place; into a window of its own, or back into the main window.

    Signals
    -------
    stage_chosen(str)
        Name of the stage.
    """

    stage_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooser = RowChooser()
        self.headline = ElidedLabel()
        self.headline.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.headline.setMinimumWidth(style.px(120))
        style.set_role(self.headline, "muted")
        self.back, self.place = QToolButton(), QToolButton()
        self.back.setIcon(icons.icon("chevron-left"))
        self.back.setText(tr("Back"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_tip(self.back, tr("Back to the run (Esc)"))
        self.show_place(docked=False)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        row.setSpacing(style.SPACE[0])
        row.addWidget(self.back)
        row.addWidget(self.chooser)
        row.addSpacing(style.SPACE[2])
        for number, stage in enumerate(STAGES, 1):
            row.addWidget(self._button(stage, number))
        row.addSpacing(style.SPACE[1])
        row.addWidget(self.headline, 1)
        row.addWidget(self.place)

    def show_place(self, docked: bool) -> None:
        """Show whether the microscope stands in the main window."""
        self.back.setVisible(docked)
        self.place.setText(tr("Own window") if docked else tr("Into the main window"))
        tip = tr("Show the microscope in a window of its own") if docked else tr("Show it in the place of the plots")
        set_tip(self.place, tip)

    def show_stage(self, stage: str) -> None:
        self._buttons[stage].setChecked(True)

    def show_headline(self, text: str) -> None:
        self.headline.setText(text)
        set_tip(self.headline, text)

    def button(self, stage: str) -> QToolButton:
        return self._buttons[stage]

    def _button(self, stage: str, number: int) -> QToolButton:
        button = QToolButton()
        button.setText(tr(step_texts.STAGES[stage]))
        set_tip(button, f"{tr(step_texts.STAGE_TIPS[stage])} ({number})")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_clicked)  # by a person only, unlike toggled
        self._group.addButton(button)
        self._buttons[stage] = button
        return button

    def _on_clicked(self) -> None:
        self.stage_chosen.emit(next(name for name, button in self._buttons.items() if button is self.sender()))
