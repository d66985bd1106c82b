"""What may be chosen about a column: names and labels of its reading, what fills its gaps, its scaling and encoding.

"auto" is what is done while nobody chose.
"""

from __future__ import annotations

from mlp_gui.core.translation import mark

READ_AS = (
    ("auto", mark("What it looks like")),
    ("text", mark("Text")),
    ("number", mark("Number")),
    ("datetime", mark("Date")),
    ("boolean", mark("Yes or no")),
)
BELOW_LIMIT = (
    ("auto", mark("As usual: the limit")),
    ("limit", mark("The limit")),
    ("half", mark("Half of the limit")),
    ("missing", mark("Missing")),
)
SPELLING = (
    ("auto", mark("As usual: kept apart")),
    ("exact", mark("Kept apart")),
    ("merged", mark("Merged")),
)
GAP_WORDS = (
    ("auto", mark("As usual: missing")),
    ("missing", mark("Missing")),
    ("words", mark("Words like any other")),
)
DECIDED = {"below_limit": "limit", "spelling": "exact", "gap_words": "missing"}  # what is done under "auto", too
MISSING = (
    ("drop", mark("Leave row out")),
    ("mean", mark("Mean")),
    ("median", mark("Median")),
    ("most_frequent", mark("Most frequent value")),
    ("constant", mark("A constant")),
    ("flagged", mark("Fill and flag: median or a category of its own, and an input that says so")),
)
SMEARING_HELP = mark(
    "Predictions of a transformed target are means instead of medians: the way back is averaged over the residuals of "
    "the training rows (Duan, 1983)."
)
PIECES_HELP = mark(
    "Beside its value, a number with 30 or more different values enters in so many pieces: each says how much of it "
    "lies below the number, from 0 to 1. Networks then learn bends and steps faster; 0 for none."
)
SCALINGS = (
    ("standard", mark("Standard: mean 0, standard deviation 1")),
    ("minmax", mark("Range 0 to 1")),
    ("robust", mark("Robust: median 0, quartiles 1 apart")),
    ("none", mark("None")),
)
ENCODINGS = (
    ("auto", mark("Automatic")),
    ("number", mark("Number")),
    ("one_hot", mark("One input per category")),
    ("days", mark("Date as days since 1970")),
    ("hour_of_day", mark("Hour of day as sine and cosine")),
    ("day_of_year", mark("Day of year as sine and cosine")),
    ("day_and_hour", mark("Day of year and hour of day")),
)
