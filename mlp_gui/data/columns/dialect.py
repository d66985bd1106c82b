"""A dialect is how a file writes a table down: its encoding, separator, quotes, decimal sign, header and markers."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.serialization import from_json
from mlp_gui.core.translation import mark, tr

SEPARATORS = (
    (",", mark("Comma ,")),
    (";", mark("Semicolon ;")),
    ("\t", mark("Tab")),
    ("|", mark("Pipe |")),
    (" ", mark("Blanks")),
    (":", mark("Colon :")),
    ("^", mark("Caret ^")),
    ("~", mark("Tilde ~")),
    ("", mark("None: one column")),
)
QUOTES = (('"', mark('Double quotes "')), ("'", mark("Apostrophes '")), ("", mark("None")))
ENCODINGS = (
    ("utf-8", mark("UTF-8")),
    ("utf-8-sig", mark("UTF-8 with a byte order mark")),
    ("utf-16", mark("UTF-16 with a byte order mark")),
    ("utf-16-le", mark("UTF-16, little endian")),
    ("utf-16-be", mark("UTF-16, big endian")),
    ("utf-32", mark("UTF-32 with a byte order mark")),
    ("cp1252", mark("Windows-1252, Western European")),
    ("latin-1", mark("Latin-1, ISO 8859-1")),
    ("iso-8859-15", mark("Latin-9, ISO 8859-15")),
    ("cp1250", mark("Windows-1250, Central European")),
    ("cp1251", mark("Windows-1251, Cyrillic")),
    ("cp1253", mark("Windows-1253, Greek")),
    ("cp1254", mark("Windows-1254, Turkish")),
    ("koi8-r", mark("KOI8-R, Russian")),
    ("mac-roman", mark("Mac Roman")),
    ("cp437", mark("DOS, code page 437")),
    ("cp850", mark("DOS, code page 850")),
    ("shift-jis", mark("Shift JIS, Japanese")),
    ("gb18030", mark("GB 18030, Chinese")),
    ("big5", mark("Big5, Chinese")),
    ("euc-kr", mark("EUC-KR, Korean")),
)
LONG_ROWS = (
    ("leave_out", mark("Leave them out")),
    ("keep", mark("Keep them: extra columns")),
    ("refuse", mark("Refuse the file")),
)
PERCENT = (
    ("", mark("As they are shown")),
    ("shown", mark("As they are shown: 12")),
    ("share", mark("As shares: 0.12")),
)
MISSING_MARKERS = (
    "", "NA", "N/A", "n/a", "na", "NaN", "nan", "NAN", "NaT", "null", "NULL", "Null", "(null)", "\\N", "<NA>", "<na>",
    "#N/A", "#N/A N/A", "#NA", "#n/a", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NV", "#WERT!",
    "#BEZUG!", "#ZAHL!", "?", "-nan", "-NaN",
    "-1.#IND", "1.#IND", "1.#QNAN", "-1.#QNAN",
)  # fmt: skip
MOST_COLUMNS = 30_000
NUMERIC_MARKERS = (
    "none", "nil", "-", "--", "---", ".", "..", "...", "*", "n.a.", "n.d.", "nd", "n.v.", "k.a.", "k. a.", "–", "—",
)  # fmt: skip


@dataclass(frozen=True)
class Dialect(Config):
    """Every part of the guess about a file, each of which the person may correct."""

    sheet: str = param("", "Sheet", sparse=True, help="The sheet or the table of the file that is read.")
    cells: str = param(
        "",
        "Cell range",
        sparse=True,
        help="First and last cell, such as B3:F200. B:F means whole columns, 3:200 whole rows.",
    )
    query: str = param("", "Query", sparse=True, help="A SELECT that gives the rows. It can read the database only.")
    percent: str = param(
        "", "Cells in percent", choices=PERCENT, sparse=True,
        help="A cell of a spreadsheet that shows 12 % holds 0.12.",
    )  # fmt: skip
    encoding: str = param("utf-8", "Encoding", choices=ENCODINGS, help="How the bytes stand for letters.")
    separator: str = param(",", "Separator", choices=SEPARATORS, help="What stands between two cells of a row.")
    decimal: str = param(
        ".", "Decimal sign", choices=((".", "Point 1.5"), (",", "Comma 1,5")), help="The sign before the fraction."
    )
    thousands: str = param(
        "auto",
        "Thousands separator",
        choices=(
            ("auto", "As each column shows"),
            ("", "None"),
            (",", "Comma 1,234"),
            (".", "Point 1.234"),
            (" ", "Blank 1 234"),
            ("'", "Apostrophe 1'234"),
        ),
        help="Digits in groups of three are only joined when every number of a column is written so.",
    )
    quote: str = param('"', "Quotes", choices=QUOTES, help="What surrounds cells that contain separators or line ends.")
    wrapped: bool = param(
        False,
        "Whole lines in quotes",
        advanced=True,
        help="Each line is one quoted cell that holds the cells of a row.",
    )
    escape: str = param(
        "", "Escape character", choices=(("", "None"), ("\\", "Backslash \\")), advanced=True,
        help="A sign that takes the meaning from the separator or quote after it.",
    )  # fmt: skip
    header: bool = param(
        True, "First row holds the names", help="Otherwise the columns are named column_1, column_2, ..."
    )
    header_lines: str = param(
        "names", "Lines of the header",
        help="What each of them holds: names, units or skip, with commas between them. Several of names are joined.",
    )  # fmt: skip
    skip: int = param(0, "Lines before the table", low=0, high=10_000, help="Titles and notes above the table.")
    comment: str = param("", "Comment character", help="Whole lines that begin with this sign are left out.")
    missing: tuple[str, ...] = param(
        MISSING_MARKERS, "Missing markers", advanced=True, help="Cells that mean: no value here."
    )
    numeric_missing: tuple[str, ...] = param(
        NUMERIC_MARKERS, "Missing among numbers", advanced=True,
        help="Cells that mean no value in a column whose other cells are all numbers; text elsewhere.",
    )  # fmt: skip
    first_columns: int = param(
        0,
        "Columns to read",
        low=0,
        high=MOST_COLUMNS,
        sparse=True,
        help="Only the first so many; 0 reads all of them.",
    )
    trim: bool = param(
        True, "Trim blanks around cells", advanced=True, help="Blanks at both ends of a text are removed."
    )
    long_rows: str = param(
        "leave_out", "Rows with too many cells", choices=LONG_ROWS, advanced=True,
        help="What becomes of a row that has more cells than the header.",
    )  # fmt: skip

    @classmethod
    def from_stored(cls, plain: object) -> Dialect:
        """Read what a file of this program or its settings hold; older ones know percent cells only as shares.

        Parameters
        ----------
        plain : dict
            Setting -> value, as `to_json` makes it.

        Raises
        ------
        UserError
            If it is damaged.
        """
        if isinstance(plain, dict) and plain.get("sheet"):
            plain = {"percent": "share"} | plain
        return from_json(cls, plain, "dialect")

    def check(self) -> None:
        """Refuse one sign for two purposes, and lines of the header that are not known."""
        if not all(isinstance(m, str) for m in (*self.missing, *self.numeric_missing)):
            raise UserError(tr("Missing markers must be texts."))
        words = self.header_roles
        if "names" not in words or words.count("units") > 1 or not set(words) <= {"names", "units", "skip"}:
            raise UserError(
                tr("The lines of the header are not known."),
                tr("They are {words!r}.", words=self.header_lines),
                tr("Write names, units or skip for each line, such as: names, units, skip."),
            )

    def of_other_rows(self) -> Dialect:
        """Return it as an example for a table with the same columns and other rows, without the range of cells."""
        return self.replace(cells="")

    @property
    def header_roles(self) -> tuple[str, ...]:
        """What each line of the header holds, in order."""
        return tuple(word.strip().lower() for word in self.header_lines.split(","))
