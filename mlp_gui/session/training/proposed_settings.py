"""Which settings a run begins with: those of a preset, or what suits the data, with what a person has set otherwise."""

from __future__ import annotations

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.presets import keep_choices, propose_config, with_fitting_loss


class ProposedSettings:
    """Proposes settings, and remembers what it proposed last."""

    def __init__(self) -> None:
        self._made_for: object = None  # the task that settings were proposed for; None proposes afresh
        self._last: RunConfig | None = None  # None when the settings came from elsewhere

    def begin_anew(self) -> None:
        """Forget what was proposed: another table is open."""
        self._made_for = None

    def set_aside(self, dataset: Dataset) -> None:
        """Note that a run on a dataset has settings from elsewhere."""
        self._made_for, self._last = dataset.task, None

    def config_for(self, dataset: Dataset, present: RunConfig, preset: RunConfig | None) -> RunConfig:
        """Return what a new run on a dataset begins with.

        Parameters
        ----------
        dataset : Dataset
        present : RunConfig
        preset : RunConfig or None
            Counts when the table has just been opened.
        """
        fresh = self._made_for is None
        self._made_for = dataset.task
        if fresh and preset is not None:
            self._last = None
            return preset
        before, self._last = self._last, propose_config(dataset)
        if fresh:
            return self._last
        chosen = present if before is None else keep_choices(present, before, self._last)
        return with_fitting_loss(chosen, dataset.task)
