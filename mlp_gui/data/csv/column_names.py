"""A layout says where in a file the table begins and what its columns are called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.dialect import MOST_COLUMNS, Dialect
from mlp_gui.data.csv.header_detection import records_safely
from mlp_gui.data.csv.header_lines import clean_units, read_header_lines
from mlp_gui.data.csv.separator_detection import is_blank
from mlp_gui.data.csv.stray_quotes import unclosed_quote_error


@dataclass(frozen=True)
class ColumnLayout:
    """Where the table begins in a file and what its columns are called.

    Attributes
    ----------
    names : tuple of str
        One for each column.
    data_line : int
        The line of the first row of data, counted from 0.
    warnings : tuple of str
    leading_zeros : dict
        Position of a column to a cell such as 01234 seen in the sample.
    header : tuple of str
        The cells of the header.
    units : tuple of str
        One for each column, "" where none is known; empty where the header holds none.
    unread : int
        How many columns stand after these in the file and are not read.
    """

    names: tuple[str, ...]
    data_line: int
    warnings: tuple[str, ...] = ()
    leading_zeros: dict[int, str] = field(default_factory=dict)
    header: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    unread: int = 0

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.names)

    @property
    def file_width(self) -> int:
        """The number of columns in the file."""
        return self.width + self.unread

    def narrowed(self, width: int) -> ColumnLayout:
        """Return the layout with the first columns only; itself where it has no more.

        Parameters
        ----------
        width : int
            How many; 0 for all.
        """
        if not 0 < width < self.width:
            return self
        zeros = {j: cell for j, cell in self.leading_zeros.items() if j < width}
        remark = tr("The first {n:,} of {all:,} columns were read.", n=width, all=self.width)
        unread = self.width - width
        return replace(
            self,
            names=self.names[:width],
            units=self.units[:width],
            leading_zeros=zeros,
            warnings=(*self.warnings, remark),
            unread=unread,
        )

    def widened(self, width: int, remark: str) -> ColumnLayout:
        """Return the layout with further columns extra_1, ... for rows with more cells than there are names.

        Parameters
        ----------
        width : int
            The new number of columns.
        remark : str
            The sentence that is said about them.
        """
        extra = tuple(f"extra_{i + 1}" for i in range(width - self.width))
        names = unique_names([*self.names, *extra])[0]
        units = (*self.units, *("" for _ in extra)) if self.units else ()
        return replace(self, names=names, units=units, warnings=(*self.warnings, remark))


def find_column_layout(text: str, dialect: Dialect, width: int, name: str) -> ColumnLayout:
    """Find the names of the columns and the first line of data.

    Parameters
    ----------
    text : str
        The first lines of the file.
    dialect : Dialect
    width : int
        How many cells most rows have.
    name : str
        Of the file, for messages.

    Raises
    ------
    UserError
        If there is no cell, or no row below the names.
    """
    records = records_safely(text, dialect.separator, dialect.quote, dialect.escape, max(width, MOST_COLUMNS) + 1)
    records = [r for r in records if r[0] >= dialect.skip and not is_blank(r[1])]
    if not records:
        raise UserError(
            tr("{name} has no cells.", name=name),
            tr_n("Nothing follows the first line.", "Nothing follows the first {n:,} lines.", dialect.skip),
            tr("Choose another file."),
        )
    said = [_skipped(text, dialect)] if dialect.skip else []
    zeros = _leading_zeros([row for _, row in records], width)
    if not dialect.header:
        return ColumnLayout(tuple(f"column_{i + 1}" for i in range(width)), records[0][0], tuple(said), zeros)
    line, cells = records[0]
    rest = [r for r in records[1:] if not (dialect.comment and r[1][0].lstrip().startswith(dialect.comment))]
    further, rest = rest[: len(dialect.header_roles) - 1], rest[len(dialect.header_roles) - 1 :]
    if not rest:
        raise _no_rows(text, line, dialect, name)
    if dialect.comment:
        said += _commented(cells[0], line, dialect.comment)
        cells = [cells[0].lstrip().lstrip(dialect.comment), *cells[1:]]
    cells, units, remarks = read_header_lines([(line, cells), *further], dialect.header_roles)
    raw, more = _fit_names(cells, width, line, [row for _, row in rest])
    names, changes = unique_names(raw)
    placed = clean_units(["", *units] if raw[1:] == cells else units, width) if units else ()
    return ColumnLayout(names, rest[0][0], tuple(said + remarks + more + changes), zeros, tuple(records[0][1]), placed)


def _commented(cell: str, line: int, sign: str) -> list[str]:
    """Return what is said of a header that stands behind the sign of comments."""
    if not cell.lstrip().startswith(sign):
        return []
    return [tr("Line {line:,} begins with {sign} and was taken as the header.", line=line + 1, sign=sign)]


def _no_rows(text: str, line: int, dialect: Dialect, name: str) -> UserError:
    lines = text.split("\n")
    filled = [k for k, cells in enumerate(lines) if cells.strip()]
    # What stands below and is no comment was taken for a part of the same record.
    if filled[-1] > line and not (dialect.comment and lines[filled[-1]].lstrip().startswith(dialect.comment)):
        return unclosed_quote_error(name, line, is_whole=None)
    return UserError(
        tr("{name} has names but no rows.", name=name),
        tr("Only line {line:,} holds cells.", line=line + 1)
        if filled == [line]
        else tr("No row was found below the names in line {line:,}.", line=line + 1),
        tr("Choose another file."),
    )


def _skipped(text: str, dialect: Dialect) -> str:
    last = next((line.strip() for line in reversed(text.split("\n")[: dialect.skip]) if line.strip()), "")
    shown = last if len(last) <= 40 else last[:39] + "…"
    if not shown:
        return tr_n(
            "The first line is not part of the table and left out.",
            "The first {n:,} lines are not part of the table and left out.",
            dialect.skip,
        )
    return tr_n(
        "The first line is not part of the table and left out, last “{line}”.",
        "The first {n:,} lines are not part of the table and left out, last “{line}”.",
        dialect.skip,
        line=shown,
    )


def _leading_zeros(rows: list[list[str]], width: int) -> dict[int, str]:
    """Columns of the sample with cells such as 01234, and the first such cell."""
    found: dict[int, str] = {}
    for row in rows:
        for j, cell in enumerate(row[:width]):
            bare = cell.strip()
            if len(bare) > 1 and bare[0] == "0" and bare.isdecimal():
                found.setdefault(j, bare)
    return found


def _fit_names(cells: list[str], width: int, line: int, rows: list[list[str]]) -> tuple[list[str], list[str]]:
    """As many names as the table is wide, and what was done about a difference."""
    if len(cells) == width - 1 and all(c.strip() for c in cells):
        if all(not r[-1].strip() for r in rows if len(r) == width):
            return [*cells, ""], []
        first = [r[0].strip() for r in rows if len(r) == width]
        if len(set(first)) < len(first):
            return [*cells, ""], [_fewer_names(cells, width, line)]
        said = tr(
            "Line {line:,} has {names:,} names, the rows have {cells:,} cells. The first column was named row_name.",
            line=line + 1,
            names=len(cells),
            cells=width,
        )
        return ["row_name", *cells], [said]
    if len(cells) == width:
        return cells, []
    return cells + [""] * (width - len(cells)), [_fewer_names(cells, width, line)]


def _fewer_names(cells: list[str], width: int, line: int) -> str:
    return tr(
        "Line {line:,} has {names:,} names, most rows have {cells:,} cells.",
        line=line + 1,
        names=len(cells),
        cells=width,
    )


def unique_names(cells: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Trim names, fill empty ones and number those that occur twice.

    Returns
    -------
    names : tuple of str
    messages : tuple of str
        A sentence about the names that were made up.
    """
    trimmed = [" ".join(c.replace("\ufeff", "").split()) for c in cells]
    taken, names, unnamed, twice = set(trimmed), [], 0, []
    seen: set[str] = set()
    numbers: dict[str, int] = {}  # to go on from, or ten thousand columns of one name would be counted anew for each
    for i, name in enumerate(trimmed):
        if not name:
            unnamed, name = unnamed + 1, f"column_{i + 1}"
        elif name in seen:
            twice.append(name)
        fresh, k = name, numbers.get(name, 2)
        while fresh in seen or (fresh in taken and fresh != trimmed[i]):
            fresh, k = f"{name}_{k}", k + 1
        numbers[name] = k
        seen.add(fresh)
        names.append(fresh)
    said = []
    if unnamed:
        named = tr_n(
            "{n:,} column has no name in the header and got one by place, such as column_1.",
            "{n:,} columns have no name in the header and got one by place, such as column_1.",
            unnamed,
        )
        said.append(named)
    if twice:
        again = tr("The name {name} stands more than once in the header; the later ones got a number.", name=twice[0])
        said.append(again)
    return tuple(names), said
