"""Inputs that hold the answer are named, whatever scale, ranks or bins they hide it in; inputs that do not are left."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.giveaways import find_giveaways
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec

COPIES: dict[str, Callable[[np.ndarray], object]] = {
    "exp": lambda y: np.exp(y / 4),
    "negative reciprocal": lambda y: -1 / (y - y.min() + 1),
    "logarithm": lambda y: np.log(y - y.min() + 1),
    "cube": lambda y: (y - 1) ** 3,
    "rank": lambda y: pd.Series(y).rank().to_numpy(),
    "rank from the top": lambda y: pd.Series(-y).rank().to_numpy(),
    "share of ranks, rounded": lambda y: np.round(pd.Series(y).rank(pct=True).to_numpy(), 2),
    "rounded": lambda y: np.round(y),
    "threshold": lambda y: (y > 0.5).astype(int),
    "threshold in words": lambda y: np.where(y > 1, "high", "low"),
    "quartiles": lambda y: pd.qcut(y, 4, labels=False),
    "bins in words": lambda y: np.array(["d", "a", "c", "b"])[pd.qcut(y, 4, labels=False)],
    "equal bins": lambda y: np.digitize(y, np.linspace(y.min(), y.max(), 15)),
}


def table_of(**columns: object) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t", None, frame, None, profile_frame(frame))


def with_target(copy: Callable[[np.ndarray], object], seed: int, n: int = 200) -> Table:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 2))
    y = np.round(2 * x[:, 0] - x[:, 1] + rng.normal(0, 0.5, n), 3)
    return table_of(a=x[:, 0], b=x[:, 1], hint=copy(y), y=y)


@pytest.mark.parametrize("name", COPIES)
def test_that_a_copy_of_a_number_is_named_and_left_out(name: str) -> None:
    table = with_target(COPIES[name], seed=len(name))
    assert list(find_giveaways(table, "y")) == ["hint"]
    spec = suggest_spec(table, ("y",))
    assert spec.inputs == ("a", "b")
    assert "give it away" in spec.column("hint").reason
    assert any("hint is left out" in notice for notice in prepare(table, spec).notices)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), name=st.sampled_from(sorted(COPIES)), noise=st.floats(0.05, 1))
def test_that_a_noisy_relative_of_the_target_is_an_input_like_any_other(seed: int, name: str, noise: float) -> None:
    """As in every honest table: what goes with the target but does not follow from it."""
    shifted = np.random.default_rng(seed + 1).normal(size=200) * 3 * (noise + 0.2)
    table = with_target(lambda y: COPIES[name](y + shifted), seed)
    assert not find_giveaways(table, "y")


CLASSES: dict[str, Callable[[np.ndarray, np.random.Generator], object]] = {
    "the number that was cut": lambda z, rng: z,
    "its exponential": lambda z, rng: np.exp(z),
    "whole numbers that were cut": lambda z, rng: np.where(
        z > 0, rng.integers(6, 9, len(z)), rng.integers(3, 6, len(z))
    ),
    "codes that each mean a class": lambda z, rng: [
        f"{'ab'[int(v > 0)]}{k}" for v, k in zip(z, rng.integers(0, 4, len(z)), strict=True)
    ],
    "a payment where the answer is yes": lambda z, rng: np.where(z > 0, rng.lognormal(7, 1, len(z)), 0.0),
    "a date where the answer is yes": lambda z, rng: np.where(z > 0, "2020-02-03", None),
    "another word": lambda z, rng: np.where(z > 0, "+", "-"),
}


@pytest.mark.parametrize("name", CLASSES)
def test_that_what_tells_the_class_is_named(rng, name: str) -> None:
    z = rng.normal(size=200)
    table = table_of(a=z + rng.normal(size=200), hint=CLASSES[name](z, rng), y=np.where(z > 0, "yes", "no"))
    assert list(find_giveaways(table, "y")) == ["hint"]


def test_that_classes_that_lie_apart_by_nature_are_no_leak(rng) -> None:
    """As the petals of setosa do: one number tells the class, and an empty stretch lies between."""
    z = np.repeat([0, 1], 60)
    petal = np.round(np.where(z, rng.normal(4.3, 0.45, 120), rng.normal(1.5, 0.15, 120)), 1)
    table = table_of(petal=petal, b=rng.normal(size=120), y=np.where(z, "versicolor", "setosa"))
    assert not find_giveaways(table, "y")


def test_that_zones_with_levels_of_their_own_are_no_leak(rng) -> None:
    zone = rng.integers(0, 4, 160)
    table = table_of(
        zone=np.array(["n", "e", "s", "w"])[zone], b=rng.normal(size=160), y=zone * 10 + rng.normal(size=160)
    )
    assert not find_giveaways(table, "y")


def test_that_the_axis_of_a_table_of_values_is_no_copy() -> None:
    heat = np.linspace(20, 400, 40) ** 1.1
    table = table_of(kelvin=heat, volume=np.sqrt(heat), enthalpy=np.round(heat**1.7, 2))
    assert not find_giveaways(table, "enthalpy")


def test_that_columns_with_an_empty_corner_are_no_copies(rng) -> None:
    age = rng.integers(0, 2, 300)
    licence = age * rng.integers(0, 2, 300)
    table = table_of(adult=age, a=rng.normal(size=300), licence=np.where(licence, "yes", "no"))
    assert not find_giveaways(table, "licence")


def test_that_few_rows_prove_nothing(rng) -> None:
    y = np.arange(8.0) ** 2
    assert not find_giveaways(table_of(a=np.sqrt(y) + 1, b=rng.normal(size=8), y=rng.permutation(y)), "y")
