"""A race: networks from the same start that differ in settings only."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

from mlp_gui.core.number_format import format_setting
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.studies.search_space import Settings, space_of


def lanes_of(config: RunConfig, values: Mapping[str, list[Any]]) -> tuple[Settings, ...]:
    """Return the settings of each lane: every value of a setting with every value of the others.

    Parameters
    ----------
    config : RunConfig
    values : mapping
        Path of a setting, or its end, to the values that race; without any there is one lane, without a difference.

    Raises
    ------
    UserError
        If there is no such setting, or a value is out of bounds.
    """
    space = space_of(config, values) if values else ()
    paths = [dimension.path for dimension in space]
    return tuple(tuple(zip(paths, each, strict=True)) for each in product(*(d.range.choices for d in space)))


def lane_name(config: RunConfig, settings: Settings) -> str:
    """Return what a lane is called: "Adam", or "Adam, Learning rate 0.01", in the reader's language.

    Parameters
    ----------
    config : RunConfig
        Of the study.
    settings : tuple of (str, object)
        Of the lane.
    """
    known = {d.path: d for d in space_of(config, {path: [value] for path, value in settings})} if settings else {}
    words = []
    for path, value in settings:
        d = known[path]
        if isinstance(value, str):
            words.append(d.words(value))
        else:
            words.append(f"{d.label} {d.words(value) if isinstance(value, bool) else format_setting(value)}")
    return ", ".join(words)
