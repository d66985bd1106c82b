"""Settings that suit: the tutorial's run to the digit, and a proposal for any other dataset, with its reasons."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, params_of
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.samples.catalogue import PREFIX
from mlp_gui.data.samples.loader import sample_spec
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.network.activations import Sigmoid, SiLU, Tanh
from mlp_gui.engine.network.initializers import GlorotUniform
from mlp_gui.engine.network.losses import MSE, default_loss
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.base import FullBatchOptimizer
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.schedules import Cosine
from mlp_gui.engine.training.config import (
    OFF_FOR_ALL_ROWS,
    LayerConfig,
    NetworkConfig,
    RunConfig,
    StoppingConfig,
    TrainingConfig,
)

ACCURATE, SMALL = "accurate", "small"  # sizes of networks
UNITS, SMALL_UNITS = 64, 8
UPDATES_FOR_CLASSES, UPDATES_FOR_NUMBERS = 4000, 8000
MANY_ROWS = 5000
AVERAGING = 0.99  # of the weights: over about the last 100 updates
_FEW_ROWS, _PLENTY_OF_ROWS = 20, 100  # for each input
OUTPUT_FOR = {Task.REGRESSION: "identity", Task.BINARY: "sigmoid", Task.MULTICLASS: "softmax"}


@dataclass(frozen=True)
class Preset:
    """A data source, what its columns are for, and the settings of the run.

    `title` and `sentence` are English, and translated when shown; `source` is a path or `sample:NAME`.
    """

    name: str
    title: str
    sentence: str
    source: str
    spec_for: Callable[[Table], DataSpec]
    config: RunConfig


TUTORIAL_TARGET = "tetx_coppml"
TUTORIAL_ROW = 318  # as the table shows it; the tutorial counts from 0
TUTORIAL_INPUTS = (
    "tide_cm", "wat_temp_c", "sal_psu", "air_temp_c", "pcp_mm", "pcp3_mm", "pcp6_mm", "pcp12_mm",
    "wind_dir_deg", "wind_speed_mps", "air_p_hpa", "mslp_hpa", "rel_hum",
)  # fmt: skip


def tutorial_spec(table: Table) -> DataSpec:
    """Return the tutorial's use of the beach data: scaled over every row, 152 rows then 66 in file order."""
    for name in (*TUTORIAL_INPUTS, TUTORIAL_TARGET):
        if not table.has(name):
            raise UserError(
                tr("The tutorial needs a column {name!r}, which {table} has not.", name=name, table=table.name),
                hint=tr("Open the sample busan_beach."),
            )
    roles = dict.fromkeys(TUTORIAL_INPUTS, ColumnRole.INPUT) | {TUTORIAL_TARGET: ColumnRole.TARGET}
    columns = tuple(ColumnSpec(name=name, role=roles.get(name, ColumnRole.IGNORED)) for name in table.column_names)
    split = SplitConfig(method="file_order", train=0.7, validation=0.3, test=0.0)
    return DataSpec(columns=columns, split=split, task="regression", fit_on="all_rows")


TUTORIAL = Preset(
    name="tutorial",
    title=mark("Tutorial: ANN in numpy"),
    sentence=mark("A 10-5-1 perceptron on the Busan beach data, as the tutorial trains it, number by number."),
    source="sample:busan_beach",
    spec_for=tutorial_spec,
    config=RunConfig(
        network=NetworkConfig(
            hidden=(LayerConfig(10, Sigmoid()), LayerConfig(5, Sigmoid())),
            initializer=GlorotUniform(),
            seed=313,
            seed_each_layer=True,  # as the tutorial draws its weights
        ),
        training=TrainingConfig(
            loss=MSE(),
            optimizer=SGD(),
            learning_rate=0.001,
            batch_size=32,
            shuffle=False,
            max_epochs=1000,
            epoch_loss="batch_mean",
            stopping=StoppingConfig(patience=50, rule="exceeds", restore_best=False),
        ),
    ),
)


def with_commented_line(spec: DataSpec) -> DataSpec:
    """Return the tutorial's use of the data with the line that it has commented out.

    It takes the logarithm of the target and leaves the largest value out, row 317 when counted from 0. The other rows
    stay in their subsets.

    Parameters
    ----------
    spec : DataSpec
        The tutorial's, see `tutorial_spec`.
    """
    logged = spec.with_columns(spec.column(TUTORIAL_TARGET).replace(transform="log"))
    return logged.replace(left_out=(LeftOut(rows=str(TUTORIAL_ROW)),))


TUTORIAL_LOG = replace(
    TUTORIAL,
    name="tutorial_log",
    title=mark("Tutorial with its commented line"),
    sentence=mark("The same perceptron on the logarithm of the target, without its largest value."),
    spec_for=lambda table: with_commented_line(tutorial_spec(table)),
)


def suggested_spec(source: str, table: Table, targets: tuple[str, ...] = ()) -> DataSpec:
    """Return what the columns of a table are probably for.

    Parameters
    ----------
    source : str
        Where the table comes from: a path, or "sample:NAME", which has a specification of its own.
    table : Table
    targets : tuple of str, optional
        Columns to predict. Guessed when empty.
    """
    if source.startswith(PREFIX) and not targets:
        return sample_spec(source.removeprefix(PREFIX), table)
    return suggest_spec(table, targets)


PRESETS = {known.name: known for known in (TUTORIAL, TUTORIAL_LOG)}


def preset(name: str) -> Preset:
    """Return the preset of a name.

    Raises
    ------
    UserError
        If there is none; it names those that there are.
    """
    if name not in PRESETS:
        names = ", ".join(PRESETS)
        raise UserError(
            tr("There is no preset named {name!r}.", name=name), hint=tr("Choose one of: {names}.", names=names)
        )
    return PRESETS[name]


def propose_config(dataset: Dataset, before: RunConfig | None = None) -> RunConfig:
    """Return a configuration that suits a dataset.

    Parameters
    ----------
    dataset : Dataset
    before : RunConfig, optional
        What a person had chosen; everything is kept but a loss that does not fit the task.
    """
    if before is not None:
        return with_fitting_loss(before, dataset.task)
    return RunConfig(network=propose_network(dataset), training=_training(dataset))


def propose_network(dataset: Dataset, size: str = ACCURATE) -> NetworkConfig:
    """Return the layers that suit a dataset.

    Parameters
    ----------
    dataset : Dataset
    size : {"accurate", "small"}
        What the network is for: to predict as well as possible, or to be looked at unit by unit.
    """
    # A layer with fewer units than there are classes would be a bottleneck.
    if size == SMALL:
        return NetworkConfig(hidden=(LayerConfig(max(SMALL_UNITS, dataset.n_outputs), Tanh()),))
    layer = LayerConfig(max(UNITS, dataset.n_outputs), SiLU())
    return NetworkConfig(hidden=(layer, layer))


def _training(dataset: Dataset) -> TrainingConfig:
    rows, classes = len(dataset.train), dataset.task.is_classification
    size = batch_size(rows)
    updates = UPDATES_FOR_CLASSES if classes else UPDATES_FOR_NUMBERS
    return TrainingConfig(
        loss=default_loss(dataset.task),
        optimizer=Adam(),
        learning_rate=0.003 if classes else 0.005,
        schedule=Cosine(),
        batch_size=size,
        max_epochs=max(1, round(updates / math.ceil(rows / size))),
        l2=l2_penalty(dataset),
        weight_decay=0.0 if classes else 0.02,
        dropout=0.15 if _by_heart(dataset) else 0.0,
        averaging=AVERAGING,
        stopping=StoppingConfig(enabled=False),
    )


def l2_penalty(dataset: Dataset) -> float:
    """Return an L2 penalty for classes: 10 / rows for two, 1 / rows for several, where rows are scarce.

    From 20 rows for each input on it falls with the square of that number, and above 100 there is none, as for numbers,
    where it would blur the curves of a table without noise.
    """
    if not _by_heart(dataset):
        return 0.0
    rows = len(dataset.train)
    strength = 10.0 if dataset.task is Task.BINARY else 1.0
    scarcity = min(1.0, _FEW_ROWS * len(dataset.plain_features) / rows)
    return float(f"{strength / rows * scarcity**2:.1g}")


def _by_heart(dataset: Dataset) -> bool:
    """Return whether there are classes and so few rows for each input that a network could learn them by heart."""
    return dataset.task.is_classification and len(dataset.train) <= _PLENTY_OF_ROWS * len(dataset.plain_features)


def keep_choices(config: RunConfig, before: RunConfig, proposed: RunConfig) -> RunConfig:
    """Return a new proposal in which every setting that differs from the earlier proposal is as a person set it.

    Parameters
    ----------
    config : RunConfig
        The present settings.
    before, proposed : RunConfig
        What was proposed for the earlier dataset, and what is for the new one.
    """
    return RunConfig(
        proposed.network.replace(**_differences(before.network, config.network)),
        proposed.training.replace(**_differences(before.training, config.training)),
    )


def _differences(before: Config, now: Config) -> dict[str, object]:
    values = {p.name: (getattr(before, p.name), getattr(now, p.name)) for p in params_of(type(now))}
    return {name: new for name, (old, new) in values.items() if old != new}


def with_fitting_optimizer(config: RunConfig, before: RunConfig, proposed: RunConfig) -> RunConfig:
    """Return a configuration whose optimizer has just been chosen, with the settings that can go with it.

    An optimizer that takes all rows at each step goes without dropout and its like, which are switched off; back to
    mini-batches they are as proposed. What was changed together with the optimizer stays.

    Parameters
    ----------
    config, before : RunConfig
        With the new optimizer, and as it was.
    proposed : RunConfig
    """
    now, then = (isinstance(c.training.optimizer, FullBatchOptimizer) for c in (config, before))
    if now == then:
        return config
    source = RunConfig() if now else proposed
    same = [name for name in OFF_FOR_ALL_ROWS if getattr(config.training, name) == getattr(before.training, name)]
    return config.replace(training=config.training.replace(**{n: getattr(source.training, n) for n in same}))


def with_fitting_loss(config: RunConfig, task: Task) -> RunConfig:
    """Return a configuration with the task's own loss when the present one is for another kind of target.

    Parameters
    ----------
    config : RunConfig
    task : Task
    """
    if config.training.loss.output == OUTPUT_FOR[task]:
        return config
    return config.replace(training=config.training.replace(loss=default_loss(task)))


def batch_size(rows: int) -> int:
    """Return 32 for a small table, 128 above 5,000 training rows, where larger batches cost little more."""
    return 32 if rows <= MANY_ROWS else 128
