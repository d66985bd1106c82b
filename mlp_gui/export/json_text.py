"""JSON of wide tables, written piece by piece: Python keeps the interpreter to itself while it writes one value.

The settings of ten thousand columns take 80 ms, in which no other thread, the window's neither, gets a turn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

PIECE = 200


def json_bytes(value: Any) -> bytes:
    """What `json.dumps` writes, as UTF-8. The names in objects must be texts. ValueError for NaN and infinity."""
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
