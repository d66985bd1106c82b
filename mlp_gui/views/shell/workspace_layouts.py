"""The named layouts of the plots: which are where, and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mlp_gui.core.translation import mark

PLACES = ("top_left", "top_right", "bottom_left", "bottom_right")
MOVES = {
    "top_left": mark("Move to upper left"),
    "top_right": mark("Move to upper right"),
    "bottom_left": mark("Move to lower left"),
    "bottom_right": mark("Move to lower right"),
}


@dataclass(frozen=True)
class WorkspaceLayout:
    """Arrangement of the plots that the menu offers by name.

    Attributes
    ----------
    name : str
    tabs : mapping of str to tuple of str
        Plots of each place; the first that suits the task is in front.
    rows : tuple of int
        Shares of the height: upper plots, lower plots, scores.
    side_bar, scores : bool
        Whether these are seen.
    """

    name: str
    tabs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[int, int, int] = (270, 204, 176)
    side_bar: bool = True
    scores: bool = True


LAYOUTS = (
    WorkspaceLayout(
        "training",
        {
            "top_left": ("loss", "curves", "runs"),
            "top_right": ("fit", "regions"),
            "bottom_left": ("weights", "layers"),
            "bottom_right": ("gradients", "network"),
        },
    ),
    WorkspaceLayout(
        "understand",
        {
            "top_left": ("network",),
            "top_right": ("dependence", "what_if"),
            "bottom_left": ("importance",),
            "bottom_right": ("strip", "spread", "layers"),
        },
        rows=(300, 250, 0),
        scores=False,
    ),
    WorkspaceLayout(
        "evaluate",
        {
            "top_left": ("fit",),
            "top_right": ("residuals", "roc"),
            "bottom_left": ("errors", "probabilities"),
            "bottom_right": ("series", "calibration", "regions"),
        },
        rows=(250, 216, 184),
    ),
    WorkspaceLayout(
        "time",
        {
            "top_left": ("series", "fit"),
            "top_right": ("duration", "autocorrelation", "roc"),
            "bottom_left": ("residual_series", "probabilities"),
            "bottom_right": ("hydrology", "periods", "calibration"),
        },
        rows=(330, 280, 0),
        scores=False,
    ),
    WorkspaceLayout(
        "present",
        {"top_left": ("loss",), "top_right": ("fit",)},
        rows=(496, 0, 174),
        side_bar=False,
    ),
)


def find_layout(name: str) -> WorkspaceLayout:
    """Return the layout of that name, else the first one."""
    return next((one for one in LAYOUTS if one.name == name), LAYOUTS[0])
