"""Checks of what a file says was fitted: nothing of it was made by this program until that is proved."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import TRANSFORMS, Transformation
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.encoders import FittedInput


def check_fitted_inputs(inputs: Sequence[FittedInput]) -> None:
    """Check inputs that a file describes.

    Parameters
    ----------
    inputs : sequence of FittedInput

    Raises
    ------
    UserError
        If something does not fit; the message names its path.
    """
    for i, fitted in enumerate(inputs):
        n, where = len(fitted.features), f"pipeline.inputs[{i}]"
        if fitted.encoding not in ("number", "one_hot", "days", "hour_of_day", "day_of_year", "day_and_hour"):
            raise UserError(tr("{where}.encoding is unknown: {encoding!r}.", where=where, encoding=fitted.encoding))
        if len(fitted.shift) != n or len(fitted.scale) != n:
            shifts, scales = len(fitted.shift), len(fitted.scale)
            raise UserError(
                tr(
                    "{where} needs {n} shifts and scales, it has {shifts} and {scales}.",
                    where=where,
                    n=n,
                    shifts=shifts,
                    scales=scales,
                )
            )
        if not all(np.isfinite(fitted.shift)) or not all(np.isfinite(fitted.scale)) or 0.0 in fitted.scale:
            raise UserError(tr("{where} has a shift or scale that is not finite or 0.", where=where))
        check_transformation(fitted.transformation, where)
        if fitted.edges and not _are_edges(fitted):
            raise UserError(tr("{where}.edges must be finite, rising numbers.", where=where))
        if fitted.encoding != "one_hot" and (isinstance(fitted.fill, str) or (fitted.flag and fitted.fill is None)):
            raise UserError(tr("{where}.fill must be a number.", where=where))


def _are_edges(fitted: FittedInput) -> bool:
    widths = np.diff(fitted.edges)
    return fitted.encoding == "number" and len(widths) > 0 and bool((widths > 0).all() and np.isfinite(widths).all())


def check_transformation(found: Transformation, where: str) -> None:
    """Check a transformation that a file describes.

    Parameters
    ----------
    found : Transformation
    where : str
        Its owner's path in the file.

    Raises
    ------
    UserError
        If there is none of that name, or a number of it is not finite.
    """
    numbers = [v for v in (found.parameter, found.low, found.high) if v is not None]
    known = found.name in dict(TRANSFORMS) and (found.low is None) == (found.high is None)
    known &= bool(found.knots) == (found.name == "rank_normal") and all(len(knot) == 2 for knot in found.knots)
    numbers += [number for pair in found.smearing for number in pair]
    known &= all(len(pair) == 2 and pair[1] >= 0 for pair in found.smearing)
    if known and found.knots:
        pairs = np.array(found.knots, float)
        numbers += pairs.ravel().tolist()
        known = bool((np.diff(pairs, axis=0) > 0).all())
    if not known or not np.isfinite(numbers).all():
        raise UserError(tr("{where} has an unknown transformation: {name!r}.", where=where, name=found.name[:80]))
