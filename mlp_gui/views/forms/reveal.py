"""Finds the row of a setting in a form by its name, and unfolds what hides it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from mlp_gui.core.params import params_of
from mlp_gui.views.forms.config_form import MORE, ConfigForm


def reveal_setting(form: ConfigForm, label: str) -> QWidget | None:
    """Unfold what stands between the form and a setting, and return its row; None when it is not in the form now.

    Parameters
    ----------
    form : ConfigForm
    label : str
        In English, as it was declared.
    """
    config = form.config()
    for p in params_of(type(config)) if config is not None else ():
        try:
            row = form.row(p.name)
        except KeyError:  # a setting that the form leaves out
            continue
        inner = getattr(row, "inner", None)
        found = row if p.label == label and p.kind != "group" else None
        if found is None and isinstance(inner, ConfigForm):
            found = reveal_setting(inner, label)
        if found is not None:
            more = form.findChild(QAbstractButton, MORE, Qt.FindChildOption.FindDirectChildrenOnly)
            if p.advanced and more is not None:
                more.setChecked(True)
            return found
    return None
