"""The program's icon as files for the three desktops: PNG, ICO and ICNS, drawn by Qt from the one SVG."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from mlp_gui.core.resources import resource

PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
# Apple's types for PNG data by size in pixels.
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(size: int) -> bytes:
    """Return the icon as a PNG of size x size pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icons", "mlp_gui.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
    return bytes(data.data())


def ico(sizes: tuple[int, ...] = ICO_SIZES) -> bytes:
    """Return a Windows icon that holds PNGs of all sizes (learn.microsoft.com: ICONDIR, PNG allowed since Vista)."""
    pictures = [png(size) for size in sizes]
    head = struct.pack("<HHH", 0, 1, len(pictures))  # reserved, 1 for icons, how many
    at = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(sizes, pictures, strict=True):
        # Width and height have one byte each: 0 stands for 256.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + entries + b"".join(pictures)


def icns() -> bytes:
    """Return a macOS icon: a header, then for each size its type, its length and a PNG."""
    chunks = b""
    for kind, size in ICNS_TYPES.items():
        picture = png(size)
        chunks += kind + struct.pack(">I", len(picture) + 8) + picture  # lengths count their own heads, too
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def write_all(folder: Path) -> list[Path]:
    """Write mlp_gui.ico, mlp_gui.icns and mlp_gui-256.png into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"mlp_gui.ico": ico(), "mlp_gui.icns": icns(), "mlp_gui-256.png": png(256)}
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]
