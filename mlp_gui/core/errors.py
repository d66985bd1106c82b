"""Errors that are meant for a person: what happened, where, and what to do."""

from __future__ import annotations

from mlp_gui.core.translation import tr


class UserError(Exception):
    """Something that a person can understand and mend.

    Attributes
    ----------
    title : str
        One short sentence that says what happened.
    detail : str
        Where it happened, and the numbers that show it.
    hint : str
        What to do next.
    """

    def __init__(self, title: str, detail: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title, self.detail, self.hint = title, detail, hint

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.detail, self.hint) if part)

    def to_dict(self) -> dict[str, str]:
        """Return title, detail and hint by their names, for JSON."""
        return {"title": self.title, "detail": self.detail, "hint": self.hint}


class Cancelled(Exception):
    """The user withdrew a background task; nothing was changed."""


def describe_damage(error: Exception) -> str:
    """Explain why a packed file cannot be read, for a `UserError`.

    The packing libraries give their reasons in English only.
    """
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    if isinstance(error, RuntimeError):  # as zipfile raises it; NotImplementedError is one, too
        return tr("It is locked by a password, or packed in a way that is not known here.")
    return tr("Its packed contents are incomplete, changed, or something else.")


def memory_refusal() -> UserError:
    """Return the refusal of what turned out not to fit into the memory."""
    return UserError(
        tr("There is not enough memory for this."),
        hint=tr("Close other programs, or use fewer rows, columns or units."),
    )
