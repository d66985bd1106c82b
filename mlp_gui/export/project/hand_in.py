"""A pupil's work is checked: the locks, the table, the scores that it claims, and whether its run repeats."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from mlp_gui.core.serialization import to_json
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.engine.network.network import Network
from mlp_gui.export.project.class_file import sheet_in
from mlp_gui.export.project.class_sheet import ClassSheet, TaskState, sheet_to_plain
from mlp_gui.export.project.project import Project, read_project
from mlp_gui.export.project.repeated_run import Repetition, RepetitionOutcome, logged_configs, repeat_run, shown_weights
from mlp_gui.export.project.table_reference import embedded_table
from mlp_gui.model import Scores, compute_scores

TOLERANCE = 1e-6  # relative: processors round differently
SECONDS = 120.0  # for one repetition


class Honesty(StrEnum):
    """What a check comes to."""

    HONEST = "honest"
    UNPROVEN = "unproven"  # nothing speaks against it, but its run could not be repeated
    FORGED = "forged"


@dataclass(frozen=True)
class HandIn:
    """What was found about one piece of work.

    Attributes
    ----------
    file : str
    honesty : Honesty
    findings : tuple of str
        What is not as it has to be, or why the run was not repeated; none for honest work.
    states : tuple of TaskState
        By the scores that were computed here.
    with_class_file : bool
        Whether it was compared with the teacher's file, or else with what the work itself says it began with.
    """

    file: str
    honesty: Honesty
    findings: tuple[str, ...]
    states: tuple[TaskState, ...]
    with_class_file: bool

    @property
    def n_reached(self) -> int:
        """How many tasks are reached; none in work that is not honest."""
        return 0 if self.honesty is Honesty.FORGED else sum(state.reached for state in self.states)

    def sentence(self) -> str:
        """Say in one sentence whether it is honest, and how many tasks are reached."""
        count = tr("{n:,} of {all:,} tasks reached", n=self.n_reached, all=len(self.states))
        if self.honesty is Honesty.FORGED:
            return tr("Not honest. {finding}", finding=self.findings[0])
        if self.honesty is Honesty.UNPROVEN:
            return tr("Not proven, {count}. {finding}", count=count, finding=self.findings[0])
        return tr("Honest, {count}. Its scores are right, and its run repeats from its seeds.", count=count)

    def to_plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        tasks = [
            {
                "text": state.task.text, "goal": state.task.goal(), "reached": state.reached,
                "value": state.value if math.isfinite(state.value) else None,
            }
            for state in self.states
        ]  # fmt: skip
        facts = {"file": self.file, "verdict": self.honesty.value, "said": self.sentence()}
        compared = {"with_class_file": self.with_class_file, "reached": self.n_reached}
        return facts | {"findings": list(self.findings)} | compared | {"tasks": tasks}


def check_hand_in(
    data: bytes,
    where: str,
    sheet: ClassSheet | None = None,
    seconds: float = SECONDS,
    progress: Callable[[float], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> HandIn:
    """Check a project that a pupil saved; nobody has vouched for it.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called.
    sheet : ClassSheet, optional
        Of the teacher's class file; that of the work itself when omitted.
    seconds : float
        After which the repetition of the run is given up.
    progress, cancelled : callable, optional
        See `repeat_run`.

    Raises
    ------
    UserError
        If it is no project, damaged, or did not begin with a class file.
    """
    own, project = sheet_in(data, where), read_project(data, where)
    wanted = own if sheet is None else sheet
    found = _sheet_findings(own, wanted) + _setting_findings(project, wanted) + _table_findings(project, wanted)
    states = wanted.states({}, 0, 0)
    honesty = Honesty.FORGED
    if not found:
        prepared = _prepared(project, wanted)
        scores = compute_scores(project.run.model.network, prepared.dataset)
        states = wanted.states(scores, _n_weights(project), len(project.run.history))
        found = _score_findings(project, scores) + _weight_findings(project, prepared)
        if not found:
            again = repeat_run(project, prepared.dataset, seconds, progress, cancelled)
            found = _repetition_findings(again)
            honesty = _honesty(again)
    return HandIn(where, honesty, tuple(found), states, sheet is not None)


def _n_weights(project: Project) -> int:
    return sum(member.theta.size for member in project.run.model.network.members)


def _sheet_findings(own: ClassSheet, wanted: ClassSheet) -> list[str]:
    if own is wanted or sheet_to_plain(own) == sheet_to_plain(wanted):
        return []
    if own.table_sha256 != wanted.table_sha256 or own.source != wanted.source:
        return [tr("It began with another class file.")]
    return [tr("Its tasks or locks are not those of the class file.")]


def _setting_findings(project: Project, sheet: ClassSheet) -> list[str]:
    configs = [project.run.model.config, *(config for _, config in logged_configs(project))]
    labels = dict.fromkeys(label for config in configs for label in sheet.changed_locks(config))
    found = []
    if labels:
        found.append(tr("Locked settings were changed: {settings}.", settings=", ".join(map(tr, labels))))
    if sheet.locks_data and _bare(project.run.model.spec) != _bare(sheet.spec):
        found.append(tr("The columns, the split or the rows were changed, which are locked."))
    return found


def _bare(spec: DataSpec) -> Any:
    """Return what a spec says, without remarks and their answers."""
    columns = tuple(column.without_remarks() for column in spec.columns)
    return to_json(spec.replace(columns=columns, dismissed=()))


def _table_findings(project: Project, sheet: ClassSheet) -> list[str]:
    original, reference = project.original, project.reference
    if original is None:
        same = not sheet.table_sha256 and reference.source == sheet.source and sheet.source.startswith("sample:")
    else:
        same = hashlib.sha256(original).hexdigest() == sheet.table_sha256
    found = [] if same else [tr("Its table is not that of the class file.")]
    if sheet.locks_data and reference.read_dialect() != sheet.dialect:
        found.append(tr("Its table was read in another way, which is locked."))
    return found


def _prepared(project: Project, sheet: ClassSheet) -> Prepared:
    spec = project.run.model.spec
    table = (
        open_table(sheet.source) if project.original is None else embedded_table(project.reference, project.original)
    )
    return prepare(read_as_asked_for(table, spec), spec)


def _score_findings(project: Project, scores: Scores) -> list[str]:
    """Compare the scores that a file claims with those that its weights really have."""
    claimed = project.run.model.provenance.get("scores", {})
    for subset, values in scores.items():
        for metric, value in values.items():
            said = claimed.get(subset, {}).get(metric)
            said = math.nan if said is None else float(said)
            if not np.isclose(said, value, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True):
                return [tr("It claims scores that its weights do not have.")]
    return []


def _weight_findings(project: Project, prepared: Prepared) -> list[str]:
    """Compare the weights of the answers with those of the run that is said to have led to them."""
    network, state = project.run.model.network, project.state
    if state is None or not isinstance(network, Network):
        return []
    if len(project.run.history) != len(state["history"]):
        return [tr("Its history is not that of its run.")]
    theta = shown_weights(project, state, prepared.dataset)
    if theta.shape != network.theta.shape or not np.allclose(theta, network.theta, rtol=TOLERANCE, atol=TOLERANCE):
        return [tr("Its weights are not those that its run came to.")]
    return []


def _honesty(again: Repetition) -> Honesty:
    if again.outcome is RepetitionOutcome.SAME:
        return Honesty.HONEST
    return Honesty.FORGED if again.outcome is RepetitionOutcome.OTHER else Honesty.UNPROVEN


def _repetition_findings(again: Repetition) -> list[str]:
    if again.outcome is RepetitionOutcome.SAME:
        return []
    if again.outcome is RepetitionOutcome.OTHER:
        epoch = again.epoch
        return [tr("Trained again from its seeds, its run goes another way at epoch {epoch:,}.", epoch=epoch)]
    if again.outcome is RepetitionOutcome.DRIFTED:
        return [
            tr_n(
                "Trained again, it is the same for {n:,} epoch and then another, as where a machine rounds otherwise.",
                "Trained again, it is the same for {n:,} epochs and then another, as where a machine rounds otherwise.",
                again.epoch - 1,
            )
        ]
    if again.outcome is RepetitionOutcome.EDITED:
        return [tr("Weights were imported or changed by hand, so that no seed leads to them.")]
    if again.outcome is RepetitionOutcome.TOO_LONG:
        return [tr("To train it again takes too long.")]
    return [tr("It does not say how it was trained, so that it cannot be repeated.")]
