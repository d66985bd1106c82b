"""The field in which a person types one value of the point: a number, a date, an hour."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import visible
from mlp_gui.session.evaluation.profile_inputs import DATE, HOUR, ProfileInput
from mlp_gui.views.forms.number_parsing import parse_number
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip


class PointField(QLineEdit):
    """A field for one coordinate of the point. Escape brings the present value back.

    Signals
    -------
    place_chosen(float)
        The person typed a value; its coordinate.
    """

    place_chosen = Signal(float)

    def __init__(self, one: ProfileInput, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input, self._place = one, float("nan")
        self.setProperty("role", "compact")
        self.setAccessibleName(visible(one.label))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(style.px(112 if one.kind == DATE else 84))
        self.editingFinished.connect(self._commit)

    def place(self) -> float:
        """Return the coordinate that is shown."""
        return self._place

    def show_place(self, place: float) -> None:
        """Show a coordinate, unless another one is being typed."""
        if place != self._place:
            self._place = place
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._write()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        self.setText(self._input.text(self._place, exact=True))
        self.setModified(False)
        self.setCursorPosition(0)
        self._mark("")

    @Slot()
    def _commit(self) -> None:
        if not self.isModified():
            return
        try:
            place = self._input.place_of(self._read(self.text()))
        except UserError as error:
            self._mark(str(error))
            return
        if not np.isfinite(place):
            self._mark(tr("This column takes no such value."))
            return
        self._place = place
        self._write()
        self.place_chosen.emit(place)

    def _read(self, text: str) -> float:
        if self._input.kind == DATE:
            try:
                return float(np.datetime64(text.strip().replace(" ", "T"), "s").astype(np.int64))
            except ValueError:
                raise UserError(tr("A date is written as 2024-12-31 or 2024-12-31 13:30 here.")) from None
        if self._input.kind == HOUR and ":" in text:
            hours, _, minutes = text.partition(":")
            return float(parse_number(hours)) + float(parse_number(minutes)) / 60
        return float(parse_number(text))

    def _mark(self, sentence: str) -> None:
        style.set_mark(self, "invalid", bool(sentence))
        set_tip(self, sentence)
