"""A guess puts together what the first lines of a file tell about its dialect."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.cell_types import cell_kind
from mlp_gui.data.columns.dialect import MISSING_MARKERS, MOST_COLUMNS, NUMERIC_MARKERS, SEPARATORS, Dialect
from mlp_gui.data.csv.byte_source import ByteSource, decoded_blocks, detect_encoding
from mlp_gui.data.csv.header_detection import DetectedHeader, detect_header, records_safely
from mlp_gui.data.csv.separator_detection import DetectedSeparator, detect_separator, is_blank, split_records
from mlp_gui.data.csv.wrapped_lines import are_lines_wrapped, unwrap_lines

_ENOUGH_LINES = 12
_ENOUGH_COLUMNS = 300
_MOST_BYTES = 1 << 23
UNASKED_COLUMNS = 10_000  # with words among them, so many take five seconds to open
_SEP_LINE = re.compile(r'\s*"?sep=(.)"?[;,\s]*\n', re.I)
_COMMA_DECIMAL = re.compile(r"[+-]?\d*,\d+(?:[eE][+-]?\d+)?|[+-]?\d{1,3}(?:\.\d{3})+,\d+")
_POINT_DECIMAL = re.compile(r"[+-]?\d*\.\d+(?:[eE][+-]?\d+)?|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True)
class DialectGuess:
    """The dialect, how many cells most rows have, and what is uncertain about it."""

    dialect: Dialect
    width: int
    warnings: tuple[str, ...] = ()


class TooManyColumnsError(UserError):
    """The table has more columns than are read unasked.

    Attributes
    ----------
    dialects : tuple of Dialect
        Ways to read it all the same: with the first columns alone, and, where that can be, with all of them.
    """

    def __init__(self, title: str, detail: str, hint: str, dialects: tuple[Dialect, ...]) -> None:
        super().__init__(title, detail, hint)
        self.dialects = dialects


def sample_text(source: ByteSource, encoding: str) -> str:
    """Return the first 64 kB, or more when lines are long, as whole lines with Unix line ends.

    Parameters
    ----------
    source : ByteSource
    encoding : str
    """
    data, whole = bytearray(), True
    ends: list[int] = []
    for block in decoded_blocks(source, encoding):
        data += block
        enough = _enough(data, ends)
        if enough < len(data):
            data, whole = data[:enough], False
            break
    text = bytes(data).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    cut = text.rfind("\n") + 1
    return text if whole or not cut else text[:cut]


def dialect_sample(source: ByteSource, dialect: Dialect) -> str:
    """Return the sample as the dialect wants it split, without quotes around whole lines.

    Parameters
    ----------
    source : ByteSource
    dialect : Dialect
    """
    text = sample_text(source, dialect.encoding)
    return unwrap_lines(text) if dialect.wrapped else text


def _enough(data: bytearray, ends: list[int]) -> int:
    """How many bytes make a sample: 64 kB, or a dozen lines when these are longer; of 8 MB, three lines.

    The ends of lines that are known already are added to, so that a long line is looked through once.
    """
    sign = b"\n" if b"\n" in data else b"\r"
    while len(ends) < _ENOUGH_LINES and (at := data.find(sign, ends[-1] if ends else 0)) >= 0:
        ends.append(at + 1)
    twelfth = ends[-1] if len(ends) == _ENOUGH_LINES else len(data)
    third = ends[2] if len(ends) > 2 else len(data)
    return max(min(max(1 << 16, twelfth), _MOST_BYTES), third)


def detect_dialect(source: ByteSource, quick: bool = False, like: Dialect | None = None) -> DialectGuess:
    """Detect the dialect of a file.

    Parameters
    ----------
    source : ByteSource
    quick : bool
        Trust the first 64 kB for the encoding instead of looking at every byte.
    like : Dialect, optional
        Dialect of a table with the same columns. Its missing markers apply here too, and its decimal sign decides
        where no
        cell does.
    """
    if source.numbers is not None:
        return _of_written_cells(source, like)
    encoding, doubt = detect_encoding(source, quick)
    text = sample_text(source, encoding)
    said = [doubt] if doubt else []
    wrapped = are_lines_wrapped(text)
    if wrapped:
        text = unwrap_lines(text)
        said.append(tr("Each line is quoted as a whole; the cells inside the quotes were read."))
    first, forced = 0, _SEP_LINE.match(text)
    if forced and forced.group(1) in dict(SEPARATORS):
        first, text = 1, text[forced.end() :]
        width = most_common_width(text, forced.group(1), '"', "")
        found = DetectedSeparator(forced.group(1), '"', "", width, 1.0)
    else:
        forced, found = None, detect_separator(text)
    head = detect_header(text, found.separator, found.quote, found.escape, found.width)
    decimal, doubt = _decimal(text, found, like)
    said += [doubt] if doubt else []
    dialect = Dialect(
        encoding=encoding,
        separator=found.separator,
        decimal=decimal,
        quote=found.quote,
        wrapped=wrapped,
        escape=found.escape,
        header=head.header,
        header_lines=", ".join(_header_roles(text, found, head, like)),
        skip=head.skip + first,
        comment=head.comment,
    )
    if found.escape:
        said.append(tr("Backslashes were read as escape signs: a separator or quote after one belongs to the cell."))
    width = found.width
    if width > MOST_COLUMNS:  # so far it was counted no further
        width = most_common_width(text, found.separator, found.quote, found.escape)
    return _with_markers(DialectGuess(dialect, width, tuple(said)), like)


def _of_written_cells(source: ByteSource, like: Dialect | None) -> DialectGuess:
    """Find the header among cells of which everything else is known."""
    text = sample_text(source, "utf-8")
    found = DetectedSeparator(",", '"', "", most_common_width(text, ",", '"', ""), 1.0)
    if source.is_named:
        return _with_markers(DialectGuess(Dialect(), found.width), like)
    head = detect_header(text, ",", '"', "", found.width)
    lines = ", ".join(_header_roles(text, found, head, like))
    dialect = Dialect(header=head.header, header_lines=lines, skip=head.skip, comment=head.comment)
    return _with_markers(DialectGuess(dialect, found.width), like)


def _header_roles(text: str, found: DetectedSeparator, head: DetectedHeader, like: Dialect | None) -> tuple[str, ...]:
    """Find what the lines of the header hold; where the file does not tell, as in a table with the same columns."""
    if like is None or not head.header or len(head.lines) > 1:
        return head.lines
    records = records_safely(text, found.separator, found.quote, found.escape)
    rows = [row for line, row in records if line >= head.skip and not is_blank(row)]
    further, below = rows[1 : len(like.header_roles)], rows[len(like.header_roles) :]
    data = any(cell_kind(cell) in ("number", "date") for row in further for cell in row)
    return like.header_roles if below and not data else head.lines


def _with_markers(found: DialectGuess, like: Dialect | None) -> DialectGuess:
    if like is not None:
        found = replace(found, dialect=found.dialect.replace(first_columns=like.first_columns))
    if like is None or (like.missing, like.numeric_missing) == (found.dialect.missing, found.dialect.numeric_missing):
        return found
    more = [repr(m) for m in (*like.missing, *like.numeric_missing) if m not in (*MISSING_MARKERS, *NUMERIC_MARKERS)]
    said = (
        tr("Cells {cells} count as missing.", cells=", ".join(more[:4]))
        if more
        else tr("Its missing markers are those of the table that the network was trained on.")
    )
    dialect = found.dialect.replace(missing=like.missing, numeric_missing=like.numeric_missing)
    return DialectGuess(dialect, found.width, (*found.warnings, said))


def refuse_too_wide(dialect: Dialect, width: int, name: str, unasked: bool) -> None:
    """Check that a table is not wider than can be worked with.

    Parameters
    ----------
    dialect : Dialect
        How the file is written.
    width : int
        How many cells most rows have.
    name : str
        Of the file.
    unasked : bool
        Whether nobody has said yet that so wide a table is wanted.

    Raises
    ------
    TooManyColumnsError
        If it has more than MOST_COLUMNS columns; when unasked, more than UNASKED_COLUMNS.
    """
    most = UNASKED_COLUMNS if unasked else MOST_COLUMNS
    if dialect.first_columns or width <= most:
        return
    ways = [dialect.replace(first_columns=UNASKED_COLUMNS)]
    if width <= MOST_COLUMNS:
        ways.append(dialect.replace(first_columns=width))
        why = tr("To open all of them takes a while.")
    else:
        why = tr("At most {most:,} can be opened.", most=MOST_COLUMNS)
    raise TooManyColumnsError(
        tr("{name} has {n:,} columns.", name=name, n=width),
        why,
        tr("Open the first of them, or swap rows and columns if each line holds one variable."),
        tuple(ways),
    )


def most_common_width(text: str, separator: str, quote: str, escape: str, skip: int = 0) -> int:
    """Return how many cells most records of a sample have.

    Parameters
    ----------
    text : str
    separator, quote, escape : str
    skip : int
        Lines above the table.
    """
    rows = (row for line, row in split_records(text, separator, quote, escape) if line >= skip and not is_blank(row))
    counts = Counter(len(row) for row, _ in zip(rows, range(500), strict=False))
    return max(counts.items(), key=lambda c: (c[1], c[0]))[0] if counts else 1


def _decimal(text: str, found: DetectedSeparator, like: Dialect | None) -> tuple[str, str]:
    """Return the decimal sign and, when no cell tells it from a thousands sign, a warning or ""."""
    separator, quote, escape = found.separator, found.quote, found.escape
    if separator == "," and (not quote or quote not in text) and not escape:
        return ".", ""  # an unquoted comma ends the cell
    commas = points = 0
    either: dict[str, str] = {}
    for (_, row), _ in zip(split_records(text, separator, quote, escape), range(300), strict=False):
        for cell in row[:: max(1, len(row) // _ENOUGH_COLUMNS)]:
            bare = cell.strip()
            if bare.isdigit():
                continue
            if _EITHER.fullmatch(bare):
                either.setdefault("," if "," in bare else ".", bare)
                continue
            commas += bool(_COMMA_DECIMAL.fullmatch(bare))
            points += bool(_POINT_DECIMAL.fullmatch(bare))
    if commas or points:
        return "," if commas > points else ".", ""
    if separator == ";" and len(either) == 2:
        return ",", ""  # one reading of the whole file; each column that it concerns is named when it is read
    if list(either) != [","]:
        return ".", ""
    # Semicolons stand between cells where the comma is the decimal sign.
    if separator != ";" and not (like is not None and like.decimal == "," and separator in ("", like.separator)):
        return ".", ""
    said = tr(
        "{cell} was read with a decimal comma; choose the point as decimal sign if it is a thousand.", cell=either[","]
    )
    return ",", said
