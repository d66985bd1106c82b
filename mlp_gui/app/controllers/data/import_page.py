"""The import page and the importer: each change is read again in the background; Apply puts the table on the desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.session.data.import_preview import Importer
from mlp_gui.session.data.remembered_dialects import Reading
from mlp_gui.views.data.pages.import_page import ImportPage

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class ImportWiring(QObject):
    """Emits `applied` when the page has done its work."""

    applied = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program, self._session = program, program.session
        self.importer = Importer(self)
        self.page = ImportPage()
        self.importer.changed.connect(self._on_changed)
        self.importer.progressed.connect(self.page.show_progress)
        self.importer.crashed.connect(program.show_crash)
        self.page.dialect_edited.connect(self.importer.read_as)
        self.page.guess_requested.connect(self._on_guess)
        self.page.apply_requested.connect(self._on_apply)
        self.page.left.connect(self.importer.cancel)

    def source(self) -> str:
        """The file that the page would open: the one that was refused last, else the one on the desk; "" for none."""
        desk = self._session.desk
        if self.refused_path:
            return self.refused_path
        return str(desk.table.path) if desk.table is not None and desk.table.path is not None else ""

    @property
    def refused_path(self) -> str:
        """The file that could not be read, if that was the last thing asked for."""
        desk = self._session.desk
        asked = desk.asked_for
        on_desk = desk.table is not None and str(desk.table.path) == asked
        known = asked and not asked.startswith("sample:") and Path(asked).is_file()
        return asked if known and not on_desk and not desk.loading else ""

    def show(self) -> None:
        """Read the file as it stands on the desk, or by its own signs."""
        path, table = self.source(), self._session.desk.table
        on_desk = table is not None and str(table.path) == path
        remembered = self._session.readings.of(path)
        dialect = table.dialect if on_desk and table is not None else remembered.dialect if remembered else None
        self.page.show_file(Path(path).name, ())
        self.importer.begin(path, dialect)

    def close(self) -> None:
        self.importer.close()

    @Slot()
    def _on_changed(self) -> None:
        importer = self.importer
        if importer.peek is not None:
            self.page.show_file(importer.path.name, importer.peek.lines)
            if importer.dialect is not None:
                self.page.show_dialect(importer.dialect, importer.peek.guess)
        self.page.show_result(importer.table, importer.problem, importer.reading)

    @Slot()
    def _on_guess(self) -> None:
        if self.importer.peek is not None:
            self.importer.read_as(self.importer.peek.guess)

    @Slot()
    def _on_apply(self) -> None:
        importer = self.importer
        if importer.table is not None and importer.dialect is not None and importer.peek is not None:
            put = partial(self._put, str(importer.path), importer.dialect, importer.peek.guess)
            self._program.replace_run(put)

    def _put(self, path: str, dialect: Dialect, guess: Dialect) -> None:
        self._session.readings.remember(path, Reading.of(dialect, guess))
        self._session.read_again(path, dialect)
        self.applied.emit()
