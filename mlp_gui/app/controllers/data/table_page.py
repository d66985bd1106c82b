"""The table page and the desk: rows, their subsets, ordering and finding in the background, from a point to its row."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Slot

from mlp_gui.app.controllers.data.page_controller import PageController
from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.table_search import find_cell, order_by, why_left_out
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.views.data.pages.table_page import TablePage, subset_codes


class TablePageController(PageController):
    """Joins the table page to the desk. Ordering and finding are tasks of their own: the latest wish counts.

    Attributes
    ----------
    page : TablePage
    """

    def __init__(self, data: DataState, services: Services) -> None:
        super().__init__(services)
        self._desk = data
        self._wish: tuple[str, bool] = ("", False)
        self._sought: tuple[str, tuple[int, int], bool] = ("", (0, 0), False)
        self._stale = True  # filled when it comes into view
        self._orderer, self._finder = (
            BackgroundTask(self, mark("Ordering the rows")),
            BackgroundTask(self, mark("Searching")),
        )
        for slot in (self._orderer, self._finder):
            slot.crashed.connect(services.show_crash)
        self._orderer.succeeded.connect(self._on_ordered)
        self._finder.succeeded.connect(self._on_found)
        self._desk.table_changed.connect(self._on_table)
        self._desk.table_amended.connect(self._on_table)
        self._desk.prepared_changed.connect(self._on_prepared)

    @cached_property
    def page(self) -> TablePage:
        """Return the page; the first request builds it."""
        page = TablePage(self._why_unused)
        page.order_requested.connect(self._on_order)
        page.find_requested.connect(self._on_find)
        return self.keep(page)

    def show(self) -> None:
        """Fill the page; called when it comes into view."""
        if self._stale:
            self.page.show_table(self._desk.table)
            self._stale = False
        self._on_prepared()

    def close(self) -> None:
        """End the threads that may be at work."""
        self._orderer.close()
        self._finder.close()

    @Slot()
    def _on_table(self) -> None:
        self._stale = True
        self._orderer.cancel()
        self._finder.cancel()
        if self.has_page() and self.page.isVisible():
            self.show()

    @Slot()
    def _on_prepared(self) -> None:
        if not self._stale:
            self.page.show_prepared(self._desk.prepared)

    @Slot(str, bool)
    def _on_order(self, name: str, descending: bool) -> None:
        table = self._desk.table
        if table is None:
            return
        self._wish = (name, descending)  # shown with the order when that is ready
        if not name:
            self._orderer.cancel()
            self.page.show_order("", False, None)
            return
        self.page.show_working(tr("Ordering the rows."))
        if name == TablePage.SUBSET and self._desk.prepared is not None:
            codes = subset_codes(self._desk.prepared, table.n_rows) % 4  # those that are not used come last
            values = type(table.frame.iloc[:, 0])(codes)  # a Series, without importing pandas here
        else:
            values = table.frame[name]
        self._orderer.start(lambda progress, cancelled: order_by(values, descending, cancelled))

    @Slot(object)
    def _on_ordered(self, order: object) -> None:
        self.page.show_order(*self._wish, order)  # type: ignore[arg-type]  # a wish of two

    @Slot(str, object, bool)
    def _on_find(self, text: str, start: tuple[int, int], backwards: bool) -> None:
        if self._desk.table is None:
            return
        self._sought = (text, start, backwards)
        frame, order = self._desk.table.frame, self.page.view.table_model.order
        find = partial(find_cell, frame, text, start, backwards, order)
        self._finder.start(lambda progress, cancelled: find(cancelled))

    @Slot(object)
    def _on_found(self, place: object) -> None:
        text, start, backwards = self._sought
        self.page.show_found(text, place, start, backwards)  # type: ignore[arg-type]  # a place or None

    def _why_unused(self, row: int) -> str:
        table, spec = self._desk.table, self._desk.spec
        return why_left_out(table, spec, row) if table is not None and spec is not None else ""
