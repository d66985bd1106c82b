"""Where the table came from: its name and size, buttons for another one, and the progress while one is read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import describe_table_kinds
from mlp_gui.data.samples.catalogue import samples
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, paragraphs, set_tip
from mlp_gui.views.widgets.buttons import link_button
from mlp_gui.views.widgets.elided_label import ElidedLabel


class DataPageLinks(QWidget):
    """The links to the pages about the table.

    Attributes
    ----------
    table, columns, import_ : QToolButton

    Signals
    -------
    import_requested, columns_requested, table_requested
        The person wants to see that page.
    """

    import_requested = Signal()
    columns_requested = Signal()
    table_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = link_button(tr("Table"), "table")
        self.columns = link_button(tr("Columns"), "tune")
        self.import_ = link_button(tr("Reading"), "import")
        tips = (tr("Every row of the file (Ctrl+T)"), tr("All columns with their numbers (Ctrl+L)"), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button, tip in zip((self.table, self.columns, self.import_), tips, strict=True):
            set_tip(button, tip)
            row.addWidget(button)
        row.addStretch(1)
        self.table.clicked.connect(self.table_requested)
        self.columns.clicked.connect(self.columns_requested)
        self.import_.clicked.connect(self.import_requested)

    def show_table(self, table: Table | None) -> None:
        """Let the link to the reading say whether something was guessed or converted."""
        doubt = table is not None and bool(table.warnings)
        self.import_.setIcon(icons.icon("warning" if doubt else "import", "warning" if doubt else "accent"))
        self.import_.setEnabled(table is not None and table.path is not None)
        tip = tr(
            "Check and correct what was guessed. (Ctrl+I)" if doubt else "Separator, decimal sign, header, ... (Ctrl+I)"
        )
        own = tr("This table comes with the program; nothing was guessed about it.")
        set_tip(self.import_, tip if self.import_.isEnabled() else own)


class SourceHeader(QWidget):
    """The top of the data panel: which table is open, and how to open another.

    Attributes
    ----------
    name : ElidedLabel
    extent : TextLabel
        Rows and columns; hidden while no table is open.
    open, sample : QPushButton
    loading : LoadingRow
        In the place of `buttons` while a file is read.
    buttons : QWidget

    Signals
    -------
    open_requested
        Ask for a file.
    sample_chosen(str)
        Name of a sample that comes with the program.
    cancel_requested
        Stop reading.
    """

    open_requested = Signal()
    sample_chosen = Signal(str)
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel(tr("No table is open"), Qt.TextElideMode.ElideMiddle)
        style.set_role(self.name, "heading")
        self.extent = TextLabel()
        style.set_role(self.extent, "caption")
        self.open = QPushButton(tr("Open…"))
        self.open.setIcon(icons.icon("open"))
        self.open.clicked.connect(self.open_requested)
        self.sample = QPushButton(tr("Sample"))
        self.sample.setProperty("menu", True)
        self.sample.setIcon(icons.icon("sample"))
        self.sample.setMenu(self._menu())
        self.loading = LoadingRow()
        self.loading.cancel.clicked.connect(self.cancel_requested)
        self._build()
        self.show_allowed(None)

    def show_table(self, table: Table | None) -> None:
        self.name.setText(table.name if table is not None else tr("No table is open"))
        set_tip(self.name, str(table.path) if table is not None and table.path else "")
        size = describe_size(table) if table is not None else ""
        self.extent.setText(size)
        self.extent.setVisible(bool(size))

    def show_loading(self, name: str | None, fraction: float) -> None:
        """Show the progress of reading, or the buttons; see `LoadingRow.show_progress` for the parameters."""
        self.loading.show_progress(name, fraction)
        self.buttons.setVisible(name is None)

    def is_loading(self) -> bool:
        return not self.loading.isHidden()

    def show_allowed(self, reason: str | None) -> None:
        """Show why no other table can be opened now; None when one can."""
        tables = tr("Open a table: {tables} (Ctrl+O).", tables=describe_table_kinds())
        tips = (tables, tr("Tables that come with the program."))
        for button, tip in zip((self.open, self.sample), tips, strict=True):
            button.setEnabled(reason is None)
            set_tip(button, reason or tip)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for sample in samples():
            action = menu.addAction(tr(sample.title))
            set_tip(action, paragraphs(tr(sample.sentence), tr(sample.source)))
            action.triggered.connect(partial(self._chosen, sample.name))
        return menu

    def _chosen(self, name: str, checked: bool = False) -> None:
        self.sample_chosen.emit(name)

    def _build(self) -> None:
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, style.SPACE[0], 0, 0)
        row.addWidget(self.open, 1)
        row.addWidget(self.sample, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.name, self.extent, self.buttons, self.loading):
            column.addWidget(widget)


class LoadingRow(QWidget):
    """The progress while a file is read: its name, how far, and a button to stop it.

    Attributes
    ----------
    words : ElidedLabel
    bar : QProgressBar
        From 0 to 1000; without a range while the share is not known.
    cancel : QPushButton
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        style.set_role(self.words, "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Progress of reading"))
        self.cancel = QPushButton(tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.SPACE[0], 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def show_progress(self, name: str | None, fraction: float) -> None:
        """Show how far the reading is, or hide.

        Parameters
        ----------
        name : str or None
            Of the file; None when nothing is being read.
        fraction : float
            Share that is done, 0 to 1; NaN when it is not known.
        """
        if name is None:
            self.hide()
            return
        known = fraction == fraction
        self.bar.setRange(0, 1000 if known else 0)
        self.bar.setValue(round(1000 * fraction) if known else 0)
        if known:
            self.words.setText(tr("Reading {name}  {fraction:.0%}", name=name, fraction=fraction))
        else:
            self.words.setText(tr("Reading {name}", name=name))
        self.show()  # last: a bar in sight is painted at once when its value changes, and with it all that waits


def describe_size(table: Table) -> str:
    """Return the rows and columns of a table in words: "150 rows × 5 columns"."""
    rows = tr_n("{n:,} row", "{n:,} rows", table.n_rows)
    columns = tr_n("{n:,} column", "{n:,} columns", table.n_columns)
    return f"{rows} × {columns}"
