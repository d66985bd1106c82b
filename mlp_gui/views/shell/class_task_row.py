"""One task of a class file as a teacher writes it: the words, and what is to be reached."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from mlp_gui.core.params import Param
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.metric import Metric
from mlp_gui.export.project.class_sheet import MEASURES, MOST_TEXT, SCORE, ClassTask
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox

BOUND = Param(mark("Bound"), kind="float", name="bound", default=0.0)


class ClassTaskRow(QWidget):
    """Fields for one task.

    Attributes
    ----------
    words : QLineEdit
    measure, score, subset : ComboBox
    bound : NumberField
    remove : QToolButton

    Signals
    -------
    remove_requested(ClassTaskRow)
    """

    remove_requested = Signal(object)

    def __init__(self, task: ClassTask, metrics: Sequence[type[Metric]]) -> None:
        """Make the fields.

        Parameters
        ----------
        task : ClassTask
            What they show first.
        metrics : sequence of type of Metric
            Those of the target's kind.
        """
        super().__init__()
        self._metrics = {metric.name: metric for metric in metrics}
        self.words = QLineEdit(task.text)
        self.words.setMaxLength(MOST_TEXT)
        self.words.setPlaceholderText(tr("What is to be done, in your words"))
        self.measure = ComboBox([(name, tr(label), "") for name, label in MEASURES])
        self.score = ComboBox([(metric.name, tr(metric.label), "") for metric in metrics])
        self.subset = ComboBox([(subset.value, subset.label, "") for subset in Subset])
        self._least, self.bound, self.remove = TextLabel(), NumberField(BOUND), QToolButton()
        self.remove.setIcon(icons.icon("close"))
        self.remove.clicked.connect(self._on_remove)
        names = (tr("Task"), tr("What is measured"), tr("Metric"), tr("Rows"), tr("Bound"), tr("Remove the task"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.SPACE[0])
        fields = (self.words, self.measure, self.score, self.subset, self.bound, self.remove)
        for widget, name in zip(fields, names, strict=True):
            widget.setAccessibleName(name)
            set_tip(widget, name)
            if widget is self.bound:
                row.addWidget(self._least)
            row.addWidget(widget, 1 if widget is self.words else 0)
        self.measure.setFixedWidth(style.px(116))
        self.score.setFixedWidth(style.px(150))
        self.subset.setFixedWidth(style.px(128))
        self.bound.setFixedWidth(style.px(84))
        self._least.setFixedWidth(style.px(86))
        self._show(task)
        for choice in (self.measure, self.score):
            choice.edited.connect(self._on_chosen)

    def task(self) -> ClassTask:
        """Return the task that the fields describe."""
        measure, bound = str(self.measure.currentData()), float(self.bound.value())
        if measure != SCORE:
            return ClassTask(self.words.text().strip(), measure, bound=max(round(bound), 0))
        metric, subset = str(self.score.currentData()), str(self.subset.currentData())
        return ClassTask(self.words.text().strip(), measure, subset, metric, bound)

    def _show(self, task: ClassTask) -> None:
        self.measure.show_value(task.measure)
        self.score.show_value(task.metric if task.metric in self._metrics else next(iter(self._metrics)))
        self.subset.show_value(task.subset)
        self.bound.show_value(task.bound)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        """Show only what the measure needs, and which side of the bound is good."""
        is_score = self.measure.currentData() == SCORE
        for choice in (self.score, self.subset):
            choice.setEnabled(is_score)
        metric = self._metrics[str(self.score.currentData())]
        self._least.setText(tr("at least") if is_score and metric.higher_is_better else tr("at most"))

    @Slot()
    def _on_remove(self) -> None:
        self.remove_requested.emit(self)
