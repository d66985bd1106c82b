"""File names from names in the data: what any file system takes, and nothing that leads elsewhere."""

from __future__ import annotations

import re

_RESERVED = {"con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(1, 10))}
MOST_LETTERS = 80


def file_stem(text: str, otherwise: str = "network") -> str:
    """Letters, digits, blanks and ._-() of the text; everything else becomes an underscore."""
    stem = re.sub(r"[^\w .()\-]+", "_", text)[:MOST_LETTERS].strip(" ._-")
    if not stem or stem.split(".")[0].lower() in _RESERVED:
        return otherwise
    return stem
