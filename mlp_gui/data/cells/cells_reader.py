"""What readers of typed cells share: every way to open a file ends in one reading."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mlp_gui.data.columns.table_reader import TableReader

if TYPE_CHECKING:
    from mlp_gui.data.cells.written_cells import HowToRead
    from mlp_gui.data.columns.column_format import ColumnFormat
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


class CellsReader(TableReader):
    """Opens files of typed cells, which can be read as the columns of another table were."""

    has_dialect = True

    @abstractmethod
    def read(self, path: Path, how: HowToRead) -> Table:
        """Read a file into a table.

        Parameters
        ----------
        path : Path
        how : HowToRead
        """

    def open(
        self,
        path: Path,
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a file into a table.

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
        """Read a file with the columns of another table.

        Parameters
        ----------
        path : Path
        formats, dialect, progress, cancelled, like
            See `ReadsFormats.open_as`.
        """
        from mlp_gui.data.cells.written_cells import HowToRead

        return self.read(path, HowToRead(dialect, progress, cancelled, like, formats))
