"""The icon in every size and in the formats of Windows and macOS."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QImage

from mlp_gui.app.desktop.icon_files import ICNS_TYPES, ICO_SIZES, icns, ico, png


@pytest.mark.parametrize("size", [16, 48, 256])
def test_that_the_icon_is_drawn_at_every_size(size: int) -> None:
    image = QImage.fromData(png(size))
    assert (image.width(), image.height()) == (size, size)
    assert any(image.pixelColor(x, size // 2).alpha() for x in range(size))
    assert image.pixelColor(0, 0).alpha() < 255


def test_that_the_windows_icon_holds_all_sizes() -> None:
    data = ico()
    reserved, kind, count = struct.unpack("<HHH", data[:6])
    assert (reserved, kind, count) == (0, 1, len(ICO_SIZES))
    for i, size in enumerate(ICO_SIZES):
        *_, length, at = struct.unpack("<BBBBHHII", data[6 + 16 * i : 22 + 16 * i])
        assert QImage.fromData(data[at : at + length]).width() == size
    assert QImage.fromData(data, "ICO").width() in ICO_SIZES


def test_that_the_mac_icon_holds_all_sizes() -> None:
    data = icns()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)
    at, found = 8, {}
    while at < len(data):
        kind, length = data[at : at + 4], struct.unpack(">I", data[at + 4 : at + 8])[0]
        found[kind] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == ICNS_TYPES
    assert not QImage.fromData(data, "ICNS").isNull()
