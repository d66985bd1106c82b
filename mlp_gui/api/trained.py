"""A trained network as an object of Python: it predicts, explains and is saved."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.api.row_explanation import explain
from mlp_gui.api.run_dataset import dataset_of
from mlp_gui.api.used_rows import predict_used_rows
from mlp_gui.api.written_frames import Source, write_down
from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import to_json
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.metrics.metric import both_classes
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.base import export as write
from mlp_gui.export.project.project import save_project
from mlp_gui.model import TrainedModel


class Model:
    """A trained network with all that it needs to predict from the columns of a table; `fit` and `load` return one."""

    def __init__(
        self,
        source: ExportInput,
        trainer: Trainer | None = None,
        dialect: Dialect | None = None,
        path: Path | None = None,
    ) -> None:
        self._source, self._trainer, self._dialect, self._path = source, trainer, dialect, path

    def __repr__(self) -> str:
        sizes = "-".join(map(str, self._model.network.sizes))
        return f"<mlp_gui.Model {sizes}, {self.task}: {', '.join(self.inputs)} -> {', '.join(self.targets)}>"

    @property
    def _model(self) -> TrainedModel:
        return self._source.model

    # --- what it is ------------------------------------------------------------------------------------------

    @property
    def task(self) -> str:
        """What it predicts: "regression", "binary" or "multiclass"."""
        return self._model.task.value

    @property
    def inputs(self) -> tuple[str, ...]:
        """The columns that a table needs to be predicted."""
        return self._model.pipeline.raw_names

    @property
    def targets(self) -> tuple[str, ...]:
        """The columns that it predicts."""
        return self._model.pipeline.target_names

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes in the order of `predict_proba`; empty for a regression."""
        return self._model.pipeline.class_names

    @property
    def scores(self) -> dict[str, dict[str, float]]:
        """Subset to metric to number, in original units."""
        return {str(subset): dict(values) for subset, values in self._model.provenance["scores"].items()}

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the run, as ``config`` of `fit` and a settings file take them."""
        return {"data": to_json(self._model.spec), **to_json(self._model.config)}

    @property
    def history(self) -> pd.DataFrame:
        """The losses of every epoch, a row for each."""
        kept: History = self._source.history
        return pd.DataFrame(kept.rows(), columns=list(EpochReport._fields))

    # --- predicting ------------------------------------------------------------------------------------------

    def predict(self, data: Source) -> NDArray[Any]:
        """Predict each row of a table, whose columns are matched by name.

        Returns
        -------
        ndarray of shape (n_rows,) or (n_rows, n_targets)
            Numbers in original units, NaN in rows without a prediction; or texts of classes, "" in such rows.

        Raises
        ------
        UserError
            If the table lacks columns; it names them.
        """
        found = self._model.predict(self._opened(data))
        if self.classes:
            return np.asarray(found.columns[f"predicted {self.targets[0]}"], dtype=object)
        return found.outputs[:, 0] if len(self.targets) == 1 else found.outputs

    def predict_proba(self, data: Source) -> Floats:
        """Return the probability of each class, of shape (n_rows, n_classes).

        Raises
        ------
        UserError
            If it is a regression, or the table lacks columns.
        """
        if not self.classes:
            raise UserError("A regression has no classes.")
        outputs = self._model.predict(self._opened(data)).outputs
        return both_classes(outputs[:, 0]) if self._model.task is Task.BINARY else outputs

    def predict_spread(self, data: Source) -> Floats:
        """Return how far the members of an ensemble lie apart: the standard deviation of what they answer.

        It is the uncertainty of the model, zero where all members agree, and says nothing of the noise in the data.

        Returns
        -------
        ndarray of shape (n_rows,), (n_rows, n_targets) or (n_rows, n_classes)
            In original units, or of probabilities; NaN in rows without a prediction.

        Raises
        ------
        UserError
            If it is a single network, or the table lacks columns.
        """
        spread = self._model.predict(self._opened(data)).spread
        if spread is None:
            raise UserError("A single network has no members to differ.", hint="Save the average of a study.")
        if self._model.task is Task.BINARY:
            return np.repeat(spread, 2, axis=1)
        return spread[:, 0] if spread.shape[1] == 1 else spread

    def predict_interval(self, data: Source, level: float = 0.95) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the lower and upper ends between which a true value lies with a probability (split conformal).

        They are as far from the prediction as the ceil((n + 1) level)-th smallest of the absolute errors of n
        validation rows; of a transformed target, before its transformation is undone. It holds for rows like those;
        where the validation rows have chosen the epoch, it is somewhat narrow.

        Parameters
        ----------
        data : DataFrame, str or Path
        level : float
            Between 0 and 1.

        Returns
        -------
        low, high : ndarray
            Of the shape of `predict`.

        Raises
        ------
        UserError
            If it is a classification, or there were too few validation rows for the level.
        """
        if self.classes:
            raise UserError("Classes have no interval.", hint="Use predict_set.")
        found = self._promised(level).predict(self._opened(data))
        assert found.low is not None
        assert found.high is not None
        return (found.low[:, 0], found.high[:, 0]) if len(self.targets) == 1 else (found.low, found.high)

    def predict_set(self, data: Source, level: float = 0.95) -> NDArray[np.bool_]:
        """Return which classes a row may belong to, so that its true one is among them with a probability.

        Parameters
        ----------
        data : DataFrame, str or Path
        level : float
            Between 0 and 1.

        Returns
        -------
        ndarray of shape (n_rows, n_classes)
            In the order of `classes`; no class in rows without a prediction.

        Raises
        ------
        UserError
            If it is a regression, or there were too few validation rows for the level.
        """
        if not self.classes:
            raise UserError("A regression has no classes.", hint="Use predict_interval.")
        promised = self._promised(level).promise()
        assert isinstance(promised, ClassSets)
        return promised.members(self.predict_proba(data))

    def _promised(self, level: float) -> TrainedModel:
        """Return the model with intervals of a level; one that an earlier version saved is calibrated by its table."""
        model = self._model
        if model.calibration is None:
            model = model.calibrated(dataset_of(self._source, self._path))
        return model.at_level(level)

    def predictions(self) -> pd.DataFrame:
        """Return the rows that the run used, with their true values and predictions.

        Returns
        -------
        DataFrame
            Indexed by the row of the table, counted from 0. ``subset``: "training", "validation" or "test"; and for
            each target ``true TARGET`` and ``predicted TARGET``, numbers in original units or texts of classes.

        Raises
        ------
        UserError
            If the table of the run is gone, or has other rows now.
        """
        return predict_used_rows(self._model, dataset_of(self._source, self._path))

    def explain_row(self, data: Source, row: int = 0) -> pd.DataFrame:
        """Explain a prediction: what each input is, and how far it moves the answer from that for a typical value.

        Parameters
        ----------
        data : DataFrame, str or Path
        row : int
            Of the table, counted from 0.

        Returns
        -------
        DataFrame
            A row for each input. ``value``; ``typical``, the median or commonest value of the training rows; ``effect``
            of each target, prediction minus that with the typical value, the other inputs as they are (for classes: of
            the probability of the predicted class); ``low`` and ``high``, the range of the training rows; ``outside``.

        Raises
        ------
        UserError
            If there is no such row, or it has no prediction.
        """
        return explain(self._model, self._opened(data), row)

    # --- files -----------------------------------------------------------------------------------------------

    def save(self, path: str | Path) -> str:
        """Save the run; the window and the command line open it. Returns a sentence about the file.

        A run on a table file can go on from there. One on a frame is saved without its table, to predict with.

        Raises
        ------
        UserError
            If it cannot be written.
        """
        prepared = self._source.prepared
        table = None if prepared is None else prepared.table.path
        if self._trainer is None or table is None or not table.exists():
            return write(self._source, "mlp", path)
        return save_project(path, self._source, self._trainer.state())

    def export(self, path: str | Path, format: str) -> str:  # noqa: A002  # as the option of the command line is called
        """Write the network in another format. Returns a sentence about the file.

        Parameters
        ----------
        path : str or Path
        format : str
            As ``mlp-gui export --help`` lists them: "python", "torch", "onnx", "report", ...

        Raises
        ------
        UserError
            If there is no such format, or the file cannot be written.
        """
        return write(self._source, format, path)

    # --- tables ----------------------------------------------------------------------------------------------

    def _opened(self, data: Source) -> Table:
        formats = self._model.pipeline.formats
        if not isinstance(data, pd.DataFrame):
            like = self._dialect.of_other_rows() if self._dialect is not None else None
            return open_table(data, like=like, formats=formats)
        with TemporaryDirectory() as folder:
            source, dialect = write_down(data, Path(folder))
            return open_table(source, dialect=dialect, formats=formats)
