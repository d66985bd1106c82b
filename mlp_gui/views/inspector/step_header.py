"""What the step is: its name, what it does, its equation, the line of numpy that the engine runs, the shapes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.trace import Trace, TraceStep
from mlp_gui.views.inspector import step_texts
from mlp_gui.views.inspector.panels.arrangement import HeightClass
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class TraceStepHeader(QWidget):
    """Shows one step of a trace.

    Attributes
    ----------
    title, equation : TextLabel
    height_class : HeightClass
        How high the window is, which decides what is left out; set it before `fit`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._titles = "", ""
        self.height_class = HeightClass.FULL
        self.title, self._sentence, self.equation = _label("title"), _label("muted"), _label("equation")
        self._code, self._shape = _label("code"), _label("caption")
        self._code.setAccessibleName(tr("The line of numpy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self._sentence)
        column.addSpacing(style.SPACE[0])
        column.addWidget(self.equation)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE[2])
        row.addWidget(self._code, 1)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignBottom)
        self._shape.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self._shape.setWordWrap(False)
        column.addLayout(row)
        self._set_fonts()

    def show_step(self, trace: Trace, step: TraceStep) -> None:
        self._titles = step_texts.step_title(trace, step), step_texts.step_short_title(trace, step)
        self._sentence.setText(step_texts.step_sentence(step))
        self.equation.setText(step.equation.replace("; ", "\n"))
        code = step.code.replace("; ", "\n")
        self._code.setText(code)
        self._shape.setText(step_texts.step_shapes(trace, step))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make sentence and code hover texts on a low window, where the numbers need their room."""
        roomy, tight, several = (
            self.height_class == HeightClass.FULL,
            self.height_class <= HeightClass.TIGHT,
            "\n" in self.equation.text(),
        )
        with_code = roomy or not (tight or several)
        self.title.setText(self._titles[tight])
        self._sentence.setVisible(roomy)
        self._shape.setVisible(roomy)
        self._code.setVisible(with_code)
        set_tip(self.title, "" if roomy else self._sentence.text())
        set_tip(self.equation, "" if with_code else self._code.text())
        self._set_equation_size(19 if roomy else 15 if tight else 17)
        beside = self._shape.sizeHint().width() + style.SPACE[2] if roomy else 0
        for label, width in (
            (self.title, self.width()),
            (self.equation, self.width()),
            (self._code, self.width() - beside),
        ):
            label.setMinimumHeight(0)  # else it is the least that heightForWidth answers
            label.setMinimumHeight(max(label.fontMetrics().height(), label.heightForWidth(max(width, 1))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "_shape"):
            self._set_fonts()
            self.fit()

    def _set_equation_size(self, points: int) -> None:
        sheet = f"font-size: {style.px(points)}px;"
        if sheet != self.equation.styleSheet():  # Qt would restyle the label for an equal sheet, too
            self.equation.setStyleSheet(sheet)

    def _set_fonts(self) -> None:
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._code.setStyleSheet(f"font-family: '{family}', monospace; font-size: {style.px(style.BODY)}px;")


def _label(role: str) -> TextLabel:
    label = TextLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    style.set_role(label, role)
    return label
