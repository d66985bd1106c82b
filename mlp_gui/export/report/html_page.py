"""A report as a page: headings, paragraphs, tables and pictures, in which every text from the data is literal."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mlp_gui.core.translation import language
from mlp_gui.export.report.svg_plots import printable
from mlp_gui.plotmath.colours import GRID, LINE, MUTED, TEXT

MAX_LETTERS = 300
_STYLE = f"""
body {{ font: 15px/1.5 system-ui, sans-serif; color: {TEXT}; background: #fff; max-width: 46em; margin: 2em auto;
  padding: 0 1em; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.6em; line-height: 1.2; }} h2 {{ font-size: 1.15em; margin-top: 2em; \
border-bottom: 1px solid {LINE}; }}
table {{ border-collapse: collapse; margin: 1em 0; }} caption {{ text-align: left; color: {MUTED}; }}
th, td {{ border-bottom: 1px solid {GRID}; padding: 0.2em 0.9em 0.2em 0; text-align: left; vertical-align: top; }}
td.number, th.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
pre {{ white-space: pre-wrap; font-size: 0.85em; background: {GRID}; padding: 0.6em; }}
svg, img {{ max-width: 100%; height: auto; }} .muted {{ color: {MUTED}; }}
@media print {{ h2 {{ break-after: avoid; }} svg, table {{ break-inside: avoid; }} }}
"""


@dataclass(frozen=True)
class ReportPage:
    """Headings, paragraphs and named pictures.

    Attributes
    ----------
    title : str
    sections : tuple of (str, str)
        Heading and HTML, in which <img src="NAME"> stands for a picture.
    pictures : dict
        SVG by name.
    """

    title: str
    sections: tuple[tuple[str, str], ...]
    pictures: dict[str, str]

    def page(self) -> str:
        """Return one page that needs nothing else, with the pictures in it."""
        body = self.body()
        for name, svg in self.pictures.items():
            # Texts from the data are escaped and hold no tag, so only our own are replaced.
            body = body.replace(image_tag(name), svg)
        head = f'<meta charset="utf-8"><title>{escape_text(self.title)}</title><style>{_STYLE}</style>'
        return f'<!DOCTYPE html>\n<html lang="{language()}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'

    def body(self) -> str:
        """Return the same with <img> tags, for a printer that gets the pictures separately."""
        parts = [f"<h1>{escape_text(self.title)}</h1>"]
        parts += [f"<h2>{escape_text(heading)}</h2>\n{content}" for heading, content in self.sections]
        return "\n".join(parts)


def image_tag(name: str) -> str:
    """Return what stands for a picture in a section."""
    return f'<img src="{name}">'


def escape_text(value: object) -> str:
    """Return any text as literal HTML, in its own direction of writing, at most MAX_LETTERS of it."""
    text = printable(str(value))
    return f"<bdi>{html.escape(text if len(text) <= MAX_LETTERS else text[: MAX_LETTERS - 1] + '…')}</bdi>"


def paragraphs(lines: Iterable[str]) -> str:
    """Return a paragraph for each line that is not empty."""
    return "".join(f"<p>{escape_text(line)}</p>\n" for line in lines if line)


def html_table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """Return a table whose first column is text and whose others are set to the right when they look like numbers.

    Parameters
    ----------
    head : sequence of str
    rows : sequence of sequences of str
        Cells in the order of the headings.
    caption : str
        None when empty.
    """
    said = f"<caption>{escape_text(caption)}</caption>" if caption else ""
    lines = ["<tr>" + "".join(f"<th>{escape_text(cell)}</th>" for cell in head) + "</tr>"]
    for row in rows:
        cells = [f"<td{' class=number' * _is_number(cell)}>{escape_text(cell)}</td>" for cell in row]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{said}\n" + "\n".join(lines) + "\n</table>\n"


def _is_number(text: str) -> bool:
    return text[:1].isdigit() or (text[:1] in "-−–" and (len(text) == 1 or text[1:2].isdigit()))
