"""A layout says where in a file the table begins and what its columns are called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mlp_gui.core.errors import UserError
from mlp_gui.data.dialect import Dialect
from mlp_gui.data.head import records_safely
from mlp_gui.data.sniff import is_blank


@dataclass(frozen=True)
class Layout:
    """names: one per column. data_line: the line, counted from 0, in which the first row of data stands.

    leading_zeros: position of a column -> a cell such as 01234 seen in the sample. header: the cells of the header.
    """

    names: tuple[str, ...]
    data_line: int
    warnings: tuple[str, ...] = ()
    leading_zeros: dict[int, str] = field(default_factory=dict)
    header: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return len(self.names)

    def widened(self, width: int) -> Layout:
        """The same with further columns extra_1, ... for rows that have more cells than there are names."""
        extra = tuple(f"extra_{i + 1}" for i in range(width - self.width))
        return replace(self, names=unique_names([*self.names, *extra])[0])


def find_layout(text: str, dialect: Dialect, width: int, name: str) -> Layout:
    """Names and the first line of data for a dialect; UserError when there are names but no rows."""
    records = records_safely(text, dialect.separator, dialect.quote, dialect.escape)
    records = [r for r in records if r[0] >= dialect.skip and not is_blank(r[1])]
    if not records:
        raise UserError(
            f"{name} has no cells.", f"Nothing follows the first {dialect.skip:,} lines.", "Choose another file."
        )
    said = [_skipped(text, dialect)] if dialect.skip else []
    zeros = _leading_zeros([row for _, row in records], width)
    if not dialect.header:
        return Layout(tuple(f"column_{i + 1}" for i in range(width)), records[0][0], tuple(said), zeros)
    line, cells = records[0]
    rest = [r for r in records[1:] if not (dialect.comment and r[1][0].lstrip().startswith(dialect.comment))]
    if not rest:
        raise _no_rows(text, line, dialect, name)
    if dialect.comment:
        if cells[0].lstrip().startswith(dialect.comment):
            said.append(f"Line {line + 1:,} begins with {dialect.comment} and was taken as the header.")
        cells = [cells[0].lstrip().lstrip(dialect.comment), *cells[1:]]
    raw, more = _fit_names(cells, width, line, [row for _, row in rest])
    names, changes = unique_names(raw)
    return Layout(names, rest[0][0], tuple(said + more + changes), zeros, tuple(records[0][1]))


def _no_rows(text: str, line: int, dialect: Dialect, name: str) -> UserError:
    if dialect.quote and text.count(dialect.quote) % 2:
        return UserError(
            f"A quote in {name} is never closed.",
            f"The record that begins in line {line + 1:,} runs on to the end of the file.",
            "Close the quote in the file, or choose another quote sign.",
        )
    return UserError(f"{name} has names but no rows.", f"Only line {line + 1:,} holds cells.", "Choose another file.")


def _skipped(text: str, dialect: Dialect) -> str:
    lines = "line is" if dialect.skip == 1 else f"{dialect.skip:,} lines are"
    last = next((line.strip() for line in reversed(text.split("\n")[: dialect.skip]) if line.strip()), "")
    shown = last if len(last) <= 40 else last[:39] + "…"
    return f"The first {lines} not part of the table and left out{f', last “{shown}”' if shown else ''}."


def _leading_zeros(rows: list[list[str]], width: int) -> dict[int, str]:
    """Columns of the sample with cells such as 01234, and the first such cell."""
    found: dict[int, str] = {}
    for row in rows:
        for j, cell in enumerate(row[:width]):
            bare = cell.strip()
            if len(bare) > 1 and bare[0] == "0" and bare.isdigit():
                found.setdefault(j, bare)
    return found


def _fit_names(cells: list[str], width: int, line: int, rows: list[list[str]]) -> tuple[list[str], list[str]]:
    """As many names as the table is wide, and what was done about a difference."""
    if len(cells) == width - 1 and all(c.strip() for c in cells):
        if all(not r[-1].strip() for r in rows if len(r) == width):
            return [*cells, ""], []
        said = f"Line {line + 1:,} has {len(cells):,} names, the rows have {width:,} cells."
        return ["row_name", *cells], [f"{said} The first column was named row_name."]
    if len(cells) == width:
        return cells, []
    said = f"Line {line + 1:,} has {len(cells):,} names, most rows have {width:,} cells."
    return cells + [""] * (width - len(cells)), [said]


def unique_names(cells: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Trimmed, different, not empty; and sentences about every name that was made up."""
    trimmed = [" ".join(c.replace("\ufeff", "").split()) for c in cells]
    taken, names, unnamed, twice = set(trimmed), [], 0, []
    seen: set[str] = set()
    for i, name in enumerate(trimmed):
        if not name:
            unnamed, name = unnamed + 1, f"column_{i + 1}"
        elif name in seen:
            twice.append(name)
        fresh, k = name, 2
        while fresh in seen or (fresh in taken and fresh != trimmed[i]):
            fresh, k = f"{name}_{k}", k + 1
        seen.add(fresh)
        names.append(fresh)
    said = []
    if unnamed:
        which = "1 column has" if unnamed == 1 else f"{unnamed:,} columns have"
        said.append(f"{which} no name in the header and got one by place, such as column_1.")
    if twice:
        said.append(f"The name {twice[0]} stands more than once in the header; the later ones got a number.")
    return tuple(names), said
