"""The whole program in its window, and a person who uses it."""

from __future__ import annotations

from helpers.program_fixtures import another, busy, person, table, window

__all__ = ["another", "busy", "person", "table", "window"]
