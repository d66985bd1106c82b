"""A remark is a sentence about how a column was read, with the ways out that the person is offered beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class WayOut:
    """One button of a remark.

    Attributes
    ----------
    label : str
        What the button says, in English; shown through `tr`.
    setting : str
        The setting of the column (`ColumnSpec`) that it changes.
    value : object
        What it becomes.
    """

    label: str
    setting: str
    value: Any


@dataclass(frozen=True)
class Remark:
    """What was met in a column.

    Attributes
    ----------
    sentence : str
        In the reader's language, with the name of the column.
    column : str
    ways_out : tuple of WayOut
    """

    sentence: str
    column: str = ""
    ways_out: tuple[WayOut, ...] = ()
