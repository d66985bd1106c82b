"""Calls that a thread has put into the queue of another, which has not run them yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject


def withdraw_calls(root: QObject) -> None:
    """Withdraw what threads that have ended said to an object and those in it: by its turn, widgets may be gone.

    Parameters
    ----------
    root : QObject
    """
    for receiver in (root, *root.findChildren(QObject)):
        QCoreApplication.removePostedEvents(receiver, QEvent.Type.MetaCall.value)
