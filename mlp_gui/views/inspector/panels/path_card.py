"""The chain rule for one weight and one row: the factors along the strongest path and their product."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.number_format import format_significant
from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.paths import GradientPath
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel


class PathCard(QWidget):
    """Card about the path through one weight; hidden while no weight is chosen.

    Attributes
    ----------
    text : TextLabel
        The factors one below the other, and their product.
    """

    def __init__(self) -> None:
        super().__init__()
        self._title, self.text = TextLabel(tr("Chain rule")), TextLabel()
        style.set_role(self._title, "heading")
        style.set_role(self.text, "note")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addWidget(self._title)
        column.addWidget(self.text)

    def show_path(self, weight: str, row: str, path: GradientPath | None) -> None:
        """Show the strongest path through a weight.

        Parameters
        ----------
        weight, row : str
            Names of the weight and of the row whose contribution this is.
        path : GradientPath or None
            None hides the card.
        """
        self.setVisible(path is not None)
        if path is None:
            return
        names = " · ".join(factor.name for factor in path.factors)
        values = " · ".join(_bracketed(format_significant(factor.value)) for factor in path.factors)
        lines = (
            tr("Strongest path to {weight} in {row}:", weight=weight, row=row),
            names,
            f"= {values} = {format_significant(path.product)}",
            tr("All paths of {row}: {sum}", row=row, sum=format_significant(path.row_gradient)),
            tr("All rows: {sum}", sum=format_significant(path.gradient)),
        )
        self.text.setText("\n".join(lines))


def _bracketed(text: str) -> str:
    return f"({text})" if text[0] in "-−" else text  # hyphen and minus sign
