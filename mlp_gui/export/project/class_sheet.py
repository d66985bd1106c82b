"""What a teacher hands out beside a table: tasks that the program checks, settings that are locked, hidden panels."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import format_localized, mark, tr, tr_n
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.model import Scores

DATA = "data"  # the path of everything about columns, rows and reading
SCORE, WEIGHTS, EPOCHS = "score", "weights", "epochs"
MEASURES = ((SCORE, mark("Score")), (WEIGHTS, mark("Weights")), (EPOCHS, mark("Epochs")))
_SAYS_NOTHING = "uncertainty."  # of the network; it stands in no form either
MOST_TASKS, MOST_NAMES, MOST_TEXT, LONGEST_NAME = 20, 300, 1_000, 200
DEFAULT_BOUND = 0.7


@dataclass(frozen=True)
class ClassTask:
    """One task: what to do in words, and what is to be reached.

    Attributes
    ----------
    text : str
    measure : str
        "score", "weights" or "epochs".
    subset, metric : str
        Of a score.
    bound : float
        The least score, or the most for one that is better when low; the most weights or epochs.
    """

    text: str = ""
    measure: str = SCORE
    subset: str = Subset.VALIDATION.value
    metric: str = "r2"
    bound: float = DEFAULT_BOUND

    @property
    def wants_more(self) -> bool:
        """Whether a larger number is a better one."""
        return self.measure == SCORE and metrics[self.metric].higher_is_better

    def goal(self) -> str:
        """Say what is to be reached, such as "R² (validation): at least 0.7"."""
        if self.measure == WEIGHTS:
            return tr_n("At most {n:,} weight", "At most {n:,} weights", int(self.bound))
        if self.measure == EPOCHS:
            return tr_n("At most {n:,} epoch", "At most {n:,} epochs", int(self.bound))
        said = {"metric": tr(metrics[self.metric].label), "subset": Subset(self.subset).label}
        bound = format_localized(self.bound, ".6g")
        if self.wants_more:
            return tr("{metric} ({subset}): at least {bound}", bound=bound, **said)
        return tr("{metric} ({subset}): at most {bound}", bound=bound, **said)

    def state(self, scores: Scores, n_weights: int, epochs: int) -> TaskState:
        """Measure how far a network has come.

        Parameters
        ----------
        scores : dict
            Subset to metric to number; empty before the first epoch.
        n_weights : int
        epochs : int
            Trained; 0 reaches nothing.
        """
        if self.measure == SCORE:
            value = scores.get(self.subset, {}).get(self.metric, math.nan)
        else:
            value = float(n_weights if self.measure == WEIGHTS else epochs)
        there = value >= self.bound if self.wants_more else value <= self.bound
        return TaskState(self, value, bool(there) and epochs > 0)


class TaskState(NamedTuple):
    """How far a task has come: the number, nan where there is none, and whether it is reached."""

    task: ClassTask
    value: float
    reached: bool

    def value_text(self) -> str:
        """Return the number in the reader's language; "" where there is none."""
        if math.isnan(self.value):
            return ""
        return format_localized(self.value, ".4g" if self.task.measure == SCORE else ",.0f")


@dataclass(frozen=True)
class ClassSheet:
    """All that a class file says beside its table.

    Attributes
    ----------
    title : str
    tasks : tuple of ClassTask
    locked : tuple of str
        Paths of settings that stay as they are, "data" for everything about the table.
    hidden : tuple of str
        Names of panels.
    config : RunConfig
    spec : DataSpec
        What the work begins with; what locked settings have.
    source, table_sha256 : str
        The table: `sample:NAME`, or the digest of the file inside.
    dialect : Dialect or None
        How it is read.
    """

    title: str
    tasks: tuple[ClassTask, ...]
    locked: tuple[str, ...]
    hidden: tuple[str, ...]
    config: RunConfig
    spec: DataSpec
    source: str = ""
    table_sha256: str = ""
    dialect: Dialect | None = None

    @property
    def locks_data(self) -> bool:
        """Whether columns, rows and reading stay as they are."""
        return DATA in self.locked

    def changed_locks(self, config: RunConfig) -> list[str]:
        """Return the labels of locked settings that another configuration changes."""
        known = {setting.path: setting.label for setting in lockable_settings()}
        paths = [path for path in self.locked if path != DATA]
        return [known[p] for p in paths if setting_at(config, p) != setting_at(self.config, p)]

    def with_locks(self, config: RunConfig) -> RunConfig:
        """Return a configuration with the locked settings as they have to be."""
        for path in self.locked:
            if path != DATA:
                config = with_setting_at(config, path, setting_at(self.config, path))
        return config

    def refusal(self, config: RunConfig) -> UserError | None:
        """Return why a configuration is refused; None when it changes nothing that is locked."""
        changed = self.changed_locks(config)
        if not changed:
            return None
        return UserError(
            tr("This class file locks: {settings}.", settings=", ".join(map(tr, changed))),
            hint=tr("Solve the tasks with the other settings."),
        )

    def states(self, scores: Scores, n_weights: int, epochs: int) -> tuple[TaskState, ...]:
        """Measure how far a network has come with each task.

        Parameters
        ----------
        scores : dict
        n_weights, epochs : int
            As `ClassTask.state` takes them.
        """
        return tuple(task.state(scores, n_weights, epochs) for task in self.tasks)


class LockableSetting(NamedTuple):
    """A declared setting that can be locked: its path, its English label, and the label of its group."""

    path: str
    label: str
    group: str


def lockable_settings() -> tuple[LockableSetting, ...]:
    """Return every declared setting of network and training, in the order of the forms."""
    found = _settings(RunConfig, "", "")
    return tuple(setting for setting in found if not setting.path.startswith(_SAYS_NOTHING))


def _settings(config_class: type[Config], above: str, group: str) -> Iterator[LockableSetting]:
    for p in params_of(config_class):
        if p.kind == "group" and p.item is not None:
            yield from _settings(p.item, f"{above}{p.name}.", p.label)
        else:
            yield LockableSetting(f"{above}{p.name}", p.label, group)


def setting_at(config: Config, path: str) -> Any:
    """Return the value of a declared setting; KeyError when there is none of that path.

    Parameters
    ----------
    config : Config
    path : str
        Names with dots between them.
    """
    name, _, rest = path.partition(".")
    value = getattr(config, _declared(config, name).name)
    return setting_at(value, rest) if rest else value


def with_setting_at(config: RunConfig, path: str, value: Any) -> RunConfig:
    """Return the configuration with one setting at another value.

    Parameters
    ----------
    config : RunConfig
    path : str
    value : object
    """
    changed: RunConfig = _with(config, path, value)
    return changed


def _with(config: Any, path: str, value: Any) -> Any:
    name, _, rest = path.partition(".")
    inner = getattr(config, _declared(config, name).name)
    return config.replace(**{name: _with(inner, rest, value) if rest else value})


def _declared(config: Config, name: str) -> Param:
    for p in params_of(type(config)):
        if p.name == name:
            return p
    raise KeyError(name)


# --- as JSON -------------------------------------------------------------------------------------------------


def sheet_to_plain(sheet: ClassSheet) -> dict[str, Any]:
    """Return a sheet as JSON values."""
    plain: dict[str, Any] = to_json(sheet)
    return plain


def sheet_from_plain(plain: Mapping[str, Any], where: str) -> ClassSheet:
    """Read a sheet that nobody has vouched for.

    Parameters
    ----------
    plain : mapping
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If something in it is of another kind, too long or not known here.
    """
    sheet = from_json(ClassSheet, plain, where)
    paths = {DATA, *(setting.path for setting in lockable_settings())}
    texts = [sheet.title, *(task.text for task in sheet.tasks)]
    names = [*sheet.hidden, sheet.source, sheet.table_sha256]
    if (
        len(sheet.tasks) > MOST_TASKS
        or max(len(sheet.hidden), len(sheet.locked)) > MOST_NAMES
        or any(len(text) > MOST_TEXT for text in texts)
        or any(len(name) > LONGEST_NAME for name in names)
        or not paths.issuperset(sheet.locked)
        or not all(map(_is_sound, sheet.tasks))
    ):
        raise UserError(tr("{file} is damaged.", file=where), tr("Its tasks or locks are none that are known here."))
    return sheet


def _is_sound(task: ClassTask) -> bool:
    known = task.metric in metrics.names() and task.subset in list(Subset) and task.measure in dict(MEASURES)
    return known and math.isfinite(task.bound) and (task.measure == SCORE or task.bound >= 0)
