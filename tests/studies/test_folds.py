"""Folds have the properties of scikit-learn's splitters."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold

from helpers.study_cases import study_of
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.studies.folds import FoldRows, in_proportion
from mlp_gui.studies.plan import StudyJob, StudyPlan

GROUPS = {"method": "grouped", "column": "station"}
TIME = {"method": "time_order", "column": "day"}


def folds_of(table: Table, n: int, target: str = "y", **split: object) -> tuple[FoldRows, np.ndarray]:
    rows = study_of(table, StudyPlan(folds=n), target, **split).fold_rows
    return rows, rows.assign(n)


def test_that_folds_by_chance_are_as_large_as_those_of_kfold(small_table: Table) -> None:
    for n in (2, 5, 7):
        rows, fold = folds_of(small_table, n)
        theirs = sorted(len(test) for _, test in KFold(n).split(rows.rows))
        assert sorted(np.bincount(fold)) == theirs
        assert not np.array_equal(rows.assign(n, 1), fold)
        assert np.array_equal(rows.assign(n), fold)


def test_that_classes_are_dealt_as_stratified_kfold_deals_them(small_table: Table) -> None:
    rows, fold = folds_of(small_table, 5, "kind")
    y = small_table.frame["kind"].to_numpy()[rows.rows]
    ours = [[int(((fold == k) & (y == c)).sum()) for c in "abc"] for k in range(5)]
    theirs = [[int((y[test] == c).sum()) for c in "abc"] for _, test in StratifiedKFold(5).split(y, y)]
    assert sorted(map(sum, ours)) == sorted(map(sum, theirs))
    assert np.array_equal(np.sort(ours, axis=0), np.sort(theirs, axis=0))


def test_that_no_group_is_in_two_folds_which_are_as_even_as_those_of_group_kfold(small_table: Table) -> None:
    rows, fold = folds_of(small_table, 4, **GROUPS)
    groups = small_table.frame["station"].to_numpy()[rows.rows]
    assert all(len(set(fold[groups == g])) == 1 for g in set(groups))
    theirs = [len(test) for _, test in GroupKFold(4).split(groups, groups=groups)]
    assert max(np.bincount(fold)) - min(np.bincount(fold)) <= max(theirs) - min(theirs)
    training, validation, held = rows.parts(4, 0, 1)
    by_part = [set(small_table.frame["station"].iloc[part]) for part in (training, validation, held)]
    assert not by_part[0] & by_part[1] | by_part[0] & by_part[2] | by_part[1] & by_part[2]


def test_that_folds_along_time_are_blocks_of_it_with_a_gap_on_both_sides(small_table: Table) -> None:
    rows, fold = folds_of(small_table, 4, gap=2, **TIME)
    day = small_table.frame["day"].to_numpy()[rows.rows]
    assert np.array_equal(fold[np.argsort(day)], np.sort(fold))
    assert [len(test) for _, test in KFold(4).split(day)] == sorted(np.bincount(fold), reverse=True)
    training, validation, held = (small_table.frame["day"].to_numpy()[part] for part in rows.parts(4, 0, 2))
    others = np.concatenate([training, validation])
    assert len(others) + len(held) == len(day) - 4
    assert np.abs(others[:, None] - held).min() == 3
    assert training.max() < validation.min()


def test_that_every_row_is_held_out_once_and_in_one_part_only(small_table: Table) -> None:
    for target, split in (("y", {}), ("kind", {}), ("y", GROUPS), ("y", TIME), ("kind", GROUPS)):
        study = study_of(small_table, StudyPlan(folds=4, fold_repeats=1), target, **split)
        parts = [study.parts(job) for job in study.plan.jobs()]
        assert np.array_equal(np.sort(np.concatenate([held for *_, held in parts])), np.arange(62))
        for part in parts:
            together = np.concatenate(part)
            assert len(np.unique(together)) == len(together) == 62
            assert len(part[0]) > len(part[1]) > 0


def test_that_fewer_training_rows_are_among_more_and_keep_the_classes_in_proportion(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(rows=(9, 20)), "kind")
    few, more = (study.parts(StudyJob(rows=n))[0] for n in (9, 20))
    assert (len(few), len(more)) == (9, 20)
    assert set(few) < set(more)
    kinds = small_table.frame["kind"]
    all_of_them = kinds.iloc[study.parts(StudyJob())[0]].value_counts(normalize=True)
    assert (kinds.iloc[more].value_counts() - 20 * all_of_them).abs().max() <= 1
    order = in_proportion(np.repeat([0, 1], [4, 8]), np.arange(12))
    assert all(abs((order[:n] < 4).sum() - n / 3) <= 1 for n in range(13))


@pytest.mark.parametrize(
    ("plan", "target", "split", "said"),
    [
        (StudyPlan(folds=10), "kind", {}, "The smallest class has 9 rows, which cannot be in each of 10 folds."),
        (StudyPlan(folds=10), "y", GROUPS, "9 groups cannot make 10 folds."),
        (StudyPlan(folds=32), "y", {}, "62 rows are too few for 32 folds: each needs two."),
        (StudyPlan(folds=5, fold_repeats=2), "y", TIME, "Blocks of time cannot be divided anew."),
        (StudyPlan(rows=(500,)), "y", {}, "A network cannot learn from 500 rows."),
    ],
)
def test_that_what_the_table_cannot_give_is_refused_in_a_sentence(
    small_table: Table, plan: StudyPlan, target: str, split: dict[str, object], said: str
) -> None:
    with pytest.raises(UserError) as refused:
        study_of(small_table, plan, target, **split).check()
    assert refused.value.title == said


def test_that_a_plan_that_no_table_can_suit_is_refused() -> None:
    for wrong in ({"folds": 1}, {"fold_repeats": 2}, {"rows": (0,)}, {"repeats": 0}, {"repeats": 1000, "folds": 1000}):
        with pytest.raises(UserError):
            StudyPlan(**wrong)  # type: ignore[arg-type]
