"""A widget as a picture, and columns of numbers as CSV, in bytes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from mlp_gui.core.translation import lower_first, tr
from mlp_gui.data.csv.writer import csv_text
from mlp_gui.views.charts.header import PlotHeader
from mlp_gui.views.theme import style


class Exportable(Protocol):
    """What `ExportMode` needs of a plot; `hover_text` is what it reads out under the pointer."""

    header: PlotHeader

    @property
    def hover_text(self) -> tuple[str, ...]: ...

    def underMouse(self) -> bool: ...

    def show_hover_text(self, text: str, *shorter: str) -> None: ...

    def refresh(self) -> None: ...

    def set_vector_mode(self, on: bool) -> None: ...


class ExportMode:
    """A context in which a plot is bare: no tools, no switches, no numbers under the pointer."""

    def __init__(self, plot: Exportable) -> None:
        self._plot = plot

    def __enter__(self) -> None:
        plot = self._plot
        self._tools, self._reading = plot.underMouse(), plot.hover_text
        plot.header.show_tools(False)
        plot.header.show_switches(False)
        plot.header.show_tabs(False)
        plot.show_hover_text("")
        plot.refresh()
        plot.set_vector_mode(True)

    def __exit__(self, *error: object) -> None:
        self._plot.set_vector_mode(False)
        self._plot.show_hover_text(*self._reading)
        self._plot.header.show_tabs(True)
        self._plot.header.show_switches(True)
        self._plot.header.show_tools(self._tools)


Columns = Mapping[str, Sequence | NDArray]


def render_image(widget: QWidget, scale: float = 2.0) -> QImage:
    """Draw a widget as it is now.

    Parameters
    ----------
    widget : QWidget
    scale : float
        Pixels of the image for one on the screen.
    """
    size = widget.size() * scale
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(style.current().panel))
    widget.render(picture, QPoint())
    return picture


def render_png(widget: QWidget, scale: float = 2.0) -> bytes:
    """Draw a widget as it is now and return the bytes of a PNG file; see `render_image` for the parameters."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(render_image(widget, scale))
    return bytes(buffer.data().data())


def render_svg(widget: QWidget, title: str) -> bytes:
    """Draw a widget as vectors, as large as on the screen, and return the bytes of an SVG file.

    Parameters
    ----------
    widget : QWidget
    title : str
        Of the file, for readers of the SVG.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # Without the screen's resolution the texts shrink against the rest.
    generator.setResolution(round(widget.logicalDpiX()))
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), QColor(style.current().panel))
    widget.render(painter, QPoint())
    painter.end()
    buffer.close()
    return bytes(data.data())


def save_dialog(parent: QWidget, label: str, suffix: str) -> QFileDialog:
    """Make the dialog that asks where to save a plot; it is not open yet.

    Parameters
    ----------
    parent : QWidget
    label : str
        The plot's label, in English: the name of the file is made of it.
    suffix : str
        Without the dot.
    """
    stem = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
    dialog = QFileDialog(parent, tr("Save {plot}", plot=lower_first(tr(label))), f"{stem}.{suffix}")
    # The plot is its parent and would keep every dialog until the window closes.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    return dialog


def csv_bytes(columns: Columns) -> bytes:
    """Write columns of any lengths below their names; numbers in full, missing ones empty."""
    cells = [values.tolist() if isinstance(values, np.ndarray) else values for values in columns.values()]
    return csv_text([list(columns), *itertools.zip_longest(*cells)]).encode()
