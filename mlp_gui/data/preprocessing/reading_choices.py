"""What may be chosen about the reading of a column: names and labels; "auto" is what is done while nobody chose."""

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
