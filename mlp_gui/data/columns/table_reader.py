"""A table reader opens one kind of table file; the program asks the registry of readers what kinds there are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import mark

if TYPE_CHECKING:
    # At run time this module stays free of pandas: the start page names the kinds of files before that is loaded.
    from mlp_gui.data.columns.column_format import ColumnFormat
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


class OtherFormatError(UserError):
    """The file is of a kind that its reader does not read: a picture, say."""


@dataclass(frozen=True)
class FilePreview:
    """The first lines of a file, and what may be chosen about it.

    Attributes
    ----------
    guess : Dialect
        The dialect that the file seems to have.
    encoding : str
        The encoding of the lines.
    lines : tuple of str
    parts, settings : tuple of str
        See `TableReader`.
    """

    guess: Dialect
    encoding: str
    lines: tuple[str, ...]
    parts: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


class TableReader(ABC):
    """Opens the files of one kind.

    A new kind is one module in `data/readers` with one class under `@table_readers.register(name, label)`. The module
    is imported at the start of the program, so it imports libraries inside `open`.

    Attributes
    ----------
    name, label : str
        Given by the registry; the label heads the kind's entry in the file dialog.
    kind : str
        What a file of this kind is called in a sentence, with its article.
    suffixes : tuple of str
        Suffixes of file names, with their dot, in the order of the file dialog.
    magic : tuple of bytes
        First bytes that files of this kind begin with. When there are none, the suffix decides.
    mime_types : tuple of str
        Media types for the desktop's menu entry.
    has_dialect : bool
        Whether a person can say how a file is to be read (`Dialect`), so that the import page has something to offer.
    settings : tuple of str
        Those settings of a dialect that count for files of this kind.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    kind: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    magic: ClassVar[tuple[bytes, ...]] = ()
    mime_types: ClassVar[tuple[str, ...]] = ()
    has_dialect: ClassVar[bool] = False
    settings: ClassVar[tuple[str, ...]] = ()

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Tell whether a file is of this kind.

        Parameters
        ----------
        path : Path
        head : bytes
            Its first bytes, at least as many as the longest `magic` if the file has them.
        """
        # The content is believed before the name: text stays text under a foreign suffix.
        return head.startswith(self.magic) if self.magic else path.suffix.lower() in self.suffixes

    def parts(self, path: Path) -> tuple[str, ...]:
        """Return the names of the tables that a file holds, such as its sheets; none where it is one table.

        Raises
        ------
        UserError
            If the file cannot be read.
        """
        return ()

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return how a file begins, and its dialect; for kinds that have one.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
            Says which encoding or which part of the file is to be shown.

        Raises
        ------
        UserError
            If the file cannot be read.
        """
        raise NotImplementedError(f"{type(self).__name__} has no dialects")

    @abstractmethod
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
        dialect : Dialect, optional
            How the file is written, for kinds that have dialects. Detected when omitted.
        progress : callable, optional
            Called with the share of the file that is done, 0 to 1.
        cancelled : callable, optional
            Polled while reading.
        like : Dialect, optional
            Dialect of a table with the same columns.

        Raises
        ------
        UserError
            If the file cannot be read as a table.
        Cancelled
            If `cancelled` returned True.
        """


@runtime_checkable
class ReadsFormats(Protocol):
    """A reader of files whose cells are text, which can be read as the columns of another table were."""

    def open_as(
        self,
        path: Path,
        formats: Mapping[str, ColumnFormat],
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a file into a table whose columns are read as those of another table were.

        Parameters
        ----------
        path : Path
        formats : mapping of str to ColumnFormat
            Column to how it is to be read.
        dialect, progress, cancelled, like
            See `TableReader.open`.
        """


table_readers: Registry[TableReader] = Registry(mark("kind of table file"))
