"""Why settings were proposed: a sentence for each, with its numbers, as long as the setting still stands."""

from __future__ import annotations

from collections.abc import Iterable

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.params import strip_brackets
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.suggest import PIECES, ROWS_FOR_PIECES
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.engine.training.config import NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.presets import ACCURATE, SMALL, propose_config, propose_network


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
    size = proposed_size(dataset, network)
    of_network = (
        (bool(size), explain_size(dataset, size) if size else ""),
        (True, _why_output(dataset, training.loss.output)),
        (True, _why_task(dataset)),
        (True, _why_pieces(dataset)),
    )
    stands = [
        sentence
        for names, sentence in _of_training(dataset, proposed.training)
        if sentence and all(getattr(training, name) == getattr(proposed.training, name) for name in names)
    ]
    return tuple(s for holds, s in of_network if holds and s), tuple(stands)


def _of_training(dataset: Dataset, n: TrainingConfig) -> Iterable[tuple[tuple[str, ...], str]]:
    """Yield names of settings, and the sentence that holds while all of them stand; "" for one that is off."""
    yield ("loss",), tr(_WHY_LOSS[dataset.task], loss=strip_brackets(tr(n.loss.label)))
    yield ("optimizer", "learning_rate", "schedule"), tr(_WHY_RATE, rate=n.learning_rate)
    yield ("batch_size",), _why_batches(dataset, n.batch_size)
    yield ("max_epochs", "batch_size"), _why_epochs(dataset, n)
    yield (
        ("l2",),
        tr(_WHY_PENALTY, penalty=n.l2, rows=len(dataset.train), inputs=len(dataset.plain_features)) if n.l2 else "",
    )
    yield ("weight_decay",), tr(_WHY_DECAY, decay=n.weight_decay) if n.weight_decay else ""
    yield ("dropout",), tr(_WHY_DROPOUT, share=100 * n.dropout) if n.dropout else ""
    yield ("averaging",), _why_averaging(n.averaging) if n.averaging else ""
    yield ("stopping",), tr(_WHY_STOPPING if len(dataset.validation) else _WHY_THE_LAST)


_WHY_LOSS = {
    Task.REGRESSION: mark("{loss}: the usual loss for a target that is a number."),
    Task.BINARY: mark("{loss}: the usual loss for a target with two classes."),
    Task.MULTICLASS: mark("{loss}: the usual loss for a target with several classes."),
}
_WHY_RATE = mark("Adam from {rate:g} down to 0 along a cosine: large steps at first, fine ones at the end.")
_WHY_PENALTY = mark(
    "L2 penalty of {penalty:g}: {rows:,} training rows for {inputs:,} inputs are easily learnt by heart."
)
_WHY_DECAY = mark("Weight decay of {decay:g}: weights that no row needs fade away.")
_WHY_DROPOUT = mark("Dropout of {share:g} %: the probabilities of classes become less sure of themselves.")
_WHY_STOPPING = mark(
    "Trains all epochs, as the learning rate reaches 0 with the last one; the weights of the epoch with the lowest "
    "validation loss are used."
)
_WHY_THE_LAST = mark(
    "Trains all epochs and uses the last weights: without validation rows there is nothing to choose by."
)


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
    """Say how many epochs and updates there are; their product is what counts."""
    rows, most = len(dataset.train), training.max_epochs
    updates = -(-rows // training.batch_size) * most
    return tr_n(
        "{n:,} epoch: {updates:,} updates in all, with {rows:,} training rows.",
        "{n:,} epochs: {updates:,} updates in all, with {rows:,} training rows.",
        most,
        updates=updates,
        rows=rows,
    )


def _why_averaging(share: float) -> str:
    return tr(
        "Weight averaging of {share:g}: validation and results use the mean of about the last {updates:,} updates, so "
        "that no single noisy epoch is chosen by luck.",
        share=share,
        updates=round(1 / (1 - share)),
    )


def _why_task(dataset: Dataset) -> str:
    names = _first_names(dataset.target_names)
    if dataset.task is Task.REGRESSION:
        return tr("Regression: {names} holds numbers.", names=names)
    if dataset.task is Task.BINARY:
        return tr("Two classes: {names} has two different values.", names=names)
    return tr("{n:,} classes: {names} has so many different values.", n=dataset.n_outputs, names=names)


def _why_pieces(dataset: Dataset) -> str:
    """Say why numbers enter in pieces; "" where they do not, or were not proposed."""
    most, rows = max((len(one.edges) - 1 for one in dataset.piecewise), default=0), len(dataset.train)
    used = sum(map(len, dataset.subsets.values()))
    if most != PIECES or used < ROWS_FOR_PIECES:
        return ""
    return tr_n(
        "{n:,} number also enters in up to {pieces} pieces, so that {rows:,} training rows can teach bends and steps. "
        "On three tables of 5,000 rows or more the error fell by 3 to 10 %, but not with 2,000 rows or fewer.",
        "{n:,} numbers also enter in up to {pieces} pieces, so that {rows:,} training rows can teach bends and steps. "
        "On three tables of 5,000 rows or more the error fell by 3 to 10 %, but not with 2,000 rows or fewer.",
        len(dataset.piecewise),
        pieces=most,
        rows=rows,
    )


def _first_names(names: tuple[str, ...]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


def proposed_size(dataset: Dataset, network: NetworkConfig) -> str:
    """Return which of the proposed sizes the hidden layers have, "" when they are a person's own."""
    sizes = (size for size in (ACCURATE, SMALL) if network.hidden == propose_network(dataset, size).hidden)
    found = next(sizes, "")
    return "" if found == SMALL and dataset.piecewise else found


def explain_size(dataset: Dataset, size: str, briefly: bool = False, pieces: int = 0) -> str:
    """Say what a proposed size is good for, with its numbers.

    Parameters
    ----------
    dataset : Dataset
    size : {"accurate", "small"}
    briefly : bool
        Only what tells it from the other.
    pieces : int
        In how many pieces numbers are to enter with the larger network, where they do not now; 0 for none.
    """
    units = [layer.units for layer in propose_network(dataset, size).hidden]
    if size == ACCURATE and pieces and not dataset.piecewise:  # how many there will be is found with them
        return tr(_WITH_PIECES, first=units[0], second=units[-1], pieces=pieces)
    inputs = len(dataset.plain_features) if size == SMALL else dataset.n_features
    weights = ParameterLayout((inputs, *units, dataset.n_outputs)).n_parameters
    numbers = {"first": units[0], "second": units[-1], "weights": weights, "rows": len(dataset.train)}
    return tr((_BRIEFLY if briefly else _WHY_HIDDEN)[size], **numbers)


_WITH_PIECES = mark("{first} and {second} units, numbers in {pieces} pieces: follows fine detail.")
_BRIEFLY = {
    ACCURATE: mark("{first} and {second} units, {weights:,} weights: follows fine detail."),
    SMALL: mark("{first} units, {weights:,} weights: each can be read in the plots."),
}
_WHY_HIDDEN = {
    ACCURATE: mark(
        "Hidden layers of {first} and {second} units: {weights:,} weights for {rows:,} training rows. "
        "So many learn fine detail, and noise too: the best epoch's weights are used."
    ),
    SMALL: mark(
        "One hidden layer of {first} units: each of the {weights:,} weights can be read in the plots. "
        "It is mostly less exact than the larger network."
    ),
}


def _why_output(dataset: Dataset, output: str) -> str:
    if output == "identity":
        names = _first_names(dataset.target_names)
        return tr("Linear output, because {names} is numeric.", names=names)
    if output == "sigmoid":
        return tr("One sigmoid output: the probability of the second class.")
    return tr("Softmax over {n} classes: their probabilities add up to 1.", n=dataset.n_outputs)
