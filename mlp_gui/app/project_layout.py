"""The layout of the window as a project holds it: plots and their places, the side bar, its width and open steps."""

from __future__ import annotations

import json
from typing import Any

from mlp_gui.views.shell.main_window import MainWindow

WORKSPACE, WINDOW = "workspace", "window"


def layout_of(window: MainWindow) -> dict[str, str]:
    """Each part as a JSON object."""
    panel = window.experiment
    plain = {"side_bar": not panel.isHidden(), "steps": panel.open_steps(), "widths": window.workbench.sizes()}
    return {WORKSPACE: window.workspace.state(), WINDOW: json.dumps(plain)}


def show_layout(window: MainWindow, layout: dict[str, str]) -> None:
    """As it was saved; what is missing stays as it is."""
    if WORKSPACE in layout:
        window.workspace.restore(layout[WORKSPACE])
    plain: dict[str, Any] = json.loads(layout.get(WINDOW, "{}"))
    steps, widths = plain.get("steps"), plain.get("widths")
    if isinstance(plain.get("side_bar"), bool):
        window.experiment.setVisible(plain["side_bar"])
    if isinstance(steps, list):
        window.experiment.set_open_steps([step for step in steps if isinstance(step, int)])
    if isinstance(widths, list) and len(widths) == 2 and all(isinstance(w, int) and w > 0 for w in widths):
        window.workbench.setSizes(widths)
