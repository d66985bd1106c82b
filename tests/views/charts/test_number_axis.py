"""The name of an axis is shown letter by letter, whatever stands in it."""

from __future__ import annotations

import pytest

from mlp_gui.views.charts.number_axis import NumberAxis


@pytest.mark.parametrize("name", ["true T<5 cm", "flow <b>m3</b>/s", "a & b", 'x <img src="file:///nowhere">', "a  b"])
def test_that_a_name_is_no_markup(name: str, qapp) -> None:
    axis = NumberAxis("bottom")
    axis.name(name)
    assert axis.label.toPlainText().split() == name.split()
