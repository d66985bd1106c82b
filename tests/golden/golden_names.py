"""The names that files, scripts and settings rely on: families, settings, plots, layouts, samples, entry points."""

from __future__ import annotations

import inspect
import tomllib
from pathlib import Path
from typing import Any

from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.registry import Registry
from mlp_gui.core.serialization import to_json
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.samples.catalogue import samples
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import bias_initializers, initializers
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.registry import formats
from mlp_gui.presets import PRESETS
from mlp_gui.session.lessons.lesson_reader import lesson_names
from mlp_gui.session.settings.settings import Settings
from mlp_gui.views.plots import all_plots
from mlp_gui.views.shell.workspace_layouts import LAYOUTS, PLACES
from mlp_gui.views.training.pdf_format import ReportPdfFormat

REPOSITORY = Path(__file__).resolve().parent.parent.parent
FAMILIES: dict[str, Registry[Any]] = {
    "activation": activations,
    "initializer": initializers,
    "bias_initializer": bias_initializers,
    "loss": losses,
    "optimizer": optimizers,
    "schedule": schedules,
    "metric": metrics,
    "export_format": formats,
    "plot": all_plots(),
}
ALIASES = {
    "activation": {"linear": "identity", "logistic": "sigmoid", "swish": "silu"},
    "initializer": {
        "glorot": "glorot_uniform", "xavier": "glorot_uniform", "he": "he_uniform", "kaiming": "he_uniform",
        "normal": "standard_normal",
    },
    "loss": {
        "mean_squared_error": "mse", "mean_absolute_error": "mae", "binary_cross_entropy": "bce", "log_loss": "bce",
        "categorical_cross_entropy": "ce", "cross_entropy": "ce",
    },
    "optimizer": {"lm": "levenberg_marquardt", "trainlm": "levenberg_marquardt", "l-bfgs": "lbfgs"},
    "plot": {"histogram": "errors"},
}  # fmt: skip
CONFIGS: dict[str, type[Config]] = {
    "run": RunConfig,
    "network": NetworkConfig,
    "layer": LayerConfig,
    "training": TrainingConfig,
    "stopping": StoppingConfig,
    "data": DataSpec,
    "column": ColumnSpec,
    "split": SplitConfig,
    "dialect": Dialect,
    "settings": Settings,
}
assert ReportPdfFormat in tuple(formats)


def names() -> dict[str, Any]:
    return {
        "families": {family: _members(members) for family, members in FAMILIES.items()},
        "aliases": {
            family: {alias: FAMILIES[family][alias].name for alias in known} for family, known in ALIASES.items()
        },
        "settings": {name: _settings(kind) for name, kind in CONFIGS.items()},
        "history": list(EpochReport._fields),
        "layouts": {one.name: _layout(one) for one in LAYOUTS},
        "places": list(PLACES),
        "samples": {one.name: [one.title, one.task.value, *one.targets] for one in samples()},
        "presets": {name: to_json(one.config) for name, one in PRESETS.items()},
        "lessons": list(lesson_names()),
        "entry_points": _entry_points(),
    }


def _members(family: Registry[Any]) -> dict[str, Any]:
    """Name, label and tip (which are keys of the translation as well), settings, and a family's own facts.

    Plots and formats are sorted: they stand in the order in which their modules were imported.
    """
    found = {}
    by_import = family in (formats, FAMILIES["plot"])
    for member in sorted(family, key=lambda one: one.name) if by_import else family:
        facts = ("suffix", "place", "sentence", "short", "help", "group", "higher_is_better", "output")
        plain = {fact: value for fact in facts if isinstance(value := getattr(member, fact, None), str | int | bool)}
        plain["label"] = member.label
        if issubclass(member, Config):  # a form shows the first paragraph of its docstring
            tip = (inspect.getdoc(member) or "").split("\n\n")[0]
            plain |= {"tip": " ".join(tip.split()), "settings": _settings(member)}
        found[member.name] = plain
    return found


def _settings(kind: type[Config]) -> dict[str, Any]:
    return {p.name: _setting(p) for p in params_of(kind)}


def _setting(p: Param) -> dict[str, Any]:
    """All that is declared; a default that is a config as plain data, a family by its name."""
    facts = ("kind", "label", "help", "low", "high", "low_open", "high_open", "unit", "symbol", "scale", "live")
    more = ("option", "advanced", "also_called", "when", "optional")
    plain = {fact: getattr(p, fact) for fact in (*facts, *more)}
    plain |= {"choices": [list(choice) for choice in p.choices], "family": p.family.family if p.family else ""}
    return {fact: value for fact, value in plain.items() if value not in ("", None, False, [])} | {
        "default": _plain(p.default)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Config):
        return ({"name": value.name} if hasattr(type(value), "label") else {}) | to_json(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _layout(one: Any) -> dict[str, Any]:
    tabs = {place: list(plots) for place, plots in one.tabs.items()}
    return {"tabs": tabs, "rows": list(one.rows), "side_bar": one.side_bar, "scores": one.scores}


def _entry_points() -> dict[str, Any]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {kind: project[kind] for kind in ("scripts", "gui-scripts")}
