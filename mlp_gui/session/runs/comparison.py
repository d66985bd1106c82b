"""What is set differently in several runs: one column for each setting that differs, with the value of every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mlp_gui.core.params import Config, Param, params_of, strip_brackets
from mlp_gui.core.translation import format_localized, tr
from mlp_gui.engine.training.config import RunConfig


@dataclass(frozen=True)
class Setting:
    """A setting of one run.

    Attributes
    ----------
    label : str
        In the reader's language.
    text : str
        The value as it reads.
    value : float or str
        A number where it is one, else the text.
    """

    label: str
    text: str
    value: float | str


Settings = dict[str, Setting]  # by path


@dataclass(frozen=True)
class Difference:
    """A setting that differs between runs.

    Attributes
    ----------
    path, label : str
    values : tuple of Setting or None
        In the order of the runs; None where a run has no such setting.
    """

    path: str
    label: str
    values: tuple[Setting | None, ...]


def find_differences(configs: Sequence[RunConfig]) -> list[Difference]:
    """Return the settings that differ, in the order of the forms.

    Settings that only some runs have, such as one optimizer's, count among those.
    """
    return compare_settings([flatten_settings(config) for config in configs])


def compare_settings(tables: Sequence[Settings]) -> list[Difference]:
    """Return the settings that differ between flattened tables."""
    paths = list(dict.fromkeys(path for table in tables for path in table))
    found = []
    for path in paths:
        values = tuple(table.get(path) for table in tables)
        known = [value for value in values if value is not None]
        if len({value.value for value in known}) > 1:
            found.append(Difference(path, known[0].label, values))
    return found


def flatten_settings(config: Config, path: str = "") -> Settings:
    """Return settings by path, with groups and members of families resolved.

    Parameters
    ----------
    config : Config
    path : str
        Put before every path.
    """
    found: Settings = {}
    for p in params_of(type(config)):
        value, at = getattr(config, p.name), path + p.name
        if p.kind != "group":
            found[at] = Setting(tr(p.label), *_shown(p, value))
        if isinstance(value, Config):
            found |= flatten_settings(value, at + ".")
    return found


def _shown(p: Param, value: Any) -> tuple[str, float | str]:
    """Return a value as text, and what it is sorted by."""
    if value is None:
        text = "–"
    elif isinstance(value, bool):
        text = tr("yes" if value else "no")
    elif isinstance(value, int | float):
        return format_localized(value, ",.10g" if isinstance(value, int) else ".6g"), float(value)
    elif p.kind == "choice":
        text = tr(dict(p.choices)[value])
    elif p.kind == "member":
        text = strip_brackets(tr(value.label))
    elif isinstance(value, tuple):
        text = ", ".join(_layer(item) for item in value) or tr("none")
    else:
        text = str(value)
    return text, text


def _layer(item: Any) -> str:
    """Return an item of a list in short: "10 Tanh"."""
    if not isinstance(item, Config):
        return str(item)
    return " ".join(_shown(p, getattr(item, p.name))[0] for p in params_of(type(item)))
