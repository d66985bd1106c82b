"""Good settings: looked for from the Train menu in the background, and taken over with a click."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from mlp_gui.app.controllers.services import Services
from mlp_gui.app.controllers.training.search_words import (
    line_places,
    range_end,
    range_text,
    score_heights,
    trial_cells,
)
from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_number
from mlp_gui.core.params import param_of
from mlp_gui.core.translation import format_localized, tr, tr_n
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.session.session import Session
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.search.search_summary import SearchSummary, SearchTrial, summarize_search
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.search_space import SearchDimension, searchable, space_of, with_settings
from mlp_gui.views.search.search_dialog import SearchDialog
from mlp_gui.views.shell.main_window import MainWindow
from mlp_gui.views.widgets.dialogs import ask_save
from mlp_gui.views.widgets.toggle import Toggle

ASKED = ("runs", "minutes", "method", "halving")
USUAL = SearchConfig(runs=50, minutes=10)
SEEDS = 5
REDRAW_MS = 250


class SearchController(QObject):
    """The run in the window stays as it is until the person takes something over.

    Attributes
    ----------
    dialog : SearchDialog or None
        While it is open.
    """

    def __init__(self, session: Session, window: MainWindow, services: Services) -> None:
        super().__init__(services)
        self._session, self._task, self._window, self._services = session, session.search, window, services
        self.dialog: SearchDialog | None = None
        self._found: SearchSummary | None = None
        self._chosen = -1
        self._refusal = ""  # of what was asked for last; in place of how far the search is, until it goes on
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REDRAW_MS)
        self._later.timeout.connect(self._show)
        self._task.network_finished.connect(self._on_finished)
        self._task.ended.connect(self._show)
        self._task.refused.connect(self._on_refused)
        self._task.saved.connect(self._on_saved)
        session.study_desk.restored.connect(self._on_restored)
        session.run.built.connect(self._on_built)
        window.actions_["search"].triggered.connect(self._on_asked)

    @Slot()
    def _on_asked(self) -> None:
        if self.dialog is None:
            self.dialog = dialog = SearchDialog([param_of(SearchConfig, name) for name in ASKED], self._window)
            asked = self._task.study.plan.search if self._task.study is not None else USUAL
            for name, field in dialog.fields.items():
                field.show_value(getattr(asked, name))
            dialog.start_requested.connect(self._on_start)
            dialog.stop_requested.connect(self._task.cancel)
            dialog.trial_chosen.connect(self._on_chosen)
            dialog.open_requested.connect(self._on_open)
            dialog.take_requested.connect(self._on_take)
            dialog.repeat_requested.connect(self._on_repeat)
            dialog.save_requested.connect(self._on_save)
            dialog.finished.connect(self._on_closed)
            self._show_ranges()
            self._show()
        self.dialog.show()
        self.dialog.raise_()

    @Slot()
    def _on_closed(self) -> None:
        """Let the dialog go; the search goes on."""
        self._refusal = ""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    @Slot()
    def _on_save(self) -> None:
        study, dialog = self._task.study, self.dialog
        if study is not None and dialog is not None:
            folder, stem = self._services.start_folder(), Path(study.table.name).stem
            ask_save(dialog, tr("Save the study"), str(Path(folder) / f"{stem}_search.json"), ".json", self._task.save)

    @Slot(str)
    def _on_saved(self, sentence: str) -> None:
        self._window.status.show_sentence(sentence, "good")

    @Slot(bool)
    def _on_restored(self, is_search: bool) -> None:
        if is_search:
            if self.dialog is not None:
                self.dialog.close()
            self._on_asked()

    @Slot()
    def _on_finished(self) -> None:
        self._refusal = ""
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def _on_built(self) -> None:
        if self.dialog is not None and not self._task.busy:
            self._show_ranges()  # other settings have an effect now
            self._show()

    def _show_ranges(self) -> None:
        if self.dialog is not None:
            known = sorted(searchable(self._session.run.config), key=lambda d: d.param.search is None)
            asked = self._asked_ranges()
            rows = [(d.path, d.label, *asked.get(d.path, (range_text(d.range), _is_usual(d, asked)))) for d in known]
            self.dialog.show_ranges(rows)

    def _asked_ranges(self) -> dict[str, tuple[str, bool]]:
        """Return what the last search of these settings looks at, by path; empty without one."""
        study = self._task.study
        if study is None or study.config != self._session.run.config:
            return {}
        named = (text.partition("=") for text in study.plan.search.ranges)
        return {path: (values, True) for path, _, values in named}

    def _asked_plan(self) -> StudyPlan:
        assert self.dialog is not None
        fields = self.dialog.fields.items()
        asked = {name: f.isChecked() if isinstance(f, Toggle) else f.value() for name, f in fields}
        ranges = self.dialog.chosen_ranges()
        if not ranges:
            raise UserError(tr("Nothing is ticked that could be searched."))
        if not asked["runs"] and not asked["minutes"]:
            raise UserError(tr("The search has no end."), hint=tr("Say how many settings, or how many minutes."))
        config = SearchConfig(ranges=ranges).replace(**asked)
        space_of(self._session.run.config, config.read_ranges())  # refuses what is out of bounds
        return StudyPlan(search=config)

    @Slot()
    def _on_start(self) -> None:
        self._refusal = ""
        try:
            plan = self._asked_plan()
        except UserError as error:
            self._on_refused(error)
            return
        self._chosen = -1
        self._task.start(plan)
        self._show()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        if self.dialog is not None:
            self._refusal = str(error)
            self._show()

    # --- showing ---------------------------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        study, dialog = self._task.study, self.dialog
        if dialog is None:
            return
        if study is None:
            said = tr("Settings are compared on the validation rows; the best are then scored on the test rows.")
            dialog.show_state(self._refusal or said, False, tr("Start"))
            return
        self._found = found = summarize_search(study, self._task.results)
        self._show_state(found)
        label = tr(metrics[found.score].label)
        axes = [(d.label, range_end(d, 0), range_end(d, 1)) for d in found.space]
        orders = np.array([t.order for t in found.trials])
        finite = orders[np.isfinite(orders)]
        worst, best = (format_number(abs(v)) for v in (finite.max(), finite.min())) if len(finite) else ("", "")
        dialog.picture.show_axes([*axes, (label, worst, best)])
        shares = ", ".join(
            tr("{name} {share}", name=d.label, share=format_localized(share, ".0%"))
            for d, share in sorted(((d, found.importance[d.path]) for d in found.space if found.importance),
                                   key=lambda one: -one[1]) if share >= 0.005
        )  # fmt: skip
        mattered = tr("What mattered, as shares of the spread: {shares}", shares=shares) if shares else ""
        dialog.show_words(mattered, " ".join(filter(None, (self._final_words(found), found.caution))))
        self._show_chosen()

    def _show_state(self, found: SearchSummary) -> None:
        assert self.dialog is not None
        task, n = self._task, len(found.trials)
        said = tr_n("{n:,} setting was tried.", "{n:,} settings were tried.", n)
        if task.busy:
            self.dialog.show_state(said, True, tr("Stop"))
            return
        try:
            goes_on = task.can_go_on(self._asked_plan())
        except UserError:
            goes_on = False
        if goes_on:
            said += " " + tr("The search was stopped and can go on.")
        self.dialog.show_state(self._refusal or said, False, tr("Go on") if goes_on else tr("Start"))

    def _show_chosen(self) -> None:
        found, dialog = self._found, self.dialog
        if found is None or dialog is None:
            return
        chosen = self._chosen if self._chosen >= 0 else found.winner.number - 1 if found.winner is not None else -1
        lines, orders = line_places(found), np.array([t.order for t in found.trials])
        ended = np.array([t.is_complete and math.isfinite(t.order) for t in found.trials], bool)
        dialog.picture.show_lines(np.column_stack([lines, score_heights(orders)]), ended, chosen)
        heads = ["", tr(metrics[found.score].label), tr("Epochs"), "", *(d.label for d in found.space)]
        dialog.show_trials(heads, [trial_cells(found, t) for t in found.trials], chosen)
        can_open = chosen >= 0 and self._task.can_open(self._best_result(found.trials[chosen]))
        can_take = chosen >= 0 and not found.trials[chosen].refusal
        dialog.allow(can_open and not self._task.busy, can_take, bool(self._task.results))

    def _final_words(self, found: SearchSummary) -> str:
        if found.winner is None or not found.finals:
            return ""
        scores = [r.scores.get(found.score, math.nan) for r in found.finals]
        return tr(
            "Settings {n} on the {subset} rows: {score} {value}.",
            n=found.winner.number,
            subset=tr(found.finals[0].subset),
            score=tr(metrics[found.score].label),
            value=format_number(float(np.median(scores))),
        )

    # --- doing -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_chosen(self, at: int) -> None:
        if at != self._chosen:
            self._chosen = at
            self._show_chosen()

    def _chosen_trial(self) -> SearchTrial:
        assert self._found is not None
        at = self._chosen if self._chosen >= 0 or self._found.winner is None else self._found.winner.number - 1
        return self._found.trials[at]

    def _best_result(self, trial: SearchTrial) -> Any:
        finals = [r for r in (self._found.finals if self._found else ()) if r.job.settings == trial.settings]
        return (finals or list(trial.results))[0]

    @Slot()
    def _on_open(self) -> None:
        self._task.open(self._best_result(self._chosen_trial()))

    @Slot()
    def _on_take(self) -> None:
        if self._task.study is not None:
            self._session.undo_stack.set_config_anew(
                with_settings(self._task.study.config, self._chosen_trial().settings)
            )

    @Slot()
    def _on_repeat(self) -> None:
        if self._task.study is not None:
            config = with_settings(self._task.study.config, self._chosen_trial().settings)
            self._session.study.start(StudyPlan(repeats=SEEDS), config)
            self._window.actions_["study"].trigger()


def _is_usual(d: SearchDimension, asked: dict[str, tuple[str, bool]]) -> bool:
    """Return whether a setting is searched where nobody says which."""
    return not asked and d.param.search is not None
