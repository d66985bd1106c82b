"""Ways from the data panel to the pages at full size: how the file was read, all columns, every row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.views.theme import icons
from mlp_gui.views.widgets.buttons import link_button


class DeskLinks(QWidget):
    """Emits `reading_requested`, `columns_requested` and `table_requested`."""

    reading_requested = Signal()
    columns_requested = Signal()
    table_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = link_button(tr("Table"), "table")
        self.columns = link_button(tr("Columns"), "tune")
        self.reading = link_button(tr("Reading"), "import")
        tips = (tr("Every row of the file (Ctrl+T)"), tr("All columns with their numbers (Ctrl+L)"), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button, tip in zip((self.table, self.columns, self.reading), tips, strict=True):
            button.setToolTip(tip)
            row.addWidget(button)
        row.addStretch(1)
        self.table.clicked.connect(self.table_requested)
        self.columns.clicked.connect(self.columns_requested)
        self.reading.clicked.connect(self.reading_requested)

    def show_table(self, table: Table | None) -> None:
        """Where something was guessed or converted, the link to the reading says so."""
        doubt = table is not None and bool(table.warnings)
        self.reading.setIcon(icons.icon("warning" if doubt else "import", "warning" if doubt else "accent"))
        self.reading.setEnabled(table is not None and table.path is not None)
        tip = tr(
            "Check and correct what was guessed. (Ctrl+I)" if doubt else "Separator, decimal sign, header, ... (Ctrl+I)"
        )
        own = tr("This table comes with the program; nothing was guessed about it.")
        self.reading.setToolTip(tip if self.reading.isEnabled() else own)
