"""The session joins the desk and the run: a dataset that was prepared becomes a run that is ready."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import is_bundled
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.network.thread_limits import one_thread_beside_runs
from mlp_gui.export.project.project import Project
from mlp_gui.export.project.table_reference import embedded_table, rows_digest
from mlp_gui.presets import Preset, propose_config, suggested_spec
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.data.remembered_dialects import RememberedDialects
from mlp_gui.session.project.autosave import AutosaveFile
from mlp_gui.session.project.export_snapshot import export_snapshot
from mlp_gui.session.project.exporter import Exporter, Scorer
from mlp_gui.session.project.project import ProjectFile
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.undo_stack import UndoStack


class Session(QObject):
    """Everything the window shows belongs to one of the three owners below."""

    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        one_thread_beside_runs()
        self.preferences = Preferences()
        self.remembered_dialects = RememberedDialects(self.preferences)
        self.data = DataState(self)
        self.run = Run(self)
        self.undo_stack = UndoStack(self.data, self.run, self)
        self.project = ProjectFile(self.data, self.run, AutosaveFile(), self)
        self.exporter, self.scorer = Exporter(self), Scorer(self)
        self._preset: Preset | None = None
        self._project: tuple[Project, str] | None = None
        self._proposed_for: object = None
        self.data.refused.connect(self.refused)
        self.data.crashed.connect(self.crashed)
        self.data.table_changed.connect(self._on_table)
        self.data.prepared_changed.connect(self._on_prepared)
        self.run.refused.connect(self.refused)
        self.run.crashed.connect(self.crashed)
        self.project.refused.connect(self.refused)
        self.project.crashed.connect(self.crashed)
        for helper in (self.exporter, self.scorer):
            helper.crashed.connect(self.crashed)
        self.exporter.refused.connect(self.refused)
        self.project.loaded.connect(self.restore_project)

    def open(self, source: str) -> None:
        """Open a file or `sample:NAME`; the settings that suit it are proposed."""
        self._preset = self._project = None
        self.data.open(source, partial(suggested_spec, source), remembered=self.remembered_dialects.find(source))

    def read_again(self, path: str, dialect: Dialect) -> None:
        """Open a file in the dialect that a person chose; targets, split and scaling are kept as far as they fit."""
        before = self.data.spec if self.data.table is not None and str(self.data.table.path) == path else None
        self._preset = self._project = None
        self.data.open(path, partial(adapt_spec, before), dialect)

    def open_preset(self, preset: Preset) -> None:
        """Open a preset's data with its columns and settings."""
        self._preset, self._project = preset, None
        self.data.open(preset.source, preset.spec_for)

    @Slot(object, str)
    def restore_project(self, project: Project, path: str) -> None:
        """Put a project on the desk: its table as it was read, its columns, its settings, its run where it stood."""
        self._preset, self._project = None, (project, path)
        reference, spec, original = project.reference, project.run.model.spec, project.original
        if original is None:
            self.data.open(reference.source, lambda table: spec, reference.read_dialect())
        else:
            inside = partial(embedded_table, reference, original)
            self.data.open(reference.source, lambda table: spec, name=reference.name, read=inside)

    def export(self, name: str, path: str) -> None:
        """Write the shown weights, the history or the predictions in the background."""
        try:
            self.exporter.export(export_snapshot(self.data, self.run), name, path)
        except UserError as error:
            self.refused.emit(error)

    def close(self) -> None:
        """End all threads; safe to call twice."""
        for helper in (self.project, self.exporter, self.scorer):
            helper.close()
        self.data.close()
        self.run.close()
        self.preferences.flush()

    @Slot()
    def _on_table(self) -> None:
        table = self.data.table
        if table is not None and table.path is not None and not is_bundled(table.path):
            self.preferences.remember(str(table.path))
        self._proposed_for = None
        self.run.set_dataset(None)

    @Slot()
    def _on_prepared(self) -> None:
        prepared = self.data.prepared
        if prepared is None:
            self.run.set_dataset(None)
            return
        dataset = prepared.dataset
        if self._project is not None:
            self._go_on(*self._project, dataset)
            return
        if self._preset is not None and self._proposed_for is None:
            config = self._preset.config
        else:
            config = propose_config(dataset, self.run.config if self._proposed_for else None)
        self._proposed_for = dataset.task
        self.run.set_dataset(dataset, config)

    def _go_on(self, project: Project, path: str, dataset: Dataset) -> None:
        """The run goes on from its state, if its rows are still the same numbers."""
        self._project = None
        config, state = project.run.model.config, project.state
        if rows_digest(dataset) != project.reference.rows_sha256:
            state = None
            self.refused.emit(
                UserError(
                    tr("{file} was opened without its training.", file=Path(path).name),
                    tr("Its table gives other numbers than when it was saved, so the run cannot go on from there."),
                    tr("Train afresh, or open it again with the table as it was. The project's file has not changed."),
                )
            )
            path = ""  # else the next save would replace the training that only that file holds
        self._proposed_for = dataset.task
        self.run.set_dataset(dataset, config, state)
        self.project.mark_opened(path, project if state is not None else None)


def adapt_spec(before: DataSpec | None, table: Table) -> DataSpec:
    """A suggestion for the table with the targets, split and scaling of a spec, as far as its columns are there."""
    if before is None:
        return suggest_spec(table)
    made = suggest_spec(table, tuple(name for name in before.targets if table.has(name)))
    split = before.split if not before.split.column or table.has(before.split.column) else made.split
    return made.replace(split=split, scaling=before.scaling, scale_target=before.scale_target, fit_on=before.fit_on)
