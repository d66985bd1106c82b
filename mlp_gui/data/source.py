"""A source is the bytes of a file as UTF-8 text: unpacked, decoded, refused with a reason when it is no text at all."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from mlp_gui.core.errors import UserError

SAMPLE_BYTES = 1 << 16
_MAGIC = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"), (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Office file"), (b"{\\rtf", "a rich text document"),
    (b"%!PS", "a PostScript document"), (b"SQLite format 3\x00", "an SQLite database"), (b"PAR1", "a Parquet file"),
    (b"\x89HDF\r\n", "an HDF5 file"), (b"ARROW1", "an Arrow file"), (b"FEA1", "a Feather file"),
    (b"CDF\x01", "a NetCDF file"), (b"\x93NUMPY", "a numpy array"), (b"MATLAB 5.0", "a MATLAB file"),
    (b"$FL2", "an SPSS file"), (b"<stata_dta>", "a Stata file"), (b"RDX", "an R data file"),
    (b"\x80\x04\x95", "a pickle"), (b"\x7fELF", "a program"), (b"MZ", "a Windows program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"), (b"RIFF", "a sound or video file"), (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)  # fmt: skip
_PAGE = "a web page (HTML)"
_MARKUP = (
    ("<!doctype html", _PAGE), ("<html", _PAGE), ("<head", _PAGE), ("<table", _PAGE), ("<body", _PAGE), ("<div", _PAGE),
    ("<script", _PAGE), ("<!--", _PAGE), ("<?xml", "an XML document"), ("<svg", "an SVG image"),
    ("@relation", "an ARFF file"), ("% 1. title", "an ARFF file"),
    ("version https://git-lfs", "a pointer of Git LFS to a file that was not downloaded"),
)  # fmt: skip
_DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError, NotImplementedError)


@dataclass(frozen=True)
class Packing:
    """How a file is packed: kind "", "gzip", "bzip2", "xz" or "zip", and the member of a zip archive."""

    kind: str = ""
    member: str = ""


def packing_of(path: Path) -> Packing:
    """Found from the first bytes, not from the name; UserError for an archive without exactly one table."""
    with path.open("rb") as f:
        head = f.read(8)
    for kind, magic in (("gzip", b"\x1f\x8b\x08"), ("bzip2", b"BZh"), ("xz", b"\xfd7zXZ")):
        if head.startswith(magic):
            return Packing(kind)
    return Packing("zip", _only_member(path)) if head.startswith(b"PK\x03\x04") else Packing()


def _only_member(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if not n.endswith("/") and not n.startswith("__MACOSX")]
    except _DAMAGED as error:
        raise UserError(f"{path.name} is a damaged zip archive.", str(error), "Get the file again.") from None
    if any(n in ("[Content_Types].xml", "mimetype") for n in names):
        sheet = any(n.startswith("xl/") or n == "content.xml" for n in names)
        kind = "a spreadsheet" if sheet else "an office document"
        raise UserError(
            f"{path.name} is {kind}, not a text file.",
            "It is a packed file of a spreadsheet program, whatever its name says.",
            'Open it there and save the sheet with "Save as", type CSV.',
        )
    tables = [n for n in names if n.lower().endswith((".csv", ".tsv", ".txt", ".tab", ".data", ".dat"))] or names
    if len(tables) != 1:
        raise UserError(
            f"{path.name} is an archive with {len(tables):,} files.",
            f"It holds {', '.join(tables[:8])}." if tables else "It is empty.",
            "Unpack it and open one file.",
        )
    return tables[0]


class Source:
    """The bytes of one file. Every call of `blocks` reads it from the start; `done` is the share read so far."""

    def __init__(self, path: Path) -> None:
        try:
            self.path, self.size = path, path.stat().st_size
            self.packing = packing_of(path)
        except OSError as error:
            raise UserError(f"{path.name} cannot be read.", f"{error.strerror or error}.", "Check the name.") from None
        self.done = 0.0
        self._head: bytes | None = None

    def blocks(self, size: int = 1 << 20) -> Iterator[bytes]:
        """The unpacked bytes in blocks; UserError when the file is damaged."""
        try:
            with self.path.open("rb") as raw, self._unpacked(raw) as stream:
                while block := stream.read(size):
                    self.done = min(1.0, raw.tell() / max(self.size, 1))
                    yield block
        except _DAMAGED as error:
            raise UserError(f"{self.path.name} is damaged.", f"{error}.", "Get the file again.") from None
        self.done = 1.0

    def _unpacked(self, raw: IO[bytes]) -> Any:
        kind = self.packing.kind
        if kind == "gzip":
            return gzip.GzipFile(fileobj=raw)
        if kind == "bzip2":
            return bz2.BZ2File(raw)
        if kind == "xz":
            return lzma.LZMAFile(raw)
        return zipfile.ZipFile(raw).open(self.packing.member) if kind == "zip" else io.BufferedReader(raw)

    @property
    def head(self) -> bytes:
        """The first 64 kB."""
        if self._head is None:
            got = b""
            for block in self.blocks(SAMPLE_BYTES):
                got += block
                if len(got) >= SAMPLE_BYTES:
                    break
            self._head = got[:SAMPLE_BYTES]
        return self._head

    def refuse_other_formats(self) -> None:
        """UserError when the first bytes are those of something that is not a table of text."""
        head, name = self.head, self.path.name
        if not head.strip(b"\r\n\t \xef\xbb\xbf\x00\x1a"):
            raise UserError(f"{name} is empty.", f"It has {self.size:,} bytes and no cell.", "Choose another file.")
        if head[257:262] == b"ustar":
            raise UserError(f"{name} is a tar archive, not a table.", hint="Unpack it and open one file.")
        for magic, what in _MAGIC:
            if head.startswith(magic) and (len(magic) > 3 or any(b < 9 for b in head[:512])):
                raise UserError(f"{name} is {what}, not a table of text.", hint="Choose a CSV or text file.")
        start = head[:512].lstrip(b"\xef\xbb\xbf \r\n\t").decode("latin-1").lower()
        for tag, what in _MARKUP:
            if start.startswith(tag):
                raise UserError(
                    f"{name} is {what}, not a table of text.", "Downloads sometimes save the page instead of the file."
                )
        if start.startswith(('{"', "[{", '{ "', "{\n", "{\r", "[[", "[\n", "[ {")):
            raise UserError(f"{name} is a JSON document, not a table of text.", hint="Convert it to CSV first.")


def find_encoding(source: Source, quick: bool = False) -> tuple[str, str]:
    """The encoding and a warning or "": by its mark, else UTF-8 if the bytes allow it, else Windows-1252."""
    head = source.head
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if head.startswith(mark):
            return name, ""
    if wide := _wide_without_mark(head):
        return wide, f"The file has no byte order mark; it was read as {wide.upper()}."
    return _narrow_encoding([head] if quick else source.blocks())


def _wide_without_mark(head: bytes) -> str:
    """UTF-16 writes Latin letters with a NUL in every second byte."""
    even, odd = head[0:4096:2], head[1:4096:2]
    if len(head) >= 4 and len(head) % 2 == 0:
        if odd.count(0) > 0.6 * len(odd) and not even.count(0):
            return "utf-16-le"
        if even.count(0) > 0.6 * len(even) and not odd.count(0):
            return "utf-16-be"
    return ""


def _narrow_encoding(blocks: Iterable[bytes]) -> tuple[str, str]:
    good, bad, unused = 0, 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for block in blocks:
        if block.isascii() and not decoder.getstate()[0]:
            continue
        text = decoder.decode(block)
        replaced = text.count("\ufffd") - block.count("\ufffd".encode())
        bad += replaced
        good += max(0, int(np.count_nonzero(np.frombuffer(block, np.uint8) >= 0xC0)) - replaced)
        unused += sum(block.count(b) for b in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
        if bad > 10_000:
            break
    if not bad:
        return "utf-8", ""
    if good > 20 * bad:
        return "utf-8", ""
    name = "latin-1" if unused else "cp1252"
    label = {"latin-1": "Latin-1", "cp1252": "Windows-1252"}[name]
    said = f"The file is not UTF-8; it was read as {label} (Western European)."
    return name, f"{said} Choose another encoding if letters look wrong."


def decoded_blocks(source: Source, encoding: str) -> Iterator[bytes]:
    """The file as blocks of UTF-8 bytes without a byte order mark; blocks may end inside a character only for UTF-8."""
    if encoding in ("utf-8", "utf-8-sig"):
        first = True
        for block in source.blocks():
            yield block.removeprefix(codecs.BOM_UTF8) if first else block
            first = False
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for block in source.blocks():
        yield decoder.decode(block).encode("utf-8", "replace").removeprefix(codecs.BOM_UTF8)
    yield decoder.decode(b"", True).encode("utf-8", "replace")
