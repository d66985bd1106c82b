"""What may be chosen about a column's numbers: what fills its gaps, its scaling and its encoding."""

from __future__ import annotations

from mlp_gui.core.translation import mark

MISSING = (
    ("drop", mark("Leave the row out")),
    ("mean", mark("Mean")),
    ("median", mark("Median")),
    ("most_frequent", mark("Most frequent value")),
    ("constant", mark("A constant")),
    ("flagged", mark("Fill and flag: median or a category of its own, and an input that says so")),
)
SCALINGS = (
    ("standard", mark("Standard: mean 0, standard deviation 1")),
    ("minmax", mark("Range 0 to 1")),
    ("robust", mark("Robust: median 0, quartiles 1 apart")),
    ("none", mark("None")),
)
ENCODINGS = (
    ("auto", mark("As its kind suggests")),
    ("number", mark("Number")),
    ("one_hot", mark("One input per category")),
    ("days", mark("Date as days since 1970")),
    ("hour_of_day", mark("Hour of day as sine and cosine")),
    ("day_of_year", mark("Day of year as sine and cosine")),
    ("day_and_hour", mark("Day of year and hour of day")),
)
