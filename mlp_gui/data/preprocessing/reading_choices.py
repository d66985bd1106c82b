"""What may be chosen about the reading of a column: names and labels."""

from __future__ import annotations

from mlp_gui.core.translation import mark

READ_AS = (
    ("auto", mark("What it looks like")),
    ("text", mark("Text")),
    ("number", mark("Number")),
    ("datetime", mark("Date")),
    ("boolean", mark("Yes or no")),
)
BELOW_LIMIT = (("limit", mark("The limit")), ("half", mark("Half of the limit")), ("missing", mark("Missing")))
SPELLING = (("exact", mark("Kept apart")), ("merged", mark("Merged")))
GAP_WORDS = (("missing", mark("Missing")), ("words", mark("Words like any other")))
