"""A notebook as its file holds it: cells of Markdown and of Python in JSON, of nbformat 4.5."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# Backslashes before these keep Markdown and HTML from reading them.
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~$:^=\"'/])")


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    text : str
    is_code : bool
        Whether it is Python; else it is Markdown.
    is_folded : bool
        Whether its source is hidden at first.
    """

    text: str
    is_code: bool = False
    is_folded: bool = False


def encode_notebook(cells: Sequence[Cell]) -> bytes:
    """Return a notebook's file.

    Parameters
    ----------
    cells : sequence of Cell
    """
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    plain = {
        "cells": [_plain(cell, k) for k, cell in enumerate(cells, 1)],
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(plain, ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def _plain(cell: Cell, number: int) -> dict[str, Any]:
    kind = "code" if cell.is_code else "markdown"
    folded = {"jupyter": {"source_hidden": True}, "collapsed": True} if cell.is_folded else {}
    lines = cell.text.strip("\n").splitlines(keepends=True)
    plain = {"cell_type": kind, "id": f"cell-{number}", "metadata": folded, "source": lines}
    return plain | ({"execution_count": None, "outputs": []} if cell.is_code else {})


def code_of(data: bytes) -> list[str]:
    """Return the Python of each cell of code in a notebook's file.

    Parameters
    ----------
    data : bytes
    """
    cells = json.loads(data)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def literal_markdown(text: str) -> str:
    """Return any text so that Markdown shows it as it stands, in one line.

    Parameters
    ----------
    text : str
    """
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
