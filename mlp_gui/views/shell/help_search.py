"""Search in the help: a field, and below it the sections of all pages in which the words stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.forms import help_pages
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

PLACE = Qt.ItemDataRole.UserRole


def find_sections(words: str) -> list[tuple[str, str, str]]:
    """Return page, English heading and shown heading of the sections with all these words, those headed so first.

    Parameters
    ----------
    words : str
        In the reader's language, in any order.
    """
    wanted = words.lower().split()
    found: list[tuple[int, bool, int, tuple[str, str, str]]] = []
    for page, title in help_pages.PAGES:
        shown = help_pages.headings(page)
        for section, body in help_pages.sections(page).items():
            head = (tr(section) if page == "settings" else shown[section]) if section else tr(title)
            if all(word in f"{head} {body}".lower() for word in wanted):
                misses = sum(word not in head.lower() for word in wanted)
                found.append((misses, head.lower() != words.lower(), len(found), (page, section, head)))
    return [place for *_, place in sorted(found)]


class HelpSearch(QWidget):
    """A field above a list; the list is seen while there are words to look for.

    Attributes
    ----------
    field : QLineEdit
    found : QListWidget
    nothing : TextLabel
        Says that no section has the words.

    Signals
    -------
    section_chosen(str, str)
        Page and section, by their English names.
    searching(bool)
        Whether there are words to look for.
    """

    section_chosen = Signal(str, str)
    searching = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search the help"))
        self.field.setAccessibleName(tr("Search the help"))
        self.field.setClearButtonEnabled(True)
        self.found = QListWidget()
        self.found.setAccessibleName(tr("Sections found"))
        self.found.setProperty("framed", True)
        self.nothing = TextLabel(tr("No section has these words."))
        self.nothing.setWordWrap(True)
        style.set_role(self.nothing, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self.nothing, self.found):
            column.addWidget(widget)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose)
        self.found.currentItemChanged.connect(self._choose)
        self._look("")

    @Slot(str)
    def _look(self, words: str) -> None:
        self.found.blockSignals(True)  # a list that fills itself has chosen nothing
        self.found.clear()
        for page, section, head in find_sections(words) if words.strip() else ():
            item = QListWidgetItem(head, self.found)
            item.setData(PLACE, (page, section))
            set_tip(item, f"{tr(dict(help_pages.PAGES)[page])} › {head}")
        self.found.blockSignals(False)
        self.found.setVisible(bool(self.found.count()))
        self.nothing.setVisible(bool(words.strip()) and not self.found.count())
        self.searching.emit(bool(words.strip()))

    @Slot()
    def _choose(self) -> None:
        item = self.found.currentItem() or self.found.item(0)
        if item is not None:
            self.section_chosen.emit(*item.data(PLACE))
