"""A source is the bytes of a file as UTF-8 text: unpacked, decoded, refused with a reason when it is no text at all."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from mlp_gui.core.bounded_zip import ZIP_ERRORS, open_zip
from mlp_gui.core.cancellation import raise_if_cancelled
from mlp_gui.core.errors import UserError, describe_damage
from mlp_gui.core.translation import join_names, mark, tr, tr_n
from mlp_gui.data.columns.table_reader import OtherFormatError
from mlp_gui.data.csv.other_formats import LineLengths, is_json, markup, other_format

SAMPLE_BYTES = 1 << 16
# All that the packing modules raise for files that are cut, changed or locked.
_DAMAGED = (*ZIP_ERRORS, lzma.LZMAError)
_MOST_MEMBERS = 65_535


@dataclass(frozen=True)
class Compression:
    """How a file is packed.

    Attributes
    ----------
    kind : {"", "gzip", "bzip2", "xz", "zip"}
    member : str
        The file in a zip archive.
    """

    kind: str = ""
    member: str = ""


def file_identity(path: Path) -> tuple[int, int]:
    """Return (device, number on it) of a file, which all links to it share."""
    found = path.stat()
    return found.st_dev, found.st_ino


def file_stamp(path: Path) -> tuple[int, int]:
    """Return (bytes, time of the last change in ns) of a file: another stamp when it was written meanwhile."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def detect_compression(path: Path) -> Compression:
    """Detect from the first bytes how a file is packed, whatever its name says.

    Raises
    ------
    UserError
        If it is an archive without exactly one table, or damaged.
    """
    with path.open("rb") as f:
        head = f.read(8)
    for kind, magic in (("gzip", b"\x1f\x8b\x08"), ("bzip2", b"BZh"), ("xz", b"\xfd7zXZ")):
        if head.startswith(magic):
            return Compression(kind)
    return Compression("zip", _only_member(path)) if head.startswith(b"PK\x03\x04") else Compression()


def _only_member(path: Path) -> str:
    try:
        with path.open("rb") as file, open_zip(file, _MOST_MEMBERS) as archive:
            # macOS packs a folder __MACOSX beside what was chosen.
            names = [n for n in archive.namelist() if not n.endswith("/") and not n.startswith("__MACOSX")]
    except _DAMAGED as error:
        said = tr("{name} is a damaged zip archive.", name=path.name)
        raise UserError(said, describe_damage(error), tr("Get the file again.")) from None
    if any(n in ("[Content_Types].xml", "mimetype") for n in names):
        sheet = any(n.startswith("xl/") or n == "content.xml" for n in names)
        raise UserError(
            tr(
                "{name} is a spreadsheet, not a text file."
                if sheet
                else "{name} is an office document, not a text file.",
                name=path.name,
            ),
            "",
            tr('Open it there and save the sheet with "Save as", type CSV.'),
        )
    tables = [n for n in names if n.lower().endswith((".csv", ".tsv", ".txt", ".tab", ".data", ".dat"))] or names
    if len(tables) != 1:
        raise UserError(
            tr("{name} is an archive with {n:,} files.", name=path.name, n=len(tables)),
            tr("It holds {names}.", names=join_names(tables, 8)) if tables else tr("It is empty."),
            tr("Unpack it and open one file."),
        )
    return tables[0]


class ByteSource:
    """The bytes of one file. Every call of `blocks` reads it from the start.

    Attributes
    ----------
    path : Path
    stamp : tuple of int
        See `file_stamp`.
    identity : tuple of int
        See `file_identity`.
    size : int
        Bytes of the file, packed.
    compression : Compression
    done : float
        The share that the last call of `blocks` has read so far.
    numbers : frozenset of int or None
        Positions of columns with typed numbers, where the program wrote the bytes itself; None for files of others.
    is_named : bool
        Whether the first line is known to hold the names.
    """

    numbers: frozenset[int] | None = None
    is_named = False

    def __init__(self, path: Path) -> None:
        try:
            self.path, self.stamp, self.identity = path, file_stamp(path), file_identity(path)
            self.size = self.stamp[0]
            self.compression = detect_compression(path)
        except OSError as error:
            said = tr("{name} cannot be read.", name=path.name)
            raise UserError(said, f"{error.strerror or error}.", tr("Check the name.")) from None
        self.done = 0.0
        self._head: bytes | None = None

    def blocks(self, size: int = 1 << 20) -> Iterator[bytes]:
        """Yield the unpacked bytes in blocks of a size.

        Raises
        ------
        UserError
            If the file is damaged, or a line has more than LONGEST_LINE bytes.
        Cancelled
            If the work of this thread was withdrawn.
        """
        lines = LineLengths(self.path.name)
        try:
            with self.path.open("rb") as raw, self._unpacked(raw) as stream:
                while block := stream.read(size):
                    # By packed bytes: to how many they unpack is not known.
                    self.done = min(1.0, raw.tell() / max(self.size, 1))
                    raise_if_cancelled()
                    lines.check(block)
                    yield block
        except _DAMAGED as error:
            said = tr("{name} is damaged.", name=self.path.name)
            raise UserError(said, describe_damage(error), tr("Get the file again.")) from None
        self.done = 1.0

    def _unpacked(self, raw: IO[bytes]) -> Any:
        kind = self.compression.kind
        if kind == "gzip":
            return gzip.GzipFile(fileobj=raw)
        if kind == "bzip2":
            return bz2.BZ2File(raw)
        if kind == "xz":
            return lzma.LZMAFile(raw)
        return zipfile.ZipFile(raw).open(self.compression.member) if kind == "zip" else io.BufferedReader(raw)

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
        """Check that the first bytes may be those of a table of text.

        Raises
        ------
        UserError
            If they are not; the message says what the file is.
        """
        head, name = self.head, self.path.name
        if not head.strip(b"\r\n\t \xef\xbb\xbf\x00\x1a"):
            size = tr_n("It has {n:,} byte and no cell.", "It has {n:,} bytes and no cell.", self.size)
            raise UserError(tr("{name} is empty.", name=name), size, tr("Choose another file."))
        if head[257:262] == b"ustar":  # where tar has its magic
            said = tr("{name} is a tar archive, not a table.", name=name)
            raise UserError(said, hint=tr("Unpack it and open one file."))
        if what := other_format(head):
            raise OtherFormatError(_not_a_table(name, what), hint=tr("Choose a CSV or text file."))
        if what := markup(head):
            raise UserError(_not_a_table(name, what), tr("Downloads sometimes save the page instead of the file."))
        if is_json(head):
            raise UserError(_not_a_table(name, mark("a JSON document")), hint=tr("Convert it to CSV first."))


def _not_a_table(name: str, what: str) -> str:
    return tr("{name} is {what}, not a table of text.", name=name, what=tr(what))


def detect_encoding(source: ByteSource, quick: bool = False) -> tuple[str, str]:
    """Detect the encoding: by its mark, else UTF-8 if the bytes allow it, else Windows-1252.

    Parameters
    ----------
    source : ByteSource
    quick : bool
        Trust the first 64 kB instead of looking at every byte.

    Returns
    -------
    encoding : str
    warning : str
        "" when there is no doubt.
    """
    head = source.head
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    for sign, name in (
        (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if head.startswith(sign):
            return name, ""
    if wide := _wide_without_mark(head):
        return wide, tr("The file has no byte order mark; it was read as {encoding}.", encoding=wide.upper())
    # No guessing by letters and languages: charset-normalizer is often wrong about short files.
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
        if block.isascii() and not decoder.getstate()[0]:  # no character is cut between the blocks
            continue
        text = decoder.decode(block)
        # Less those that stand in the file itself.
        replaced = text.count("\ufffd") - block.count("\ufffd".encode())
        bad += replaced
        # From 0xC0 on, a byte begins a character of several.
        good += max(0, int(np.count_nonzero(np.frombuffer(block, np.uint8) >= 0xC0)) - replaced)
        # Windows-1252 has no letters for these.
        unused += sum(block.count(b) for b in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
        if bad > 10_000:
            break
    if not bad:
        return "utf-8", ""
    if good > 20 * bad:  # UTF-8 that is damaged somewhere
        return "utf-8", ""
    name = "latin-1" if unused else "cp1252"
    label = {"latin-1": "Latin-1", "cp1252": "Windows-1252"}[name]
    return name, tr(
        "The file is not UTF-8; it was read as {encoding} (Western European). Choose another encoding if letters look "
        "wrong.",
        encoding=label,
    )


def decoded_blocks(source: ByteSource, encoding: str) -> Iterator[bytes]:
    """Yield the file as blocks of UTF-8 without a byte order mark. Blocks may end inside a character only for UTF-8.

    Parameters
    ----------
    source : ByteSource
    encoding : str
    """
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
