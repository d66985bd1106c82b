"""Every widget is tested in the program's own look."""

from __future__ import annotations

import pytest

from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT


@pytest.fixture(autouse=True)
def _styled(qapp) -> None:
    if style.current() is not LIGHT or style.text_scale() != 1.0 or not qapp.styleSheet():
        style.apply(qapp, LIGHT)
