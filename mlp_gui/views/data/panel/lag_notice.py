"""Lags of a table in time order, offered with the reason as a button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.derived.lag_proposal import FIRST, LAST, LagProposal
from mlp_gui.views.widgets.notice import Notice

NAMED = 6


class LagNotice(Notice):
    """Proposes values of earlier rows as inputs.

    Signals
    -------
    chosen(tuple of str)
        The declarations of the lags.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("info")
        self._texts: tuple[str, ...] = ()
        self.action_chosen.connect(self._on_action)

    def show_proposal(self, proposal: LagProposal | None) -> None:
        """Show what is proposed; the notice hides when there is nothing."""
        self._texts = proposal.texts if proposal is not None else ()
        if proposal is None:
            self.show_sentences("")
            return
        what = tr(
            "The values of the {last} rows before: {names}.", last=LAST, names=join_names(proposal.columns, NAMED)
        )
        self.show_sentences(proposal.reason, (what,))
        many = tr_n(
            "Add lags {first}\N{EN DASH}{last} of {n:,} column",
            "Add lags {first}\N{EN DASH}{last} of {n:,} columns",
            len(proposal.columns),
            first=FIRST,
            last=LAST,
        )
        self.show_actions((many,))

    @Slot(object)
    def _on_action(self, position: int) -> None:
        self.chosen.emit(self._texts)
