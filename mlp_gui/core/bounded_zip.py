"""Zip archives that nobody has vouched for: what they say about sizes is checked, and never trusted while unpacking."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import BinaryIO

# What opening and unpacking a zip can raise, its parts being in any state.
ZIP_ERRORS = (
    zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error, struct.error,
)  # fmt: skip
_CHUNK = 1 << 20
_PIECE = 1 << 14
_END = struct.Struct("<4s4H2LH")  # the end record: sign, disks, entries, size and place of the directory, comment
_LONGEST_COMMENT = 1 << 16
_LARGE_END = b"PK\x06\x07"  # before the end record where the directory is described in 64 bits
_MODE = 0o600 << 16  # for those who unpack it with a tool
_ENTRY_BYTES = 200  # of the directory, a long name included


@dataclass(frozen=True)
class ZipLimits:
    """What an archive may unpack to.

    Attributes
    ----------
    free_bytes : int
        Whatever the size of the archive.
    most_ratio : int
        Times the size of the archive that are added.
    most_bytes : int
        Whatever the ratio.
    most_members : int
    """

    free_bytes: int
    most_ratio: int
    most_bytes: int
    most_members: int

    def most_unpacked(self, packed: int) -> int:
        """Return the bytes that an archive of this size may unpack to."""
        return min(self.free_bytes + self.most_ratio * packed, self.most_bytes)


def open_zip(file: BinaryIO, most_members: int) -> zipfile.ZipFile:
    """Open an archive after the size of its directory was checked, for which zipfile would take any memory.

    Parameters
    ----------
    file : binary file
    most_members : int

    Raises
    ------
    BadZipFile
        If it has more members, or is no archive.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_COMMENT - _END.size - 20))
    tail = file.read(_LONGEST_COMMENT + _END.size + 20)
    file.seek(0)
    # zipfile prefers a record at the very end, and else takes the last one.
    at = len(tail) - _END.size if tail[-_END.size :].startswith(b"PK\x05\x06") else tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise zipfile.BadZipFile("no end record")
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(tail, at)
    if tail[max(0, at - 20) : at].startswith(_LARGE_END) or entries > most_members:
        raise zipfile.BadZipFile("too many members")
    if directory > _ENTRY_BYTES * most_members:
        raise zipfile.BadZipFile("too large a directory")
    archive = zipfile.ZipFile(file)
    if len(archive.infolist()) > most_members:
        raise zipfile.BadZipFile("too many members")
    return archive


def read_members(archive: zipfile.ZipFile, most: int) -> dict[str, bytes]:
    """Unpack all members chunk by chunk, so that no more memory is taken than for so many bytes.

    Parameters
    ----------
    archive : ZipFile
    most : int
        Bytes of all members together.

    Returns
    -------
    dict
        Contents by name.

    Raises
    ------
    BadZipFile
        If a member has another size than the directory says, or all have more bytes together.
    """
    found: dict[str, bytes] = {}
    left = most
    for info in archive.infolist():
        pieces: list[bytes] = []
        got = 0
        with archive.open(info) as member:
            # Asked for all at once, zipfile would unpack a whole member before it compares the sizes.
            while piece := member.read(_CHUNK):
                got += len(piece)
                if got > min(info.file_size, left):
                    raise zipfile.BadZipFile("a member is larger than it says")
                pieces.append(piece)
        if got != info.file_size:
            raise zipfile.BadZipFile("a member is smaller than it says")
        left -= got
        found[info.filename] = b"".join(pieces)
    return found


def is_plainly_packed(infos: Collection[zipfile.ZipInfo]) -> bool:
    """Tell whether all members are stored or deflated; other methods take memory that no size tells of."""
    return all(info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos)


def write_zip(members: Mapping[str, bytes], limits: ZipLimits, quickly: Collection[str] = ()) -> bytes:
    """Return an archive of the members, packed no tighter than a reader with these limits lets through.

    Parameters
    ----------
    members : mapping
        Contents by name, in the order in which they are written.
    limits : ZipLimits
    quickly : collection of str
        Names of members that hardly shrink: they are stored as they are unless a piece of them shrinks by a quarter,
        and then no effort is spent on the rest.

    Raises
    ------
    ValueError
        If there are more members or bytes than the limits allow.
    """
    total = sum(map(len, members.values()))
    if total > limits.most_bytes or len(members) > limits.most_members:
        raise ValueError(f"{len(members):,} members of {total:,} bytes")
    data, sizes = _written(members, quickly, ())
    if total <= limits.most_unpacked(len(data)):
        return data
    # Those that shrink to next to nothing are what a reader takes for a bomb: as few as needed are stored as they are.
    stored: list[str] = []
    length = len(data)
    for name in sorted(members, key=lambda name: len(members[name]), reverse=True):
        if total <= limits.most_unpacked(length):
            break
        stored.append(name)
        length += len(members[name]) - sizes[name]
    return _written(members, quickly, stored)[0]


def _shrinks(data: bytes) -> bool:
    """Tell whether packing a piece from the middle is worth its time: the digits of trained weights look random."""
    middle = data[len(data) // 2 :][:_PIECE]
    return len(zlib.compress(middle, 1)) < 0.75 * len(middle)


def _written(
    members: Mapping[str, bytes], quickly: Collection[str], stored: Collection[str]
) -> tuple[bytes, dict[str, int]]:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            # A fixed date, that of the first zips: the clock may stand at a time that no zip can hold.
            info = zipfile.ZipInfo(name)
            info.external_attr = _MODE
            as_it_is = name in stored or (name in quickly and not _shrinks(data))
            method = zipfile.ZIP_STORED if as_it_is else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, method, compresslevel=1 if name in quickly else None)
        sizes = {info.filename: info.compress_size for info in archive.infolist()}
    return buffer.getvalue(), sizes
