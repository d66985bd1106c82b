"""Zips: the writer never packs what its reader takes for a bomb, and sizes that lie cost no memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.malicious_files import patched, zipped
from mlp_gui.core.bounded_zip import ZipLimits, open_zip, read_members, write_zip

SMALL = ZipLimits(free_bytes=2_000, most_ratio=3, most_bytes=300_000, most_members=8)
NOISE = np.random.default_rng(0).bytes(20_000)


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """Bytes that hardly shrink, shrink to next to nothing, or half and half."""
    noise, zeros = draw(st.integers(0, 20_000)), draw(st.integers(0, 20_000))
    return NOISE[:noise] + b"7" * zeros


@given(st.dictionaries(st.text("abc/é", min_size=1, max_size=5), contents(), max_size=8))
def test_that_whatever_is_written_is_read_again(members: dict[str, bytes]) -> None:
    data = write_zip(members, SMALL)
    with open_zip(io.BytesIO(data), SMALL.most_members) as archive:
        assert sum(info.file_size for info in archive.infolist()) <= SMALL.most_unpacked(len(data))
        assert read_members(archive, SMALL.most_unpacked(len(data))) == members
    # Python's own reader has the last word on what is a zip.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None


def test_that_no_more_is_stored_unpacked_than_needed() -> None:
    members = {"a": b"1" * 50_000, "b": NOISE, "c": b"2" * 20_000}
    data = write_zip(members, SMALL)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
    assert methods == {"a": zipfile.ZIP_STORED, "b": zipfile.ZIP_DEFLATED, "c": zipfile.ZIP_DEFLATED}


def test_that_what_no_reader_would_take_is_not_written() -> None:
    with pytest.raises(ValueError, match="members"):
        write_zip({f"m{i}": b"" for i in range(9)}, SMALL)
    with pytest.raises(ValueError, match="bytes"):
        write_zip({"a": b"1" * 300_001}, SMALL)


def test_that_a_size_that_lies_takes_no_memory() -> None:
    """100 MB of zeros that the directory calls smaller: no more is unpacked than it says."""
    bomb = zipped({"a": b"\0" * 100_000_000})
    tracemalloc.start()
    for claimed in (48, 3_999_999, 2**32 - 2):
        lie = patched(bomb, 24, struct.pack("<L", claimed))
        with open_zip(io.BytesIO(lie), 10) as archive, pytest.raises(zipfile.BadZipFile):
            read_members(archive, 10_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_that_a_long_directory_is_not_read() -> None:
    """30,000 members in 3 MB: zipfile would make an object of each before anybody can count them."""
    data = zipped({f"a{i:05}": b"" for i in range(30_000)})
    tracemalloc.start()
    with pytest.raises(zipfile.BadZipFile):
        open_zip(io.BytesIO(data), 2_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
