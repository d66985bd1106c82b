"""Saving one worked iteration: the kind of file follows from its ending."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.views.inspector.worked_example import Original, worked_example_csv, worked_example_html

KINDS = (
    (mark("Web page"), ".html"),
    (mark("PDF for paper"), ".pdf"),
    (mark("Every number as CSV"), ".csv"),
)


def ask_worked_example_path(parent: QWidget) -> str:
    """Ask for a path and return it with its ending; empty when the person thought better of it."""
    filters = {f"{tr(label)} (*{ending})": ending for label, ending in KINDS}
    path, kind = QFileDialog.getSaveFileName(parent, tr("Save this iteration"), "iteration.html", ";;".join(filters))
    if path and not Path(path).suffix:
        path += filters.get(kind, ".html")
    return path


def save_worked_example(path: str, trace: Trace, original: Original | None, title: str) -> None:
    """Write one iteration as HTML, PDF or CSV, whole or not at all.

    Parameters
    ----------
    path : str
        Its ending says which.
    trace : Trace
    original : callable or None
        Says what a number is in the file.
    title : str

    Raises
    ------
    UserError
        If the folder refuses.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".csv":
        write_atomic(path, worked_example_csv(trace).encode())
    elif suffix == ".pdf":
        write_atomic(path, worked_example_pdf(worked_example_html(trace, original, title)))
    else:
        write_atomic(path, worked_example_html(trace, original, title).encode())


def worked_example_pdf(page: str) -> bytes:
    """Print a page as PDF, A4 across so that wide tables fit."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)  # the same as for the size of the page below
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(12, 12, 12, 12)
    )
    writer.setPageLayout(layout)
    document = QTextDocument()
    document.setHtml(page)
    document.setPageSize(writer.pageLayout().paintRectPixels(96).size().toSizeF())
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())
