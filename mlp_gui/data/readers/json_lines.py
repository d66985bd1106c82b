"""JSON lines: an object in each line, whose names are the columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mlp_gui.core.translation import mark
from mlp_gui.data.cells.cells_reader import CellsReader
from mlp_gui.data.columns.table_reader import FilePreview, table_readers

if TYPE_CHECKING:
    from mlp_gui.data.cells.written_cells import HowToRead
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


@table_readers.register("json_lines", "JSON lines")
class JsonLinesReader(CellsReader):
    """An object in each line, or one list of objects. Names inside of objects are joined by dots."""

    kind = mark("a JSON lines file")
    suffixes = (".jsonl", ".ndjson", ".json")
    mime_types = ("application/jsonl", "application/json")
    settings = ("thousands", "trim", "first_columns", "missing", "numeric_missing")

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Tell whether a file holds objects: one in its first line, or a name that says so.

        Parameters
        ----------
        path : Path
        head : bytes
        """
        from mlp_gui.data.cells.json_objects import begins_with_line, begins_with_object, unpacked_head

        head, is_named = unpacked_head(head), path.name.lower().removesuffix(".gz").endswith(self.suffixes)
        return begins_with_line(head) or (is_named and begins_with_object(head))

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return the first lines of a file.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
        """
        from mlp_gui.data.cells.json_objects import preview_objects

        return preview_objects(path)

    def read(self, path: Path, how: HowToRead) -> Table:
        """Read a file of objects.

        Parameters
        ----------
        path : Path
        how : HowToRead
        """
        from mlp_gui.data.cells.json_objects import read_objects

        return read_objects(path, how)
