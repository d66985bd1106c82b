"""Interpreters of Python: where they are looked for, and what one says of itself and its libraries when it is asked.

Nothing is imported here, and no library is imported there: its version stands in its package's metadata.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from mlp_gui.core.errors import Cancelled
from mlp_gui.core.translation import tr
from mlp_gui.export.training.training_format import MINIMUM_VERSIONS, PIP

SECONDS = 10.0  # for one interpreter: the first start of a large installation reads a cold disk
POLL = 0.1  # seconds between two looks at whether it was cancelled
LONGEST = 65536  # bytes of an answer
OLDEST = (3, 9)  # what the scripts are written in
MARK = "mlp_gui:"  # before the answer: a start file of the interpreter may print something, too
_QUESTION = f"""
import json, sys
from importlib import metadata
names = {{
    "tensorflow": ("tensorflow", "tensorflow-cpu", "tensorflow-macos", "tensorflow-intel"),
    "pytorch": ("torch",),
    "sklearn": ("scikit-learn",),
    "numpy": ("numpy",),
}}
found = {{}}
for library, packages in names.items():
    for package in packages:
        try:
            found.setdefault(library, metadata.version(package))
        except Exception:
            pass
print({MARK!r} + json.dumps([list(sys.version_info[:3]), found, sys.prefix]))
"""


@dataclass(frozen=True)
class Interpreter:
    """An interpreter, and what it said.

    Attributes
    ----------
    path : str
    version : tuple of int
        Of Python; empty where it did not answer.
    libraries : dict of str to str
        Versions by "tensorflow", "pytorch", "sklearn" and "numpy".
    prefix : str
        The folder of its installation or environment.
    """

    path: str
    version: tuple[int, ...] = ()
    libraries: dict[str, str] = field(default_factory=dict)
    prefix: str = ""

    def lacks(self, library: str, label: str) -> tuple[str, str]:
        """Return why it cannot run a script, in one sentence, and the line for pip; two empty texts when it can.

        Parameters
        ----------
        library : {"tensorflow", "pytorch", "sklearn"}
        label : str
            The library's name for people.
        """
        if not self.version:
            return tr("{path} does not answer as Python does.", path=self.path), ""
        if self.version < OLDEST:
            needed = ".".join(map(str, OLDEST))
            return tr("The script needs Python {needed} or newer.", needed=needed), ""
        line = self.pip_line(library)
        found, needed = self.libraries.get(library), MINIMUM_VERSIONS[library]
        if found is None:
            return tr("{library} is not installed in this Python.", library=label), line
        if _parts(found) < _parts(needed):
            said = tr(
                "{library} {found} is too old: the script needs {needed}.", library=label, found=found, needed=needed
            )
            return said, line
        if "numpy" not in self.libraries:
            return tr("{library} is not installed in this Python.", library="numpy"), self.pip_line(library, "numpy")
        return "", ""

    def pip_line(self, library: str, package: str = "") -> str:
        """Return the command that installs a library here, or only a package.

        Parameters
        ----------
        library : str
        package : str, optional
        """
        program = f'"{self.path}"' if " " in self.path else self.path
        wanted = f"python -m pip install {package}" if package else PIP[library]
        return program + wanted.removeprefix("python")


def find_interpreters(folders: Iterable[str] = ()) -> list[str]:
    """Return the paths of interpreters: the present one, active environments, those near some folders, and of PATH.

    Parameters
    ----------
    folders : iterable of str
        Where the person's files are; environments are looked for in them and one level above.
    """
    found: dict[tuple[str, str], str] = {}
    for path in _places(folders):
        with suppress(OSError):
            if os.path.isfile(path) and os.access(path, os.X_OK):
                # An environment's python is a link to another one: its folder tells them apart, not its file.
                found.setdefault((os.path.realpath(os.path.dirname(path)), os.path.realpath(path)), path)
    return list(found.values())


def _places(folders: Iterable[str]) -> Iterator[str]:
    if not getattr(sys, "frozen", False):  # else it is this program
        yield sys.executable
    for variable in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        if os.environ.get(variable):
            yield from _inside(os.environ[variable])
    for folder in folders:
        for place in (Path(folder), Path(folder).parent):
            with suppress(OSError):
                for marker in sorted(place.glob("*/pyvenv.cfg")):
                    yield from _inside(str(marker.parent))
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if folder:
            yield from (os.path.join(folder, name) for name in _NAMES)


_NAMES = ("python.exe",) if sys.platform == "win32" else ("python3", "python")


def _inside(environment: str) -> Iterator[str]:
    for folder in ("bin", "Scripts", ""):
        yield from (os.path.join(environment, folder, name) for name in _NAMES)


def ask_interpreter(path: str, cancelled: Callable[[], bool], seconds: float = SECONDS) -> Interpreter:
    """Start an interpreter and ask for its version and libraries; one that does not answer has none.

    Parameters
    ----------
    path : str
    cancelled : callable
    seconds : float
        How long it may take.

    Raises
    ------
    Cancelled
    """
    try:
        with tempfile.TemporaryFile() as answer:  # no pipe: a child that it leaves behind would keep one open
            process = subprocess.Popen(
                [path, "-c", _QUESTION], stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.DEVNULL,
                cwd=tempfile.gettempdir(), env=environment_of(path), start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
            try:
                _wait(process, monotonic() + seconds, cancelled)
            finally:
                end_group(process.pid)
                process.kill()
                process.wait()
            answer.seek(0)
            text = answer.read(LONGEST).decode("utf-8", "replace")
        line = next(line for line in text.splitlines() if line.startswith(MARK))
        version, libraries, prefix = json.loads(line.removeprefix(MARK))
        versions = {str(k): str(v) for k, v in libraries.items()}
        return Interpreter(path, tuple(map(int, version)), versions, os.path.realpath(str(prefix)))
    except (OSError, StopIteration, ValueError, TypeError, AttributeError, RecursionError):
        return Interpreter(path)


def each_once(found: Iterable[Interpreter]) -> list[Interpreter]:
    """Return the first of each environment: a version manager has a start file for every name of an interpreter.

    Parameters
    ----------
    found : iterable of Interpreter
    """
    known: dict[str, Interpreter] = {}
    for one in found:
        known.setdefault(one.prefix or one.path, one)
    return list(known.values())


def _wait(process: subprocess.Popen[bytes], deadline: float, cancelled: Callable[[], bool]) -> None:
    while monotonic() < deadline:
        if cancelled():
            raise Cancelled
        with suppress(subprocess.TimeoutExpired):
            process.wait(POLL)
            return


def environment_of(path: str) -> dict[str, str]:
    """Return the environment for another interpreter, without what only this one's packages are for.

    Parameters
    ----------
    path : str
        Of the interpreter.
    """
    own = path == sys.executable
    foreign = {"PYTHONHOME", "__PYVENV_LAUNCHER__"} | (set() if own else {"PYTHONPATH"})
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return kept | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}


def end_group(pid: int) -> None:
    """End a process that leads a session of its own, with all it has started."""
    if hasattr(os, "killpg") and pid > 0:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def _parts(version: str) -> tuple[int, ...]:
    """Return the first two numbers of a version: "2.16.1" becomes (2, 16)."""
    numbers = ["".join(letter for letter in part if letter.isdigit()) for part in version.split("+")[0].split(".")]
    return tuple(int(number or 0) for number in numbers[:2])
