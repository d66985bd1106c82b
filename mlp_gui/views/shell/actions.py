"""Every menu entry and shortcut, as one table. The window builds its menus from it; the wiring connects it by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.data.open_table import describe_table_kinds
from mlp_gui.views.theme.icons import icon
from mlp_gui.views.theme.plain_text import set_tip

# The menus by the names that the table uses, in the order of the bar.
MENUS = {
    "File": mark("&File"),
    "Edit": mark("&Edit"),
    "Data": mark("&Data"),
    "Train": mark("&Train"),
    "Inspect": mark("&Inspect"),
    "View": mark("&View"),
    "Help": mark("&Help"),
}


@dataclass(frozen=True)
class ActionSpec:
    """One entry of a menu.

    Attributes
    ----------
    name : str
        By which controllers find it.
    menu : str
        Key of the menu in MENUS.
    text, tip : str
        English; translated when shown. The text stands for a tip that is missing.
    shortcut : str
        In Qt's portable text.
    icon : str
        Name of a file in resources/icons.
    command : str
        Row of the phase table that enables it; "" is always possible.
    group : str
        Entries of one group exclude one another and can be checked.
    checkable : bool
    separated : bool
        Whether a line stands above it.
    """

    name: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    command: str = ""
    tip: str = ""
    group: str = ""
    checkable: bool = False
    separated: bool = False

    def shown_tip(self) -> str:
        """Say what it does, in the reader's language."""
        return tr(self.tip or self.text, tables=describe_table_kinds())

    def keys(self) -> QKeySequence:
        return QKeySequence(self.shortcut, QKeySequence.SequenceFormat.PortableText)


ACTIONS = (
    ActionSpec("open", "File", "Open…", "Ctrl+O", "open", "open", "Open a table: {tables}."),
    ActionSpec(
        "tutorial", "File", "Tutorial: ANN in numpy", icon="book", command="open", tip="The run the program grew from."
    ),
    ActionSpec("start_page", "File", "Start page", tip="Samples, recent files and lessons; the run stays as it is."),
    ActionSpec(
        "save",
        "File",
        "Save",
        "Ctrl+S",
        "save",
        "save",
        "Data reference, settings, weights, history and the state to go on from, in one file.",
        separated=True,
    ),
    ActionSpec("save_as", "File", "Save as…", "Ctrl+Shift+S", "", "save", "The same in another file."),
    ActionSpec(
        "embed",
        "File",
        "Include data in the project file",
        tip="The saved file then holds the table itself and opens on any machine.",
        checkable=True,
    ),
    ActionSpec(
        "export", "File", "Export…", "Ctrl+E", "export", "export", "Weights, history or predictions for elsewhere."
    ),
    ActionSpec(
        "import_weights",
        "File",
        "Import weights…",
        icon="import",
        command="import_weights",
        tip="Begin with weights from a file: .npz, .json, .csv, scikit-learn, Keras or PyTorch layouts.",
    ),
    ActionSpec("quit", "File", "Quit", "Ctrl+Q", separated=True),
    ActionSpec("undo", "Edit", "Undo", "Ctrl+Z", "undo", tip="Take back the last choice."),
    ActionSpec("redo", "Edit", "Redo", "Ctrl+Shift+Z", "redo", tip="Make it again."),
    ActionSpec("paste", "Edit", "Paste table", "Ctrl+V", "", "open", "Open the cells that were copied elsewhere."),
    ActionSpec(
        "commands",
        "Edit",
        "Commands…",
        "Ctrl+K",
        "search",
        tip="Every command by its name, with its key, or why it is not possible now.",
        separated=True,
    ),
    ActionSpec("settings", "Edit", "Settings…", "Ctrl+,", "tune", tip="Theme, text size, colours, cores, side copies."),
    ActionSpec(
        "columns",
        "Data",
        "Columns…",
        "Ctrl+L",
        "tune",
        tip="All columns with their numbers: roles, scaling, missing values.",
    ),
    ActionSpec("derive", "Data", "Derived columns…", icon="plus", tip="Lags of earlier rows, and formulas."),
    ActionSpec("table", "Data", "Table…", "Ctrl+T", "table", tip="Every row of the file, ordered and searched."),
    ActionSpec(
        "leave_out",
        "Data",
        "Leave rows out…",
        tip="By their numbers, or by a condition such as flow > 1000. The data panel takes them back.",
    ),
    ActionSpec("reading", "Data", "Reading…", "Ctrl+I", "import", tip="Separator, decimal sign, header, ..."),
    ActionSpec(
        "reload",
        "Data",
        "Read the file again",
        "F5",
        tip="As it is now, with new rows, say. What you chose for its columns and the runs in the list stay.",
    ),
    ActionSpec(
        "predict",
        "Data",
        "Predict a table…",
        "Ctrl+P",
        "target",
        "predict",
        "The answers of the trained network for another table.",
        separated=True,
    ),
    ActionSpec("train", "Train", "Train", "Space", "play", "", "Train, stop, or go on."),
    ActionSpec(
        "step_batch",
        "Train",
        "One batch",
        "Ctrl+Right",
        "step-batch",
        "step",
        "One update of the weights.",
        separated=True,
    ),
    ActionSpec("step_epoch", "Train", "One epoch", "Right", "step", "step", "All training rows once."),
    ActionSpec("step_ten", "Train", "Ten epochs", "Shift+Right", "step-many", "step"),
    ActionSpec(
        "reset", "Train", "Reset", "Ctrl+R", "reset", "reset", "Back to the same initial weights.", separated=True
    ),
    ActionSpec("next_seed", "Train", "Reset with the next seed", "Ctrl+Shift+R", tip="Other initial weights."),
    ActionSpec("find_rate", "Train", "Find a learning rate…", "", "search", "step", "A short test on a fresh network."),
    ActionSpec("search", "Train", "Find good settings…", command="study", tip="Tries others, and says which mattered."),
    ActionSpec("repeats", "Train", "Train several networks", command="study", tip="They differ in their random start."),
    ActionSpec("study", "Train", "Train many networks…", command="study", tip="Other seeds, or cross-validation."),
    ActionSpec("back", "Train", "One epoch back", "Left", "chevron-left", separated=True),
    ActionSpec("back_batch", "Train", "One batch back", "Ctrl+Left"),
    ActionSpec("first", "Train", "To the first epoch", "Home", "first"),
    ActionSpec("last", "Train", "To the last epoch", "End", "last"),
    ActionSpec("go_to_best", "Train", "To the best epoch", "Shift+B", "best"),
    ActionSpec("show_last", "Train", "Show the last weights", group="weights", separated=True),
    ActionSpec("show_best", "Train", "Show the best weights", "B", group="weights"),
    ActionSpec("show_average", "Train", "Show the average of several networks", group="weights"),
    ActionSpec(
        "hood",
        "Inspect",
        "Under the hood",
        "Ctrl+U",
        "search",
        tip="One batch step by step: forward, loss, backward, update, with every number.",
    ),
    ActionSpec(
        "other_library",
        "Inspect",
        "Train it in another library…",
        command="export",
        tip="TensorFlow, PyTorch or scikit-learn repeats this run; its losses are laid over these.",
    ),
    ActionSpec("layout_training", "View", "Training", "Ctrl+1", tip="Curves, fit, weights, gradients.", group="layout"),
    ActionSpec("layout_understand", "View", "Understand", "Ctrl+2", tip="What the network does.", group="layout"),
    ActionSpec("layout_evaluate", "View", "Evaluate", "Ctrl+3", tip="How good the answers are.", group="layout"),
    ActionSpec("layout_present", "View", "Present two plots", "Ctrl+4", tip="Two large plots.", group="layout"),
    ActionSpec("layout_time", "View", "Time", "Ctrl+5", tip="Series, residuals over time, hydrology.", group="layout"),
    ActionSpec("reset_layout", "View", "Reset this layout", tip="Its plots and sizes as they were made."),
    ActionSpec("surface", "Inspect", "Loss surface", icon="chart", tip="The loss around the run, and the run's path."),
    ActionSpec("theme_system", "View", "Follow the system", group="theme"),
    ActionSpec("theme_light", "View", "Light", icon="sun", group="theme"),
    ActionSpec("theme_dark", "View", "Dark", icon="moon", group="theme"),
    ActionSpec("larger", "View", "Larger text", "Ctrl++", separated=True),
    ActionSpec("smaller", "View", "Smaller text", "Ctrl+-"),
    ActionSpec("normal", "View", "Normal text", "Ctrl+0"),
    ActionSpec(
        "present",
        "View",
        "Present",
        "F11",
        "present",
        tip="Full screen, large type, only the panels chosen for it; Escape leads back.",
        checkable=True,
        separated=True,
    ),
    ActionSpec("full_screen", "View", "Full screen", "Ctrl+Shift+F", checkable=True),
    ActionSpec("help", "Help", "Help", "F1", "help", tip="About what lies under the pointer."),
    ActionSpec("tour", "Help", "Quick tour", tip="From a table to a trained network."),
    ActionSpec("definitions", "Help", "Definitions", tip="What the numbers mean, exactly."),
    ActionSpec("glossary", "Help", "Glossary", tip="Every word of the field, in a sentence."),
    ActionSpec("shortcuts", "Help", "Keyboard shortcuts", "Ctrl+?"),
    ActionSpec("about", "Help", "About mlp_gui", separated=True),
)


def spec_of(name: str) -> ActionSpec:
    """Return the row of that name."""
    return next(spec for spec in ACTIONS if spec.name == name)


class Actions(QObject):
    """The QActions of the table, by name, and the menus that hold them.

    Attributes
    ----------
    menus : dict of str to QMenu
        By the key in MENUS.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.menus: dict[str, QMenu] = {}
        for spec in ACTIONS:
            self._actions[spec.name] = self._make(spec)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus in the order of the table."""
        for spec in ACTIONS:
            if spec.menu not in self.menus:
                self.menus[spec.menu] = bar.addMenu(tr(MENUS[spec.menu]))
                self.menus[spec.menu].setToolTipsVisible(True)  # off by default; here they say why an entry is disabled
            menu = self.menus[spec.menu]
            if spec.separated:
                menu.addSeparator()
            menu.addAction(self._actions[spec.name])
            self._window.addAction(self._actions[spec.name])  # keys work while the menu bar is hidden, too

    def enable(self, why_not: Callable[[str], str | None]) -> None:
        """Enable each entry from the phase table; a disabled one says why in its tooltip."""
        for spec in ACTIONS:
            if spec.command:
                reason = why_not(spec.command)
                action = self._actions[spec.name]
                action.setEnabled(reason is None)
                set_tip(action, reason or spec.shown_tip())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self._window)
        action.setObjectName(spec.name)
        set_tip(action, spec.shown_tip())
        if spec.shortcut:
            action.setShortcut(spec.keys())
        if spec.icon:
            action.setIcon(icon(spec.icon))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self._window))
            group.addAction(action)
        action.setCheckable(bool(spec.group) or spec.checkable)
        return action
