"""Grid, chance and Optuna: what they propose, and that a search that goes on proposes nothing anew."""

from __future__ import annotations

import importlib
import math
import sys
from itertools import product

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.studies.search.samplers import Sampler, grid_axes, make_sampler
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.search_space import SearchDimension, Settings, space_of

RATE, UNITS, ACTIVATION = "learning_rate=0.001:1", "units=2:9", "activation=tanh,relu"


def space(*ranges: str) -> tuple[SearchDimension, ...]:
    return space_of(RunConfig(), SearchConfig(runs=1, ranges=ranges).read_ranges())


def drawn(sampler: Sampler, n: int = 10**6) -> list[Settings]:
    found: list[Settings] = []
    while len(found) < n and (settings := sampler.ask()) is not None:
        found.append(settings)
    return found


def test_that_a_grid_has_every_combination_once_and_no_more_cells_than_runs() -> None:
    asked = space(RATE, UNITS, ACTIVATION)
    found = drawn(make_sampler(SearchConfig(runs=20, method="grid"), asked))
    axes = grid_axes(asked, 20)
    assert sorted(found) == sorted(tuple(zip((d.path for d in asked), cell, strict=True)) for cell in product(*axes))
    assert 12 <= len(found) <= 20
    assert drawn(make_sampler(SearchConfig(method="grid", minutes=1), space("units=2,4,8"))) != []
    with pytest.raises(UserError, match="The grid has 2 settings, and 1 are to be tried"):
        drawn(make_sampler(SearchConfig(runs=1, method="grid"), space(ACTIVATION)))


def test_that_chance_draws_evenly_on_the_scale_of_the_range_and_never_twice() -> None:
    found = drawn(make_sampler(SearchConfig(runs=1, seed=4), space(RATE)), 3000)
    assert len(set(found)) == 3000
    exponents = sorted(math.log10(settings[0][1]) for settings in found)
    assert exponents[1500] == pytest.approx(-1.5, abs=0.1)  # the median is the geometric mean of the ends
    assert found == drawn(make_sampler(SearchConfig(runs=1, seed=4), space(RATE)), 3000)
    assert len(drawn(make_sampler(SearchConfig(runs=50), space(UNITS, ACTIVATION)))) == 16  # there are no others


def order_of(settings: Settings) -> float:
    given = dict(settings)
    return abs(math.log10(given["training.learning_rate"]) + 1) + (given["network.hidden.activation"] == "relu")


def test_that_optuna_comes_closer_than_chance_and_asks_nothing_twice_when_it_goes_on() -> None:
    pytest.importorskip("optuna", reason="the extra `search` is not installed")
    asked = space(RATE, ACTIVATION)

    def best(method: str, seed: int, before: list[Settings]) -> tuple[float, list[Settings]]:
        sampler = make_sampler(SearchConfig(runs=1, method=method, seed=seed), asked)
        for settings in before:
            sampler.tell(settings, order_of(settings), 0)
        found = []
        for _ in range(30):
            found += drawn(sampler, 1)
            sampler.tell(found[-1], order_of(found[-1]), 0)
        return min(map(order_of, found)), found

    distances = {method: [best(method, seed, [])[0] for seed in range(5)] for method in ("optuna", "random")}
    assert sorted(distances["optuna"])[2] < sorted(distances["random"])[2]
    _, first = best("optuna", 0, [])
    _, second = best("optuna", 0, first)
    assert not set(first) & set(second)
    assert sum(map(order_of, second)) < sum(map(order_of, first))  # it has learned from the first


def test_that_without_optuna_the_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "optuna", None)
    with pytest.raises(UserError) as refused:
        make_sampler(SearchConfig(runs=1, method="optuna"), space(RATE))
    assert 'pip install "mlp_gui[search]"' in refused.value.to_dict()["hint"]
    importlib.import_module("mlp_gui.studies.search.search")  # nothing else needs it
