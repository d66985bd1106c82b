"""JSON lines: an object in each line, whose names are the columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mlp_gui.core.translation import mark
from mlp_gui.data.columns.table_reader import FilePreview, TableReader, table_readers

if TYPE_CHECKING:
    from mlp_gui.data.columns.column_format import ColumnFormat
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


@table_readers.register("json_lines", "JSON lines")
class JsonLinesReader(TableReader):
    """An object in each line, or one list of objects. Names inside of objects are joined by dots."""

    kind = mark("a JSON lines file")
    suffixes = (".jsonl", ".ndjson", ".json")
    mime_types = ("application/jsonl", "application/json")
    has_dialect = True
    settings = ("thousands", "trim", "first_columns", "missing", "numeric_missing")

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Tell whether a file holds objects: one in its first line, or a name that says so.

        Parameters
        ----------
        path : Path
        head : bytes
        """
        from mlp_gui.data.cells.json_objects import begins_with_line, begins_with_object

        return begins_with_line(head) or (path.suffix.lower() in self.suffixes and begins_with_object(head))

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return the first lines of a file.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
        """
        from mlp_gui.data.cells.json_objects import preview_objects

        return preview_objects(path)

    def open(
        self,
        path: Path,
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a file of objects.

        Parameters
        ----------
        path : Path
        dialect, progress, cancelled, like
            See `TableReader.open`.
        """
        return self.open_as(path, {}, dialect, progress, cancelled, like)

    def open_as(
        self,
        path: Path,
        formats: Mapping[str, ColumnFormat],
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a file of objects with the columns of another table.

        Parameters
        ----------
        path : Path
        formats, dialect, progress, cancelled, like
            See `ReadsFormats.open_as`.
        """
        from mlp_gui.data.cells.json_objects import read_objects
        from mlp_gui.data.cells.written_cells import HowToRead

        return read_objects(path, HowToRead(dialect, progress, cancelled, like, formats))
