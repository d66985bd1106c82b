"""A column's format is how its cells are written and what they mean, as it was found when the table was opened.

It is learned with the network: another table's column is read as that column, and not as it looks by itself.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

KINDS = ("auto", "number", "text", "datetime", "boolean")


@dataclass(frozen=True)
class ColumnFormat:
    """How the cells of one column are written. The defaults say nothing: the column is read as it looks.

    Attributes
    ----------
    kind : str
        "auto", "number", "text", "datetime" or "boolean".
    decimal : str
        "." or ",", or "" where no cell of the file proved one.
    unit : str
        What stands before or after each number, such as "kg", "%" or "€".
    limit : str
        What a value below a limit, "<0.05", counts as: "limit", "half" or "missing"; "" where there was none.
    trace : bool
        Whether "tr" counts as 0.
    share : bool
        Whether all numbers lay within 0 and 1 and one was a fraction, so that 45% is 0.45.
    truth : bool
        Whether all numbers were 0 or 1, so that "yes" is 1.
    missing : tuple of str
        Cells that mean no value, besides the usual markers.
    kept : tuple of str
        Usual markers, in lower case, that are no gaps in this column.
    date_format : str
        As `datetime.strptime` takes it; see `date_reader` for what else it reads.
    century : int
        The first year that two digits mean, such as 1950; 0 where they mean 1969 to 2068.
    true_words, false_words : tuple of str
        Words, in lower case, that say yes and no in this column, besides the usual ones.
    merged : bool
        Whether words that differ only in case are one.
    ditto : bool
        Whether marks such as 〃 repeated the cell above.
    asked : bool
        Whether a person asked for this before the cells were looked at: what the rest is, they tell.
    """

    kind: str = "auto"
    decimal: str = ""
    unit: str = ""
    limit: str = ""
    trace: bool = False
    share: bool = False
    truth: bool = False
    missing: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    date_format: str = ""
    century: int = 0
    true_words: tuple[str, ...] = ()
    false_words: tuple[str, ...] = ()
    merged: bool = False
    ditto: bool = False
    asked: bool = False

    @property
    def is_learned(self) -> bool:
        """Whether anything is known; False for the columns of files that earlier versions wrote."""
        return self.kind != "auto" and not self.asked

    def with_unit(self, name: str) -> str:
        """Return the name of the column with its unit, if it has one: "flow [m/s]"."""
        return f"{name} [{self.unit}]" if self.unit else name

    def entries(self) -> dict[str, Any]:
        """Return what differs from the defaults, as `cell_reader` takes it."""
        found = {f.name: (getattr(self, f.name), f.default) for f in dataclasses.fields(self)}
        return {name: value for name, (value, default) in found.items() if value != default}


def changed_entries(plain: dict[str, Any]) -> dict[str, Any]:
    """Return {"format": what a format in JSON says besides the defaults}, {} when that is nothing."""
    kept = {f.name: plain[f.name] for f in dataclasses.fields(ColumnFormat) if plain[f.name] not in (f.default, [])}
    return {"format": kept} if kept else {}
