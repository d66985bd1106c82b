"""From a table or a file to a model: training, and reading a saved run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mlp_gui.api.option_words import option_words, parse_words, quoted_names
from mlp_gui.api.trained import Model
from mlp_gui.api.written_frames import Source, write_down
from mlp_gui.cli.train import trained_model
from mlp_gui.cli.train_setup import prepare_training
from mlp_gui.core.errors import UserError
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import read_run_and_dialect
from mlp_gui.model import TrainedModel
from mlp_gui.studies.ensemble import ensemble_model, refuse_ensemble
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import Study
from mlp_gui.studies.train_job import train_job


def fit(data: Source, *, target: str | Iterable[str], networks: int = 1, **settings: Any) -> Model:
    """Train a network on a table, or several of which the average answers.

    Parameters
    ----------
    data : DataFrame, str or Path
        A frame, the path of a table file, or "sample:NAME".
    target : str or sequence of str
        The columns to predict.
    networks : int
        How many are trained, from one seed after the other on the same rows. `Model.predict` answers with the mean of
        several: of numbers before their unit is put back, of classes as probabilities; `Model.predict_spread` says how
        far they lie apart.
    **settings
        The options of ``mlp-gui train`` with _ for -: ``inputs=["a", "b"]``, ``hidden=(10, 5)``, ``epochs=300``,
        ``learning_rate=0.01``, ``split=(0.7, 0.15, 0.15)``, ``seed=1``. True and False switch. ``config`` takes a dict
        as a settings file holds it.

    Returns
    -------
    Model

    Raises
    ------
    UserError
        If there is no such setting or column, or nothing can be learned; it says why.
    """
    config = settings.pop("config", None)
    if config is not None and not isinstance(config, Mapping):
        raise UserError("The settings in `config` must be a dict of names and values.")
    words = ["--target=" + quoted_names([target] if isinstance(target, str) else target)]
    words += [word for name, value in settings.items() for word in option_words(name, value)]
    with TemporaryDirectory() as folder:
        source, dialect = write_down(data, Path(folder))
        options = parse_words(["train", *words])
        options.data = source
        prepared, run = prepare_training(options, dialect, config)
    if networks != 1:
        return Model(ExportInput(_average(prepared, run, networks), History(), prepared))
    trainer = Trainer(run, prepared.dataset)
    for _ in trainer.epochs():
        pass
    stopped = "" if trainer.stopped is None else trainer.stopped.sentence
    return Model(ExportInput(trained_model(prepared, trainer), trainer.history, prepared, stopped), trainer)


def _average(prepared: Prepared, run: RunConfig, networks: int) -> TrainedModel:
    """Train networks of one seed after the other, and return the model that averages them."""
    study = Study(prepared.table, prepared.spec, run, StudyPlan(repeats=networks))
    refuse_ensemble(study)
    return ensemble_model(study, [train_job(study, job) for job in study.plan.jobs()])


def load(path: str | Path) -> Model:
    """Load a run that the window, the command line or `Model.save` has saved.

    Parameters
    ----------
    path : str or Path
        Of a file .mlp.

    Raises
    ------
    UserError
        If the file is no run, or damaged.
    """
    run, dialect = read_run_and_dialect(path)
    return Model(ExportInput(run.model, run.history), dialect=dialect, path=Path(path))
