"""What keeps a script in another library from repeating a run, in sentences that name it."""

from __future__ import annotations

from time import perf_counter

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import params_of
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.scripts.activation_code import Language, activation_source
from mlp_gui.export.training.loss_source import SKLEARN_LOSSES, loss_source
from mlp_gui.export.training.optimizer_source import TrainingLibrary, optimizer_source

SECONDS = 2.0  # of repeating the run here, before a file says that it can be repeated
# Rounding that another machine's arithmetic may have added to a saved history; a changed setting is far beyond it.
TOLERANCES = {"float64": 1e-6, "float32": 1e-2}
LANGUAGES: dict[TrainingLibrary, Language] = {"tensorflow": "keras", "pytorch": "pytorch", "sklearn": "sklearn"}
LABELS: dict[TrainingLibrary, str] = {"tensorflow": "TensorFlow", "pytorch": "PyTorch", "sklearn": "scikit-learn"}
_NOT_IN_SKLEARN = ("dropout", "input_noise", "l1", "class_weight", "clip")


def refuse_without_run(source: ExportInput) -> None:
    """Refuse a source that has no table, no epoch, or more than one network; UserError says which."""
    if source.prepared is None:
        raise UserError(
            tr("There is no table to train on."), hint=tr("Open the table of this network, or save it with the run.")
        )
    if not len(source.history):
        raise UserError(tr("There is no history yet."), hint=tr("Train at least one epoch first."))
    if not isinstance(source.model.network, Network):
        raise UserError(
            tr("A script trains one network again, and this is the average of several."),
            hint=tr("Choose the Python script."),
        )


def refuse_foreign_settings(source: ExportInput, library: TrainingLibrary) -> None:
    """Refuse the first setting of a run that a library cannot follow exactly.

    Parameters
    ----------
    source : ExportInput
    library : {"tensorflow", "pytorch", "sklearn"}

    Raises
    ------
    UserError
        It names the setting.
    """
    training, label = source.model.config.training, LABELS[library]
    if optimizer_source(training.optimizer, library) is None:
        raise _refusal(label, tr("the optimizer {name}", name=tr(training.optimizer.label)))
    for activation in (layer.activation for layer in source.model.config.network.hidden):
        if activation_source(activation, LANGUAGES[library]) is None:
            raise _refusal(label, tr("the activation {name}", name=tr(activation.label)))
    known = training.loss.name in SKLEARN_LOSSES if library == "sklearn" else loss_source(training.loss, library)
    if not known:
        raise _refusal(label, tr("the loss {name}", name=tr(training.loss.label)))
    usual, labels = TrainingConfig(), {p.name: tr(p.label) for p in params_of(TrainingConfig)}
    barred = _NOT_IN_SKLEARN if library == "sklearn" else ()
    for name in barred:
        if getattr(training, name) != getattr(usual, name):
            raise _refusal(label, labels[name])
    if training.clip == "norm":
        raise _refusal(label, labels["clip"])
    changes = len({report.learning_rate for report in source.history}) > 1
    if changes and library == "pytorch" and training.optimizer.name in ("momentum", "nesterov"):
        raise _refusal(label, tr("a learning rate that changes, with {name}", name=tr(training.optimizer.label)))
    if library == "sklearn":
        _refuse_for_sklearn(source)


def _refuse_for_sklearn(source: ExportInput) -> None:
    assert source.prepared is not None
    if len({layer.activation for layer in source.model.config.network.hidden}) > 1:
        raise _refusal("scikit-learn", tr("several activations in one network"))
    if source.prepared.dataset.train.weights is not None:
        raise _refusal("scikit-learn", tr("row weights"))


def _refusal(library: str, what: str) -> UserError:
    return UserError(
        tr("{library} cannot train this run in the same way: {what}.", library=library, what=what),
        hint=tr("Choose another library, or repeat the run with another setting."),
    )


def repetition_sentence(source: ExportInput) -> str:
    """Train the run again from its start weights, for as long as it is quick, and say whether its history is the same.

    It is not where a setting was changed on the way, or where the run began with other weights.

    Parameters
    ----------
    source : ExportInput
    """
    done, foreign = _repeat(source)
    if foreign:
        return tr(
            "it differs from its settings' own run from epoch {epoch:,} on: a setting was changed while it ran, "
            "or it began with other weights",
            epoch=foreign,
        )
    return tr_n("{n:,} epoch repeated here and compared", "{n:,} epochs repeated here and compared", done)


def first_foreign_epoch(source: ExportInput) -> int:
    """Return the first epoch that training again, for as long as it is quick, gives other losses in; 0 for none."""
    return _repeat(source)[1]


def _repeat(source: ExportInput) -> tuple[int, int]:
    """Return how many epochs were repeated with the same losses, and the first one with others, 0 for none."""
    assert source.prepared is not None
    trainer, begin, done = Trainer(source.model.config, source.prepared.dataset), perf_counter(), 0
    limit = TOLERANCES[source.model.config.network.dtype]
    for report, saved in zip(trainer.epochs(), source.history, strict=False):
        pairs = ((report.train_loss, saved.train_loss), (report.validation_loss, saved.validation_loss))
        if not all(np.isclose(a, b, rtol=limit, atol=limit**2, equal_nan=True) for a, b in pairs):
            return done, report.epoch
        done += 1
        if perf_counter() - begin > SECONDS:
            break
    return done, 0
