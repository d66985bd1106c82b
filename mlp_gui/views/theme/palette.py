"""The colours of the program, light and dark, in one place.

Series colours are Okabe and Ito's, which people with any kind of colour vision can tell apart
(jfly.uni-koeln.de/color).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mlp_gui.core.subsets import NEW, OUT_OF_FOLD, Subset
from mlp_gui.plotmath import colours


@dataclass(frozen=True)
class Palette:
    """The colours of a theme, as "#rrggbb". Text on `surface`, `panel` and `raised` has a contrast of 4.5:1 or more.

    Attributes
    ----------
    name : str
        "light" or "dark".
    good, warning, bad : str
        Of icons and words that judge; `warning_ground` and `bad_ground` are behind them.
    training, validation, test : str
        Of the subsets, everywhere.
    negative, neutral, positive : str
        Ends and middle of the scale of signed values.
    indexed : tuple of str
        By number, for things without a colour of their own, such as classes, layers and runs.
    """

    name: str
    surface: str  # the window's ground
    panel: str  # plots and side bar
    raised: str  # fields, buttons
    line: str  # hairlines
    grid: str  # plot grids
    text: str
    muted: str  # captions, units
    accent: str  # the one emphasised thing
    accent_hover: str
    accent_text: str
    good: str
    warning: str
    warning_ground: str
    bad: str
    bad_ground: str
    training: str
    validation: str
    test: str
    negative: str
    neutral: str
    positive: str
    indexed: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    @property
    def faint(self) -> str:
        """Text of a control that is out of reach: fainter than captions, still readable."""
        return mix_colours(self.muted, self.surface, 0.2)

    @property
    def ghost(self) -> str:
        """Icons of a control that is out of reach."""
        return mix_colours(self.muted, self.surface, 0.55)

    @property
    def new(self) -> str:
        """The rows of another table that is predicted."""
        return self.accent

    def series(self, subset: str) -> str:
        """Return the colour of a subset (a `Subset`, or its name), or of other rows (`NEW`, `OUT_OF_FOLD`)."""
        by_subset: dict[str, str] = {
            Subset.TRAINING: self.training,
            Subset.VALIDATION: self.validation,
            Subset.TEST: self.test,
            NEW: self.new,
            OUT_OF_FOLD: self.new,
        }
        return by_subset[subset]


def mix_colours(a: str, b: str, share: float) -> str:
    """Mix two colours, "#rrggbb".

    Parameters
    ----------
    a, b : str
    share : float
        Of b: 0 is a, 1 is b.
    """
    pairs = ((int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in pairs)


# Text on a coloured ground of any lightness: whichever of the two has more contrast.
DARK_INK, LIGHT_INK = "#0b0d10", "#ffffff"

LIGHT = Palette(
    name="light",
    surface="#f4f5f7",
    panel="#ffffff",
    raised="#ffffff",
    line=colours.LINE,
    grid=colours.GRID,
    text=colours.TEXT,
    muted=colours.MUTED,
    accent="#0a66b7",
    accent_hover="#08539a",
    accent_text="#ffffff",
    good="#00724f",
    warning="#8a5a00",
    warning_ground="#fdf3dc",
    bad="#b3261e",
    bad_ground="#fbe9e7",
    training=colours.SUBSETS[Subset.TRAINING],
    validation=colours.SUBSETS[Subset.VALIDATION],
    test=colours.SUBSETS[Subset.TEST],
    negative="#0072b2",
    neutral="#f2f2f2",
    positive="#d55e00",
    indexed=("#0072b2", "#d55e00", "#009e73", "#1c2024", "#661100", "#d68fc0", "#332288", "#aa3377"),
)

DARK = Palette(
    name="dark",
    surface="#16181c",
    panel="#1d2025",
    raised="#272b31",
    line="#363b43",
    grid="#2c3138",
    text="#e8eaed",
    muted="#a3abb6",
    accent="#4ba3e3",
    accent_hover="#6bb5ea",
    accent_text="#0b1117",
    good="#4cc79c",
    warning="#f0b849",
    warning_ground="#38301c",
    bad="#ff8a80",
    bad_ground="#3d2422",
    training="#56b4e9",
    validation="#f0b030",
    test="#12a06c",
    negative="#56b4e9",
    neutral="#2a2d33",
    positive="#ff8f3f",
    indexed=("#56b4e9", "#ff8f3f", "#12a06c", "#e8eaed", "#aa3377", "#e5cc4c", "#ee6677", "#c4f0c8"),
)


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
    """Return the palette with its lines in another set of colours.

    Parameters
    ----------
    palette : Palette
    name : str
        "tol", "contrast" or "ibm". Any other, such as "okabe_ito", is the palette's own set.
    """
    if name not in _SETS:
        return palette
    training, validation, test, negative, positive = _SETS[name][palette.is_dark]
    return replace(palette, training=training, validation=validation, test=test, negative=negative, positive=positive)
