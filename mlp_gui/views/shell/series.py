"""Colour sets for the three subsets and for signed values, each of which any kind of colour vision can tell apart.

Okabe and Ito: jfly.uni-koeln.de/color; Tol: personal.sron.nl/~pault; IBM: the design language's colour-blind-safe set.
"""

from __future__ import annotations

from dataclasses import replace

from mlp_gui.views.theme.palette import Palette

# name -> (light, dark), each (training, validation, test, negative, positive)
_SETS = {
    "tol": (
        ("#4477aa", "#d9a400", "#aa3377", "#4477aa", "#d6485a"),
        ("#7fb2e5", "#e8d25a", "#e0559d", "#66ccee", "#ff8090"),
    ),
    "contrast": (
        ("#004488", "#dd9a00", "#bb5566", "#004488", "#bb5566"),
        ("#6ea6ec", "#f0d28a", "#e0667c", "#6ea6ec", "#e8758a"),
    ),
    "ibm": (
        ("#4a70f0", "#e68a00", "#b81e68", "#4a70f0", "#dc4a00"),
        ("#7d9dff", "#ffc04d", "#f0609e", "#7d9dff", "#fe7a2a"),
    ),
}


def with_series(palette: Palette, name: str) -> Palette:
    """The palette with its lines in another set of colours; "okabe_ito" is the palette's own."""
    if name not in _SETS:
        return palette
    training, validation, test, negative, positive = _SETS[name][palette.is_dark]
    return replace(palette, training=training, validation=validation, test=test, negative=negative, positive=positive)
