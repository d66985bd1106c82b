"""Splits: exact sizes, seeds, classes in proportion, columns that say it, and guards in words."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.data.preprocessing.notices import split_notices
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.data.splits.row_times import RowTimes
from mlp_gui.data.splits.split import cut_points, make_strata, split_rows


@given(n=st.integers(0, 3000), train=st.integers(1, 98), validation=st.integers(0, 50))
def test_that_sizes_add_up_and_are_within_one_row_of_the_shares(n, train, validation):
    validation = min(validation, 100 - train)
    split = SplitConfig(train=train / 100, validation=validation / 100, test=(100 - train - validation) / 100)
    first, second = cut_points(n, split)
    assert 0 <= first <= second <= n
    assert abs(first - n * train / 100) < 1
    assert abs(second - n * (train + validation) / 100) < 1
    assert second == n or train + validation < 100


@pytest.mark.parametrize("method", ["random", "stratified", "file_order"])
@given(n=st.integers(3, 200), seed=st.integers(0, 99))
def test_that_every_row_is_in_exactly_one_subset(method, n, seed):
    rows = np.arange(n) * 3 + 1
    strata = np.random.default_rng(seed).integers(0, 3, n)
    parts = split_rows(rows, SplitConfig(method=method, seed=seed), strata)
    assert np.array_equal(np.sort(np.concatenate(parts)), rows)
    assert all(np.array_equal(part, np.sort(part)) for part in parts)
    again = split_rows(rows, SplitConfig(method=method, seed=seed), strata)
    assert all(np.array_equal(a, b) for a, b in zip(parts, again, strict=True))


def test_that_another_seed_gives_another_split():
    rows = np.arange(100)
    first, second = (split_rows(rows, SplitConfig(seed=s))[0] for s in (0, 1))
    assert not np.array_equal(first, second)


def test_that_file_order_keeps_the_future_for_the_test():
    train, validation, test = split_rows(np.arange(100), SplitConfig(method="file_order"))
    assert train.max() < validation.min() <= validation.max() < test.min()


@given(counts=st.lists(st.integers(1, 60), min_size=2, max_size=5), seed=st.integers(0, 50))
def test_that_a_stratified_split_keeps_every_class_near_its_share(counts, seed):
    strata = np.repeat(np.arange(len(counts)), counts)
    parts = split_rows(np.arange(len(strata)), SplitConfig(method="stratified", seed=seed), strata)
    for share, part in zip((0.7, 0.15, 0.15), parts, strict=True):
        inside = np.bincount(strata[part], minlength=len(counts))
        assert (np.abs(inside - share * np.array(counts)) <= 2).all()


def test_that_a_stratified_split_of_even_classes_is_even():
    strata = np.repeat([0, 1, 2], 40)
    parts = split_rows(np.arange(120), SplitConfig(method="stratified", seed=3), strata)
    assert [np.bincount(strata[p]).tolist() for p in parts] == [[28] * 3, [6] * 3, [6] * 3]


def test_that_numbers_are_stratified_by_tenths_of_their_ranks(rng):
    y = rng.lognormal(size=200)
    strata = make_strata(y, is_classification=False)
    assert np.bincount(strata).tolist() == [20] * 10
    assert y[strata == 0].max() < y[strata == 9].min()


def test_that_a_column_can_say_the_subset():
    words = pd.Series(["Train", "test", " VAL ", "train", "validation"])
    parts = split_rows(np.arange(5), SplitConfig(method="column", column="part"), words=words)
    assert [p.tolist() for p in parts] == [[0, 3], [2, 4], [1]]
    with pytest.raises(UserError, match="cannot say which rows") as refused:
        split_rows(np.arange(2), SplitConfig(method="column", column="part"), words=pd.Series(["train", "maybe"]))
    assert "'maybe'" in refused.value.detail


def test_that_shares_must_add_up():
    with pytest.raises(UserError, match=r"add up to 0\.9"):
        SplitConfig(train=0.7, validation=0.1, test=0.1)


def test_that_empty_subsets_and_thin_classes_are_said():
    parts = (np.array([0, 1, 2]), np.array([3]), np.array([], dtype=int))
    said = split_notices(parts, {"rare": np.array([True, False, False, False]), "all": np.ones(4, bool)})
    assert said == (
        "The test subset is empty: no score comes from rows that had no part in training or stopping.",
        "The class rare has 1 row, none of them in validation.",
    )


def class_counts(counts: dict[str, int], seed: int) -> list[dict[str, int]]:
    """How many rows of each class the three subsets of a stratified split hold."""
    strata = np.repeat(list(counts), list(counts.values()))
    parts = split_rows(np.arange(len(strata)), SplitConfig(method="stratified", seed=seed), strata)
    return [{name: int((strata[part] == name).sum()) for name in counts} for part in parts]


@pytest.mark.parametrize("seed", range(8))
def test_that_a_class_of_two_rows_has_one_of_them_in_training(seed: int) -> None:
    training, _, _ = class_counts({"frequent": 20, "rare one": 2, "rare two": 2}, seed)
    assert training == {"frequent": 14, "rare one": 1, "rare two": 1}  # as scikit-learn's StratifiedShuffleSplit


def test_that_ten_classes_of_ten_rows_are_shared_evenly_and_ties_follow_the_seed() -> None:
    counts = {f"class {k}": 10 for k in range(10)}
    seen = set()
    for seed in range(6):
        training, validation, test = class_counts(counts, seed)
        assert set(training.values()) == {7}
        assert all({validation[name], test[name]} == {1, 2} for name in counts)
        assert sum(validation.values()) == 15
        seen.add(tuple(validation.values()))
    assert len(seen) > 1


@given(
    counts=st.lists(st.integers(1, 40), min_size=2, max_size=8),
    seed=st.integers(0, 99),
    train=st.sampled_from([0.5, 0.6, 0.7, 0.8]),
)
def test_that_no_class_is_off_its_share_by_more_than_a_row(counts: list[int], seed: int, train: float) -> None:
    strata = np.repeat(np.arange(len(counts)), counts)
    split = SplitConfig(method="stratified", train=train, validation=0.1, test=0.9 - train, seed=seed)
    parts = split_rows(np.arange(len(strata)), split, strata)
    n_training = len(parts[0])
    inside = np.bincount(strata[parts[0]], minlength=len(counts))
    ideal = np.array(counts) * n_training / len(strata)
    if n_training >= len(counts):
        assert inside.min() >= 1
    # A class that would have no training row gets one, which the largest classes give.
    assert np.all(inside >= np.floor(ideal) - len(counts))
    assert np.all(inside <= np.maximum(np.ceil(ideal + 1e-9), 1))


def test_that_files_of_earlier_versions_keep_their_rows() -> None:
    strata = np.repeat(np.arange(10), 10)
    parts = split_rows(np.arange(100), SplitConfig(method="stratified", ties="first"), strata)
    assert np.bincount(strata[parts[0]]).tolist() == [6, 6, 6, 6, 6, 8, 8, 8, 8, 8]


@given(
    sizes=st.lists(st.integers(1, 12), min_size=3, max_size=60),
    seed=st.integers(0, 99),
    shares=st.sampled_from([(0.7, 0.15, 0.15), (0.6, 0.4, 0.0), (0.5, 0.25, 0.25)]),
)
def test_that_no_group_is_in_two_subsets_and_none_is_left_empty(sizes, seed, shares):
    groups = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(sizes)), sizes))
    split = SplitConfig("grouped", *shares, seed=seed, column="g")
    parts = split_rows(np.arange(len(groups)), split, words=pd.Series(groups))
    inside = [set(groups[part]) for part in parts]
    assert sum(map(len, inside)) == len(sizes)
    assert sorted(np.concatenate(parts)) == list(range(len(groups)))
    assert [bool(g) for g in inside] == [share > 0 for share in shares]
    assert abs(len(parts[0]) - shares[0] * len(groups)) <= max(max(sizes), 2 * max(sizes) if len(sizes) < 6 else 0)


def test_that_groups_keep_the_shares_of_the_classes_and_many_groups_the_shares(rng):
    groups = np.repeat(np.arange(60), 10)
    strata = np.where(groups % 4 == 0, 1, 0)
    split = SplitConfig("grouped", seed=5, column="g")
    parts = split_rows(np.arange(600), split, strata, pd.Series(groups))
    assert [len(part) for part in parts] == pytest.approx([420, 90, 90], abs=10)
    assert [strata[part].mean() for part in parts] == pytest.approx([0.25] * 3, abs=0.05)
    many = pd.Series(rng.integers(0, 20_000, 50_000))
    parts = split_rows(np.arange(50_000), split, words=many)
    assert [len(part) / 50_000 for part in parts] == pytest.approx([0.7, 0.15, 0.15], abs=0.001)
    assert not set(many[parts[0]]) & set(many[parts[2]])


def test_that_blocks_keep_neighbours_together():
    parts = split_rows(np.arange(200), SplitConfig("blocked", blocks=10, seed=1))
    assert [len(part) for part in parts] == pytest.approx([140, 40, 20], abs=10)
    for part in parts:
        assert all(len(np.intersect1d(part, range(at, at + 20))) in (0, 20) for at in range(0, 200, 20))
    assert [p.tolist() for p in parts] != [p.tolist() for p in split_rows(np.arange(200), SplitConfig("file_order"))]


@given(times=st.lists(st.integers(0, 30), min_size=10, max_size=80))
def test_that_the_latest_rows_are_for_the_test_and_equal_times_stay_together(times):
    values = np.array(times, float)
    parts = split_rows(
        np.arange(len(times)), SplitConfig("time_order", column="t"), times=RowTimes(np.array(values, float))
    )
    filled = [values[part] for part in parts if len(part)]
    assert all(before.max() < after.min() for before, after in itertools.pairwise(filled))
    assert sum(map(len, parts)) == len(times)
