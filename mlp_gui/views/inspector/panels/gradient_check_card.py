"""The proof lamp: whether backpropagation and plain finite differences agree, for the chosen weight and each layer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import format_localized, tr, tr_n
from mlp_gui.engine.tracing.gradient_check import GradientCheck
from mlp_gui.views.inspector.panels.check_label import CheckLabel
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class StatusLamp(QWidget):
    """Lamp for the outcome of a check.

    Attributes
    ----------
    state : bool or None
        True when passed, False when failed, None while nothing has been checked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.state: bool | None = None
        self.setFixedSize(style.px(22), style.px(22))

    def show_state(self, state: bool | None) -> None:
        self.state = state
        names = {True: tr("Proof passed"), False: tr("Proof failed"), None: tr("No proof yet")}
        self.setAccessibleName(names[state])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(22), style.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = style.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = {True: palette.good, False: palette.bad, None: palette.line}[self.state]
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self.state is not None:
            painter.setBrush(QColor(mix_colours(palette.panel, colour, 0.25)))
            painter.drawEllipse(middle, radius, radius)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(middle, radius * 0.62, radius * 0.62)
        painter.end()


class GradientCheckCard(QFrame):
    """Shows gradient checks; it computes none.

    Attributes
    ----------
    lamp : StatusLamp
    details : TextLabel
        Both slopes of the chosen weight, and the relative error of each layer.
    check : CheckLabel
        The second opinion of another library.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lamp, self._title, self.details = StatusLamp(), TextLabel(tr("Check by finite differences")), TextLabel()
        self.check = CheckLabel()
        style.set_role(self._title, "heading")
        set_tip(self._title, tr("Each slope is measured by moving the weight a little and watching the loss."))
        self._title.setWordWrap(True)
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        style.set_role(self.details, "note")
        row = QHBoxLayout()
        row.addWidget(self.lamp)
        row.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addLayout(row)
        column.addWidget(self.details)
        column.addWidget(self.check)
        self.show_waiting(tr("Pause the run to see it."))

    def show_waiting(self, sentence: str) -> None:
        self.lamp.show_state(None)
        self.details.setText(sentence)

    def show_checks(
        self, name: str, chosen: GradientCheck | None, layers: Mapping[int, GradientCheck], counts: tuple[int, ...]
    ) -> None:
        """Show checks that were made.

        Parameters
        ----------
        name : str
            Of the chosen weight, e.g. "W₁[rel_hum, unit 3]".
        chosen : GradientCheck or None
            Of this weight.
        layers : mapping of int to GradientCheck
            By the number of the layer, from 1.
        counts : tuple of int
            How many weights each layer has.
        """
        proofs = [*layers.values(), *([chosen] if chosen is not None else [])]
        self.lamp.show_state(all(proof.passed for proof in proofs) if proofs else None)
        lines = []
        if chosen is not None:
            lines += [
                name,
                tr("backpropagation {slope:.9g}", slope=float(chosen.analytic[0])),
                tr("differences {slope:.9g}", slope=float(chosen.numeric[0])),
            ]
        lines += [tr("Relative error:")] if layers else []
        for layer, proof in layers.items():
            place = {"layer": layer, "error": format_localized(proof.error, ".1e")}
            tried, every = len(proof.indices), counts[layer - 1]
            lines.append(
                tr_n("layer {layer}: {error} ({n:,} weight)", "layer {layer}: {error} ({n:,} weights)", tried, **place)
                if tried == every
                else tr("layer {layer}: {error} ({tried:,} of {every:,} weights)", tried=tried, every=every, **place)
            )
        if not all(proof.passed for proof in proofs):
            lines.append(tr("They differ: the loss may have a kink here (ReLU, MAE), or a number is not finite."))
        self.details.setText("\n".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "lamp"):
            self.lamp.setFixedSize(style.px(22), style.px(22))
