"""The header of a plot: title, legend and tools in the first line; notice or read-out and switches in the second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.visible_text import visible
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.charts.markers import draw_mark, series_pen
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.theme.style import caption, caption_metrics


class LegendKey(NamedTuple):
    """One entry of a legend.

    Attributes
    ----------
    text : str
    colour : str
        As in `resolve_colour`: a name in the palette, "#rrggbb" or "@3".
    mark : str
        A line style ("line", "dash", "dot") or a mark ("circle", "triangle", "square").
    """

    text: str
    colour: str
    mark: str


class TextLine(QWidget):
    """One line of small text at a fixed place: changing it costs a repaint of itself and never moves anything."""

    def __init__(self, role: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self._role = role
        # Ignored: a longer text never asks for more width, so numbers under the pointer move nothing.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # paintEvent fills the whole rectangle.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(60, style.px(18))

    def text(self) -> str:
        return self._texts[0]

    def shown_text(self) -> str:
        """Return the first of the given texts that fits, or else the last one, cut."""
        metrics = caption_metrics()
        for text in self._texts:
            if metrics.horizontalAdvance(text) <= self.width():
                return text
        return metrics.elidedText(self._texts[-1], Qt.TextElideMode.ElideRight, self.width())

    def show_text(self, text: str, role: str = "muted", *shorter: str) -> None:
        """Show a text.

        Parameters
        ----------
        text : str
        role : str
            Its colour in the palette: "muted", "text", "warning" or "bad".
        *shorter : str
            The same in fewer letters, for narrow places.
        """
        texts = tuple(map(visible, (text, *shorter)))
        if (texts, role) != (self._texts, self._role):
            self._texts, self._role = texts, role
            set_tip(self, "" if caption_metrics().horizontalAdvance(text) <= self.width() else text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.panel))
        painter.setFont(caption())
        painter.setPen(QColor(getattr(palette, self._role)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text())


class Legend(QWidget):
    """What colours, line styles and marks mean. Without room entries move closer; then "…" replaces the last ones."""

    GAP = 5
    ROOMY, CLOSE = (18, 14), (14, 8)  # width of a sample, space between two entries
    REST = "…"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[LegendKey, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def shown_keys(self) -> tuple[LegendKey, ...]:
        return self._keys

    def show_keys(self, keys: Sequence[LegendKey]) -> None:
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            set_tip(self, ", ".join(key.text for key in keys))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, style.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(caption())
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        (sample, space), fitting = self._fitting()
        x = 0.0
        for key in self._keys[:fitting]:
            width = caption_metrics().horizontalAdvance(key.text)
            self._draw_sample(painter, key, x, sample)
            painter.setPen(QColor(palette.muted))
            painter.drawText(QRectF(x + sample + self.GAP, 0, width + 2, self.height()), place, key.text)
            x += sample + self.GAP + width + space
        if fitting < len(self._keys):
            painter.setPen(QColor(palette.muted))
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), place, self.REST)

    def fitting(self) -> int:
        """Return how many entries are drawn, from the first."""
        return self._fitting()[1]

    def _fitting(self) -> tuple[tuple[int, int], int]:
        """Return (width of a sample, space between entries) and how many entries there is room for."""
        texts = [caption_metrics().horizontalAdvance(key.text) + self.GAP for key in self._keys]
        for sample, space in (self.ROOMY, self.CLOSE):
            if sum(texts) + len(texts) * sample + (len(texts) - 1) * space <= self.width():
                return (sample, space), len(texts)
        x, fitting = 0.0, 0
        for text in texts:
            x += sample + text + space
            if x + caption_metrics().horizontalAdvance(self.REST) > self.width():
                break
            fitting += 1
        return (sample, space), fitting

    def _draw_sample(self, painter: QPainter, key: LegendKey, x: float, width: int) -> None:
        colour, middle = resolve_colour(key.colour), self.height() / 2
        if key.mark in ("line", "dash", "dot"):
            painter.setPen(series_pen(colour, key.mark))
            painter.drawLine(QPointF(x + 1, middle), QPointF(x + width - 1, middle))
        else:
            draw_mark(painter, key.mark, QPointF(x + width / 2, middle), colour)


class PlotHeader(QWidget):
    """Two lines of fixed height. Tools show when the pointer is over the plot; their place is always kept.

    Attributes
    ----------
    title : TextLabel
        Hidden while tabs take its place.
    legend : Legend
    line : TextLine
        The notice, or the numbers under the pointer.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(title)
        style.set_role(self.title, "heading")
        self.legend = Legend()
        self.line = TextLine()
        self._tools, self._switch_box = QWidget(), _keeping_its_place()
        self._tools.setProperty("ground", "panel")
        # They lie over the end of the legend and must hide it.
        self._tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tools.hide()
        self._tool_row, self._switch_row = _row(self._tools, 0), _row(self._switch_box, 2)
        first, second = QWidget(), QWidget()
        self._first, self._second = _row(first, 12), _row(second, 6)
        for widget, stretch in ((self.title, 0), (self.legend, 1)):
            self._first.addWidget(widget, stretch)
        self._tools.setParent(first)  # above the end of the legend, so that they take no room while they are hidden
        self._second.addWidget(self.line, 1)
        self._second.addWidget(self._switch_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 6, 0)
        column.setSpacing(0)
        column.addWidget(first)
        column.addWidget(second)
        self._rows = (first, second)
        self._switches: list[QWidget] = []
        self._tabs: QWidget | None = None
        self.restyle()

    def restyle(self) -> None:
        for row in self._rows:
            row.setFixedHeight(style.px(24))
        for switch in self._switches:
            if isinstance(switch, QToolButton) and switch.menu() is None:
                switch.setFixedWidth(round(caption_metrics().horizontalAdvance(switch.text())) + 14)

    def add_tool(self, button: QToolButton) -> None:
        self._tool_row.addWidget(button)

    def add_switch(self, widget: QWidget) -> None:
        """Put a small control at the right of the second line."""
        # A style sheet of its own would cost each switch 3 ms at every change of theme or text size.
        has_menu = isinstance(widget, QToolButton) and widget.menu() is not None
        widget.setProperty("switch", "menu" if has_menu else "plain")
        self._switches.append(widget)
        self._switch_row.addWidget(widget)
        self.restyle()

    def take_tabs(self, tabs: QWidget | None) -> None:
        """Put a row of tabs in the place of the title; None gives the place back to the title."""
        # Only tabs that are still here: the header of another plot may have taken them meanwhile.
        if self._tabs is not None and self._tabs is not tabs and self._tabs.parent() is self._first.parentWidget():
            self._tabs.setParent(None)
        self._tabs = tabs
        if tabs is not None:
            self._first.insertWidget(0, tabs)
            tabs.show()
        self.title.setVisible(tabs is None)

    def show_tabs(self, shown: bool) -> None:
        """Show the tabs, or instead of them the title, as in a saved picture."""
        if self._tabs is not None:
            self._tabs.setVisible(shown)
            self.title.setVisible(not shown)

    def show_tools(self, shown: bool) -> None:
        self._place_tools()
        self._tools.setVisible(shown)
        if shown:
            # Tabs are inserted later, and what is younger lies above.
            self._tools.raise_()

    def _place_tools(self) -> None:
        # In no layout, which would reserve their width while they are hidden.
        width, first = self._tools.sizeHint().width(), self._rows[0]
        self._tools.setGeometry(first.width() - width, 0, width, first.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tools()

    def show_switches(self, shown: bool) -> None:
        self._switch_box.setVisible(shown)


def _keeping_its_place() -> QWidget:
    """Make a widget whose room stays empty while it is hidden."""
    widget = QWidget()
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget


def _row(widget: QWidget, spacing: int) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return row


def tool_button(action: QAction) -> QToolButton:
    """Make a small button for the header."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
