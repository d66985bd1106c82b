"""What the training rows held, and which rows of another table lie beyond it, where a network only guesses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats
from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.data.preprocessing.transform_report import APART, TransformReport, counted_names

Mask = NDArray[np.bool_]
ORDERED = ("number", "days")  # encodings whose first feature is the value itself
_BELOW, _ABOVE, _UNSEEN = mark("{name} below"), mark("{name} above"), mark("{name} unseen")


def _in_english(text: str, name: str) -> str:
    return text.replace("{name}", name)


def trained_range_text(fitted: FittedInput) -> str:
    """Return the training rows' smallest and largest value, in words; "" for what has no order, or is not known.

    Parameters
    ----------
    fitted : FittedInput
    """
    if fitted.encoding not in ORDERED or fitted.low is None:
        return ""
    low, high = (_in_original(fitted, value) for value in (fitted.low, fitted.high))
    return tr("{low} to {high}", low=low, high=high)


@dataclass(frozen=True, eq=False)
class OutsideInput:
    """One input that lies outside of what the training rows held.

    Attributes
    ----------
    fitted : FittedInput
    below, above, unseen : ndarray of shape (n_rows,)
        Values below the smallest and above the largest of the training rows, and categories that none of them has.
    """

    fitted: FittedInput
    below: Mask
    above: Mask
    unseen: Mask

    @property
    def rows(self) -> Mask:
        """The rows in which it lies outside, of shape (n_rows,)."""
        return self.below | self.above | self.unseen

    def range_text(self) -> str:
        """Return the training rows' smallest and largest value, in words."""
        return trained_range_text(self.fitted)


@dataclass(frozen=True, eq=False)
class OutsideRows:
    """The rows of a table that lie outside of what the training rows held.

    Attributes
    ----------
    inputs : tuple of OutsideInput
        Those that do so in at least one row.
    n_rows : int
        Rows of the table.
    """

    inputs: tuple[OutsideInput, ...]
    n_rows: int

    @property
    def count(self) -> int:
        """How many rows lie outside in at least one input."""
        gone = np.zeros(self.n_rows, bool)
        for found in self.inputs:
            gone |= found.rows
        return int(gone.sum())

    def words(self, translate: Callable[..., str] = _in_english) -> NDArray[np.object_]:
        """Return for each row the inputs that lie outside, such as "depth above; zone unseen"; "" for the others.

        Parameters
        ----------
        translate : callable, optional
            `tr` gives the words in the reader's language; files have them in English.
        """
        said = np.full(self.n_rows, "", dtype=object)
        for found in self.inputs:
            for how, mask in ((_BELOW, found.below), (_ABOVE, found.above), (_UNSEEN, found.unseen)):
                rows = np.flatnonzero(mask)
                word = translate(how, name=found.fitted.name)
                said[rows] = [f"{before}; {word}" if before else word for before in said[rows].tolist()]
        return said

    def sentences(self) -> tuple[str, ...]:
        """Return how many rows lie outside, and the ranges of the inputs; categories have sentences of their own."""
        if not self.inputs:
            return ()
        said = [
            tr_n(
                "{n:,} of {rows:,} rows lies outside of what the training rows held, so its prediction is a guess.",
                "{n:,} of {rows:,} rows lie outside of what the training rows held, so their predictions are guesses.",
                self.count,
                rows=self.n_rows,
            )
        ]
        beyond = {found.fitted.name: found for found in self.inputs if (found.below | found.above).any()}
        cells = {name: int((found.below | found.above).sum()) for name, found in beyond.items()}
        if len(beyond) > APART:
            return *said, tr(
                "Cells outside of the range of the training rows: {columns}.", columns=counted_names(cells)
            )
        said += [
            tr_n(
                "{n:,} cell of {name} lies outside of {range}, the range of the training rows.",
                "{n:,} cells of {name} lie outside of {range}, the range of the training rows.",
                cells[name],
                name=name,
                range=found.range_text(),
            )
            for name, found in beyond.items()
        ]
        return tuple(said)


def with_training_ranges(pipeline: Pipeline, x: Floats) -> Pipeline:
    """Return a pipeline that knows the smallest and largest value of each input that is a number or a date.

    Parameters
    ----------
    pipeline : Pipeline
    x : ndarray of shape (n_rows, n_features)
        The training rows, encoded and scaled.
    """
    if not len(x):
        return pipeline
    low, high = x.min(axis=0).tolist(), x.max(axis=0).tolist()
    inputs = [
        replace(fitted, low=low[place], high=high[place]) if fitted.encoding in ORDERED else fitted
        for fitted, place in _places(pipeline)
    ]
    return replace(pipeline, inputs=tuple(inputs))


def outside_rows(pipeline: Pipeline, x: Floats, report: TransformReport) -> OutsideRows:
    """Find the rows outside of what the training rows held, among those that get a prediction.

    A pipeline of an earlier version knows no ranges, and nothing is found: unseen categories alone would look as if all
    other rows lay inside.

    Parameters
    ----------
    pipeline : Pipeline
    x : ndarray of shape (n_rows, n_features)
        As `Pipeline.transform_frame` made them.
    report : TransformReport
        Which came with them.
    """
    found, nothing = [], np.zeros(len(x), bool)
    if any(fitted.encoding in ORDERED and fitted.low is None for fitted in pipeline.inputs):
        return OutsideRows((), len(x))
    for fitted, place in _places(pipeline):
        below = above = nothing
        if fitted.low is not None and fitted.high is not None:
            below, above = (report.usable & mask for mask in (x[:, place] < fitted.low, x[:, place] > fitted.high))
        unseen = report.unseen_rows.get(fitted.name, nothing) & report.usable
        if below.any() or above.any() or unseen.any():
            found.append(OutsideInput(fitted, below, above, unseen))
    return OutsideRows(tuple(found), len(x))


def _places(pipeline: Pipeline) -> Iterator[tuple[FittedInput, int]]:
    place = 0
    for fitted in pipeline.inputs:
        yield fitted, place
        place += len(fitted.features)


def _in_original(fitted: FittedInput, scaled: float | None) -> str:
    value = float(fitted.transformation.inverse(np.array((scaled or 0.0) * fitted.scale[0] + fitted.shift[0])))
    if fitted.encoding == "days":
        return str(np.datetime64(round(value * 86_400), "s")).removesuffix("T00:00:00").replace("T", " ")
    return format_number(float(f"{value:.12g}"))
