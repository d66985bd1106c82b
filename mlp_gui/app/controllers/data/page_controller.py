"""The pages about the table are built when they are first asked for; many a day nobody opens one."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mlp_gui.views.data.pages.page import DataPage

P = TypeVar("P", bound=DataPage)


class PageController(QObject):
    """Base of the controllers of the data pages. `page` of a subclass is a cached property that ends in `keep`.

    The first request for `page` builds and joins it. Until then the controller hears of nothing that only a page
    would show; a page is filled from the owner's state when it comes into view.

    Signals
    -------
    page_built(DataPage)
    """

    page_built = Signal(object)

    def has_page(self) -> bool:
        """Return whether the page was asked for."""
        return "page" in self.__dict__

    def keep(self, page: P) -> P:
        """Hand a page that was just built to the window, and return it."""
        self.page_built.emit(page)
        return page
