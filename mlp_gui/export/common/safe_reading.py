"""Reading files that nobody has vouched for: sizes are checked before memory is taken, and nothing in them is run."""

from __future__ import annotations

import ast
import io
import json
import math
import os
import re
import stat
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from mlp_gui.core.bounded_zip import ZIP_ERRORS, ZipLimits, is_plainly_packed, open_zip, read_members
from mlp_gui.core.errors import UserError, describe_damage
from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import NAME, visible

MAX_BYTES = 2_000_000_000
MAX_MEMBERS = 2_000
# Weights hardly shrink.
WEIGHT_LIMITS = ZipLimits(free_bytes=50_000_000, most_ratio=4, most_bytes=MAX_BYTES, most_members=MAX_MEMBERS)
MOST_AXES = 3  # the members of an ensemble, inputs, units
MOST_NUMBERS, MOST_OBJECTS, MOST_HEADER = 2_000_000, 300_000, 10_000
# Half a surrogate pair: json.loads lets it pass, and it fails when the text is written later.
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_NUMBERS = {"b1", "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"}


def read_file(path: str | Path, most: int = MAX_BYTES, looks_right: Callable[[BinaryIO], bool] | None = None) -> bytes:
    """Read a file of believable size.

    Parameters
    ----------
    path : str or Path
    most : int
        Bytes that it may have.
    looks_right : callable, optional
        Called with the open file before memory is taken for the whole; tells whether it looks as it should.

    Raises
    ------
    UserError
        If it cannot be read, is too large, no regular file, or does not look right.
    """
    name = Path(path).name[:80]
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe or a device may never end
            raise UserError(tr("{name} is not a file.", name=name), hint=tr("Choose a file."))
        with open(path, "rb") as file:
            whole = os.fstat(file.fileno()).st_size <= most
            if whole and looks_right is not None and not looks_right(file):
                raise UserError(tr("{name} is damaged or of another kind.", name=name), hint=tr("Choose another file."))
            # One byte more than allowed: the file may have grown since it was measured.
            data = file.read(most + 1) if whole else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(tr("{name} cannot be read.", name=name), f"{reason}.", tr("Check the path.")) from error
    if not whole or len(data) > most:
        raise UserError(
            tr("{name} is too large.", name=name),
            tr("It has more than {most:,} bytes.", most=most),
            tr("Choose another file."),
        )
    return data


def is_filled_zip(file: BinaryIO) -> bool:
    """Tell whether a file is a zip whose members, packed as they are, make up most of it."""
    size = os.fstat(file.fileno()).st_size
    try:
        with open_zip(file, MAX_MEMBERS) as archive:
            packed = sum(info.compress_size for info in archive.infolist())
    except ZIP_ERRORS:
        return False
    file.seek(0)
    return size <= 1_000_000 + 2 * packed


def zip_members(data: bytes, where: str, known: Callable[[str], bool]) -> dict[str, bytes]:
    """Unpack a zip after its names and sizes were checked.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.
    known : callable
        Tells of a member's name whether a file of this kind has it.

    Returns
    -------
    dict
        Contents by name.

    Raises
    ------
    UserError
        If it is damaged, holds other members, or would unpack to much more than its own size.
    """
    try:
        with open_zip(io.BytesIO(data), MAX_MEMBERS) as archive:
            infos = archive.infolist()
            names, total = [info.filename for info in infos], sum(info.file_size for info in infos)
            # Of two members with one name, readers would disagree about which one counts.
            if len(set(names)) < len(names) or not is_plainly_packed(infos):
                raise UserError(tr("{where} is damaged.", where=where), tr("Its table of contents is impossible."))
            strange = [name for name in names if not known(name)]
            if strange:
                raise UserError(
                    tr("{where} is not a file of this kind.", where=where),
                    tr("It holds {what!r}.", what=strange[0][:80]),
                )
            most = WEIGHT_LIMITS.most_unpacked(len(data))
            if total > most:
                raise UserError(
                    tr("{where} was not opened.", where=where), tr("It would unpack to {total:,} bytes.", total=total)
                )
            return read_members(archive, most)
    except ZIP_ERRORS as error:
        raise UserError(tr("{where} is damaged or of another kind.", where=where), describe_damage(error)) from error


def json_object(data: bytes, where: str, most_numbers: int = MOST_NUMBERS) -> dict[str, Any]:
    """Read an object in strict JSON: no NaN, no infinity, no name twice, no depth that exhausts the stack.

    Parameters
    ----------
    data : bytes
        UTF-8.
    where : str
        What the file is called in sentences for the user.
    most_numbers : int
        Entries that it may have, since a short text can stand for much memory.

    Raises
    ------
    UserError
        If it is not such an object.
    """
    # Counted in the bytes, before parsing takes memory for every entry.
    if data.count(b",") > most_numbers or data.count(b"[") + data.count(b"{") > MOST_OBJECTS + most_numbers // 20:
        raise UserError(
            tr("{where} was not opened.", where=where), tr("It has more entries than a file of this kind needs.")
        )
    try:
        plain = json.loads(
            data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite
        )
        if _SURROGATE.search(data):
            json.dumps(plain, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        said = tr("It is not proper JSON: {reason}.", reason=visible(str(error), NAME))
        raise UserError(tr("{where} is damaged.", where=where), said) from error
    if not isinstance(plain, dict):
        raise UserError(tr("{where} is damaged.", where=where), tr("An object was expected."))
    return plain


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the name {next(n for n in names if names.count(n) > 1)[:80]!r} stands there twice")
    return found


def _no_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _finite(word: str) -> float:
    # 1e999 is proper JSON, and is read as infinity.
    value = float(word)
    if not math.isfinite(value):
        raise ValueError(f"{word[:30]} is not a finite number")
    return value


def npy_array(data: bytes, where: str, text_too: bool = False) -> np.ndarray:
    """Read an array of at most 2 dimensions from a .npy file, if its header tells the truth about its size.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.
    text_too : bool
        Whether a single text is an array as well.

    Returns
    -------
    ndarray
        Numbers in the machine's byte order.

    Raises
    ------
    UserError
        If it is damaged or holds something else.
    """
    shape, by_columns, dtype, start = _checked_header(data, where, text_too)
    rest = len(data) - start
    # A side of 0 makes the product 0, however long another side claims to be.
    if math.prod(shape) * dtype.itemsize != rest or max(shape, default=0) > MAX_BYTES:
        raise UserError(
            tr("{where} is damaged.", where=where),
            tr("Its array should be of shape {shape} and has {rest:,} bytes.", shape=shape, rest=rest),
        )
    if not rest:
        return np.empty(shape, dtype.newbyteorder("="))
    # A copy in the machine's byte order, which can also be written to, unlike a view of bytes.
    array = np.frombuffer(data, dtype, offset=start).astype(dtype.newbyteorder("="))
    return array.reshape(shape, order="F" if by_columns else "C")


def _checked_header(data: bytes, where: str, text_too: bool) -> tuple[tuple[int, ...], bool, np.dtype, int]:
    """Return the header if it announces numbers, or a text where one may be; UserError otherwise."""
    try:
        header = shape, _, dtype, _ = _npy_header(data)
    except (ValueError, KeyError, SyntaxError, TypeError, RecursionError, MemoryError, struct.error) as error:
        raise UserError(
            tr("{where} is damaged.", where=where),
            tr("Its array header is not readable: {reason}.", reason=visible(str(error), NAME)),
        ) from error
    is_text = text_too and dtype.kind == "U" and shape == ()
    if (dtype.str[1:] not in _NUMBERS and not is_text) or len(shape) > MOST_AXES or min(shape, default=0) < 0:
        raise UserError(
            tr("{where} is damaged.", where=where),
            tr("Numbers are expected, it holds {dtype} of {n} dimensions.", dtype=str(dtype)[:80], n=len(shape)),
        )
    return header


def _npy_header(data: bytes) -> tuple[tuple[int, ...], bool, np.dtype, int]:
    """Read the header by numpy.lib.format's description of versions 1 and 2.

    numpy's own reader repairs old headers on the way, which can fail in ways that it does not tell of.

    Returns
    -------
    shape : tuple of int
    by_columns : bool
        Whether the numbers are stored column after column.
    dtype : dtype
    start : int
        Where the numbers begin.
    """
    width = {b"\x93NUMPY\x01\x00": "<H", b"\x93NUMPY\x02\x00": "<I"}[data[:8]]
    (length,) = struct.unpack_from(width, data, 8)
    start = 8 + struct.calcsize(width) + length
    if length > MOST_HEADER or start > len(data):
        raise ValueError("its length is wrong")
    plain = ast.literal_eval(data[8 + struct.calcsize(width) : start].decode("latin-1").strip())
    if not isinstance(plain, dict) or set(plain) != {"descr", "fortran_order", "shape"}:
        raise ValueError("its entries are others")
    shape, by_columns, kind = plain["shape"], plain["fortran_order"], plain["descr"]
    # `type`, not isinstance: True is an int, too.
    if not isinstance(shape, tuple) or not all(type(n) is int for n in shape) or not isinstance(by_columns, bool):
        raise ValueError("its shape or order is none")
    return shape, by_columns, np.dtype(kind if isinstance(kind, str) else "O"), start


def npy_text(data: bytes, where: str) -> str:
    """Read the one text in a .npy file.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it is damaged.
    """
    return str(npy_array(data, where, text_too=True))
