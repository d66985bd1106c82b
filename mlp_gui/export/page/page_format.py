"""The network as one page that computes: sliders, curves and the picture of the network above the report of its run.

It needs nothing from elsewhere: one style and one script stand in it, and its policy names both by their hashes, so
that nothing else runs or loads. Without JavaScript it is the report.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import language, mark, tr
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.self_check import describe_verification
from mlp_gui.export.page.network_formulas import formula_lines
from mlp_gui.export.page.page_model import page_model, script_json
from mlp_gui.export.page.page_script import page_part, page_script
from mlp_gui.export.report.comparison import verdict_sentence_of
from mlp_gui.export.report.contents import build_report
from mlp_gui.export.report.html_page import ReportPage, escape_text, image_tag

_DATA = re.compile(r'<script type="application/json" id="model">([^<]*)</script>')


@formats.register("page", "Page that computes (.html)")
class PageFormat(ExportFormat):
    """The page is written in the language of the program."""

    suffix, place = ".html", 4
    sentence = mark("One interactive page for any browser: sliders, predictions, curves, and the report below them.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the page; UserError for an activation that C lacks."""
        style, script = page_part("page.css"), page_script(source.model)
        report = build_report(source)
        policy = (
            f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
            "base-uri 'none'; form-action 'none'"
        )
        head = [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{_plain(report.title)}</title>",
            f"<style>{style}</style>",
        ]
        hint = tr(
            "This page computes predictions where JavaScript is allowed. Without it, it is the report of the run."
        )
        body = [
            f"<header><h1>{escape_text(report.title)}</h1><p>{escape_text(verdict_sentence_of(source))}</p>",
            f"<noscript><p>{escape_text(hint)}</p></noscript></header>",
            '<div id="app" hidden></div>',
            f"<main>\n{_sections(report, source)}</main>",
            f'<script type="application/json" id="model">{script_json(page_model(source))}</script>',
            f"<script>{script}</script>",
        ]
        page = f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n' + "\n".join(head)
        return (page + "\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n").encode("utf-8", "replace")

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare every number with the model's; the page checks itself when it is opened.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        found = _DATA.search(data.decode("utf-8"))
        wanted = json.loads(script_json(page_model(source)))
        if found is None or json.loads(found[1]) != wanted:
            raise UserError(tr("The page would not hold the same numbers and was not saved."))
        return describe_verification(
            source.model, tr("every number read back and compared; the page checks itself when it is opened")
        )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _plain(text: str) -> str:
    """Return a text for the title, in which tags stand as they are written."""
    return escape_text(text).removeprefix("<bdi>").removesuffix("</bdi>")


def _sections(report: ReportPage, source: ExportInput) -> str:
    formulas = "\n".join(escape_text(line) for line in formula_lines(source.model))
    sections = [*report.sections, (tr("Formulas"), f"<pre>{formulas}</pre>")]
    parts = [f"<section><h2>{escape_text(head)}</h2>\n{content}</section>\n" for head, content in sections]
    body = "".join(parts)
    for name, svg in report.pictures.items():
        body = body.replace(image_tag(name), svg)
    return body
