"""The report as PDF: the same sections as the HTML page, set by Qt. Registered here, since exports know no Qt."""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer

from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_six_digits
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.report.contents import build_report
from mlp_gui.export.report.html_page import ReportPage
from mlp_gui.export.report.svg_plots import WIDTH
from mlp_gui.plotmath.colours import MUTED, TEXT

DOTS = 300  # per inch, of the paper and of the pictures on it
PICTURE = 480  # width of a picture in 96ths of an inch
_MARGIN = 18.0  # mm
_STYLE = f"""
body {{ font-family: sans-serif; font-size: 9pt; color: {TEXT}; }}
h1 {{ font-size: 15pt; }} h2 {{ font-size: 11pt; }} caption {{ color: {MUTED}; }}
th {{ text-align: left; }} td, th {{ padding: 1px 10px 1px 0; }}
"""
_PAGE = re.compile(rb"/Type\s*/Page\b")  # not /Pages


@formats.register("report_pdf", "Report (.pdf)")
class ReportPdfFormat(ExportFormat):
    """The report, printed on pages of A4."""

    suffix = ".pdf"
    sentence = mark("The same report as pages for printing.")

    def encode(self, source: ExportInput) -> bytes:
        return print_pdf(build_report(source))

    def verify(self, data: bytes, source: ExportInput) -> str:
        scores = source.model.provenance["scores"]
        wanted = [format_six_digits(value) for values in scores.values() for value in values.values()]
        # A PDF holds glyphs and not letters, so the texts are looked for in the document that it is printed from.
        text = lay_out_report(build_report(source), 1000.0).toPlainText()
        pages = len(_PAGE.findall(data))
        if not (data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF") and pages) or any(
            score not in text for score in wanted
        ):
            raise UserError(
                tr("The report would not be complete and was not saved."), hint=tr("Save it as HTML instead.")
            )
        return tr_n("{n} page with {scores} scores.", "{n} pages with {scores} scores.", pages, scores=len(wanted))


def print_pdf(content: ReportPage) -> bytes:
    """Print the report on pages of A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(content.title[:200])
    paper = writer.pageLayout().paintRectPixels(DOTS)
    document = lay_out_report(content, paper.width(), writer)
    document.setPageSize(QSizeF(paper.width(), paper.height()))
    painter = QPainter(writer)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        # The pages of a document lie below one another in one coordinate system.
        painter.translate(0, -page * paper.height())
        document.drawContents(painter, QRectF(0, page * paper.height(), paper.width(), paper.height()))
        painter.restore()
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def lay_out_report(content: ReportPage, width: float, device: QPdfWriter | None = None) -> QTextDocument:
    """Lay the report out as a text document.

    Parameters
    ----------
    content : ReportPage
    width : float
        Of the text, in pixels of the device.
    device : QPdfWriter, optional
        Whose resolution counts; the screen's when omitted.
    """
    document = QTextDocument()
    document.setDocumentMargin(0)
    if device is not None:
        document.documentLayout().setPaintDevice(device)  # points of type become dots of the paper
    document.setDefaultStyleSheet(_STYLE)
    for name, svg in content.pictures.items():
        if svg:
            document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), _image(svg))
    # Qt enlarges a picture's size from 96 dots per inch to the device's.
    body = content.body().replace("<img ", f'<img width="{PICTURE}" ')
    document.setHtml(f"<body>{body}</body>")
    document.setTextWidth(width)
    return document


def _image(svg: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    # One pixel for each dot of the paper.
    image = QImage(renderer.defaultSize() * (PICTURE * DOTS / 96 / WIDTH), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
