"""The file of a study: its declaration, then a line for each network that is finished. Lines are only ever added."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.file_names import path_from_text, path_to_text
from mlp_gui.core.regular_file import refuse_other_than_file
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.translation import tr
from mlp_gui.core.value_kinds import describe_mistake
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples.catalogue import PREFIX
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.study import JobResult, Study

FORMAT = "mlp_gui study"
VERSION = 1
MOST_HEADER = 50_000_000  # bytes of its first line


class Journal:
    """Keeps results as they come. A line that a crash has cut is taken away when the study goes on.

    Attributes
    ----------
    kept : list of JobResult
        Those that were in the file.
    """

    def __init__(self, path: str | Path, study: Study) -> None:
        """Open the file of a study, or begin it.

        Parameters
        ----------
        path : str or Path
        study : Study

        Raises
        ------
        UserError
            If the file is something else, another study, or cannot be written.
        """
        self._path, self._file, self.kept = Path(path), None, []
        if self._path.exists():
            refuse_other_than_file(path)
        try:
            found = self._path.read_bytes() if self._path.exists() else b""
            whole = found[: found.rfind(b"\n") + 1]
            lines = whole.splitlines()
            if found and not (lines or (_header(study) + b"\n").startswith(found)):
                raise _foreign(self._path)
            self.kept = _read_lines(lines, study, self._path)
            self._file = open(self._path, "r+b" if self._path.exists() else "xb", buffering=0)  # noqa: SIM115  # closed by `close`
            self._file.truncate(len(whole))
            self._file.seek(len(whole))
            if not lines:
                self._write(_header(study))
        except OSError as error:
            raise _unwritable(self._path, error) from error

    _file: BinaryIO | None
    kept: list[JobResult]

    def add(self, result: JobResult) -> None:
        """Write a result, and return when it is on the disk.

        Raises
        ------
        UserError
            If it cannot be written; what was there before is kept.
        """
        try:
            self._write(json.dumps(_result_to_json(result)).encode())
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def _write(self, line: bytes) -> None:
        assert self._file is not None
        rest = memoryview(line + b"\n")
        while rest:
            rest = rest[self._file.write(rest) :]
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


@dataclass(frozen=True)
class StudyHeader:
    """What the file of a study says of it: enough to open its table and to go on.

    Attributes
    ----------
    source : str
        Of the table: a path or `sample:NAME`; "" in files of earlier versions.
    dialect : Dialect or None
        How it was read.
    spec : DataSpec
    config : RunConfig
    plan : StudyPlan
    """

    source: str
    dialect: Dialect | None
    spec: DataSpec
    config: RunConfig
    plan: StudyPlan


def read_header(path: str | Path) -> StudyHeader:
    """Read what a study is from its file.

    Parameters
    ----------
    path : str or Path

    Raises
    ------
    UserError
        If the file is something else, or cannot be read.
    """
    refuse_other_than_file(path)
    try:
        with open(path, "rb") as file:
            plain = json.loads(file.readline(MOST_HEADER))
        if plain["format"] != FORMAT or plain["version"] != VERSION:
            raise _foreign(Path(path))
        dialect = plain.get("dialect")
        return StudyHeader(
            path_from_text(str(plain.get("source", ""))),
            None if dialect is None else Dialect.from_stored(dialect),
            from_json(DataSpec, plain["spec"]),
            from_json(RunConfig, plain["config"]),
            from_json(StudyPlan, plain["plan"]),
        )
    except OSError as error:
        raise UserError(tr("{name} cannot be read.", name=Path(path).name), f"{error.strerror or error}.") from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise _foreign(Path(path), describe_mistake(error)) from error


def _header(study: Study) -> bytes:
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "table": study.table.name,
        "source": table_source(study.table),
        "dialect": None if study.table.dialect is None else to_json(study.table.dialect),
        "plan": to_json(study.plan),
        "config": to_json(study.config),
        "spec": to_json(study.spec),
        "digest": study.digest,
    }
    return json.dumps(plain).encode()


def table_source(table: Table) -> str:
    """Return where a table can be opened again: its absolute path or `sample:NAME`; "" where it is in no file.

    Parameters
    ----------
    table : Table
    """
    if table.path is not None:
        return path_to_text(os.path.abspath(table.path))
    return PREFIX + table.name if table.original is None else ""


def _read_lines(lines: list[bytes], study: Study, path: Path) -> list[JobResult]:
    if not lines:
        return []
    try:
        header = json.loads(lines[0])
        if header["format"] != FORMAT or header["version"] != VERSION:
            raise _foreign(path)
        if header["digest"] != study.digest:
            raise UserError(
                tr("{name} holds another study.", name=path.name),
                tr("Its plan, its settings or its table differ."),
                tr("Choose another name for the file."),
            )
        found = [_result_from_json(json.loads(line)) for line in lines[1:]]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise _foreign(path, describe_mistake(error)) from error
    return list({result.job: result for result in found}.values())


def _foreign(path: Path, detail: str = "") -> UserError:
    return UserError(tr("{name} is no study.", name=path.name), detail, tr("Choose another name for the file."))


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError(
        tr("Results cannot be kept in {name}.", name=path.name),
        f"{error.strerror or error}.",
        tr("What is finished is kept; the same command goes on with it."),
    )


def _result_to_json(result: JobResult) -> dict[str, Any]:
    plain = {f.name: getattr(result, f.name) for f in fields(result) if f.name != "state"}
    plain["job"] = vars(result.job)
    # No number is null in JSON.
    plain["scores"] = {name: value if np.isfinite(value) else str(value) for name, value in result.scores.items()}
    return {name: _array_to_json(v) if isinstance(v, np.ndarray) else v for name, v in plain.items()}


def _array_to_json(array: NDArray[Any]) -> dict[str, Any]:
    data = base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()
    return {"dtype": array.dtype.str, "shape": list(array.shape), "data": data}


def _result_from_json(plain: dict[str, Any]) -> JobResult:
    arrays = {name: _array(v) for name, v in plain.items() if isinstance(v, dict) and v.keys() == _ARRAY}
    scores = {name: float(value) for name, value in plain["scores"].items()}
    return JobResult(**{**plain, **arrays, "scores": scores, "job": _job(plain["job"])})


def _job(plain: dict[str, Any]) -> StudyJob:
    settings = tuple((str(path), value) for path, value in plain.get("settings", ()))
    return StudyJob(**{**plain, "settings": settings})


_ARRAY = {"dtype", "shape", "data"}


def _array(plain: dict[str, Any]) -> NDArray[Any]:
    kind = np.dtype(plain["dtype"])
    if kind.kind not in "fi":
        raise ValueError(tr("An array of numbers is expected."))
    return np.frombuffer(base64.b64decode(plain["data"]), kind).reshape(plain["shape"]).copy()
