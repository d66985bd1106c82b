"""A stored model in every export format, in a form that can be compared: members of archives, the text of a PDF."""

from __future__ import annotations

import json

from golden_files import members_of
from golden_projects import opened
from golden_workbook import sheets_of
from PySide6.QtWidgets import QApplication

from mlp_gui.core.errors import UserError
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.registry import formats
from mlp_gui.export.report.contents import build_report
from mlp_gui.views.training.pdf_format import lay_out_report

MODELS = ("version_2", "mid_epoch", "full_batch")
ZIP = b"PK\x03\x04"
PDF = "report_pdf"
WORKBOOK = "excel"
PAGE, NOTEBOOK = "page", "notebook"
NEEDS_EXTRA = ("onnx",)  # exported only where the extra `onnx` is installed; its library decides on the bytes


def contents(model: str, name: str) -> dict[str, bytes]:
    """What a format makes of a stored model, by the names of its members; one without members has one, its suffix.

    The time of day is only in the frame of an archive and in a PDF, of which the beginning and the text count. Of a
    workbook the cells count: its frame belongs to the library that writes it. Of a page that computes
    the numbers count: what it looks like and says may change.
    """
    source = opened(model).export_input()
    try:
        data = formats.create(name).encode(source)
    except UserError as error:  # a format that has no counterpart of an activation says so
        return {"refused": str(error).encode("utf-8")}
    if name == WORKBOOK:
        return {"sheets.json": json.dumps(sheets_of(members_of(data)), ensure_ascii=False, indent=1).encode("utf-8")}
    if data.startswith(ZIP):
        return members_of(data)
    if name == PAGE:
        return {"model.json": _numbers_of(data.decode("utf-8"))}
    if name == NOTEBOOK:
        return {"ipynb": _without_folders(data)}
    if name == PDF:
        return {"pdf": data[:5] + _text_of(source).encode("utf-8")}
    return {formats[name].suffix.lstrip("."): data}


def _numbers_of(page: str) -> bytes:
    plain = json.loads(page.partition('id="model">')[2].partition("</script>")[0])
    del plain["words"]
    return json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8")


def _without_folders(notebook: bytes) -> bytes:
    """What is neither where the table is nor the run packed as text, which is the format mlp."""
    plain = json.loads(notebook)
    for cell in plain["cells"]:
        cell["source"] = [line for line in cell["source"] if not line.startswith("TABLE = ")]
        if cell["metadata"]:
            cell["source"] = cell["source"][-5:]
    return json.dumps(plain, indent=1).encode("ascii")


def _text_of(source: ExportInput) -> str:
    assert QApplication.instance() is not None
    return lay_out_report(build_report(source), 1000.0).toPlainText()


def format_names() -> tuple[str, ...]:
    return tuple(name for name in formats.names() if name not in NEEDS_EXTRA)


def all_contents(model: str) -> dict[str, bytes]:
    """Of all formats, each member under FORMAT/MEMBER."""
    made = {name: contents(model, name) for name in format_names()}
    return {f"{name}/{member}": data for name, members in made.items() for member, data in members.items()}
