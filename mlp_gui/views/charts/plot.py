"""A plot is a panel with a header and a body: it takes what it shows, marks itself dirty and waits for the frame clock.

A plot knows no training run and no thread, and costs nothing while it cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QEnterEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QGraphicsView, QMenu, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.header import PlotHeader, tool_button
from mlp_gui.views.charts.image_export import ExportMode
from mlp_gui.views.theme import style
from mlp_gui.views.theme.icons import icon
from mlp_gui.views.theme.plain_text import set_tip

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext
    from mlp_gui.views.theme.palette import Palette

Rows = NDArray[np.int64]
REST = 600  # milliseconds without a frame after which a plot is at rest
Saver = Callable[[str | Path, bytes], None]


class Plot(QWidget):
    """Base of every plot. A subclass gives `set_body` a widget and writes `draw` and `columns`.

    Attributes
    ----------
    header : PlotHeader
    maximise_action, copy_action : QAction
        In the header and in the context menu.
    save_actions : list of QAction
        For PNG, SVG and CSV; disabled until `set_saver` was called.

    Signals
    -------
    dirtied
        A frame is needed: it turned dirty, or came into view while dirty.
    became_visible
        The newest state is wanted: it came into view, or a choice needs numbers that it did not have.
    maximise_requested
        Fill the window with this plot, or bring the layout back.
    rows_chosen(array of int)
        Numbers of the rows that were clicked, of shape (n_rows,); empty for a click on empty ground.
    refused(UserError)
        A file could not be saved.
    """

    name: str
    label: str
    short = ""  # the label in a row of tabs; "": the label itself
    help = ""
    group = mark("Training")  # of the View menu
    place = "top_left"  # where the workspace opens it
    shows_layer_history = False  # whether it draws the past, which costs time only while such a plot is visible
    tasks = frozenset(Task)  # what it can show something of

    dirtied = Signal()
    became_visible = Signal()
    maximise_requested = Signal()
    rows_chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save: Saver | None = None
        self._dirty = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.finish_animation)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # or a subclass of QWidget paints no ground
        self.setMinimumSize(220, 150)
        self.header = PlotHeader(tr(self.label))
        set_tip(self.header.title, tr(self.help))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._body: QWidget | None = None
        self._look: tuple[Palette, float, float] | None = None  # in which it was styled
        self._notice: tuple[str, ...] = ("", "muted")
        self.hover_text: tuple[str, ...] = ("",)
        self._make_actions()

    def set_body(self, body: QWidget) -> None:
        self._body = body
        for picture_part in (body, *body.findChildren(QWidget)):
            if isinstance(picture_part, QGraphicsView):
                picture_part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it has no keys of its own to Tab to
                for part in (picture_part, picture_part.viewport()):
                    part.setAccessibleName(tr("{plot}, a picture", plot=tr(self.label)))
                    part.setAccessibleDescription(tr(self.help))
        self._layout.addWidget(body, 1)

    def sizeHint(self) -> QSize:
        return QSize(480, 280)

    # --- what a subclass writes ------------------------------------------------------------------------------

    @classmethod
    def title_for(cls, task: Task | None, in_full: bool) -> str:
        """Return what it is called for a task: in full, in a menu, or short, on a tab among others."""
        return tr(cls.label if in_full else cls.short or cls.label)

    @classmethod
    def why_not(cls, task: Task | None) -> str:
        """Return why it has nothing to show for a task, in a sentence; "" when it has."""
        if task is None or task in cls.tasks:
            return ""
        if task.is_classification:
            return tr("This plot is for targets that are numbers; the target of this run has classes.")
        return tr("This plot is for targets that are classes; the target of this run is a number.")

    def set_run(self, scene: RunContext | None) -> None:
        """Start over: there is a new run at epoch 0, or none."""

    def update_plot(self, look: PlotUpdate) -> None:
        """Take what is to be shown of the run at this moment, and mark yourself dirty."""

    def show_selection(self, rows: Rows) -> None:
        """Show which rows were chosen in some plot, by their numbers in the table."""

    def draw(self) -> None:
        """Bring the items up to the newest values and ask for a repaint of what has changed."""
        raise NotImplementedError

    def columns(self) -> image_export.Columns:
        """Return the data of the plot for a CSV file."""
        raise NotImplementedError

    def extra_actions(self) -> list[QAction]:
        """Return what the context menu offers besides saving."""
        return []

    def finish_animation(self) -> None:
        """Let what moves slowly for the sake of calm take its final place: there were no new values for a while."""

    def restyle(self) -> None:
        """Take new colours and text sizes."""

    def set_vector_mode(self, on: bool) -> None:
        """Set whether the next paint must consist of vectors only."""

    # --- frames ----------------------------------------------------------------------------------------------

    def mark_dirty(self) -> None:
        if not self._dirty:
            self._dirty = True
            self.dirtied.emit()

    def is_due(self) -> bool:
        return self._dirty and self.isVisible() and not self.window().isMinimized()

    def refresh(self) -> None:
        self._dirty = False
        self.draw()
        self._rest.start()  # anew with each frame

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.became_visible.emit()
        if self._dirty:
            self.dirtied.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Events come before set_body, too, and one whenever a widget around this one finds its parent.
        if style.restyled(event) and self._body is not None and self._look != style.look():
            self._look = style.look()
            self.header.restyle()
            self.restyle()
            self.mark_dirty()

    def show_notice(self, text: str, role: str = "muted", *shorter: str) -> None:
        """Set what the second line says while nothing is pointed at; `shorter` is for narrow panels."""
        self._notice = (text, role, *shorter)
        self._show_line()

    def show_hover_text(self, text: str, *shorter: str) -> None:
        """Show the exact numbers under the pointer, none when empty; `shorter` is for narrow panels."""
        self.hover_text = (text, *shorter)
        self._show_line()

    def line_text(self) -> str:
        return self.header.line.text()

    def _show_line(self) -> None:
        text, *shorter = self.hover_text
        self.header.line.show_text(*(text, "text", *shorter) if text else self._notice)

    def _make_actions(self) -> None:
        self.maximise_action = self._action(tr("Maximise"), "maximise", self.maximise_requested.emit)
        self.copy_action = self._action(tr("Copy image"), "copy", self.copy_image)
        self.save_actions = [
            self._action(tr("Save as PNG…"), "save", lambda: self._ask_path("png", image_export.render_png)),
            self._action(tr("Save as SVG…"), "save", lambda: self._ask_path("svg", self._svg)),
            self._action(tr("Save data as CSV…"), "save", lambda: self._ask_path("csv", lambda widget: self.csv())),
        ]
        for action in (self.maximise_action, self.copy_action):
            self.header.add_tool(tool_button(action))
        self._save_tool = tool_button(QAction(icon("save", "muted"), tr("Save as PNG, SVG or CSV"), self))
        menu = QMenu(self._save_tool)
        menu.addActions(self.save_actions)
        self._save_tool.setMenu(menu)
        self._save_tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.header.add_tool(self._save_tool)
        for action in (*self.save_actions, self._save_tool.defaultAction()):
            action.setEnabled(False)

    def _action(self, text: str, icon_name: str, slot: Callable[[], Any]) -> QAction:
        action = QAction(icon(icon_name, "muted"), text, self)
        action.triggered.connect(slot)
        return action

    def show_maximised(self, maximised: bool) -> None:
        """Show whether this plot fills the window."""
        self.maximise_action.setText(tr("Restore" if maximised else "Maximise"))
        self.maximise_action.setIcon(icon("restore" if maximised else "maximise", "muted"))

    def context_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # the plot would keep every menu that was open
        if own := self.extra_actions():
            menu.addActions(own)
            menu.addSeparator()
        menu.addActions([self.maximise_action, self.copy_action])
        menu.addSeparator()
        menu.addActions(self.save_actions)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu().popup(event.globalPos())
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.header.show_tools(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.header.show_tools(False)
        super().leaveEvent(event)

    @Slot()
    def copy_image(self) -> None:
        with ExportMode(self):
            QGuiApplication.clipboard().setImage(image_export.render_image(self))

    def png(self) -> bytes:
        with ExportMode(self):
            return image_export.render_png(self)

    def _svg(self, widget: QWidget) -> bytes:
        return image_export.render_svg(widget, tr(self.label))

    def svg(self) -> bytes:
        with ExportMode(self):
            return self._svg(self)

    def csv(self) -> bytes:
        return image_export.csv_bytes(self.columns())

    def _ask_path(self, suffix: str, make: Callable[[QWidget], bytes]) -> None:
        """Make the bytes of the plot as it is now, and write them when a path has been chosen."""
        with ExportMode(self):
            data = make(self)
        dialog = image_export.save_dialog(self, self.label, suffix)
        dialog.fileSelected.connect(lambda path: self.write(path, data))
        dialog.open()

    def set_saver(self, save: Saver) -> None:
        """Set what writes bytes to a path or raises UserError; until then nothing can be saved."""
        self._save = save
        for action in (*self.save_actions, self._save_tool.defaultAction()):
            action.setEnabled(True)

    def write(self, path: str, data: bytes) -> None:
        """Save bytes through the injected writer, and hand a refusal on."""
        assert self._save is not None
        try:
            self._save(path, data)
        except UserError as error:
            self.refused.emit(error)


plots: Registry[Plot] = Registry("plot")
