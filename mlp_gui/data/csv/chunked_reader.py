"""The fast way through a big plain file: pieces are counted and parsed side by side; at the first doubt it gives up.

A piece is beyond doubt when it holds no quote, no bare carriage return and no NUL, its first row has the right width,
its separators are as many as that width asks of all its lines, the parser found no row too wide and as many rows as
lines: then no row is too short and no line is blank either.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Event
from typing import IO

import numpy as np
import pandas as pd

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.parallel import WORKERS
from mlp_gui.data.csv.byte_source import ByteSource
from mlp_gui.data.csv.other_formats import LONGEST_LINE
from mlp_gui.data.csv.pandas_parser import parse_records

SMALLEST = 8 << 20
_PIECE = 4 << 20
_POLL = 0.1  # seconds between two looks whether the work was withdrawn
_BLOCK = 1 << 18  # bytes, which stay in the processor's cache while they are counted and parsed


class FallbackNeeded(Exception):
    """The piece needs the careful way."""


def is_plain(source: ByteSource, dialect: Dialect) -> bool:
    """Tell whether the fast reader may be tried at all.

    Parameters
    ----------
    source : ByteSource
    dialect : Dialect
    """
    return (
        source.size >= SMALLEST
        and not source.compression.kind
        and dialect.encoding in ("utf-8", "utf-8-sig")
        and dialect.separator not in ("", " ")
        and not (dialect.comment or dialect.escape or dialect.wrapped)
        and (b"\n" in source.head or b"\r" not in source.head)  # the names of a wide table are longer than its head
    )


def read_chunks(
    path: Path, dialect: Dialect, width: int, data_line: int, step: Callable[[float], None], parsed: int = 0
) -> list[pd.DataFrame]:
    """Parse the chunks of a file side by side and return them in order.

    Parameters
    ----------
    path : Path
    dialect : Dialect
    width : int
        Number of columns.
    data_line : int
        The line of the first row of data, counted from 0.
    step : callable
        Called with the share read so far; may raise to stop.
    parsed : int
        How many of the columns are parsed; 0 for all.

    Raises
    ------
    FallbackNeeded
        If any chunk needs the record reader.
    """
    pieces: list[pd.DataFrame] = []
    ranges = list(_ranges(path, data_line, _PIECE * min(8, max(1, width // 200))))
    size = ranges[-1][1] if ranges else 1
    stopped = Event()
    parse = partial(_parse, path, dialect=dialect, width=width, stopped=stopped, parsed=parsed)
    with ThreadPoolExecutor(WORKERS) as pool:
        todo = iter(ranges)
        running: list[Future[pd.DataFrame]] = []
        try:
            # One more than threads, so that none waits while a frame is taken over here.
            running += [pool.submit(parse, *r) for r in islice(todo, WORKERS + 1)]
            for k in range(len(ranges)):
                while wait(running[:1], _POLL).not_done:
                    step(ranges[k][0] / size)
                pieces.append(running.pop(0).result())
                step(ranges[k][1] / size)
                running += [pool.submit(parse, *r) for r in islice(todo, 1)]
        finally:
            stopped.set()
            for future in running:
                future.cancel()  # leaving the pool waits for all that are not
    return pieces


def _ranges(path: Path, data_line: int, size: int) -> Iterator[tuple[int, int]]:
    """Byte ranges of about this size that end at line ends."""
    with path.open("rb") as f:
        for _ in range(data_line):
            _to_line_end(f)
        start, end = f.tell(), os.fstat(f.fileno()).st_size
        while start < end:
            f.seek(min(start + size, end))
            _to_line_end(f)
            stop = min(f.tell(), end)
            yield start, stop
            start = stop


def _to_line_end(f: IO[bytes]) -> None:
    """Go on to the next line; FallbackNeeded when that is far away, and memory would be taken for all between."""
    if len(f.readline(LONGEST_LINE)) == LONGEST_LINE:
        raise FallbackNeeded


def _parse(
    path: Path, start: int, stop: int, dialect: Dialect, width: int, stopped: Event, parsed: int
) -> pd.DataFrame:
    with path.open("rb", buffering=0) as f:  # it is read in blocks of our own
        f.seek(start)
        piece = _Piece(f, stop - start, dialect, width, stopped)
        try:
            frame = parse_records(piece, width, dialect, first=parsed)
        except ValueError:  # among them pandas' ParserError
            raise FallbackNeeded from None
    if not piece.is_whole or len(frame) != piece.lines or _has_empty_rows(frame):
        raise FallbackNeeded
    return frame


class _Piece:
    """A stretch of the file that is counted while the parser reads it, in blocks that stay in the processor's cache.

    The parser accepts bytes as well as text from `read`, which saves decoding and encoding every byte.
    """

    mode = "r"

    def __init__(self, file: IO[bytes], size: int, dialect: Dialect, width: int, stopped: Event) -> None:
        self._file, self.left, self._width, self._stopped = file, size, width, stopped
        self._separator, self._quote = dialect.separator.encode(), dialect.quote.encode()
        self._code = ord(dialect.separator)
        self._decoder: codecs.IncrementalDecoder | None = None
        self._first = b""
        self._ended_in_return = False
        self.separators = self.lines = self.bare_returns = 0

    @property
    def is_whole(self) -> bool:
        """Whether everything was read and lines and separators fit together."""
        return not self.left and not self.bare_returns and self.separators == self.lines * (self._width - 1)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, as pandas asks for them."""
        if self._stopped.is_set():  # nobody waits for it any more
            raise FallbackNeeded
        block = self._file.read(min(_BLOCK, self.left))
        self.left -= len(block)
        if not block:
            return block
        self._check_text(block)
        if not self.lines:
            self._check_first(block)
        self.separators += int(np.count_nonzero(np.frombuffer(block, np.uint8) == self._code))
        self.lines += block.count(b"\n") + (not self.left and not block.endswith(b"\n"))  # the last may have no end
        return block

    def _check_text(self, block: bytes) -> None:
        if (self._quote and self._quote in block) or b"\0" in block or b"\x1a" in block:
            raise FallbackNeeded
        if b"\r" in block or self._ended_in_return:
            split = self._ended_in_return and block.startswith(b"\n")  # one line end in two blocks
            self.bare_returns += block.count(b"\r") - block.count(b"\r\n") - split
            self._ended_in_return = block.endswith(b"\r")
        if self._decoder is None and not block.isascii():
            self._decoder = codecs.getincrementaldecoder("utf-8")()
        if self._decoder is not None:
            try:
                self._decoder.decode(block, not self.left)
            except UnicodeDecodeError:
                raise FallbackNeeded from None

    def _check_first(self, block: bytes) -> None:
        self._first += block
        end = self._first.find(b"\n")
        if end >= 0 and self._first[:end].count(self._separator) != self._width - 1:
            raise FallbackNeeded

    def __iter__(self) -> Iterator[bytes]:
        while block := self.read():
            yield block


def _has_empty_rows(frame: pd.DataFrame) -> bool:
    """Rows without any value may be rows of separators only, which are left out and counted elsewhere."""
    if any(kind.kind == "O" and not isinstance(kind, pd.StringDtype) for kind in frame.dtypes):
        raise FallbackNeeded  # truth values with gaps
    gone = np.ones(len(frame), bool)
    for _, series in frame.items():
        if series.dtype.kind in "iub":  # they have no gaps
            return False
        gone &= series.isna().to_numpy()
        if not gone.any():
            return False
    return bool(gone.any())
