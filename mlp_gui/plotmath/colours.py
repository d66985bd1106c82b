"""Colours that the light window and the report on paper share, as "#rrggbb".

The subsets have Okabe and Ito's, which people with any kind of colour vision can tell apart (jfly.uni-koeln.de/color).
"""

from __future__ import annotations

from mlp_gui.core.subsets import Subset

TEXT, MUTED = "#1c2024", "#5b6470"  # MUTED: captions and units
LINE, GRID = "#d9dce1", "#e6e8ec"  # hairlines, and lines behind curves
SUBSETS: dict[str, str] = {Subset.TRAINING: "#0072b2", Subset.VALIDATION: "#e69f00", Subset.TEST: "#009e73"}
