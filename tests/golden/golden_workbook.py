"""What a workbook holds, read without the product: cells, formulas, shown values, number formats and frozen rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPE = re.compile(r"_x([0-9a-fA-F]{4})_")


def sheets_of(members: Mapping[str, bytes]) -> dict[str, Any]:
    """The sheets by name: their frozen rows, and their cells in the order of rows. Cells without a value do not count.

    Whether texts stand in the cells or in a list of their own, and how styles are numbered, is up to the writer.
    """
    names = [entry.attrib["name"] for entry in _root(members, "xl/workbook.xml").iter(f"{_MAIN}sheet")]
    texts = []
    if "xl/sharedStrings.xml" in members:
        texts = [_text(entry) for entry in _root(members, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]
    return {name: _sheet(_root(members, f"xl/worksheets/sheet{i}.xml"), texts) for i, name in enumerate(names, 1)}


def _root(members: Mapping[str, bytes], name: str) -> ElementTree.Element:
    return ElementTree.fromstring(members[name])


def _text(entry: ElementTree.Element) -> str:
    return "".join(_unescaped(part.text or "") for part in entry.iter(f"{_MAIN}t"))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _sheet(root: ElementTree.Element, texts: list[str]) -> dict[str, Any]:
    frozen = [int(pane.attrib["ySplit"]) for pane in root.iter(f"{_MAIN}pane") if pane.attrib["state"] == "frozen"]
    cells = {cell.attrib["r"]: _value(cell, texts) for cell in root.iter(f"{_MAIN}c")}
    return {"frozen": sum(frozen), "cells": {place: value for place, value in cells.items() if value is not None}}


def _value(cell: ElementTree.Element, texts: list[str]) -> Any:
    """A number, a text, or [formula, value that is shown]; None for an empty cell."""
    formula, value, kind = cell.find(f"{_MAIN}f"), cell.findtext(f"{_MAIN}v"), cell.attrib.get("t", "n")
    if kind == "s":
        return texts[int(value or "")]
    if kind == "inlineStr":
        return _text(cell)
    if kind == "str":
        shown: Any = _unescaped(value or "")
    else:
        shown = value if kind == "e" or value is None else float(value)
    return shown if formula is None else [f"={formula.text}", shown]
