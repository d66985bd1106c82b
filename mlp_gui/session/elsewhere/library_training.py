"""The run once more in another library: its script runs in another interpreter, in a process that ends with ours."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.export.common.base import ExportInput, formats
from mlp_gui.export.training.optimizer_source import TrainingLibrary
from mlp_gui.export.training.refusals import LABELS, first_foreign_epoch
from mlp_gui.model import TrainedModel
from mlp_gui.session.elsewhere.interpreters import Interpreter, end_group, environment_of
from mlp_gui.session.elsewhere.library_history import compare, read_epoch
from mlp_gui.session.project.export_snapshot import ExportSnapshot
from mlp_gui.session.tasks.background_task import BackgroundTask

LONGEST = 65536  # bytes of a line, and of what is kept of complaints
PAUSE = 0.05  # seconds between two words about progress
GRACE_MS = 2000  # for a killed process to go
# Runs a script, and ends with the program that holds the other end of its standard input, however that one ends.
_STARTER = """
import os, runpy, shutil, sys, threading
def watch():
    while os.read(0, 4096):
        pass
    shutil.rmtree(os.path.dirname(sys.argv[1]), ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgid(0) == os.getpid():
        os.killpg(0, 9)
    os._exit(3)
threading.Thread(target=watch, daemon=True).start()
runpy.run_path(sys.argv[1], run_name="__main__")
"""


@dataclass(frozen=True, eq=False)
class WrittenScript:
    """A script in a folder of its own.

    Attributes
    ----------
    path : str
    own : ndarray of shape (n_epochs, 2)
        Our training and validation losses.
    foreign_epoch : int
        The first epoch in which our losses are not those of the run's settings; 0 for none.
    """

    path: str
    own: NDArray[np.float64]
    foreign_epoch: int


class LibraryTraining(QObject):
    """Trains one run at a time elsewhere.

    Attributes
    ----------
    busy : bool

    Signals
    -------
    progressed(int, int)
        The last epoch that was trained there, and how many there will be; 0 and 0 while the script is being written.
    succeeded(LibraryHistory, int)
        With the first epoch in which our losses are not those of the run's settings, 0 for none.
    refused(UserError, bool)
        Whether installing the library anew may help.
    stopped(int)
        By the person, after that epoch.
    crashed(str)
    """

    progressed = Signal(object, object)
    succeeded = Signal(object, object)
    refused = Signal(object, bool)
    stopped = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = BackgroundTask(self)  # the dialog shows it
        self._task.succeeded.connect(self._on_written)
        self._task.refused.connect(self._on_refused)
        self._task.crashed.connect(self._on_crashed)
        self._interpreter = Interpreter("")
        self._library: TrainingLibrary = "sklearn"
        self._folder, self._script = "", WrittenScript("", np.empty((0, 2)), 0)
        self._process: QProcess | None = None
        self._rows: list[tuple[int, float, float]] = []
        self._rest, self._complaints, self._said_at, self._pid = b"", b"", 0.0, 0

    @property
    def busy(self) -> bool:
        return bool(self._folder)

    def start(self, still: ExportSnapshot, library: TrainingLibrary, interpreter: Interpreter) -> None:
        """Train a run elsewhere; `progressed` follows, and one of `succeeded`, `refused` and `stopped`.

        Parameters
        ----------
        still : ExportSnapshot
        library : {"tensorflow", "pytorch", "sklearn"}
        interpreter : Interpreter
        """
        self._end()
        self._interpreter, self._library, self._rows = interpreter, library, []
        self._rest = self._complaints = b""
        try:
            self._folder = tempfile.mkdtemp(prefix="mlp_gui_training_")
        except OSError as error:
            self.refused.emit(_unwritten(error), False)
            return
        self._task.start(partial(_write, still, library, self._folder))
        self.progressed.emit(0, 0)

    def stop(self) -> None:
        """End what is under way; nothing is compared."""
        if self.busy:
            self._end()
            self.stopped.emit(len(self._rows))

    def close(self) -> None:
        """End thread and process, and leave nothing behind."""
        self._task.close()
        self._end()

    def _end(self) -> None:
        self._task.cancel()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            end_group(self._pid)
            process.kill()
            process.waitForFinished(GRACE_MS)
            process.deleteLater()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder, self._pid = "", 0

    # --- the script -------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_written(self, script: WrittenScript) -> None:
        self._script = script
        self._process = process = QProcess(self)
        if hasattr(process, "setUnixProcessParameters"):
            process.setUnixProcessParameters(QProcess.UnixProcessFlag.CreateNewSession)
        environment = QProcessEnvironment()
        for name, value in environment_of(self._interpreter.path).items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(self._folder)
        process.started.connect(self._on_started)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_complaint)
        process.errorOccurred.connect(self._on_error)
        process.finished.connect(self._on_finished)
        self.progressed.emit(0, len(script.own))
        process.start(self._interpreter.path, ["-c", _STARTER, script.path])

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._end()
        self.refused.emit(error, False)

    @Slot(str)
    def _on_crashed(self, details: str) -> None:
        self._end()
        self.refused.emit(UserError(tr("The script could not be written.")), False)
        self.crashed.emit(details)

    # --- the process ------------------------------------------------------------------------------------------

    @Slot()
    def _on_started(self) -> None:
        if self._process is not None:
            self._pid = self._process.processId()

    @Slot()
    def _on_output(self) -> None:
        if self._process is None:
            return
        *lines, rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        self._rest = rest[-LONGEST:]
        total = len(self._script.own)
        for line in lines:
            row = read_epoch(line[:LONGEST].decode("utf-8", "replace"))
            if row is not None and row[0] == len(self._rows) + 1 <= total:
                self._rows.append(row)
        if monotonic() - self._said_at >= PAUSE and self._rows:
            self._said_at = monotonic()
            self.progressed.emit(len(self._rows), total)

    @Slot()
    def _on_complaint(self) -> None:
        if self._process is not None:
            self._complaints = (self._complaints + self._process.readAllStandardError().data())[-LONGEST:]

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end()
            self.refused.emit(UserError(tr("{path} cannot be started.", path=self._interpreter.path)), False)

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_complaint()
        self._end()
        if status == QProcess.ExitStatus.NormalExit and code == 0 and len(self._rows) == len(self._script.own):
            label = f"{LABELS[self._library]} {self._interpreter.libraries.get(self._library, '')}".strip()
            self.progressed.emit(len(self._rows), len(self._rows))
            self.succeeded.emit(compare(label, self._rows, self._script.own), self._script.foreign_epoch)
        else:
            self.refused.emit(*self._failure(code, status))

    def _failure(self, code: int, status: QProcess.ExitStatus) -> tuple[UserError, bool]:
        """Say why the script did not come to its end, and whether the library is what is missing."""
        done, total = len(self._rows), len(self._script.own)
        if status != QProcess.ExitStatus.NormalExit:
            return UserError(
                tr("The script was ended from outside after epoch {n:,} of {total:,}.", n=done, total=total)
            ), False
        lines = [line.strip() for line in self._complaints.decode("utf-8", "replace").splitlines() if line.strip()]
        last = lines[-1][:300] if lines else ""
        library = LABELS[self._library]
        if last.startswith(f"{library} does not start here"):  # the script's own words
            why = last.partition("(")[2].rpartition("). Install it")[0]
            return UserError(tr("{library} does not start in this Python: {error}", library=library, error=why)), True
        if code and last:
            said = tr("The script ended with an error after epoch {n:,}: {error}", n=done, error=last)
            return UserError(said), False
        return UserError(tr("The script ended after epoch {n:,} of {total:,}.", n=done, total=total)), False


def _write(
    still: ExportSnapshot, library: str, folder: str, progress: object, cancelled: Callable[[], bool]
) -> WrittenScript:
    # Without scores: they would be computed for every row, and the script has no use for them.
    model = TrainedModel.from_run(still.prepared, still.config, still.network, still.epoch, still.weights, {})
    source = ExportInput(model, still.history, still.prepared)
    script = formats.create(f"{library}_training")
    try:
        with zipfile.ZipFile(io.BytesIO(script.encode(source))) as packed:
            packed.extractall(folder)
        foreign = first_foreign_epoch(source)
    except OSError as error:
        raise _unwritten(error) from error
    finally:
        if cancelled():
            shutil.rmtree(folder, ignore_errors=True)
    own = np.column_stack([still.history.column(name) for name in ("train_loss", "validation_loss")])
    return WrittenScript(f"{folder}/train_{library}.py", own, foreign)


def _unwritten(error: OSError) -> UserError:
    return UserError(tr("The script could not be written."), f"{error.strerror}." if error.strerror else "")
