"""Errors that are meant for a person: what happened, where, and what to do."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can understand and mend.

    title: one short sentence that says what happened.
    detail: where it happened and the numbers that show it.
    hint: what to do next.
    """

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title, self.detail, self.hint = title, detail, hint

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.detail, self.hint) if part)

    def to_plain(self) -> dict[str, str]:
        return {"title": self.title, "detail": self.detail, "hint": self.hint}


class Cancelled(Exception):
    """The user withdrew a background task; nothing was changed."""
