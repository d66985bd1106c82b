"""One setting in a form: its label, its editor in a column of fixed width, and the sentence that says what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mlp_gui.core.params import Param
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.forms import tooltips
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, plain_tip, set_tip

WIDTHS = {"bool": 40, "int": 104, "float": 104, "choice": 176, "member": 176}  # pixels at normal text size
LOCKED = mark("Reset the run to change this: it shapes the network.")


class FormRow(QWidget):
    """One setting: its label, its editor, and the sentence that says what is wrong.

    Attributes
    ----------
    param : Param
    editor : QWidget
        As `editors` describes them.
    live : bool
        It may be changed while a run is paused.
    label, problem : TextLabel
        The problem is hidden while there is none.
    grid : QGridLayout
        For subclasses: rows 0 and 1 are taken.

    Signals
    -------
    edited(object)
        The person has entered another valid value.
    """

    edited = Signal(object)

    def __init__(self, p: Param, editor: Any, live: bool, wide: bool = False) -> None:
        super().__init__()
        self.param, self.editor, self.live, self._wide = p, editor, live, wide
        self._reason = ""
        self.label = TextLabel(f"{tr(p.label)} ({tr(p.unit)})" if p.unit else tr(p.label))
        self.label.setWordWrap(True)
        self.label.setBuddy(editor)
        self.problem = TextLabel()
        self.problem.setWordWrap(True)
        style.set_role(self.problem, "bad")
        self.problem.hide()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(style.SPACE[1])
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnStretch(0, 1)
        self._place()
        editor.setAccessibleName(tr(p.label))
        editor.setAccessibleDescription(tr(p.help))
        editor.edited.connect(self.edited)
        if hasattr(editor, "refused"):
            editor.refused.connect(self.show_problem)
        self.show_tip()

    def show_value(self, value: Any) -> None:
        self.editor.show_value(value)

    def show_problem(self, sentence: str) -> None:
        """Say beneath the editor why what was entered is not used; an empty sentence clears it."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def set_locked(self, kind: str, reason: str = "") -> None:
        """Disable the editor if the setting may not be changed now.

        Parameters
        ----------
        kind : {"none", "live_only", "all"}
            What is disabled: nothing, what may not change in a paused run, or everything.
        reason : str
            Tooltip of what is disabled; that a reset is needed when omitted.
        """
        locked = kind == "all" or (kind == "live_only" and not self.live)
        self.editor.setEnabled(not locked)
        because = (reason or tr(LOCKED)) if locked else ""
        if because != self._reason:
            self._reason = because
            self.show_tip()

    def show_tip(self, chosen: str = "") -> None:
        """Show the tooltip; `chosen` says what the present choice is."""
        text = tooltips.setting_tooltip(self.param, self.live, self._reason, chosen)
        for widget in (self.label, self.editor):
            set_tip(widget, text)
            widget.setWhatsThis(plain_tip(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and not self._wide:  # the text size may have changed
            self._set_width()

    def _place(self) -> None:
        if self._wide:
            self.label.hide()
            self.grid.addWidget(self.editor, 0, 0, 1, 2)
        else:
            self.grid.addWidget(self.label, 0, 0)
            self.grid.addWidget(self.editor, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._set_width()
        self.grid.addWidget(self.problem, 1, 0, 1, 2)

    def _set_width(self) -> None:
        width = WIDTHS.get(self.param.kind, 176) + (44 if self.param.optional else 0)  # 44 for the switch beside it
        self.editor.setFixedWidth(style.px(width))
