"""The verdict above the scores, by itself."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication

from mlp_gui.views.training.verdict_bar import VerdictBar


def test_that_a_bar_that_ends_before_its_layout_is_done_ends_in_silence(qtbot) -> None:
    """Its words are shortened in a later turn."""
    bar = VerdictBar()
    bar.show_verdict("Worse than always answering the mean.", "bad")
    shiboken6.delete(bar)
    with qtbot.capture_exceptions() as caught:
        QApplication.processEvents()
        QApplication.processEvents()
    assert not caught
