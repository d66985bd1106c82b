"""The import page and the importer: each change is read again in the background; Apply puts the table on the desk."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from mlp_gui.app.controllers.data.page_controller import PageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.session.data.remembered_dialects import RememberedDialect
from mlp_gui.session.session import Session
from mlp_gui.views.data.pages.import_page import ImportPage


class ImportPageController(PageController):
    """Joins the import preview to its page.

    Attributes
    ----------
    page : ImportPage

    Signals
    -------
    applied
        The table is on the desk, read as the page shows it.
    """

    applied = Signal()

    def __init__(self, session: Session, services: Services) -> None:
        super().__init__(services)
        self._session, self._services = session, services
        self._preview = session.import_preview

    @cached_property
    def page(self) -> ImportPage:
        """Return the page; the first request builds it."""
        page = ImportPage()
        self._preview.changed.connect(self._on_changed)
        self._preview.progressed.connect(page.show_progress)
        page.dialect_edited.connect(self._preview.set_dialect)
        page.guess_requested.connect(self._on_guess)
        page.apply_requested.connect(self._on_apply)
        # Nobody sees the result any more.
        page.left.connect(self._preview.cancel)
        return self.keep(page)

    def source(self) -> str:
        """Return the file that the page would open: the one refused last, else the one on the desk; "" for none."""
        desk = self._session.data
        if self.refused_path:
            return self.refused_path
        table = desk.table
        has_dialect = table is not None and table.path is not None and table.dialect is not None
        return str(table.path) if table is not None and has_dialect else ""

    @property
    def refused_path(self) -> str:
        """The file that could not be read, if that was the last thing asked for."""
        desk = self._session.data
        on_desk = desk.table is not None and str(desk.table.path) == desk.refused_file
        return "" if on_desk or desk.loading else desk.refused_file

    def show(self) -> None:
        """Read the file as it stands on the desk, or by its own signs."""
        path, table = self.source(), self._session.data.table
        on_desk = table is not None and str(table.path) == path
        remembered = self._session.remembered_dialects.find(path)
        dialect = table.dialect if on_desk and table is not None else remembered.dialect if remembered else None
        self.page.show_file(Path(path).name, ())
        self._preview.load(path, dialect)

    @Slot()
    def _on_changed(self) -> None:
        importer = self._preview
        if importer.preview is not None:
            self.page.show_file(importer.path.name, importer.preview.lines)
            self.page.show_settings(importer.preview.settings, importer.preview.parts)
            if importer.dialect is not None:
                self.page.show_dialect(importer.dialect, importer.preview.guess)
        self.page.show_result(importer.table, importer.problem, importer.reading)

    @Slot()
    def _on_guess(self) -> None:
        if self._preview.preview is not None:
            self._preview.set_dialect(self._preview.preview.guess)

    @Slot()
    def _on_apply(self) -> None:
        importer = self._preview
        if importer.table is not None and importer.dialect is not None and importer.preview is not None:
            self.open_in_dialect(str(importer.path), importer.dialect, importer.preview.guess)

    def open_in_dialect(self, path: str, dialect: Dialect, guess: Dialect) -> None:
        """Put a file on the desk as a person wants it read, and read it so from now on.

        Parameters
        ----------
        path : str
        dialect, guess : Dialect
            The one chosen, and the one that was guessed.
        """
        self._services.replace_run(partial(self._put, path, dialect, guess))

    def _put(self, path: str, dialect: Dialect, guess: Dialect) -> None:
        self._session.remembered_dialects.remember(path, RememberedDialect.from_choice(dialect, guess))
        self._session.read_again(path, dialect)
        self.applied.emit()
