"""How a person chose to read a file is remembered with its path, used the next time, and said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import changed_params
from mlp_gui.core.serialization import to_json
from mlp_gui.core.translation import lower_first, tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table
from mlp_gui.session.settings.preferences import Preferences

MAX_FILES = 50
KEY = "readings"


@dataclass(frozen=True)
class RememberedDialect:
    """How a person chose to read a file.

    Attributes
    ----------
    dialect : Dialect
    parts : tuple of str
        Labels of what differs from the guess.
    """

    dialect: Dialect
    parts: tuple[str, ...]

    @classmethod
    def from_choice(cls, dialect: Dialect, guess: Dialect) -> RememberedDialect:
        """Compare a chosen dialect with the guess.

        Parameters
        ----------
        dialect, guess : Dialect
        """
        return cls(dialect, tuple(p.label for p in changed_params(guess, dialect)))


class RememberedDialects:
    """Dialects by file, kept in the preferences as JSON; those of the latest files stay."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def find(self, path: str) -> RememberedDialect | None:
        """Return what was chosen for a file; None when nothing was, or when it cannot be understood any more."""
        stored = self._all().get(path, {})
        try:
            return RememberedDialect(Dialect.from_stored(stored["dialect"]), tuple(map(str, stored["parts"])))
        except (UserError, TypeError, KeyError):
            return None

    def remember(self, path: str, reading: RememberedDialect) -> None:
        """Keep how a file is read, unless that is just the guess.

        Parameters
        ----------
        path : str
        reading : RememberedDialect
        """
        stored = self._all()
        # Taken out first, so that it goes back in as the latest.
        stored.pop(path, None)
        if reading.parts:
            stored[path] = {"dialect": to_json(reading.dialect), "parts": list(reading.parts)}
        latest = dict(list(stored.items())[-MAX_FILES:])
        self._preferences.set_text(KEY, json.dumps(latest))

    def _all(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._preferences.text(KEY) or "{}")
        except ValueError:
            return {}
        return stored if isinstance(stored, dict) else {}


def open_with_remembered_dialect(
    source: str,
    reading: RememberedDialect | None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    like: Dialect | None = None,
    formats: Mapping[str, ColumnFormat] | None = None,
) -> Table:
    """Read a table as it was read the last time, with a warning that says so; detect its dialect when that fails now.

    Parameters
    ----------
    source : str
        A path or `sample:NAME`.
    reading : RememberedDialect or None
        None detects the dialect.
    progress : callable, optional
        Called with the share that is done.
    cancelled : callable, optional
        Reading stops when it returns True.
    like : Dialect, optional
        Dialect of a table with the same columns; see `read_table`.
    """
    if reading is None:
        return open_table(source, progress, cancelled, like=like, formats=formats)
    parts = ", ".join(lower_first(tr(part)) for part in reading.parts)
    try:
        table = open_table(source, progress, cancelled, reading.dialect, formats=formats)
    except UserError as error:
        table = open_table(source, progress, cancelled, formats=formats)
        said = tr(
            "What you chose for this file before ({parts}) no longer fits, so it was guessed anew: {problem}",
            parts=parts,
            problem=error.title,
        )
    else:
        said = tr("Read as you chose for this file before: {parts}.", parts=parts)
    return replace(table, warnings=(said, *table.warnings))
