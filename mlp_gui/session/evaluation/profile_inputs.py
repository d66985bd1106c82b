"""The inputs of a run as a person sets them: one coordinate for each, its limits, its words, its way into the features.

A coordinate is the scaled number, the position of a category, or the share of the day or the year that has passed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.core.number_format import format_exact, format_number
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.plotmath.date_ticks import date_text
from mlp_gui.session.evaluation.plot_update import RunContext

NUMBER, DATE, WORDS, DAY, HOUR = "number", "date", "words", "day", "hour"
WAVE_LENGTH = {DAY: 365.0, HOUR: 24.0}
BEYOND = 0.25  # a curve goes a quarter of the range beyond what the training rows hold
NUMBER_PLACES = 41


@dataclass(frozen=True, eq=False)
class ProfileInput:
    """One input, or the day or the hour of a date.

    Attributes
    ----------
    name : str
    label : str
        With its unit.
    kind : {"number", "date", "words", "day", "hour"}
    columns : tuple of int
        Of x, which follow from its coordinate; pieces of a number follow by themselves.
    low, high : float
        Coordinates that the training rows hold.
    shift, scale : ndarray of shape (n_columns,)
    words : tuple of str
    transformation : Transformation
    flag : int
        The column that says whether the cell was empty; -1 without one.
    whole : bool
        Whether its values are whole numbers.
    """

    name: str
    label: str
    kind: str
    columns: tuple[int, ...]
    low: float
    high: float
    shift: Floats
    scale: Floats
    words: tuple[str, ...] = ()
    transformation: Transformation = Transformation()
    flag: int = -1
    whole: bool = False

    @property
    def is_number(self) -> bool:
        """Whether a number, or the number of a day or an hour, can be typed."""
        return self.kind in (NUMBER, DAY, HOUR)

    @property
    def span(self) -> tuple[float, float]:
        """The coordinates that a profile shows."""
        if self.kind not in (NUMBER, DATE):
            return self.low, self.high
        width = (self.high - self.low) or 1.0  # 1.0 for a constant input
        low, high = self.low - BEYOND * width, self.high + BEYOND * width
        ends = self.transformation.inverse(np.array([low, high]) * self.scale[0] + self.shift[0])
        return (low, high) if np.isfinite(ends).all() else (self.low, self.high)

    def places(self) -> Floats:
        """Return the coordinates at which a profile is computed."""
        if self.kind == WORDS:
            return np.arange(len(self.words), dtype=float)
        low, high = self.span
        # The ends of the training rows are among them, so that curve and limits meet.
        return np.unique(np.concatenate([np.linspace(low, high, NUMBER_PLACES), [self.low, self.high]]))

    def settings(self, places: Floats) -> Floats:
        """Return the scaled features for coordinates.

        Parameters
        ----------
        places : ndarray of shape (n_places,)

        Returns
        -------
        ndarray of shape (n_places, n_columns)
        """
        places = np.asarray(places, float)
        n = len(self.columns) - (self.flag >= 0)
        if self.kind == WORDS:
            first = len(self.words) - n  # 1 where one feature tells two words apart
            raw = (places.round()[:, None] == np.arange(n) + first).astype(float)
        elif self.kind in WAVE_LENGTH:
            raw = np.column_stack([np.sin(2 * np.pi * places), np.cos(2 * np.pi * places)])
        else:
            return self._with_flag(places[:, None])
        return self._with_flag((raw - self.shift[:n]) / self.scale[:n])

    def _with_flag(self, features: Floats) -> Floats:
        """Add that the cell is not empty."""
        if self.flag < 0:
            return features
        none = (0.0 - self.shift[-1]) / self.scale[-1]
        return np.column_stack([features, np.full(len(features), none)])

    def coordinate(self, values: Floats) -> float:
        """Return where a point stands.

        Parameters
        ----------
        values : ndarray of shape (n_features,)
            Encoded and scaled.
        """
        own = np.asarray(values, float)[list(self.columns)]
        n = len(self.columns) - (self.flag >= 0)
        raw = own[:n] * self.scale[:n] + self.shift[:n]
        if self.kind == WORDS:
            return float(raw[0] > 0.5) if n < len(self.words) else float(raw.argmax())
        if self.kind in WAVE_LENGTH:
            return float(np.arctan2(raw[0], raw[1]) / (2 * np.pi) % 1.0)
        return float(own[0])

    def snapped(self, place: float) -> float:
        """Return the nearest coordinate that stands for a whole number, where the values are whole."""
        return self.place_of(round(self.value(place))) if self.whole else place

    def value(self, place: float) -> float:
        """Return what a coordinate is in original units: a number, seconds since 1970, a day of the year or an hour."""
        if self.kind in WAVE_LENGTH:
            return place * WAVE_LENGTH[self.kind] + (self.kind == DAY)
        if self.kind == WORDS:
            return place
        found = float(self.transformation.inverse(np.array([place * self.scale[0] + self.shift[0]]))[0])
        return found * 86_400 if self.kind == DATE else found

    def place_of(self, value: float) -> float:
        """Return the coordinate of a value in original units; NaN where its transformation does not take it."""
        if self.kind in WAVE_LENGTH:
            return (value - (self.kind == DAY)) / WAVE_LENGTH[self.kind]
        if self.kind == WORDS:
            return value
        raw = np.array([value / 86_400 if self.kind == DATE else value])
        with np.errstate(all="ignore"):
            return float((self.transformation.forward(raw)[0] - self.shift[0]) / self.scale[0])

    def text(self, place: float, exact: bool = False) -> str:
        """Return a coordinate as people read it.

        Parameters
        ----------
        place : float
        exact : bool
            With as many digits as a person may have typed.
        """
        if self.kind == WORDS:
            return self.words[round(place)]
        value = self.value(place)
        if self.kind == DATE:
            return date_text(round(value))
        if self.kind == HOUR:
            minutes = round(value * 60)
            return f"{minutes // 60}:{minutes % 60:02d}"
        if self.kind == DAY:
            return format_number(float(int(value + 1e-6))).split(".")[0]
        return format_exact(float(f"{value:.8g}")) if exact else format_number(float(f"{value:.12g}"))

    def is_outside(self, place: float) -> bool:
        """Return whether a coordinate lies outside of what the training rows hold."""
        # At the very end it differs by rounding only.
        room = 1e-9 * max(1.0, abs(self.low), abs(self.high))
        return not self.low - room <= place <= self.high + room

    def set_place(self, values: Floats, place: float) -> None:
        """Set a coordinate of a point.

        Parameters
        ----------
        values : ndarray of shape (n_features,)
            Changed in place.
        place : float
        """
        values[list(self.columns)] = self.settings(np.array([place]))[0]


def profile_inputs(context: RunContext) -> tuple[ProfileInput, ...]:
    """Return what a person can set of the inputs of a run, in their order.

    Parameters
    ----------
    context : RunContext
    """
    if context.prepared is None:
        made = [FittedInput(name, "number") for name in context.dataset.feature_names]
    else:
        made = list(context.prepared.pipeline.inputs)
    found: list[ProfileInput] = []
    for fitted in made:
        found += _parts(context, fitted)
    return tuple(found)


def _parts(context: RunContext, fitted: FittedInput) -> Iterator[ProfileInput]:
    features, x = context.groups[fitted.name], context.dataset.train.x
    shift, scale = (np.array(v, float) for v in context.unit_of)
    flag = context.flags.get(fitted.name, -1)
    label = context.with_unit(fitted.name)

    def part(kind: str, columns: tuple[int, ...], low: float, high: float, said: str = label) -> ProfileInput:
        columns += (flag,) if flag >= 0 else ()
        own = list(columns)
        profile = context.prepared.table.fields if context.prepared is not None else ()
        whole = kind == NUMBER and any(f.name == fitted.name and f.kind == "integer" for f in profile)
        return ProfileInput(fitted.name if said == label else said, said, kind, columns, low, high,
                            shift[own], scale[own], fitted.categories, fitted.transformation, flag, whole)  # fmt: skip

    if fitted.encoding == "one_hot":
        yield part(WORDS, features[: len(fitted.value_features)], 0.0, len(fitted.categories) - 1.0)
    elif fitted.encoding in ("number", "days"):
        column, kind = x[:, features[0]], NUMBER if fitted.encoding == "number" else DATE
        yield part(kind, features[:1], float(column.min()), float(column.max()))
    else:
        if fitted.encoding in ("day_of_year", "day_and_hour"):
            yield part(DAY, features[:2], 0.0, 1.0, tr("day of the year of {name}", name=fitted.name))
        if fitted.encoding in ("hour_of_day", "day_and_hour"):
            at = 2 if fitted.encoding == "day_and_hour" else 0
            yield part(HOUR, features[at : at + 2], 0.0, 1.0, tr("hour of {name}", name=fitted.name))
