"""Every suffix that the file dialog offers for delimited text is one that the reader opens."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile

import pytest

from mlp_gui.data.open_table import open_table
from mlp_gui.data.readers.delimited_text import DelimitedTextReader

TEXT = b"plot,height\n1,2.5\n2,4\n"


def in_zip(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("table.csv", data)
    return file.getvalue()


PACKED = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zip": in_zip}


@pytest.mark.parametrize("suffix", DelimitedTextReader.suffixes)
def test_that_every_offered_suffix_is_opened(tmp_path, suffix):
    path = tmp_path / f"table{suffix}"
    path.write_bytes(PACKED.get(suffix, bytes)(TEXT))
    table = open_table(path)
    assert table.frame["height"].tolist() == [2.5, 4.0]
    assert table.dialect is not None, "so that the import page is offered"
