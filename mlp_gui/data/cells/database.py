"""An SQLite database that can only be read: opened so, and with an authorizer that refuses all but SELECT."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mlp_gui.core.cancellation import raise_if_cancelled
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import tr

_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
# These reach files and code beside the database, or take any memory.
_FORBIDDEN = ("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "zeroblob", "randomblob")
_STEPS = 20_000  # of SQLite's machine between two questions whether the work was withdrawn
_BATCH = 1_000
_LONGEST_CELL = 1 << 22  # bytes, as of a line of text
_TABLES = (
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "ORDER BY type, rowid"
)
Row = tuple[Any, ...]


class Database:
    """A database, open inside a `with`.

    Attributes
    ----------
    path : Path
    tables : tuple of str
        Names of its tables, then of its views.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_withdrawn = False
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            with self._refusing():
                self._restrict()
                self.tables: tuple[str, ...] = tuple(str(name) for (name,) in self._connection.execute(_TABLES))
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        with self._refusing():
            return int(self._connection.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()[0])

    def select(self, table: str, query: str = "") -> tuple[tuple[str, ...], Iterator[Row]]:
        """Return the names of the columns and the rows of a table, or of a query in its place.

        Parameters
        ----------
        table, query : str

        Raises
        ------
        UserError
            If the query is not one SELECT, or the database cannot be read.
        """
        with self._refusing(query):
            cursor = self._connection.execute(query or f"SELECT * FROM {_quoted(table)}")
        if cursor.description is None:
            raise _refused_query(tr("It gives no rows"), self.path.name)
        return tuple(str(column[0]) for column in cursor.description), self._rows(cursor, query)

    def _rows(self, cursor: sqlite3.Cursor, query: str) -> Iterator[Row]:
        while True:
            with self._refusing(query):
                rows = cursor.fetchmany(_BATCH)
            if not rows:
                return
            yield from rows

    def _restrict(self) -> None:
        connection = self._connection
        # What a schema calls may be as hostile as what a person is asked to type.
        for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "mmap_size = 0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        connection.set_authorizer(_authorize)
        connection.set_progress_handler(self._on_steps, _STEPS)

    def _on_steps(self) -> int:
        """Return whether to stop; what is raised in here would not come through."""
        try:
            raise_if_cancelled()
        except Cancelled:
            self._is_withdrawn = True
        return int(self._is_withdrawn)

    @contextmanager
    def _refusing(self, query: str = "") -> Iterator[None]:
        """Say in a sentence what SQLite refuses."""
        try:
            yield
        except (sqlite3.Error, sqlite3.Warning) as error:
            if self._is_withdrawn:
                raise Cancelled from None
            if query:
                raise _refused_query(str(error), self.path.name) from None
            raise UserError(
                tr("{name} cannot be read as a database.", name=self.path.name),
                tr("SQLite says: {reason}.", reason=str(error).rstrip(".")),
                tr("It may be damaged, locked by a password, or in use. Get the file again."),
            ) from None


def _authorize(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
    allowed = action in _ALLOWED or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN)
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _refused_query(reason: str, name: str) -> UserError:
    return UserError(
        tr("The query is not run on {name}.", name=name),
        tr("SQLite says: {reason}.", reason=reason.rstrip(".")),
        tr("Write one SELECT; nothing else is allowed to run."),
    )
