"""A binding of Qt that loses references is found at the start."""

from __future__ import annotations

import sys

import pytest

from mlp_gui.app import environment_checks
from mlp_gui.core.errors import UserError


def test_that_this_binding_passes_the_check_at_the_start(qapp) -> None:
    environment_checks.check_binding()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: the check is skipped")
def test_that_a_binding_that_loses_references_is_refused_with_the_command_that_mends_it(qapp, monkeypatch) -> None:
    counts = iter((5000, 4800))
    monkeypatch.setattr(environment_checks.sys, "getrefcount", lambda _: next(counts))
    with pytest.raises(UserError) as refusal:
        environment_checks.check_binding()
    assert "would crash this program" in refusal.value.title
    assert environment_checks.MENDING_COMMAND in refusal.value.hint


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "0", "1e9", "-1", "1e-9"])
def test_that_a_scale_that_no_window_can_have_is_dropped_with_a_sentence(text: str, monkeypatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", text)
    assert text in environment_checks.drop_senseless_scale()
    assert "QT_SCALE_FACTOR" not in environment_checks.os.environ


@pytest.mark.parametrize("text", ["", "1", "1.5", "2", "0.5"])
def test_that_a_usual_scale_stays(text: str, monkeypatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", text)
    assert environment_checks.drop_senseless_scale() == ""
    assert environment_checks.os.environ["QT_SCALE_FACTOR"] == text
