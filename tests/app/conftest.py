"""The whole program in its window, and a person who uses it."""

from __future__ import annotations

from helpers.program_fixtures import (
    _nothing_left_in_the_shared_window,
    another,
    busy,
    fresh_person,
    person,
    second_program,
    shared_person,
    table,
    window,
)

__all__ = [
    "_nothing_left_in_the_shared_window",
    "another",
    "busy",
    "fresh_person",
    "person",
    "second_program",
    "shared_person",
    "table",
    "window",
]
