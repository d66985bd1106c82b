"""Prepare a class file: tasks, what is locked, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import Metric
from mlp_gui.export.project.class_file import ClassPlan
from mlp_gui.export.project.class_sheet import LONGEST_NAME, MOST_TASKS, ClassTask
from mlp_gui.views.shell.class_task_row import ClassTaskRow
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.buttons import link_button

Groups = Mapping[str, Sequence[tuple[str, str]]]  # heading to names and labels, as they are shown


class ClassDialog(QDialog):
    """Asks what a class is given.

    Attributes
    ----------
    title : QLineEdit
    rows : list of ClassTaskRow
    add : QToolButton
        Adds a task.
    locks, panels : QTreeWidget
        With tick boxes.
    proposed : QCheckBox
    save, cancel : QPushButton

    Signals
    -------
    save_requested(ClassPlan, bool)
        The plan, and whether settings that are not locked begin as the program proposes.
    """

    save_requested = Signal(object, bool)

    def __init__(
        self, plan: ClassPlan, metrics: Sequence[type[Metric]], locks: Groups, panels: Groups, parent: QWidget
    ) -> None:
        """Make the dialog.

        Parameters
        ----------
        plan : ClassPlan
            What it shows first.
        metrics : sequence of type of Metric
            Those that a task can ask for; the first is proposed.
        locks, panels : mapping of str to sequence
            What can be locked and hidden.
        parent : QWidget
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Prepare for a class"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._metrics = metrics
        self.title = QLineEdit(plan.title)
        self.title.setMaxLength(LONGEST_NAME)
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("Title, such as the lesson or the group"))
        self.rows: list[ClassTaskRow] = []
        self.add = link_button(tr("Add a task"), "plus")
        self.add.clicked.connect(self._on_add)
        self.locks = _ticks(tr("Locked settings"), locks, plan.locked)
        self.panels = _ticks(tr("Hidden parts"), panels, plan.hidden)
        self.proposed = QCheckBox(tr("Settings that are not locked begin as the program proposes them"))
        set_tip(self.proposed, tr("Otherwise they begin as they are now, which may give a solution away."))
        self.proposed.setChecked(True)
        self.save, self.cancel = QPushButton(tr("Save…")), QPushButton(tr("Cancel"))
        style.set_role(self.save, "primary")
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        for button in (self.save, self.cancel):
            button.setAutoDefault(False)  # Enter belongs to the fields
        self._arrange()
        for task in plan.tasks:
            self._add(task)
        self.resize(style.px(1000), style.px(640))

    def plan(self) -> ClassPlan:
        """Return what is chosen."""
        tasks = tuple(row.task() for row in self.rows)
        return ClassPlan(self.title.text().strip(), tasks, _ticked(self.locks), _ticked(self.panels))

    def _arrange(self) -> None:
        inside = QWidget()
        self._tasks = QVBoxLayout(inside)
        self._tasks.setContentsMargins(0, 0, style.SPACE[1], 0)
        self._tasks.setSpacing(style.SPACE[0])
        self._tasks.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._tasks.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(tr("Tasks"))
        scroll.setWidget(inside)
        note = TextLabel(
            tr("The file holds the table and the tasks. It holds no network, no run, no history and no earlier step.")
        )
        note.setWordWrap(True)
        style.set_role(note, "caption")
        trees = QHBoxLayout()
        trees.setSpacing(style.SPACE[2])
        for heading, tree in ((tr("Locked settings"), self.locks), (tr("Hidden parts"), self.panels)):
            half = QVBoxLayout()
            half.addWidget(_heading(heading))
            half.addWidget(tree, 1)
            trees.addLayout(half, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.proposed, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        column.addWidget(note)
        column.addWidget(self.title)
        column.addWidget(_heading(tr("Tasks")))
        column.addWidget(scroll, 2)
        column.addLayout(trees, 3)
        column.addLayout(buttons)

    def _add(self, task: ClassTask) -> ClassTaskRow:
        row = ClassTaskRow(task, self._metrics)
        row.remove_requested.connect(self._on_remove)
        self._tasks.insertWidget(len(self.rows), row)
        self.rows.append(row)
        self.add.setEnabled(len(self.rows) < MOST_TASKS)
        return row

    @Slot()
    def _on_add(self) -> None:
        self._add(ClassTask(metric=self._metrics[0].name)).words.setFocus()

    @Slot(object)
    def _on_remove(self, row: ClassTaskRow) -> None:
        self.rows.remove(row)
        row.hide()  # deleteLater waits for the event loop
        row.deleteLater()
        self.add.setEnabled(True)

    @Slot()
    def _on_save(self) -> None:
        self.save_requested.emit(self.plan(), self.proposed.isChecked())


def _heading(text: str) -> TextLabel:
    label = TextLabel(text)
    style.set_role(label, "heading")
    return label


def _ticks(name: str, groups: Groups, ticked: Iterable[str]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAccessibleName(name)
    chosen = set(ticked)
    for heading, entries in groups.items():
        group = QTreeWidgetItem(tree, [heading])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for key, label in entries:
            item = QTreeWidgetItem(group, [label])
            item.setData(0, Qt.ItemDataRole.UserRole, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
        group.setExpanded(True)
    return tree


def _ticked(tree: QTreeWidget) -> tuple[str, ...]:
    groups = filter(None, (tree.topLevelItem(i) for i in range(tree.topLevelItemCount())))
    items = [item for group in groups for i in range(group.childCount()) if (item := group.child(i)) is not None]
    ticked = [item for item in items if item.checkState(0) is Qt.CheckState.Checked]
    return tuple(str(item.data(0, Qt.ItemDataRole.UserRole)) for item in ticked)
