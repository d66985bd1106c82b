"""Keeps the results of a study in a file while it goes on: from its first network on, wherever it is moved to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Lock

from mlp_gui.core.errors import UserError
from mlp_gui.export.common.atomic import refuse_unwritable
from mlp_gui.session.settings.data_folder import data_folder
from mlp_gui.studies.journal import Journal
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.study import JobResult, Study

MOST_KEPT = 20  # studies that are kept without a name of their own
_numbers = count(1)  # of the studies of this process


def studies_folder() -> Path:
    """Return the folder of studies that nobody has saved elsewhere: beside that of side copies."""
    return data_folder() / "studies"


def new_study_path(name: str) -> Path:
    """Return where a new study is kept until a person saves it elsewhere; the oldest ones are removed.

    Parameters
    ----------
    name : str
        Of the table.
    """
    folder = studies_folder()
    folder.mkdir(parents=True, exist_ok=True)
    old = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in old[: max(0, len(old) - MOST_KEPT + 1)]:
        with suppress(OSError):  # one that another program holds goes next time
            path.unlink()
    stem = "".join(ch if ch.isalnum() else "_" for ch in Path(name).stem)[:40] or "study"
    moment = datetime.now().strftime("%Y-%m-%d_%H%M%S")
    while (path := folder / f"{stem}_{moment}_{next(_numbers)}.json").exists():
        pass
    return path


class StudyKeeper:
    """The journal of the study that is under way, for the thread that trains and the one that saves.

    Attributes
    ----------
    path : str
        Of its file; "" before there is one.
    """

    def __init__(self) -> None:
        self.path = ""
        self._journal: Journal | None = None
        self._known: set[StudyJob] = set()
        self._lock = Lock()

    def keep_in(self, path: str, study: Study, results: Sequence[JobResult]) -> None:
        """Keep a study in a file from now on; what is known already is written at once.

        Parameters
        ----------
        path : str
            Of a new file, or one that holds this study already.
        study : Study
        results : sequence of JobResult

        Raises
        ------
        UserError
            If the file cannot be written; the one before is kept then.
        """
        with self._lock:
            before, known = self._journal, self._known
            if before is not None and path == self.path:
                before = None
            else:
                refuse_unwritable(path)
                self._journal = Journal(path, study)
                self._known = {result.job for result in self._journal.kept}
            try:
                for result in results:
                    self._write(result)
            except UserError:
                if before is not None and self._journal is not None:
                    self._journal.close()
                    self._journal, self._known = before, known
                raise
            if before is not None:
                before.close()
            self.path = path

    def add(self, result: JobResult) -> None:
        """Write a result, and return when it is on the disk.

        Parameters
        ----------
        result : JobResult

        Raises
        ------
        UserError
            If it cannot be written.
        """
        with self._lock:
            self._write(result)

    def _write(self, result: JobResult) -> None:
        if self._journal is not None and result.job not in self._known:
            self._journal.add(result)
            self._known.add(result.job)

    def forget(self) -> None:
        """Close the file; the next study gets another one."""
        with self._lock:
            if self._journal is not None:
                self._journal.close()
            self._journal, self.path, self._known = None, "", set()
