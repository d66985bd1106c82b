"""A pipeline turns rows of a table into numbers for the network and back; it learned plain numbers and texts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core import serialization
from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.dataset import PiecewiseInput, Task, predictions_in_original_units
from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import join_names, tr
from mlp_gui.data.columns.column_format import ColumnFormat, changed_entries
from mlp_gui.data.columns.factorize import category_codes
from mlp_gui.data.columns.formatted_cells import category_words
from mlp_gui.data.columns.number_parsing import with_decimal_points
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import Derivation
from mlp_gui.data.preprocessing.column_values import Matrix, parse_numbers
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.fitted_checks import check_fitted_inputs, check_transformation
from mlp_gui.data.preprocessing.transform_report import TransformReport


@dataclass(frozen=True)
class FittedTarget:
    """A target: scaled = (transformed - shift) / scale for numbers; for classes shift 0 and scale 1."""

    name: str
    shift: float = 0.0
    scale: float = 1.0
    format: ColumnFormat = ColumnFormat()
    transformation: Transformation = Transformation()


@dataclass(frozen=True)
class Pipeline:
    """Everything that was fitted, in column order."""

    inputs: tuple[FittedInput, ...]
    targets: tuple[FittedTarget, ...]
    task: Task
    class_names: tuple[str, ...] = ()
    derivation: Derivation = Derivation()

    @property
    def raw_names(self) -> tuple[str, ...]:
        """The columns of the file that the inputs need: themselves, or what they are derived from."""
        return self.derivation.sources_of(self.input_names)

    @property
    def input_names(self) -> tuple[str, ...]:
        """The input columns."""
        return tuple(i.name for i in self.inputs)

    @property
    def feature_names(self) -> tuple[str, ...]:
        """The features of all inputs: the columns of x."""
        return tuple(f for i in self.inputs for f in i.features)

    @property
    def gap_features(self) -> tuple[int, ...]:
        """The columns of x that say whether a cell was empty, counted from 0."""
        ends = itertools.accumulate(len(i.features) for i in self.inputs)
        return tuple(end - 1 for i, end in zip(self.inputs, ends, strict=True) if i.flag)

    @property
    def piecewise(self) -> tuple[PiecewiseInput, ...]:
        """The numbers that also enter in pieces."""
        return tuple(PiecewiseInput(at, f.edges, f.shift, f.scale) for f, at in self._places() if f.edges)

    @property
    def target_names(self) -> tuple[str, ...]:
        """The target columns."""
        return tuple(t.name for t in self.targets)

    @property
    def formats(self) -> dict[str, ColumnFormat]:
        """How the columns of another table are to be read; nothing about those of which nothing is known."""
        found = {source.name: source.format for source in self.derivation.sources}
        found |= {f.name: f.format for f in self.inputs} | {t.name: t.format for t in self.targets}
        return {name: form for name, form in found.items() if form.is_learned}

    @property
    def n_outputs(self) -> int:
        """The number of columns of y."""
        return len(self.class_names) if self.task is Task.MULTICLASS else len(self.targets)

    @property
    def target_shift(self) -> Matrix:
        """The shift of each output, of shape (n_outputs,)."""
        return np.array([t.shift for t in self.targets]) if not self.class_names else np.zeros(self.n_outputs)

    @property
    def target_scale(self) -> Matrix:
        """The scale of each output, of shape (n_outputs,)."""
        return np.array([t.scale for t in self.targets]) if not self.class_names else np.ones(self.n_outputs)

    @property
    def target_transforms(self) -> tuple[Transformation, ...]:
        """The transformation of each output; empty where no target is transformed."""
        found = tuple(t.transformation for t in self.targets)
        return () if all(t.is_none for t in found) else found

    def transform(self, table: Table) -> tuple[Matrix, TransformReport]:
        """Encode and scale the inputs of a table, whose columns are matched by name.

        Returns
        -------
        x : ndarray of shape (n_rows, n_features)
            Rows that are not usable hold NaN.
        report : TransformReport

        Raises
        ------
        UserError
            If input columns are absent; the message names all of them.
        """
        self.check_columns(table)
        return self.transform_frame(self.input_frame(self.derivation.table_with(table)))

    def input_frame(self, table: Table) -> pd.DataFrame:
        """Return the cells of the input columns of a table, with decimal points wherever numbers are needed."""
        numbers = [f.name for f in self.inputs if f.encoding == "number" and not f.format.is_learned]
        return with_decimal_points(table.frame, numbers, table.dialect.decimal) if table.dialect else table.frame

    def check_columns(self, table: Table) -> None:
        """Check that a table has the input columns.

        Raises
        ------
        UserError
            If some are absent; the message names them.
        """
        absent = [n for n in self.raw_names if not table.has(n)]
        if absent:
            raise UserError(
                tr(
                    "{table} lacks {absent:,} of the {inputs:,} input columns.",
                    table=table.name,
                    absent=len(absent),
                    inputs=len(self.raw_names),
                ),
                tr(
                    "Missing: {absent}. Present: {present}.",
                    absent=join_names(absent, 20),
                    present=join_names(table.column_names, 20),
                ),
                tr("Columns are matched by name: rename them in the file."),
            )

    def transform_frame(self, frame: pd.DataFrame) -> tuple[Matrix, TransformReport]:
        """Encode and scale a frame that has the input columns, as `transform` does."""
        x = np.empty((len(frame), len(self.feature_names)))
        missing: dict[str, int] = {}
        filled: dict[str, int] = {}
        unseen: dict[str, int] = {}
        unread: dict[str, tuple[int, int, str]] = {}
        unseen_rows: dict[str, NDArray[np.bool_]] = {}
        at = self._numbers_at_once(frame, x)
        for fitted, place in cancellable_loop(self._places()):
            if place in at:
                gone = at[place]
            else:
                encoded = fitted.transform(frame[fitted.name])
                x[:, place : place + encoded.values.shape[1]] = encoded.values
                gone = encoded.missing
                if encoded.unseen.any():
                    unseen[fitted.name], unseen_rows[fitted.name] = int(encoded.unseen.sum()), encoded.unseen
                if encoded.unread.any():
                    row = int(encoded.unread.argmax())
                    unread[fitted.name] = (int(encoded.unread.sum()), row, str(frame[fitted.name].iloc[row]))
            if gone.any():
                (missing if fitted.fill is None else filled)[fitted.name] = int(gone.sum())
        known = {*self.input_names, *self.target_names}
        extra = tuple(str(c) for c in frame.columns if c not in known)
        usable = np.asarray(~np.isnan(x).any(axis=1))
        return x, TransformReport(usable, missing, filled, unseen, extra, unread, unseen_rows)

    def _places(self) -> Iterator[tuple[FittedInput, int]]:
        """Each input and its first feature."""
        place = 0
        for fitted in self.inputs:
            yield fitted, place
            place += len(fitted.features)

    def _numbers_at_once(self, frame: pd.DataFrame, x: Matrix) -> dict[int, NDArray[np.bool_]]:
        """Fill in the inputs that are plain numbers, all in one go, and return their places and empty cells."""
        is_number = {name for name, kind in frame.dtypes.items() if kind.kind in "iuf"}
        plain_inputs = [(f, place) for f, place in self._places() if f.is_plain_number and f.name in is_number]
        gaps: NDArray[np.bool_] = np.zeros((len(frame), 0), bool)
        if plain_inputs:
            places = [place for _, place in plain_inputs]
            values = frame[[f.name for f, _ in plain_inputs]].to_numpy(dtype=np.float64)
            shift = np.array([f.shift[0] for f, _ in plain_inputs])
            scale = np.array([f.scale[0] for f, _ in plain_inputs])
            gaps = np.isnan(values)
            if gaps.any():
                fills = np.array([np.nan if f.fill is None else float(f.fill) for f, _ in plain_inputs])
                values = np.where(gaps, fills, values)
            x[:, places] = (values - shift) / scale
        return {place: gaps[:, k] for k, (_, place) in enumerate(plain_inputs)}

    def transform_targets(self, frame: pd.DataFrame) -> Matrix:
        """Scale the targets, of shape (n_rows, n_outputs): 0 or 1 for classes.

        Values are NaN where a cell is missing or, for classes, unknown.
        """
        if not self.class_names:
            numbers = [t.transformation.forward(parse_numbers(frame[t.name], t.name, t.format)) for t in self.targets]
            return np.column_stack([(v - t.shift) / t.scale for v, t in zip(numbers, self.targets, strict=True)])
        words = category_words(frame[self.targets[0].name], self.class_names, self.targets[0].format)
        codes = category_codes(words, self.class_names).astype(float)
        codes[(codes < 0) | words.isna().to_numpy()] = np.nan
        if self.task is Task.BINARY:
            return codes[:, None]
        y = (codes[:, None] == np.arange(len(self.class_names))).astype(float)
        y[np.isnan(codes)] = np.nan
        return np.asarray(y)

    def with_target_transforms(self, transforms: tuple[Transformation, ...]) -> Pipeline:
        """Return the pipeline with other transformations of its targets, one for each."""
        pairs = zip(self.targets, transforms, strict=True)
        return replace(self, targets=tuple(replace(target, transformation=found) for target, found in pairs))

    def to_original(self, outputs: Matrix) -> Matrix:
        """Convert outputs (n_rows, n_outputs) to the targets' original units; class probabilities stay as they are."""
        values = outputs * self.target_scale + self.target_shift
        return np.asarray(predictions_in_original_units(values, self.target_transforms), np.float64)

    def labels(self, outputs: Matrix) -> list[str]:
        """Return the class of each row of probabilities of shape (n_rows, n_outputs).

        Raises
        ------
        UserError
            If the task is a regression.
        """
        if not self.class_names:
            raise UserError(tr("A regression has no classes."))
        codes = (outputs[:, 0] >= 0.5).astype(int) if self.task is Task.BINARY else outputs.argmax(axis=1)
        return [self.class_names[c] for c in codes.tolist()]

    def to_json(self) -> dict[str, Any]:
        """Return the pipeline as what JSON can hold."""
        plain = dict(serialization.to_json(self))
        derivation = plain.pop("derivation")
        if derivation["columns"]:
            plain["derivation"] = derivation
        for entry in (*plain["inputs"], *plain["targets"], *derivation["sources"]):
            entry |= changed_entries(entry.pop("format"))
            if entry.get("transformation", {}).get("name") == "none":
                del entry["transformation"]
            for name in [k for k in ("knots", "smearing") if not entry.get("transformation", {}).get(k, True)]:
                del entry["transformation"][name]
        for entry in plain["inputs"]:
            if entry["low"] is None:
                del entry["low"], entry["high"]
            for name in [k for k in ("flag", "edges") if not entry[k]]:
                del entry[name]
        return plain

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Pipeline:
        """Read what `to_json` wrote.

        Raises
        ------
        UserError
            If something does not fit; the message names its path.
        """
        found = serialization.from_json(cls, value, "pipeline")
        check_fitted_inputs(found.inputs)
        found.derivation.check()
        _check_whole(found)
        return found


def _check_whole(p: Pipeline) -> None:
    if not p.inputs or not p.targets:
        raise UserError(tr("The pipeline needs at least one input and one target."))
    if len(set(p.input_names)) < len(p.inputs) or any(len(set(f.categories)) < len(f.categories) for f in p.inputs):
        raise UserError(tr("The pipeline names an input or a category twice."))
    if any(not np.isfinite((t.shift, t.scale)).all() or t.scale == 0 for t in p.targets):
        raise UserError(tr("A target of the pipeline has a shift or scale that is not finite or 0."))
    for i, target in enumerate(p.targets):
        check_transformation(target.transformation, f"pipeline.targets[{i}]")
    wanted = {Task.REGRESSION: 0, Task.BINARY: 2}.get(p.task, max(len(p.class_names), 2))
    if len(p.class_names) != wanted or (p.task.is_classification and len(p.targets) != 1):
        n = len(p.class_names)
        raise UserError(tr("The pipeline has {n} classes, which does not fit its task {task}.", n=n, task=p.task.value))
