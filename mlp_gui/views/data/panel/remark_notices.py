"""Remarks on columns, each a notice with its ways out as buttons; many of one kind share a notice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.columns.remark import Remark
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.notice import Notice

APART = 3  # so many remarks of a kind are shown apart
NAMED = 6  # columns that are named of those that share a notice


class RemarkNotices(QWidget):
    """Shows the remarks of a table that nobody has decided about yet.

    Signals
    -------
    chosen(list)
        Pairs of a column and the way out that was taken in it.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []
        self._shown: list[tuple[Remark, ...]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE[1])
        self.hide()

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
            self._fill()

    def set_open(self, reason: str) -> None:
        """Allow the buttons, or forbid them for a reason; "" allows them."""
        for notice in self.notices:
            notice.set_actions_open(reason)

    def _fill(self) -> None:
        while len(self.notices) < len(self._shown):
            notice = Notice("warning")
            notice.action_chosen.connect(partial(self._on_action, len(self.notices)))
            self._column.addWidget(notice)
            self.notices.append(notice)
        for i, notice in enumerate(self.notices):
            group = self._shown[i] if i < len(self._shown) else ()
            notice.show_sentences(*_said(group))
            notice.show_actions(tuple(tr(way.label) for way in group[0].ways_out) if group else ())
        self.setVisible(bool(self._shown))

    def _on_action(self, place: int, position: int) -> None:
        group = self._shown[place]
        self.chosen.emit([(remark.column, remark.ways_out[position]) for remark in group])


def plain_warnings(table: Table) -> tuple[str, ...]:
    """Return the warnings of a table that no remark offers a way out of; those have notices of their own."""
    offered = {remark.sentence for remark in table.remarks if remark.ways_out}
    return tuple(warning for warning in table.warnings if warning not in offered)


def _grouped(remarks: tuple[Remark, ...]) -> list[tuple[Remark, ...]]:
    """Remarks with the same buttons together where there are many, else one by one."""
    kinds: dict[tuple[str, ...], list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(tuple(way.label for way in remark.ways_out), []).append(remark)
    groups: list[tuple[Remark, ...]] = []
    for alike in kinds.values():
        groups += [(remark,) for remark in alike] if len(alike) <= APART else [tuple(alike)]
    return groups


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
