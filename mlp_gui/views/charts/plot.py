"""A plot is a panel with a head and a body. It takes arrays by `show_...`, marks itself dirty, and waits for the clock.

A plot knows no training run and no thread, and costs nothing while it cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QEnterEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QMenu, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import lower_first, mark, tr
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.header import PlotHeader, tool_button
from mlp_gui.views.charts.image_export import ExportMode
from mlp_gui.views.theme import style
from mlp_gui.views.theme.icons import icon

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

Rows = NDArray[np.int64]
REST = 600  # milliseconds without a frame after which a plot is at rest
Saver = Callable[[str | Path, bytes], None]


class Plot(QWidget):
    """Base of every plot. A subclass gives `set_body` a widget and writes `draw` and `columns`."""

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
    rows_chosen = Signal(object)  # numbers of the rows that were clicked at, (rows,)
    refused = Signal(object)  # UserError from saving

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save: Saver | None = None
        self._dirty = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.finish_animation)
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(220, 150)
        self.header = PlotHeader(tr(self.label))
        self.header.title.setToolTip(tr(self.help))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._body: QWidget | None = None
        self._notice: tuple[str, ...] = ("", "muted")
        self._reading: tuple[str, ...] = ("",)
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
        """What it is called for a task, in a menu or on a tab among others."""
        return tr(cls.label if in_full else cls.short or cls.label)

    @classmethod
    def why_not(cls, task: Task | None) -> str:
        """Why it has nothing to show for a task; "" when it has."""
        if task is None or task in cls.tasks:
            return ""
        if task.is_classification:
            return tr("This plot is for targets that are numbers; the target of this run has classes.")
        return tr("This plot is for targets that are classes; the target of this run is a number.")

    def set_run(self, scene: RunContext | None) -> None:
        """A new run stands at epoch 0, or there is none."""

    def update_plot(self, look: PlotUpdate) -> None:
        """The run at one moment: take what is to be shown and mark yourself dirty."""

    def show_selection(self, rows: Rows) -> None:
        """Rows that were chosen in some plot, by their numbers in the table."""

    def draw(self) -> None:
        """Bring the items up to the newest values and ask for a repaint of what has changed."""
        raise NotImplementedError

    def columns(self) -> image_export.Columns:
        """The plot's data for a CSV file."""
        raise NotImplementedError

    def extra_actions(self) -> list[QAction]:
        """What the context menu offers besides saving."""
        return []

    def finish_animation(self) -> None:
        """No new values for a while: what moved slowly for the sake of calm may take its final place."""

    def restyle(self) -> None:
        """Colours or text sizes are new."""

    def set_vector_mode(self, on: bool) -> None:
        """Whether the next paint must consist of vectors only."""

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
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.became_visible.emit()
        if self._dirty:
            self.dirtied.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and self._body is not None:
            self.header.restyle()
            self.restyle()
            self.mark_dirty()

    # --- texts -----------------------------------------------------------------------------------------------

    def show_notice(self, text: str, role: str = "muted", *shorter: str) -> None:
        """What the second line says while nothing is pointed at; shorter: the same for narrow panels."""
        self._notice = (text, role, *shorter)
        self._show_line()

    def show_hover_text(self, text: str, *shorter: str) -> None:
        """The exact numbers under the pointer, empty when there are none; shorter: the same for narrow panels."""
        self._reading = (text, *shorter)
        self._show_line()

    @property
    def hover_text(self) -> tuple[str, ...]:
        return self._reading

    def line_text(self) -> str:
        return self.header.line.text()

    def _show_line(self) -> None:
        text, *shorter = self._reading
        if text:
            self.header.line.show_text(text, "text", *shorter)
        else:
            self.header.line.show_text(*self._notice)

    # --- tools and menu --------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.maximise_action = self._action(tr("Maximise"), "maximise", self.maximise_requested.emit)
        self.copy_action = self._action(tr("Copy image"), "copy", self.copy_image)
        self.png_action = self._action(
            tr("Save as PNG…"), "save", lambda: self._ask_path("png", image_export.render_png)
        )
        self.svg_action = self._action(tr("Save as SVG…"), "save", lambda: self._ask_path("svg", self._svg))
        self.csv_action = self._action(tr("Save data as CSV…"), "save", lambda: self._ask_path("csv", self._csv))
        self.save_actions = [self.png_action, self.svg_action, self.csv_action]
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
        """The window says whether this plot fills it."""
        self.maximise_action.setText(tr("Restore" if maximised else "Maximise"))
        self.maximise_action.setIcon(icon("restore" if maximised else "maximise", "muted"))

    def context_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = self.extra_actions()
        if own:
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

    # --- pictures and files ----------------------------------------------------------------------------------

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

    def _csv(self, widget: QWidget) -> bytes:
        return self.csv()

    def _ask_path(self, suffix: str, make: Callable[[QWidget], bytes]) -> None:
        """The bytes are made now, as the plot stands, and written when a path has been chosen."""
        with ExportMode(self):
            data = make(self)
        dialog = QFileDialog(self, tr("Save {plot}", plot=lower_first(tr(self.label))), f"{self.file_stem()}.{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.fileSelected.connect(lambda path: self.write(path, data))
        dialog.open()

    def file_stem(self) -> str:
        return re.sub(r"[^a-z0-9]+", "_", self.label.lower()).strip("_")

    def set_saver(self, save: Saver) -> None:
        """What writes bytes to a path, or raises UserError; until there is one nothing can be saved."""
        self._save = save
        for action in (*self.save_actions, self._save_tool.defaultAction()):
            action.setEnabled(True)

    def write(self, path: str, data: bytes) -> None:
        """Save bytes through the injected writer; a refusal is handed on."""
        assert self._save is not None
        try:
            self._save(path, data)
        except UserError as error:
            self.refused.emit(error)


plots: Registry[Plot] = Registry("plot")
