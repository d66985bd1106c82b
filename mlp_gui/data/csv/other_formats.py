"""What a file is that is no table of text, told by its first bytes, or by a line that does not end."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr

LONGEST_LINE = 1 << 22  # bytes; what goes on for longer is no row of a table
_MAGIC = (
    (b"\x89PNG", mark("a PNG image")),
    (b"\xff\xd8\xff", mark("a JPEG image")),
    (b"GIF8", mark("a GIF image")),
    (b"BM", mark("a bitmap image")),
    (b"II*\x00", mark("a TIFF image")),
    (b"MM\x00*", mark("a TIFF image")),
    (b"%PDF", mark("a PDF document")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", mark("an old Excel or Office file")),
    (b"{\\rtf", mark("a rich text document")),
    (b"%!PS", mark("a PostScript document")),
    (b"SQLite format 3\x00", mark("an SQLite database")),
    (b"PAR1", mark("a Parquet file")),
    (b"\x89HDF\r\n", mark("an HDF5 file")),
    (b"ARROW1", mark("an Arrow file")),
    (b"FEA1", mark("a Feather file")),
    (b"CDF\x01", mark("a NetCDF file")),
    (b"\x93NUMPY", mark("a numpy array")),
    (b"MATLAB 5.0", mark("a MATLAB file")),
    (b"$FL2", mark("an SPSS file")),
    (b"<stata_dta>", mark("a Stata file")),
    (b"RDX", mark("an R data file")),
    (b"\x80\x04\x95", mark("a pickle")),
    (b"\x7fELF", mark("a program")),
    (b"MZ", mark("a Windows program")),
    (b"7z\xbc\xaf\x27\x1c", mark("a 7-Zip archive")),
    (b"Rar!", mark("a RAR archive")),
    (b"\x28\xb5\x2f\xfd", mark("a Zstandard archive")),
    (b"RIFF", mark("a sound or video file")),
    (b"OggS", mark("a sound file")),
    (b"ID3", mark("a sound file")),
)
_PAGE = mark("a web page (HTML)")
_MARKUP = (
    ("<!doctype html", _PAGE), ("<html", _PAGE), ("<head", _PAGE), ("<table", _PAGE), ("<body", _PAGE), ("<div", _PAGE),
    ("<script", _PAGE), ("<!--", _PAGE), ("<?xml", mark("an XML document")), ("<svg", mark("an SVG image")),
    ("@relation", mark("an ARFF file")), ("% 1. title", mark("an ARFF file")),
    ("version https://git-lfs", mark("a pointer of Git LFS to a file that was not downloaded")),
)  # fmt: skip


def other_format(head: bytes) -> str:
    """Name what a file with these first bytes is, to be shown through `tr`; "" when it may be a table."""
    for magic, what in _MAGIC:
        # Two or three letters may begin a table as well; a binary file soon has control bytes.
        if head.startswith(magic) and (len(magic) > 3 or any(b < 9 for b in head[:512])):
            return what
    return ""


def markup(head: bytes) -> str:
    """Name the kind of document that begins so, to be shown through `tr`; "" for none."""
    start = _start(head)
    return next((what for tag, what in _MARKUP if start.startswith(tag)), "")


def is_json(head: bytes) -> bool:
    """Tell whether a file with these first bytes is JSON."""
    return _start(head).startswith(('{"', "[{", '{ "', "{\n", "{\r", "[[", "[\n", "[ {"))


def _start(head: bytes) -> str:
    return head[:512].lstrip(b"\xef\xbb\xbf \r\n\t").decode("latin-1").lower()


class LineLengths:
    """Looks at the blocks of a file for a line that never ends, before anybody holds it in memory.

    Parameters
    ----------
    name : str
        Of the file, for messages.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._line, self._length = 0, 0

    def check(self, block: bytes) -> None:
        """Raise UserError if a line has more than LONGEST_LINE bytes."""
        end = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self._length = len(block) - end - 1 if end >= 0 else self._length + len(block)
        self._line += block.count(b"\n") or block.count(b"\r")
        if self._length > LONGEST_LINE:
            raise UserError(
                tr("Line {line:,} of {name} is too long for a row of a table.", line=self._line + 1, name=self._name),
                tr("It has more than {most:,} bytes.", most=LONGEST_LINE),
                tr("Look whether line ends are missing in the file."),
            )
