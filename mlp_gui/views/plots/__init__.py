"""The plots: each is a widget that takes arrays and shows them; a new one is one file with `@plots.register`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from mlp_gui.core.registry import Registry
from mlp_gui.views.charts.plot import Plot, plots


def all_plots() -> Registry[Plot]:
    """Import every plot of this package and return their registry."""
    for module in walk_packages(__path__, f"{__name__}."):
        import_module(module.name)
    return plots
