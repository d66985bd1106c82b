"""Files that the operating system hands over."""

from __future__ import annotations

from PySide6.QtGui import QFileOpenEvent, QGuiApplication

from mlp_gui.app.application import Application


def test_that_a_file_which_the_system_hands_over_is_opened(qapp) -> None:
    asked: list[str] = []

    class Listener:
        waiting = ""
        file_requested = type("Signal", (), {"emit": staticmethod(asked.append)})

    event = QFileOpenEvent("/data/a.csv")
    listener = Listener()
    assert Application.event(listener, event) is True  # type: ignore[arg-type]  # a stand-in
    assert asked == ["/data/a.csv"]
    assert listener.waiting == "/data/a.csv"
    assert QGuiApplication.instance() is qapp
