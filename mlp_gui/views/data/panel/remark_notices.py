"""Remarks on columns with their ways out as buttons; those with one answer share a notice, many of one kind, too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.columns.remark import Remark
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.views.data.panel.notice_column import NoticeColumn

APART = 3  # so many remarks of a kind are shown apart
NAMED = 6  # columns that are named of those that share a notice


class RemarkNotices(NoticeColumn):
    """Shows the remarks of a table that nobody has decided about yet.

    Signals
    -------
    chosen(list)
        Pairs of a column and the way out that was taken in it.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("warning")
        self._shown: list[tuple[Remark, ...]] = []

    def show_remarks(self, remarks: tuple[Remark, ...], spec: DataSpec | None) -> None:
        """Show the remarks of a table that its spec has not settled.

        Parameters
        ----------
        remarks : tuple of Remark
        spec : DataSpec or None
        """
        waiting = () if spec is None else tuple(r for r in remarks if r.ways_out and not spec.is_settled(r))
        groups = _grouped(waiting)
        if groups != self._shown:
            self._shown = groups
            self.show_notices([(*_said(group), tuple(tr(way.label) for way in group[0].ways_out)) for group in groups])

    def take(self, place: int, position: int) -> None:
        group = self._shown[place]
        self.chosen.emit([(remark.column, remark.ways_out[position]) for remark in group])


def plain_warnings(table: Table) -> tuple[str, ...]:
    """Return the warnings of a table that no remark offers a way out of; those have notices of their own."""
    offered = {remark.sentence for remark in table.remarks if remark.ways_out}
    return tuple(warning for warning in table.warnings if warning not in offered)


def _grouped(remarks: tuple[Remark, ...]) -> list[tuple[Remark, ...]]:
    """Remarks with the same answers together, and those with the same buttons where there are many."""
    groups: list[tuple[Remark, ...]] = []
    for alike in _alike(remarks, lambda remark: tuple(way.label for way in remark.ways_out)):
        groups += _alike(alike, lambda remark: remark.ways_out) if len(alike) <= APART else [alike]
    return groups


def _alike(remarks: tuple[Remark, ...], key: Callable[[Remark], object]) -> list[tuple[Remark, ...]]:
    kinds: dict[object, list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(key(remark), []).append(remark)
    return [tuple(kind) for kind in kinds.values()]


def _said(group: tuple[Remark, ...]) -> tuple[str, tuple[str, ...]]:
    """One sentence as it is; of several the first, how many there are, and all of them to unfold."""
    if len(group) <= 1:
        return (group[0].sentence if group else ""), ()
    names = join_names([remark.column for remark in group[1:]], NAMED)
    more = tr_n(
        "{n:,} more column has such a remark: {names}.",
        "{n:,} more columns have such remarks: {names}.",
        len(group) - 1,
        names=names,
    )
    return f"{group[0].sentence} {more}", tuple(remark.sentence for remark in group)
