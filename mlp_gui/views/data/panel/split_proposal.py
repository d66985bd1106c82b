"""The reason of a split that was proposed, with the usual one a click away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from mlp_gui.data.leakage.leak import Cure
from mlp_gui.data.leakage.split_proposal import way_to_random
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.data.splits.split_config import SplitConfig
from mlp_gui.views.widgets.notice import Notice


class SplitProposalNotice(Notice):
    """Says why the split is no random one; hidden where nothing was proposed.

    Signals
    -------
    chosen(Cure, str)
        What takes the proposal back, and an empty text.
    """

    chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("info")
        self._way: Cure | None = None
        self.action_chosen.connect(self._on_action)

    def show_split(self, prepared: Prepared | None) -> None:
        """Show the reason of a split, if it has one."""
        split = prepared.spec.split if prepared is not None else SplitConfig()
        self._way = way_to_random(split, prepared is not None and prepared.task.is_classification)
        self.show_sentences(split.reason)
        self.show_actions((self._way.label,) if self._way is not None else ())

    @Slot(object)
    def _on_action(self, position: int) -> None:
        if self._way is not None:
            self.chosen.emit(self._way, "")
