"""The sheets of a workbook and their cells, read by python-calamine, which runs no formula and no macro."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from mlp_gui.core.bounded_zip import ZIP_ERRORS, open_zip
from mlp_gui.core.cancellation import raise_if_cancelled
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import join_names, tr
from mlp_gui.data.cells.percent_cells import mark_percent_cells
from mlp_gui.data.cells.workbook_bounds import LIMITS, check_zipped_workbook
from mlp_gui.data.cells.workbook_process import (
    WorkbookEnded,
    WorkbookProcess,
    describe_sheets,
    load_workbook,
    read_rows,
)

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_SHEETS = b"application/vnd.oasis.opendocument.spreadsheet"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_POLL = 0.05  # seconds between two questions whether the work was withdrawn
_BYTES_PER_SECOND = 8e6  # of a file, about; only the progress hangs on it
Rows = list[list[Any]]


class Workbook:
    """A workbook, open inside a `with`; its sheets are read when they are asked for.

    Attributes
    ----------
    path : Path
    sheets : tuple of str
        Names of the sheets of cells, the visible ones first.
    """

    def __init__(self, path: Path, progress: Callable[[float], None] = lambda share: None) -> None:
        self.path = path
        with path.open("rb") as file:
            head = file.read(8)
        if head.startswith(ZIP):
            check_zipped_workbook(path, progress)
        _refuse_locked(path, head)
        self._process: WorkbookProcess | None = None
        self._file: BinaryIO | None = None
        try:
            if head.startswith(OLE) or _holds_records(path):
                self._process = WorkbookProcess(path)
                sheets = _in_thread(self._process.sheets, progress, 0.0)
            else:
                self._file = path.open("rb")
                self._book = _in_thread(partial(load_workbook, self._file), progress, 0.0)
                sheets = describe_sheets(self._book)
        except BaseException as error:
            self.__exit__()
            raise _said(error, path) from None
        of_cells = [(name, "Visible" not in visible.split(".")[-1]) for name, kind, visible in sheets if "Work" in kind]
        self.sheets: tuple[str, ...] = tuple(name for name, _ in sorted(of_cells, key=lambda sheet: sheet[1]))

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.close()
        if self._file is not None:
            self._file.close()

    def rows(self, sheet: str, progress: Callable[[float], None] = lambda share: None) -> Rows:
        """Return the cells of a sheet, row by row from its first row and column on.

        Numbers that are shown in percent are `PercentShare`, but not in workbooks of binary records.

        Parameters
        ----------
        sheet : str
        progress : callable
            Called with the share that is done, which is an estimate.

        Raises
        ------
        UserError
            If there is no such sheet, or it cannot be read.
        """
        if sheet not in self.sheets:
            raise UserError(
                tr("{name} has no sheet {sheet}.", name=self.path.name, sheet=sheet),
                hint=tr("Its sheets: {names}.", names=join_names(self.sheets, 12)),
            )
        seconds = self.path.stat().st_size / _BYTES_PER_SECOND
        read = partial(read_rows, self._book) if self._process is None else self._process.rows
        try:
            rows: Rows = _in_thread(partial(read, sheet), progress, seconds)
            if self._process is None:
                _in_thread(partial(mark_percent_cells, self.path, sheet, rows), progress, seconds)
        except BaseException as error:
            raise _said(error, self.path) from None
        return rows


def is_workbook(path: Path, head: bytes) -> bool:
    """Tell from its bytes whether a file is a workbook.

    Parameters
    ----------
    path : Path
    head : bytes
        Its first bytes.
    """
    if head.startswith(OLE):
        return True
    if not head.startswith(ZIP):
        return False
    try:
        with path.open("rb") as file, open_zip(file, LIMITS.most_members) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:80] if archive.NameToInfo.get("mimetype", _NONE).file_size < 200 else b""
    except ZIP_ERRORS:
        return path.suffix.lower() in (".xlsx", ".xlsm", ".xlsb", ".ods")
    return bool(names & {*_BOOKS[:2]}) or (_BOOKS[2] in names and kind.startswith(_SHEETS))


_NONE = zipfile.ZipInfo("mimetype")
_NONE.file_size = 1 << 30


def _refuse_locked(path: Path, head: bytes) -> None:
    locked = False
    if head.startswith(OLE):
        locked = _LOCKED in path.read_bytes()
    elif head.startswith(ZIP):
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            manifest = archive.NameToInfo.get("META-INF/manifest.xml")
            locked = manifest is not None and b"encryption-data" in archive.read(manifest)
    if locked:
        raise _locked(path)


def _locked(path: Path) -> UserError:
    return UserError(
        tr("{name} is locked by a password.", name=path.name),
        hint=tr("Open it in a spreadsheet program and save it without the password."),
    )


def _holds_records(path: Path) -> bool:
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        return _BOOKS[1] in archive.NameToInfo


def _in_thread(work: Callable[[], Any], progress: Callable[[float], None], seconds: float) -> Any:
    """Run what cannot be stopped in a thread that is left alone when it is no longer wanted."""
    done: list[Any] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # among them the library's own panics
            failed.append(error)

    thread = Thread(target=run, daemon=True, name="workbook")
    began = time.monotonic()
    thread.start()
    while thread.is_alive():
        thread.join(_POLL)
        raise_if_cancelled()
        passed = time.monotonic() - began
        progress(passed / (passed + seconds) if seconds else 0.0)
    if failed:
        raise failed[0]
    return done[0]


def _said(error: BaseException, path: Path) -> BaseException:
    """Return what is said of an error: itself, or of one that is the library's a sentence."""
    if isinstance(error, UserError | Cancelled | MemoryError | OSError):
        return error
    if "password" in f"{type(error).__name__} {error}".lower():
        return _locked(path)
    if isinstance(error, WorkbookEnded):
        return UserError(
            tr("{name} cannot be read as a workbook.", name=path.name),
            tr("It is damaged, or has cells so far apart that they want more memory than a table of its size takes."),
            tr("Open it in a spreadsheet program and save it anew, or save the sheet as CSV."),
        )
    said = str(error).strip().splitlines()
    return UserError(
        tr("{name} cannot be read as a workbook.", name=path.name),
        tr("It is damaged, or another kind of file: {reason}.", reason=said[0].rstrip(".")[:200] if said else "-"),
        tr("Open it in a spreadsheet program and save it anew, or save the sheet as CSV."),
    )
