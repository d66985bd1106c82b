"""What a project needs of the list of runs, which is made of parts that a project does not know."""

from __future__ import annotations

from typing import Protocol

from mlp_gui.engine.training.state import State
from mlp_gui.export.project.run_list import RunRecord, RunRecords


class KeptRuns(Protocol):
    """The list of runs, as far as a project is concerned with it.

    Attributes
    ----------
    edit_count : int
        How often a person has changed the list.
    """

    edit_count: int

    def held_keys(self) -> frozenset[tuple[int, int]]:
        """Return the keys of the runs that do not stand in the window."""

    def saved_runs(self, state: State) -> RunRecords:
        """Return the list as it is saved with a state of the run."""

    def load(self, runs: RunRecords) -> None:
        """Take over the list of a project."""


def run_key(run: RunRecord) -> tuple[int, int]:
    """Return what tells a run of the list, and how far it has come."""
    return run.number, run.last_epoch
