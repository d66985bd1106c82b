"""The one thing to try next, as a change of the settings or of the data that a button makes."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.split_config import SplitConfig
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.presets import propose_config
from mlp_gui.verdict.judgement import Verdict

FEWEST_UNITS, MOST_UNITS = 4, 512
LARGEST_SEED = 2**32
WORTH_FEWER_UNITS = 0.1  # of the explained share, judged rows below training rows
TEXTS: dict[str, tuple[str, str]] = {
    "hold_back": (
        mark("Hold rows back"),
        mark("Split the rows anew: 70 % to train on, 15 % to validate, 15 % to test."),
    ),
    "by_time": (
        mark("Split by time"),
        mark("The rows follow one another in time: train on the early ones, and test on the late ones."),
    ),
    "another_split": (
        mark("Try another split"),
        mark("Draw the subsets anew, to see how much depends on which rows are in the test."),
    ),
    "proposed": (mark("Use the proposed settings"), mark("Go back to the settings that suit this table.")),
    "fewer_units": (
        mark("Half the units"),
        mark("It knows its training rows better than the others: a smaller network learns less by heart."),
    ),
    "more_units": (mark("Twice the units"), mark("A larger network can follow what a straight line cannot.")),
    "no_hidden": (
        mark("Leave out the hidden layers"),
        mark("Without hidden layers the network is a linear model, which does better here."),
    ),
    "longer": (mark("Allow more epochs"), mark("Three times the epochs and the patience; then resume.")),
    "repeat": (
        mark("Another seed"),
        mark("Begin with other weights, to see how much depends on chance. The run stays in the list."),
    ),
}


@dataclass(frozen=True)
class Advice:
    """A change to try.

    Attributes
    ----------
    name : str
    label, reason : str
        Of the button and its tooltip, in English.
    config : RunConfig or None
        The settings to take.
    spec : DataSpec or None
        The use of the columns to take.
    """

    name: str
    label: str
    reason: str
    config: RunConfig | None = None
    spec: DataSpec | None = None


def advise(
    verdict: Verdict, dataset: Dataset, config: RunConfig, spec: DataSpec | None, time_column: str = ""
) -> Advice | None:
    """Return what to try next; None when there is nothing that one button could do.

    Parameters
    ----------
    verdict : Verdict
    dataset : Dataset
    config : RunConfig
        Of the run that was judged.
    spec : DataSpec or None
        Of its data; None when it came from no table.
    time_column : str
        The column of dates that the rows follow; "" when there is none.
    """
    if verdict.finding == "nothing_varies":
        return None
    if verdict.subset is Subset.TRAINING and spec is not None:
        return _data("hold_back", _held_back(spec, verdict.ordered, time_column))
    if verdict.finding in ("test_worse", "other_level", "few_rows", "not_shown"):
        return _other_rows(verdict, spec, time_column) or _same_rows(verdict, config)
    if verdict.finding == "better":
        return _repeated(config)
    if verdict.by_heart and verdict.finding != "not_finite":
        return _smaller(config) or _settings("no_hidden", _with_units(config, ()))
    return _stronger(verdict, dataset, config)


def _stronger(verdict: Verdict, dataset: Dataset, config: RunConfig) -> Advice | None:
    """Return what may help a network that learns too little."""
    proposed = propose_config(dataset)
    if not _is_like(config, proposed):
        return _settings("proposed", proposed)
    if verdict.finding == "linear_better" and config.network.hidden:
        return _settings("no_hidden", _with_units(config, ()))
    if verdict.finding == "as_linear":
        # More units help what is not even learned; what is learned and does not hold elsewhere needs fewer.
        other = _smaller(config) if verdict.gap > WORTH_FEWER_UNITS else _larger(config)
        return other or _repeated(config)
    return _repeated(config) if verdict.finding == "not_finite" else _longer(config)


def _is_like(config: RunConfig, proposed: RunConfig) -> bool:
    """Return whether what decides most is as proposed."""
    mine, theirs = config.training, proposed.training
    same = (mine.optimizer, mine.learning_rate, mine.batch_size) == (
        theirs.optimizer,
        theirs.learning_rate,
        theirs.batch_size,
    )
    return same and config.network.hidden == proposed.network.hidden


def _data(name: str, spec: DataSpec) -> Advice:
    return Advice(name, *TEXTS[name], spec=spec)


def _settings(name: str, config: RunConfig) -> Advice:
    return Advice(name, *TEXTS[name], config=config)


def _held_back(spec: DataSpec, ordered: bool, time_column: str) -> DataSpec:
    split = _by_time(spec.split, time_column) if ordered else spec.split.replace(method="random")
    return spec.replace(split=split.replace(train=0.7, validation=0.15, test=0.15))


def _by_time(split: SplitConfig, time_column: str) -> SplitConfig:
    """Return a split in order of time: by its column where there is one, else as the rows stand in the file."""
    return split.replace(method="time_order" if time_column else "file_order", column=time_column, reason="")


def _other_rows(verdict: Verdict, spec: DataSpec | None, time_column: str) -> Advice | None:
    if spec is None or spec.split.method in ("file_order", "time_order", "periods", "column"):
        return None
    if verdict.ordered:
        return _data("by_time", spec.replace(split=_by_time(spec.split, time_column)))
    seed = (spec.split.seed + 1) % LARGEST_SEED
    return _data("another_split", spec.replace(split=spec.split.replace(seed=seed)))


def _same_rows(verdict: Verdict, config: RunConfig) -> Advice | None:
    """Return what to try where the person has said which rows test: nothing helps against another level."""
    if verdict.finding == "other_level":
        return None
    return (_smaller(config) if verdict.by_heart else None) or _repeated(config)


def _repeated(config: RunConfig) -> Advice:
    seed = (config.network.seed + 1) % LARGEST_SEED
    return _settings("repeat", config.replace(network=config.network.replace(seed=seed)))


def _longer(config: RunConfig) -> Advice:
    training = config.training
    stopping = training.stopping.replace(patience=3 * training.stopping.patience)
    longer = training.replace(max_epochs=3 * training.max_epochs, stopping=stopping)
    return _settings("longer", config.replace(training=longer))


def _smaller(config: RunConfig) -> Advice | None:
    units = tuple(layer.units for layer in config.network.hidden)
    if not units or max(units) <= FEWEST_UNITS:
        return None
    halves = tuple(max(min(n, FEWEST_UNITS), n // 2) for n in units)
    return _settings("fewer_units", _with_units(config, halves))


def _larger(config: RunConfig) -> Advice | None:
    units = tuple(2 * layer.units for layer in config.network.hidden)
    if not units or max(units) > MOST_UNITS:
        return None
    return _settings("more_units", _with_units(config, units))


def _with_units(config: RunConfig, units: tuple[int, ...]) -> RunConfig:
    layers = config.network.hidden[: len(units)]
    hidden = tuple(layer.replace(units=n) for layer, n in zip(layers, units, strict=True))
    return config.replace(network=config.network.replace(hidden=hidden))
