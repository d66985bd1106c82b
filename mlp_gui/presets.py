"""Settings that suit: the tutorial's run to the digit, and a proposal for any other dataset, with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import strip_brackets
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.samples.catalogue import PREFIX
from mlp_gui.data.samples.loader import sample_spec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.network.activations import Sigmoid, Tanh
from mlp_gui.engine.network.initializers import GlorotUniform
from mlp_gui.engine.network.losses import MSE, default_loss
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig

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


PRESETS = {TUTORIAL.name: TUTORIAL}


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
            l2=_GAP_PENALTY if dataset.gap_features else 0.0,
            stopping=StoppingConfig(patience=100 if rows <= 2_000 else 50 if rows <= 20_000 else 10),
        ),
    )


def explain_proposal(dataset: Dataset, config: RunConfig) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Explain why `propose_config` chose what still stands in a configuration.

    Parameters
    ----------
    dataset : Dataset
    config : RunConfig
        As it was proposed, or edited since.

    Returns
    -------
    of_network, of_training : tuple of str
        Sentences.
    """
    proposed = propose_config(dataset)
    network, training = config.network, config.training
    n = proposed.training
    of_network = (
        (network.hidden == proposed.network.hidden, _why_hidden(dataset, proposed.network)),
        (True, _why_output(dataset, training.loss.output)),
        (True, _why_task(dataset)),
    )
    said = (
        (training.loss == n.loss, tr(_WHY_LOSS[dataset.task], loss=strip_brackets(tr(n.loss.label)))),
        (
            (training.optimizer, training.learning_rate) == (n.optimizer, n.learning_rate),
            tr(
                "Adam at {rate:g}: it fits the step to each weight, so the rate seldom has to be tuned.",
                rate=n.learning_rate,
            ),
        ),
        (training.batch_size == n.batch_size, _why_batches(dataset, n.batch_size)),
        ((training.max_epochs, training.batch_size) == (n.max_epochs, n.batch_size), _why_epochs(dataset, n)),
        (n.l2 > 0 and training.l2 == n.l2, tr(_WHY_PENALTY, penalty=n.l2)),
        (training.stopping == n.stopping, _why_stopping(dataset, n.stopping.patience)),
    )
    return tuple(s for holds, s in of_network if holds), tuple(s for holds, s in said if holds)


_GAP_PENALTY = 0.001
_WHY_PENALTY = mark("L2 penalty of {penalty:g}: inputs that say that a cell was empty are easily learnt by heart.")
_WHY_LOSS = {
    Task.REGRESSION: mark("{loss}: the usual loss for a target that is a number."),
    Task.BINARY: mark("{loss}: the usual loss for a target with two classes."),
    Task.MULTICLASS: mark("{loss}: the usual loss for a target with several classes."),
}


def _why_batches(dataset: Dataset, size: int) -> str:
    rows = len(dataset.train)
    return tr_n(
        "Batches of {size:,}: {n:,} update in an epoch of {rows:,} training rows.",
        "Batches of {size:,}: {n:,} updates in an epoch of {rows:,} training rows.",
        -(-rows // size),
        size=size,
        rows=rows,
    )


def _why_epochs(dataset: Dataset, training: TrainingConfig) -> str:
    """Say how many epochs and updates there are at most; their product is what counts."""
    rows, most = len(dataset.train), training.max_epochs
    updates = -(-rows // training.batch_size) * most
    return tr_n(
        "At most {n:,} epoch: up to {updates:,} updates in all, with {rows:,} training rows.",
        "At most {n:,} epochs: up to {updates:,} updates in all, with {rows:,} training rows.",
        most,
        updates=updates,
        rows=rows,
    )


def _why_task(dataset: Dataset) -> str:
    names = _first_names(dataset.target_names)
    if dataset.task is Task.REGRESSION:
        return tr("Regression: {names} holds numbers.", names=names)
    if dataset.task is Task.BINARY:
        return tr("Two classes: {names} has two different values.", names=names)
    return tr("{n:,} classes: {names} has so many different values.", n=dataset.n_outputs, names=names)


def _first_names(names: tuple[str, ...]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


def _why_stopping(dataset: Dataset, patience: int) -> str:
    if not len(dataset.validation):
        return tr("Trains to the last epoch: without validation rows there is nothing to stop early by.")
    if patience >= 50:
        return tr(
            "Stops when the validation loss has not improved for {n:,} epochs: small tables learn in jumps.", n=patience
        )
    return tr(
        "Stops when the validation loss has not improved for {n:,} epochs: each epoch has many updates.", n=patience
    )


def _why_hidden(dataset: Dataset, network: NetworkConfig) -> str:
    units = [layer.units for layer in network.hidden]
    weights = ParameterLayout((dataset.n_features, *units, dataset.n_outputs)).n_parameters
    return tr(
        "Hidden layers of {first} and {second} units: {weights:,} weights for {rows:,} training rows. "
        "More units fit finer detail, and noise too.",
        first=units[0],
        second=units[1],
        weights=weights,
        rows=len(dataset.train),
    )


def _why_output(dataset: Dataset, output: str) -> str:
    if output == "identity":
        names = _first_names(dataset.target_names)
        return tr("Output without a limit, since {names} can be any number.", names=names)
    if output == "sigmoid":
        return tr("One sigmoid output: the probability of the second class.")
    return tr("Softmax over {n} classes: their probabilities add up to 1.", n=dataset.n_outputs)


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


def hidden_units(dataset: Dataset) -> int:
    """Return the units of the first hidden layer, between 4 and 64: a row has about one weight to itself.

    A rule of thumb, not a law.
    """
    weights_per_unit = dataset.n_features + dataset.n_outputs + 1
    return int(min(64, max(4, len(dataset.train) // weights_per_unit)))


def batch_size(rows: int) -> int:
    """Return 32 for a small table, more for a large one, so that an epoch has some 50 to 500 updates."""
    size = 32
    while rows / size > 500 and size < 1024:
        size *= 2
    return size
