"""A workbook of binary records, read in a process of its own.

Nothing tells beforehand how much memory its records will be given, and the library ends its process when there is too
little.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

SERVE = "--serve-workbook"  # how the bundled program, which is no Python, is asked for such a process
_CODE = """
import sys
sys.path[:] = sys.argv[2:]
from mlp_gui.data.cells.workbook_process import serve_workbook
serve_workbook(sys.argv[1])
"""
_FREE_BYTES = 256 << 20
_MOST_RATIO = 80  # bytes of memory for each byte of the file; a number takes 10 there, and 100 to 200 here
_AT_ONCE = 5_000  # rows
Sheets = list[tuple[str, str, str]]


class WorkbookEnded(Exception):
    """The process that read a workbook has died, most likely of its size."""


class WorkbookProcess:
    """The sheets of a workbook in another process.

    Parameters
    ----------
    path : Path
    """

    def __init__(self, path: Path) -> None:
        where = os.fspath(path.absolute())
        is_bundle = getattr(sys, "frozen", False)
        self._process = subprocess.Popen(
            [sys.executable, SERVE, where] if is_bundle else [sys.executable, "-c", _CODE, where, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # where the library says that it dies
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with suppress(BrokenPipeError):  # of what it was not told any more
                stream.close()

    def sheets(self) -> Sheets:
        """Return name, kind and visibility of each sheet.

        Raises
        ------
        WorkbookEnded
            If the process has died.
        ValueError
            If the library refuses the file.
        """
        found: Sheets = self._receive()
        return found

    def rows(self, sheet: str) -> list[list[Any]]:
        """Return the cells of a sheet.

        Parameters
        ----------
        sheet : str

        Raises
        ------
        WorkbookEnded
            If the process dies of it.
        ValueError
            If the library refuses the sheet.
        """
        assert self._process.stdin is not None
        pickle.dump(sheet, self._process.stdin)
        self._process.stdin.flush()
        rows: list[list[Any]] = []
        while some := self._receive():
            rows.extend(some)
        return rows

    def _receive(self) -> Any:
        assert self._process.stdout is not None
        try:
            found = pickle.load(self._process.stdout)
        except (EOFError, pickle.UnpicklingError):  # the latter where it died within an answer
            raise WorkbookEnded from None
        if isinstance(found, ValueError):
            raise found
        return found


def load_workbook(file: IO[bytes]) -> Any:
    """Return the library's workbook of an open file: by its bytes; with a path, the suffix would decide what it is."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(file)


def describe_sheets(book: Any) -> Sheets:
    """Return name, kind and visibility of each sheet of the library's workbook."""
    return [(sheet.name, str(sheet.typ), str(sheet.visible)) for sheet in book.sheets_metadata]


def read_rows(book: Any, sheet: str) -> list[list[Any]]:
    """Return the cells of a sheet from its first row and column on.

    Parameters
    ----------
    book : python_calamine.CalamineWorkbook
    sheet : str
    """
    rows: list[list[Any]] = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return rows


def serve_workbook(path: str) -> None:
    """Write the sheets of a workbook to the standard output, and the rows of each whose name comes in.

    Parameters
    ----------
    path : str
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all processes of a terminal; the parent decides
    _bound_memory(_FREE_BYTES + _MOST_RATIO * os.path.getsize(path))
    try:
        with open(path, "rb") as file:
            book = load_workbook(file)
            _send(describe_sheets(book))
            while True:
                rows = read_rows(book, pickle.load(sys.stdin.buffer))
                for first in range(0, len(rows), _AT_ONCE):
                    _send(rows[first : first + _AT_ONCE])
                _send([])
                del rows
    except (EOFError, BrokenPipeError):  # nobody asks any more
        return
    except BaseException as error:  # among them the library's own panics, which are no Exception
        _send(ValueError("password" if "Password" in type(error).__name__ else str(error)))


def _send(answer: object) -> None:
    pickle.dump(answer, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


def _bound_memory(most: int) -> None:
    """Let this process have no more memory than a table needs, where the system can do that, and leave no core."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
