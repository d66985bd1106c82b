"""A plot while its picture is taken: no tools, no read-out, the newest values, vectors instead of stored pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlp_gui.views.charts.plot import Plot


class Bare:
    """A context in which the plot is bare."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot

    def __enter__(self) -> None:
        plot = self._plot
        self._tools, self._reading = plot.underMouse(), plot.reading
        plot.header.show_tools(False)
        plot.header.show_switches(False)
        plot.header.show_tabs(False)
        plot.read_out("")
        plot.refresh()
        plot.vector(True)

    def __exit__(self, *error: object) -> None:
        self._plot.vector(False)
        self._plot.read_out(*self._reading)
        self._plot.header.show_tabs(True)
        self._plot.header.show_switches(True)
        self._plot.header.show_tools(self._tools)
