"""The fast way through a big plain file: pieces are counted and parsed side by side; at the first doubt it gives up.

A piece is beyond doubt when it holds no quote, no bare carriage return, no NUL and no empty row, its first row has the
right width, its separators are as many as that width asks of all its rows, and the parser found no row too wide: then
no row is too short either.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pandas as pd

from mlp_gui.data.dialect import Dialect
from mlp_gui.data.parse import parse_records
from mlp_gui.data.source import Source

SMALLEST = 8 << 20
_PIECE = 4 << 20


class Doubt(Exception):
    """The piece needs the careful way."""


def is_plain(source: Source, dialect: Dialect) -> bool:
    """Whether the fast way may be tried at all."""
    return (
        source.size >= SMALLEST
        and not source.packing.kind
        and dialect.encoding in ("utf-8", "utf-8-sig")
        and dialect.separator not in ("", " ")
        and not (dialect.comment or dialect.escape)
        and b"\n" in source.head
    )


def read_fast(
    path: Path, dialect: Dialect, width: int, data_line: int, step: Callable[[float], None]
) -> list[pd.DataFrame]:
    """The pieces of the file in order; Doubt when any of them needs the careful way. `step` gets the share read so far."""
    pieces: list[pd.DataFrame] = []
    workers = max(1, min(4, os.cpu_count() or 1))
    ranges = list(_ranges(path, data_line))
    size = ranges[-1][1] if ranges else 1
    with ThreadPoolExecutor(workers) as pool:
        todo = iter(ranges)
        running: list[Future[pd.DataFrame]] = []
        try:
            running += [pool.submit(_parse, path, *r, dialect, width) for r in islice(todo, workers + 1)]
            for k in range(len(ranges)):
                pieces.append(running.pop(0).result())
                step(ranges[k][1] / size)
                running += [pool.submit(_parse, path, *r, dialect, width) for r in islice(todo, 1)]
        finally:
            for future in running:
                future.cancel()
    return pieces


def _ranges(path: Path, data_line: int) -> Iterator[tuple[int, int]]:
    """Byte ranges that end at line ends."""
    with path.open("rb") as f:
        for _ in range(data_line):
            f.readline()
        start, end = f.tell(), os.fstat(f.fileno()).st_size
        while start < end:
            f.seek(min(start + _PIECE, end))
            f.readline()
            stop = min(f.tell(), end)
            yield start, stop
            start = stop


def _parse(path: Path, start: int, stop: int, dialect: Dialect, width: int) -> pd.DataFrame:
    with path.open("rb") as f:
        f.seek(start)
        data = f.read(stop - start)
    if len(data) < stop - start:
        raise Doubt
    if not data.endswith(b"\n"):
        data += b"\n"
    _check(data, dialect, width)
    try:
        return parse_records(data, width, dialect)
    except (ValueError, UserWarning):
        raise Doubt from None


def _check(data: bytes, dialect: Dialect, width: int) -> None:
    separator, quote = dialect.separator.encode(), dialect.quote.encode()
    returns = data.count(b"\r") if b"\r" in data else 0
    rows = data.count(b"\n")
    clean = (
        not (quote and quote in data)
        and b"\0" not in data
        and b"\x1a" not in data
        and (not returns or returns == data.count(b"\r\n"))
        and data.count(separator) == rows * (width - 1)
        and data[: data.index(b"\n")].count(separator) == width - 1
        and not data.startswith((separator * (width - 1) + b"\n", b"\n", b"\r"))
        and b"\n" + separator * (width - 1) + (b"\r\n" if returns else b"\n") not in data
        and b"\n\n" not in data
    )
    if not clean:
        raise Doubt
    if not data.isascii():
        try:
            data.decode()
        except UnicodeDecodeError:
            raise Doubt from None
