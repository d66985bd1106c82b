"""The column desk and the desk: edits become specs, small pictures are computed in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import Slot

from mlp_gui.app.controllers.data.page_controller import PageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.errors import Cancelled
from mlp_gui.data.columns.profile import histogram
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnSpec
from mlp_gui.data.suggest import reasons_to_ignore
from mlp_gui.session.session import Session
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import RunCommand
from mlp_gui.views.data.pages.columns_page import ColumnsPage

MAX_ROWS = 50_000  # a small picture needs no more; they are taken evenly from the whole column


class ColumnsPageController(PageController):
    """Joins the columns page to the desk. Pictures that were asked for while others are made come next.

    Attributes
    ----------
    page : ColumnsPage
    """

    def __init__(self, session: Session, services: Services) -> None:
        super().__init__(services)
        self._desk, self._run, self._services = session.data, session.run, services
        self._stale = True  # filled when it comes into view
        self._wanted: list[str] = []
        self._reasoned: tuple[str, ...] | None = None
        self._painter, self._reasoner = BackgroundTask(self), BackgroundTask(self)
        self._reasoner.succeeded.connect(self._on_reasons)
        self._painter.succeeded.connect(self._on_bars)
        self._painter.crashed.connect(services.show_crash)
        self._desk.table_changed.connect(self._on_table)
        self._desk.table_amended.connect(self._on_amended)
        self._desk.spec_changed.connect(self._on_spec)
        self._run.phase_changed.connect(self._on_phase)

    @cached_property
    def page(self) -> ColumnsPage:
        """Return the page; the first request builds it."""
        page = ColumnsPage()
        page.columns_edited.connect(self._on_edited)
        page.refused.connect(self._services.show_error)
        page.reset_requested.connect(self._run.reset)
        page.table.columns_model.bars_requested.connect(self._on_wanted)
        return self.keep(page)

    def show(self) -> None:
        """Fill the page; called when it comes into view."""
        if self._stale:
            self.page.show_table(self._desk.table, self._desk.spec)
            self._stale, self._reasoned = False, None
        self._reason()
        self._on_phase()

    def close(self) -> None:
        """End the threads that may be at work."""
        self._painter.close()
        self._reasoner.close()

    def _reason(self) -> None:
        """Look for reasons against columns; they depend on the targets, which a column may give away."""
        table, spec = self._desk.table, self._desk.spec
        if table is not None and spec is not None and spec.targets != self._reasoned:
            # In locals: the desk may change while the thread looks.
            self._reasoned = targets = spec.targets
            self._reasoner.start(lambda progress, cancelled: reasons_to_ignore(table, targets))

    @Slot(object)
    def _on_reasons(self, reasons: dict[str, str]) -> None:
        self.page.show_reasons(reasons)

    @Slot()
    def _on_table(self) -> None:
        self._stale = True
        self._painter.cancel()  # bars of the former table
        self._wanted = []
        if self.has_page() and self.page.isVisible():
            self.show()

    @Slot()
    def _on_amended(self) -> None:
        table = self._desk.table
        self._painter.cancel()
        if table is not None and not self._stale:
            self._reasoned = None
            self.page.show_amended(table)
            self._reason()

    @Slot()
    def _on_spec(self) -> None:
        if not self._stale and self._desk.spec is not None:
            self.page.show_spec(self._desk.spec)
            self._reason()

    @Slot()
    def _on_phase(self) -> None:
        if self.has_page():
            self.page.show_open(self._run.why_not(RunCommand.EDIT_DATA) or "")

    @Slot(object)
    def _on_edited(self, columns: list[ColumnSpec]) -> None:
        if self._desk.spec is not None:
            self._desk.set_spec(self._desk.spec.with_columns(*columns))

    @Slot(list)
    def _on_wanted(self, names: list[str]) -> None:
        self._wanted = names
        table, spec = self._desk.table, self._desk.spec
        if table is not None and spec is not None and not self._painter.busy:
            chosen = {name: spec.column(name).transform for name in names}
            self._painter.start(lambda progress, cancelled: column_histograms(table, chosen, cancelled))

    @Slot(object)
    def _on_bars(self, bars: dict[str, Any]) -> None:
        self.page.table.columns_model.show_bars(bars)
        left = [name for name in self._wanted if name not in bars]
        if left:
            self._on_wanted(left)


def column_histograms(table: Table, chosen: dict[str, str], cancelled: Callable[[], bool]) -> dict[str, Any]:
    """Count the values of columns for small histograms, as they are transformed; of very many rows evenly spaced ones.

    Parameters
    ----------
    table : Table
    chosen : dict of str to str
        Columns and their transformations; those that the table does not have are left out.
    cancelled : callable
        Counting stops when it returns True.

    Returns
    -------
    dict
        Name -> counts.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    step = max(1, table.n_rows // MAX_ROWS)
    made = {}
    for name, transform in chosen.items():
        if cancelled():
            raise Cancelled
        if table.has(name):
            made[name] = histogram(table.frame[name].iloc[::step], table.field(name), transform=transform)
    return made
