"""The line that the tutorial has commented out: one click trains with it, and both runs stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.core.translation import tr
from mlp_gui.presets import TUTORIAL, TUTORIAL_ROW, with_commented_line
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.main_window import MainWindow


class TutorialLineController(QObject):
    """Offers the line once the tutorial's run has been trained as it stands."""

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._window = session, window
        self._wanted = False
        self._notice = window.experiment.data.notes.tutorial
        self._notice.action_chosen.connect(self._on_chosen)
        session.run.phase_changed.connect(self._on_phase)
        session.run.built.connect(self._on_built)
        self._on_phase()

    @Slot()
    def _on_phase(self) -> None:
        if not self._is_offered():
            self._notice.show_sentences("")
            return
        said = tr(
            "The tutorial has one more line, commented out: the logarithm of the target, without row {row} "
            "({index} when counted from 0).",
            row=TUTORIAL_ROW,
            index=TUTORIAL_ROW - 1,
        )
        self._notice.show_sentences(said)
        self._notice.show_actions((tr("Train with that line"),))

    def _is_offered(self) -> bool:
        """Return whether the tutorial's run, as it stands, has been trained."""
        run, table, spec = self._session.run, self._session.data.table, self._session.data.spec
        if table is None or spec is None or table.name != "busan_beach":
            return False
        trained = run.phase in (Phase.PAUSED, Phase.FINISHED) and run.epoch > 0 and run.config == TUTORIAL.config
        return trained and spec.gives_same_data(TUTORIAL.spec_for(table))

    @Slot(object)
    def _on_chosen(self, position: int) -> None:
        """Take the line into the data; the run so far stays in the list, and the new one begins by itself."""
        spec = self._session.data.spec
        if spec is not None:
            self._wanted = True
            self._session.answer_remark(with_commented_line(spec))

    @Slot()
    def _on_built(self) -> None:
        if self._wanted:
            self._wanted = False
            self._window.workspace.open("runs")
            self._session.run.train()
