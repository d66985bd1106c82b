"""The pages about the table are built when they are first opened, in the look of that moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from mlp_gui.session.training.phase import Phase
from mlp_gui.views.data.pages.columns_page import ColumnsPage
from mlp_gui.views.data.pages.import_page import ImportPage
from mlp_gui.views.data.pages.page import DataPage
from mlp_gui.views.data.pages.predict_page import PredictPage
from mlp_gui.views.data.pages.table_page import TablePage
from mlp_gui.views.theme.palette import DARK


def test_that_each_page_is_there_as_soon_as_its_entry_of_the_menu_is_chosen(person, table):
    window = person.window
    person.drop(window, table)
    person.wait_ready()
    person.program.session.run.step_epochs(2)
    person.wait_for(Phase.PAUSED)
    assert not window.findChildren(DataPage)
    window.actions_["theme_dark"].trigger()
    entries = {"table": TablePage, "columns": ColumnsPage, "reading": ImportPage, "predict": PredictPage}
    for name, kind in entries.items():
        window.actions_[name].trigger()
        page = window.pages.currentWidget()
        assert isinstance(page, kind)
        assert window.findChildren(kind) == [page]
        assert page.isVisible()
        corner = page.grab().toImage().pixelColor(QPoint(2, 2))
        assert corner == QColor(DARK.panel)
        person.click(page.back)
        assert window.pages.currentWidget() is window.workbench
    assert len(window.findChildren(DataPage)) == len(entries)
