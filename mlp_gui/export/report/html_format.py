"""The report as one HTML page that needs nothing else: no script, no picture, no style from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_six_digits
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.report.contents import build_report
from mlp_gui.export.report.html_page import escape_text

_TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "pre", "bdi", "table", "caption", "tr", "th",
    "td", "svg", "g", "path", "polyline", "circle", "rect", "text",
}  # fmt: skip


@formats.register("report", "Report (.html)")
class ReportFormat(ExportFormat):
    """The report as HTML; the window adds the same report as PDF, which needs Qt."""

    suffix, place = ".html", 3
    sentence = mark("One page to hand in: data, settings, curves, scores and plots.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the page with its pictures inside."""
        return build_report(source).page().encode("utf-8", "replace")

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Check that the page has every sentence and score, and no tag or attribute that runs or loads anything.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        text = data.decode("utf-8")
        reader = _ReportParser()
        reader.feed(text)
        reader.close()
        made = source.model.provenance
        scores = [format_six_digits(value) for values in made["scores"].values() for value in values.values()]
        verdict = made.get("verdict", {}).get("sentence", "")
        said = [*made["ledger"], *([verdict] if verdict else [])]
        absent = [part for part in (*map(escape_text, said), *scores) if part not in text]
        if reader.strange or absent:
            found = tr(
                "It holds {what!r}." if reader.strange else "It lacks {what!r}.",
                what=(reader.strange or absent)[0][:80],
            )
            raise UserError(tr("The report would not say what it should and was not saved."), found)
        return tr_n(
            "one page with {n} score, read back; it loads nothing from elsewhere.",
            "one page with {n} scores, read back; it loads nothing from elsewhere.",
            len(scores),
        )


class _ReportParser(HTMLParser):
    """Parser that notes every tag or attribute that a report does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        # Attributes that begin with "on" run code; the others load something from elsewhere.
        if tag not in _TAGS or any(name.startswith("on") or name in ("src", "href", "xlink:href") for name in names):
            self.strange.append(tag)
