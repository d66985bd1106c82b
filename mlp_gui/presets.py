"""Settings that suit: the tutorial's run to the digit, and a proposal for any other dataset, with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.errors import UserError
from mlp_gui.data.samples import PREFIX, sample_spec
from mlp_gui.data.spec import ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.data.table import Table
from mlp_gui.engine.activations import Sigmoid, Tanh
from mlp_gui.engine.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.initializers import GlorotUniform
from mlp_gui.engine.losses import MSE, default_loss, losses
from mlp_gui.engine.optimizers import SGD, Adam

OUTPUT_FOR = {Task.REGRESSION: "identity", Task.BINARY: "sigmoid", Task.MULTICLASS: "softmax"}


@dataclass(frozen=True)
class Preset:
    """A data source, what its columns are for, and the settings of the run."""

    name: str
    title: str
    sentence: str
    source: str
    spec_for: Callable[[Table], DataSpec]
    config: RunConfig


TUTORIAL_TARGET = "tetx_coppml"
TUTORIAL_INPUTS = (
    "tide_cm",
    "wat_temp_c",
    "sal_psu",
    "air_temp_c",
    "pcp_mm",
    "pcp3_mm",
    "pcp6_mm",
    "pcp12_mm",
    "wind_dir_deg",
    "wind_speed_mps",
    "air_p_hpa",
    "mslp_hpa",
    "rel_hum",
)


def tutorial_spec(table: Table) -> DataSpec:
    """The tutorial's use of the beach data: scaled over every row of the file, 152 rows then 66 in file order."""
    for name in (*TUTORIAL_INPUTS, TUTORIAL_TARGET):
        if not table.has(name):
            raise UserError(
                f"The tutorial needs a column {name!r}, which {table.name} has not.",
                hint="Open the sample busan_beach.",
            )
    roles = dict.fromkeys(TUTORIAL_INPUTS, "input") | {TUTORIAL_TARGET: "target"}
    columns = tuple(ColumnSpec(name=name, role=roles.get(name, "ignored")) for name in table.column_names)
    split = SplitConfig(method="file_order", train=0.7, validation=0.3, test=0.0)
    return DataSpec(columns=columns, split=split, task="regression", fit_on="all_rows")


TUTORIAL = Preset(
    name="tutorial",
    title="Tutorial: ANN in numpy",
    sentence="A 10-5-1 perceptron on the Busan beach data, as the tutorial trains it, number by number.",
    source="sample:busan_beach",
    spec_for=tutorial_spec,
    config=RunConfig(
        network=NetworkConfig(
            hidden=(LayerConfig(10, Sigmoid()), LayerConfig(5, Sigmoid())),
            initializer=GlorotUniform(),
            seed=313,
            seed_each_layer=True,
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


def suggested_spec(source: str, table: Table, targets: tuple[str, ...] = ()) -> DataSpec:
    """What the columns of a file or of `sample:NAME` are probably for."""
    if source.startswith(PREFIX) and not targets:
        return sample_spec(source.removeprefix(PREFIX), table)
    return suggest_spec(table, targets)


PRESETS = {TUTORIAL.name: TUTORIAL}


def preset(name: str) -> Preset:
    if name not in PRESETS:
        raise UserError(f"There is no preset named {name!r}.", hint=f"Choose one of: {', '.join(PRESETS)}.")
    return PRESETS[name]


def propose(dataset: Dataset, before: RunConfig | None = None) -> RunConfig:
    """A configuration that suits the dataset; of `before`, everything is kept but a loss that does not fit the task."""
    if before is not None:
        return with_fitting_loss(before, dataset.task)
    units = hidden_units(dataset)
    rows = len(dataset.train)
    return RunConfig(
        network=NetworkConfig(hidden=(LayerConfig(units, Tanh()), LayerConfig(max(units // 2, 2), Tanh()))),
        training=TrainingConfig(
            loss=default_loss(dataset.task),
            optimizer=Adam(),
            learning_rate=0.003,
            batch_size=batch_size(rows),
            max_epochs=1000 if rows <= 20_000 else 100,
            stopping=StoppingConfig(patience=100 if rows <= 2_000 else 50 if rows <= 20_000 else 10),
        ),
    )


def with_fitting_loss(config: RunConfig, task: Task) -> RunConfig:
    """The same configuration, with the task's own loss when the present one is for another kind of target."""
    if config.training.loss.output == OUTPUT_FOR[task]:
        return config
    return config.replace(training=config.training.replace(loss=default_loss(task)))


def hidden_units(dataset: Dataset) -> int:
    """So many that a row has about one weight to itself: between 4 and 64 (a rule of thumb, not a law)."""
    weights_per_unit = dataset.n_features + dataset.n_outputs + 1
    return int(min(64, max(4, len(dataset.train) // weights_per_unit)))


def batch_size(rows: int) -> int:
    """32 for small tables, larger ones for large tables, so that an epoch has some 50 to 500 updates."""
    size = 32
    while rows / size > 500 and size < 1024:
        size *= 2
    return size


def losses_for(task: Task) -> tuple[str, ...]:
    """The names of the losses that fit a task, for choosers."""
    return tuple(member.name for member in losses if member.output == OUTPUT_FOR[task])
