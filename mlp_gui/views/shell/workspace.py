"""The workspace: four places for plots and the scores below, in named layouts that remember their changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar, cast

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.plots import all_plots
from mlp_gui.views.shell.workspace_grid import WorkspaceGrid
from mlp_gui.views.shell.workspace_layouts import LAYOUTS, WorkspaceLayout, find_layout
from mlp_gui.views.shell.workspace_menus import make_add_menu, make_tab_menu

P = TypeVar("P", bound=Plot)


class Workspace(WorkspaceGrid):
    """Places for plots above the scores. A plot is made when it first comes to the front.

    Attributes
    ----------
    layout_ : WorkspaceLayout

    Signals
    -------
    plot_made(Plot)
    arranged
        Other plots are shown, in other places or in another layout.
    """

    plot_made = Signal(object)
    arranged = Signal()

    def __init__(self, scores: QWidget) -> None:
        super().__init__(scores, self.plot)
        self._kinds = all_plots()
        self._plots: dict[str, Plot] = {}
        self._task: Task | None = None
        self._maximised: Plot | None = None
        self._only: list[str] = []  # while presenting: the plots that are shown
        self._hidden: frozenset[str] = frozenset()  # by a class file
        self._own_state = ""  # what was there before it
        self._changed: dict[str, dict[str, Any]] = {}  # per layout, what differs from its original
        self.layout_: WorkspaceLayout = LAYOUTS[0]
        for place in self.panels.values():
            place.changed.connect(self.arranged)
            place.neighbour_chosen.connect(self._on_neighbour)
            place.dropped.connect(partial(self.open_at, place.name))
            place.add_requested.connect(partial(self._on_add, place.name))
            place.menu_requested.connect(self._on_menu)
        self._arrange(self.layout_.tabs, {})
        self.set_pane_sizes({}, self.layout_.rows)

    # --- plots -----------------------------------------------------------------------------------------------

    def plot(self, name: str) -> Plot:
        """Return the plot of that name, made when it is first asked for."""
        if name not in self._plots:
            made = self._kinds.create(name)
            self._plots[name] = made
            made.maximise_requested.connect(partial(self._toggle_maximised, made))
            self.plot_made.emit(made)
        return self._plots[name]

    def plot_of_type(self, kind: type[P]) -> P:
        """Return the plot of that class, made when it is first asked for."""
        return cast("P", self.plot(kind.name))

    def existing_plots(self) -> tuple[Plot, ...]:
        """Return every plot that has been made."""
        return tuple(self._plots.values())

    def panel_name_of(self, name: str) -> str:
        """Return the place that holds a plot; "" when it is closed."""
        return next((place.name for place in self.panels.values() if name in place.names), "")

    @property
    def task(self) -> Task | None:
        return self._task

    def all_plot_types(self) -> list[type[Plot]]:
        """Return all plots there are, in the order of the menu."""
        return sorted(self._kinds, key=lambda kind: kind.name)

    def front_plots(self) -> list[str]:
        """Return the plots that are in front and not hidden by a presentation."""
        return [p.current for p in self.panels.values() if p.current and (not self._only or p.current in self._only)]

    def fronts(self) -> dict[str, str]:
        """Return the plot in front of each place that has one; of a maximised plot, that place alone."""
        alone = self._maximised
        return {p.name: p.current for p in self.panels.values() if p.current and alone in (None, p.plot())}

    def show_only(self, names: list[str]) -> None:
        """Hide the places whose front plot is not among these; what is not open is opened."""
        if self._is_whole:  # what a plot alone looks like is no layout to keep
            self._keep()
        for name in names:
            if name in self._kinds and name not in self.front_plots():
                self._only = []
                self.open(name)
        self._only = list(names)
        self._show_places()

    def plot_types(self) -> list[type[Plot]]:
        """Return all plots there are for the task, in the order of the menu."""
        kinds = (kind for kind in self.all_plot_types() if kind.name not in self._hidden)
        return [kind for kind in kinds if self._task is None or self._task in kind.tasks]

    def hide_plots(self, names: Iterable[str]) -> None:
        """Let nobody see these plots, for a class; with none of them everything is as it was before."""
        hidden = frozenset(names)
        if hidden and not self._hidden:
            self._own_state = self.state()
        own, self._own_state = self._own_state, self._own_state if hidden else ""
        before, self._hidden = self._hidden, hidden
        if before or hidden:
            self.restore(own)

    @property
    def own_state(self) -> str:
        """What `state` returns, without what a class file hides."""
        return self._own_state or self.state()

    def open(self, name: str) -> None:
        """Bring a plot to the front of its place, or of the one it belongs to."""
        self.open_at(self.panel_name_of(name) or self._kinds[name].place, name)

    def open_at(self, place_name: str, name: str) -> None:
        """Bring a plot to the front of a place, from wherever it is."""
        if name not in self._kinds or name in self._hidden:
            return
        self._maximised = None
        if self._only:
            self._only.append(name)
        before = self.panel_name_of(name)
        if before and before != place_name:
            self._take_from(before, name)
        place = self.panels[place_name]
        names = place.names if name in place.names else [*place.names, name]
        place.show_names(names, name, self._task)
        self.groups.bring_to_front(place_name)
        self._show_places()

    def close_plot(self, name: str) -> None:
        """Take a plot off its place; what it has stays in memory for the next time."""
        place_name = self.panel_name_of(name)
        if place_name:
            self._take_from(place_name, name)
            self._show_places()

    def _take_from(self, place_name: str, name: str) -> None:
        place = self.panels[place_name]
        place.release_plot(name)
        rest = [n for n in place.names if n != name]
        place.show_names(rest, place.current if place.current != name else "", self._task)
        if not place.current:
            self.plot(name).setParent(None)  # kept in _plots: each plot widget that was closed could leak 2.4 MB

    def show_task(self, task: Task | None) -> None:
        """Give tabs only to the plots that suit the task."""
        if task is self._task:
            return
        self._task = task
        fronts = self._changed.get(self.layout_.name, {}).get("front", {})
        for place in self.panels.values():
            wanted = place.current or fronts.get(place.name, "")
            place.show_names(place.names, wanted, task)
        self._show_places()

    # --- maximise --------------------------------------------------------------------------------------------

    def _toggle_maximised(self, plot: Plot) -> None:
        if self._is_whole:
            self._keep()
        self._maximised = None if self._maximised is plot else plot
        self._show_places()

    def _show_places(self) -> None:
        wanted = []
        for place in self.panels.values():
            alone = self._maximised is None or place.plot() is self._maximised
            shown = not self._only or place.current in self._only
            if place.current and alone and shown:
                wanted.append(place.name)
        self.show_panes(wanted, self._scores_wanted and self._maximised is None)
        for plot in self._plots.values():
            plot.show_maximised(plot is self._maximised)
        self.arranged.emit()

    _scores_wanted = True

    def show_scores(self, on: bool) -> None:
        self._scores_wanted = on
        self._show_places()

    @Slot(str)
    def _on_neighbour(self, name: str) -> None:
        """Bring a plot of another place to the front of the pane that they share."""
        self.open(name)
        self.panels[self.panel_name_of(name)].strip.tabs.setFocus()

    @property
    def scores_shown(self) -> bool:
        return self._scores_wanted

    # --- layouts ---------------------------------------------------------------------------------------------

    def show_layout(self, name: str) -> None:
        """Switch to another named layout, as it was left."""
        self._keep()
        self.layout_ = find_layout(name)
        self._apply(self._changed.get(self.layout_.name, {}))

    def reset_layout(self) -> None:
        """Put the layout in use back to how it was made."""
        self._changed.pop(self.layout_.name, None)
        self._apply({})

    def _apply(self, kept: dict[str, Any]) -> None:
        self._maximised, self._only = None, []
        self._scores_wanted = bool(kept.get("scores", self.layout_.scores))
        self._arrange(kept.get("tabs", self.layout_.tabs), kept.get("front", {}))
        self.set_pane_sizes(kept.get("sizes", {}), self.layout_.rows)

    def _arrange(self, tabs: Any, fronts: dict[str, str]) -> None:
        for place in self.panels.values():
            for name in list(place.names):
                place.release_plot(name)
            place.show_names([], "", self._task)
        taken: set[str] = set()
        for place in self.panels.values():
            # A plot is in one place only: the first one that names it and has no other for the task.
            names = [n for n in tabs.get(place.name, ()) if n in self._kinds and n not in taken | self._hidden]
            taken.update(names)
            place.show_names(names, fronts.get(place.name, ""), self._task)
        self._show_places()

    @property
    def _is_whole(self) -> bool:
        """Whether the layout in use is shown as it is."""
        return self._maximised is None and not self._only

    def _keep(self) -> None:
        """Remember the layout in use as it stands."""
        self._changed[self.layout_.name] = {
            "tabs": {place.name: place.names for place in self.panels.values()},
            "front": {place.name: place.current for place in self.panels.values()},
            "scores": self._scores_wanted,
            "sizes": self.pane_sizes(),
        }

    def state(self) -> str:
        """Return all about the layouts as JSON; while a plot is maximised or presented, as they were before."""
        if self._is_whole:
            self._keep()
        return json.dumps({"layout": self.layout_.name, "changed": self._changed})

    def restore(self, state: str) -> None:
        """Restore what `state` returned; what cannot be understood is left as it was made."""
        try:
            stored = json.loads(state)
            self._changed = dict(stored["changed"])
            self.layout_ = find_layout(str(stored["layout"]))
            self._apply(self._changed.get(self.layout_.name, {}))
        except (ValueError, KeyError, TypeError, AttributeError):  # it comes out of a file
            self._changed, self.layout_ = {}, LAYOUTS[0]
            self._apply({})

    # --- menus -----------------------------------------------------------------------------------------------

    @Slot(str, QPoint)
    def _on_menu(self, name: str, at: QPoint) -> None:
        move, close = partial(self._move, name), partial(self.close_plot, name)
        make_tab_menu(self, self.panel_name_of(name), move, close).popup(at)

    def _move(self, name: str, place_name: str) -> None:
        self.open_at(place_name, name)

    def _on_add(self, place_name: str, at: QPoint) -> None:
        others = [kind for kind in self.plot_types() if kind.name not in self.panels[place_name].names]
        make_add_menu(self, others, self._task, partial(self.open_at, place_name)).popup(at)
