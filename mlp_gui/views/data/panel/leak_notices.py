"""Leaks of a table as it is used, each a notice with its cures as buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.leakage.leak import Cure, Leak
from mlp_gui.views.data.panel.notice_column import NoticeColumn

APART = 4  # so many are shown apart; more share the last notice


class LeakNotices(NoticeColumn):
    """Shows the leaks that a person may cure.

    Signals
    -------
    chosen(Cure, str)
        The cure that was taken, and the sentence that it answers.
    """

    chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("leak")
        self._shown: list[tuple[Leak, ...]] = []

    def show_leaks(self, leaks: tuple[Leak, ...], dismissed: tuple[str, ...] = ()) -> None:
        """Show leaks, those of one kind in one notice where they are many.

        Parameters
        ----------
        leaks : tuple of Leak
        dismissed : tuple of str
            Keys of those that a person does not want to be told again.
        """
        groups = _grouped(tuple(leak for leak in leaks if leak.cures and leak.key not in dismissed))
        if groups != self._shown:
            self._shown = groups
            self.show_notices([(*_said(group), tuple(cure.label for cure in _cures(group))) for group in groups])

    def take(self, place: int, position: int) -> None:
        group = self._shown[place]
        self.chosen.emit(_cures(group)[position], group[0].sentence if len(group) == 1 else "")


def _grouped(leaks: tuple[Leak, ...]) -> list[tuple[Leak, ...]]:
    """Leaks one by one; together where so many columns give the target away."""
    many = tuple(leak for leak in leaks if leak.kind in ("giveaway", "future"))
    if len(many) < APART:
        return [(leak,) for leak in leaks]
    return [many, *((leak,) for leak in leaks if leak not in many)]


def _said(group: tuple[Leak, ...]) -> tuple[str, tuple[str, ...]]:
    if len(group) <= 1:
        return (group[0].sentence if group else ""), ()
    said = tr_n("{n:,} input gives the target away.", "{n:,} inputs give the target away.", len(group))
    return said, tuple(leak.sentence for leak in group)


def _cures(group: tuple[Leak, ...]) -> tuple[Cure, ...]:
    """Return what may be done, which ends with doing nothing."""
    dismissal = Cure(tr("Dismiss"), dismissed=tuple(leak.key for leak in group))
    if len(group) <= 1:
        return (*(group[0].cures if group else ()), dismissal)
    names = tuple(name for leak in group for cure in leak.cures for name in cure.ignored)
    return Cure(tr_n("Leave {n:,} out", "Leave all {n:,} out", len(names)), ignored=names), dismissal
