"""What the palette finds beside the commands: settings, columns, help topics and runs, each with what it leads to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.runs.run_records import run_name
from mlp_gui.session.session import Session
from mlp_gui.session.settings.settings import Settings
from mlp_gui.views.data.pages.columns_page import ColumnsPage
from mlp_gui.views.forms import help_pages
from mlp_gui.views.forms.reveal import reveal_setting
from mlp_gui.views.plots.training.runs import RunsPlot
from mlp_gui.views.shell.command_palette import PaletteCommand
from mlp_gui.views.shell.help import show_help, shown_heading
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.theme.plain_text import set_tip


class PaletteEntries(QObject):
    """Makes the entries anew for each time the palette is opened, and owns their actions."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def entries(self) -> list[PaletteCommand]:
        """Return the entries, in the order in which equal ones are listed."""
        return [*self._settings(), *self._columns(), *self._runs(), *self._help()]

    def _settings(self) -> list[PaletteCommand]:
        place, dialog = tr("Setting"), self._window.actions_["settings"]
        of_run = [
            self._entry(place, tr(label), partial(self._show_setting, label), tr(p.help))
            for label, p in help_pages.declared_settings(RunConfig).items()
        ]
        of_program = [
            self._entry(tr("Setting of the program"), tr(label), dialog.trigger, tr(p.help))
            for label, p in help_pages.declared_settings(Settings).items()
        ]
        return of_run + of_program

    def _columns(self) -> list[PaletteCommand]:
        table, command = self._session.data.table, self._window.actions_["columns"]
        made = [
            self._entry(tr("Column"), field.name, partial(self._show_column, field.name))
            for field in (table.fields if table is not None else ())
        ]
        for entry in made:
            entry.action.setEnabled(command.isEnabled())
            set_tip(entry.action, command.toolTip() if not command.isEnabled() else entry.name)
        return made

    def _runs(self) -> list[PaletteCommand]:
        runs = self._session.runs.runs
        return [self._entry(tr("Run"), run_name(run), partial(self._show_run, run.number)) for run in runs]

    def _help(self) -> list[PaletteCommand]:
        made = []
        for page, title in help_pages.PAGES:
            place = f"{tr('Help')} › {tr(title)}"
            for section, text in help_pages.sections(page).items():
                name, lead = (shown_heading(page, section) if section else tr(title)), partial(show_help, self._window)
                made.append(self._entry(place, name, partial(lead, page, section), text))
        return made

    def _entry(self, place: str, name: str, lead: Callable[[], object], text: str = "") -> PaletteCommand:
        action = QAction(name, self)
        action.triggered.connect(lambda: lead())
        return PaletteCommand(place, name, action, text, is_command=False)

    # --- what they lead to -----------------------------------------------------------------------------------

    def _show_setting(self, label: str) -> None:
        """Open the step of a setting and give it the focus; one that does not apply now is explained instead."""
        panel = self._window.experiment
        for step, form in ((panel.network_step, panel.network), (panel.training_step, panel.training)):
            row = reveal_setting(form, label)
            if row is not None:
                step.set_open(True)
                if row.isVisibleTo(panel):
                    # In a turn of its own: the step has its new height then.
                    QTimer.singleShot(0, row, partial(self._point_at, row))
                    return
        show_help(self._window, "settings", label)

    def _point_at(self, row: QWidget) -> None:
        self._window.experiment.side_bar.ensureWidgetVisible(row)
        getattr(row, "editor", row).setFocus()

    def _show_column(self, name: str) -> None:
        self._window.actions_["columns"].trigger()
        page = self._window.findChild(ColumnsPage)
        if page is not None:
            page.search.setText(name)

    def _show_run(self, number: int) -> None:
        self._window.workspace.open("runs")
        self._window.workspace.plot_of_type(RunsPlot).table.choose(number)
