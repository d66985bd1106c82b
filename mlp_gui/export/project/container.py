"""The container of .mlp files: a zip of JSON and .npy members with a checksum for each. Nothing in it can be executed.

    manifest.json   {"format", "version", "sha256": {member: digest}}

Python's zipfile and numpy alone can read it.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from mlp_gui.core.bounded_zip import ZIP_ERRORS, ZipLimits, is_plainly_packed, open_zip, read_members, write_zip
from mlp_gui.core.errors import UserError, describe_damage
from mlp_gui.core.regular_file import is_regular_file
from mlp_gui.core.translation import tr
from mlp_gui.export.common.safe_reading import MAX_BYTES, json_object

PIECE = 200


def json_bytes(value: Any) -> bytes:
    """Return what `json.dumps` writes, as UTF-8, in pieces that let other threads run in between.

    The names in objects must be texts. ValueError for NaN and infinity.
    """
    return "".join(_pieces(value)).encode("utf-8")


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for i, (key, item) in enumerate(value.items()):
            yield f"{', ' if i else '{'}{_whole(key)}: "
            yield from _pieces(item)
        yield "}"
    elif isinstance(value, list | tuple) and len(value) > PIECE:
        for at in range(0, len(value), PIECE):
            yield f"{', ' if at else '['}{_whole(value[at : at + PIECE])[1:-1]}"
        yield "]"
    else:
        yield _whole(value)


def _whole(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


FORMAT, VERSION = "mlp_gui run", 2
ENSEMBLE = 3  # the weights are those of several networks, which earlier programs cannot read
CLASS_SHEET = 4  # of a class: earlier programs would not lock what it locks
READABLE = (1, VERSION, ENSEMBLE, CLASS_SHEET)  # 2: a project also holds the list of runs and the layout of the window
MANIFEST = "manifest.json"
CLASS_MEMBER = "class.json"  # see `class_file`
# Tables of text shrink to a tenth, weights hardly, zip bombs to a thousandth.
LIMITS = ZipLimits(free_bytes=60_000_000, most_ratio=30, most_bytes=MAX_BYTES, most_members=8_000)
_NAME_AT = 30  # where a zip has the name of its first member


def pack(members: Mapping[str, bytes], version: int = VERSION) -> bytes:
    """Return one file that holds the members and their checksums; UserError if it would be too large to be read.

    Parameters
    ----------
    members : mapping
        Contents by name.
    version : int
        Of the format: ENSEMBLE for the weights of several networks, CLASS_SHEET for files of a class.
    """
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
    manifest = {"format": FORMAT, "version": version, "sha256": digests}
    # First of all members: `is_container` looks for its name at a fixed place.
    whole = {MANIFEST: json.dumps(manifest, indent=1).encode()} | dict(members)
    try:
        return write_zip(whole, LIMITS, [name for name in members if name.endswith(".npy")])
    except ValueError as error:
        raise UserError(
            tr("The work was not saved, because its file would be too large."),
            tr("It would hold {total:,} bytes.", total=sum(map(len, whole.values()))),
            tr("Leave the table out of the file, or remove runs from the list."),
        ) from error


def is_container(path: str) -> bool:
    """Tell whether a file begins as `pack` writes it, whatever its name says."""
    name = MANIFEST.encode()
    if not is_regular_file(path):
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(_NAME_AT + len(name))
    except (OSError, ValueError):
        return False
    return head.startswith(b"PK\x03\x04") and head[_NAME_AT:] == name


def unpack(data: bytes, where: str) -> dict[str, bytes]:
    """Read the members of a file that nobody has vouched for.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Returns
    -------
    dict
        Contents by name, without the manifest.

    Raises
    ------
    UserError
        If it is no run, damaged, of another version, or would unpack to much more than its own size.
    """
    members = _members(data, where)
    manifest = json_object(members.pop(MANIFEST, b""), where)
    if manifest.get("format") != FORMAT:
        raise UserError(tr("{file} is not a run of this program.", file=where))
    if manifest.get("version") not in READABLE:
        raise UserError(
            tr("{file} was written by another version of this program.", file=where),
            tr(
                "Its format version is {version}, this program reads {ours}.",
                version=str(manifest.get("version"))[:20],
                ours=max(READABLE),
            ),
            tr("Open it with a newer version."),
        )
    # The whole mapping, so that a member more or less is found, too.
    if manifest.get("sha256") != {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}:
        raise UserError(
            tr("{file} is damaged.", file=where),
            tr("Its checksums do not match its contents."),
            tr("Use another copy."),
        )
    return members


def _members(data: bytes, where: str) -> dict[str, bytes]:
    """Unpack all members after their sizes were checked."""
    try:
        with open_zip(io.BytesIO(data), LIMITS.most_members) as archive:
            infos = archive.infolist()
            total = sum(info.file_size for info in infos)
            if not is_plainly_packed(infos) or len({info.filename for info in infos}) < len(infos):
                raise UserError(
                    tr("{file} is not a run of this program.", file=where), tr("Its table of contents is impossible.")
                )
            most = LIMITS.most_unpacked(len(data))
            if total > most:
                raise UserError(
                    tr("{file} was not opened.", file=where), tr("It would unpack to {total:,} bytes.", total=total)
                )
            return read_members(archive, most)
    except ZIP_ERRORS as error:
        raise UserError(
            tr("{file} is not a run of this program or is damaged.", file=where), describe_damage(error)
        ) from error


def npy_of(array: np.ndarray) -> bytes:
    """Return an array as the bytes of a .npy file."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
