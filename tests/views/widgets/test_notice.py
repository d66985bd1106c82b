"""A notice: its sentences, and buttons that never need more room than there is."""

from mlp_gui.views.widgets.notice import Notice


def test_that_buttons_too_wide_for_one_row_stand_below_one_another(qtbot) -> None:
    notice = Notice("info")
    qtbot.addWidget(notice)
    notice.show_sentences("A sentence.")
    notice.show_actions(("Split in order of time", "Leave it as it is"))
    first, second = notice.buttons
    for width, stacked in ((900, False), (200, True), (900, False)):
        notice.resize(width, 200)
        notice.show()
        qtbot.waitUntil(lambda stacked=stacked: (first.y() != second.y()) is stacked)
        assert first.width() >= first.sizeHint().width() or stacked
        assert notice.minimumSizeHint().width() <= 200
