"""Ranges that declared settings bring for a search."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.params import param_of
from mlp_gui.core.search_range import SearchRange
from mlp_gui.engine.network.config import LayerConfig
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.training.config import StoppingConfig, TrainingConfig


def test_that_shares_are_even_in_differences_or_in_ratios() -> None:
    shares = np.linspace(0, 1, 5)
    assert [SearchRange(0, 0.5).value_at(s) for s in shares] == pytest.approx([0, 0.125, 0.25, 0.375, 0.5])
    log = SearchRange(1e-4, 1, is_log=True)
    assert [log.value_at(s) for s in shares] == pytest.approx([1e-4, 1e-3, 1e-2, 0.1, 1])
    for found in (log, SearchRange(-3, 8)):
        assert [found.share_of(found.value_at(s)) for s in shares] == pytest.approx(shares, abs=1e-3)
    assert log.grid(3) == (1e-4, 0.01, 1)
    assert SearchRange(1, 3).grid(9, whole=True) == (1, 2, 3)
    assert SearchRange(8, 128, is_log=True).grid(1, whole=True) == (32,)


def test_that_whole_numbers_and_choices_are_drawn_equally_often() -> None:
    shares = (np.arange(3000) + 0.5) / 3000
    for found, whole in ((SearchRange(1, 3), True), (SearchRange(choices=("a", "b", "c")), False)):
        _, counts = np.unique([found.value_at(s, whole) for s in shares], return_counts=True)
        assert list(counts) == [1000, 1000, 1000]


def test_that_every_setting_with_bounds_brings_a_range_inside_them() -> None:
    members = [kind for kind in optimizers if param_names(kind)]
    for config_class in (TrainingConfig, StoppingConfig, LayerConfig, *members):
        for name in param_names(config_class):
            p = param_of(config_class, name)
            found = p.search_range()
            if found is None or found.choices:
                assert p.kind not in ("int", "float") or name == "seed"
                continue
            for value in (found.low, found.high, found.value_at(0.0), found.value_at(1.0), *found.grid(4)):
                config_class(**{name: round(value) if p.kind == "int" else value})  # bounds are checked
            assert found.low < found.high
            assert found.is_log == (p.scale == "log") or p.search is not None
    assert param_of(TrainingConfig, "learning_rate").search_range() == SearchRange(1e-4, 0.1, is_log=True)
    assert param_of(TrainingConfig, "optimizer").search_range() == SearchRange(choices=optimizers.names())


def param_names(config_class: type) -> list[str]:
    from mlp_gui.core.params import params_of

    return [p.name for p in params_of(config_class) if p.kind != "group"]
