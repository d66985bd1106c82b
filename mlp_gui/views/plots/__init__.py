"""The plots: each is a widget that takes arrays and shows them; a new one is one file with `@plots.register`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from mlp_gui.core.registry import Registry
from mlp_gui.views.plots.base import Plot, plots


def all_plots() -> Registry[Plot]:
    """The registry with every plot of this package in it."""
    for module in iter_modules(__path__):
        if module.name.endswith("_plot"):
            import_module(f"{__name__}.{module.name}")
    return plots
