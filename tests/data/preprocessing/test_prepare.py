"""From a table to a dataset: roles, rows left out, split, fit on training rows only, encode; and the ledger adds up."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.ledger import Ledger
from mlp_gui.data.preprocessing.prepare import Pipeline, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.data.suggest import suggest_spec


def table_of(**columns: object) -> Table:
    frame = pd.DataFrame({n: pd.Series(c) if not isinstance(c, pd.Series) else c for n, c in columns.items()})
    return Table("t", None, frame, None, profile_frame(frame))


def spec_of(table: Table, target: str, split: SplitConfig | None = None, **changes: object) -> DataSpec:
    columns = tuple(ColumnSpec(n, role="target" if n == target else "input") for n in table.column_names)
    return DataSpec(columns, split=split or SplitConfig(method="file_order"), **changes)


@pytest.fixture
def mixed(rng) -> Table:
    n = 60
    x = rng.normal(5, 3, n)
    x[[3, 40]] = np.nan
    return table_of(
        x=x,
        color=rng.choice(["red", "blue", "green"], n),
        flag=rng.choice(["no", "yes"], n),
        day=pd.date_range("2020-01-01 06:00", periods=n, freq="18h")
        .strftime("%Y-%m-%d %H:%M")
        .astype("str")
        .to_series(index=range(n)),
        y=rng.normal(100, 20, n),
    )


def test_that_the_tutorial_split_is_152_and_66_of_218_rows():
    table = read_sample("busan_beach")
    spec = sample_spec("busan_beach", table)
    split = SplitConfig(method="file_order", train=0.7, validation=0.3, test=0.0)
    prepared = prepare(table, spec.replace(split=split, fit_on="all_rows"))
    assert prepared.ledger.used == {"training": 152, "validation": 66, "test": 0}
    assert prepared.ledger.summary == "218 of 1,446 rows used: 1,228 have no value in tetx_coppml."
    tide = table.frame["tide_cm"].to_numpy()
    rows = prepared.dataset.train.row_numbers
    assert np.allclose(prepared.dataset.train.x[:, 0], (tide[rows] - tide.mean()) / tide.std(ddof=0), atol=1e-12)
    target = table.frame["tetx_coppml"].dropna().to_numpy()
    assert prepared.dataset.target_shift == pytest.approx([target.mean()])
    assert prepared.dataset.target_scale == pytest.approx([target.std(ddof=0)])
    assert any("leak" in notice for notice in prepared.notices)


def test_that_the_ledger_adds_up_and_names_the_first_reason_of_each_row():
    table = table_of(a=[1, np.nan, 3, 4, np.nan, 6], b=[1, np.nan, np.nan, 4.5, 5, 6], y=[1, 2, np.nan, 4, 5, 6.5])
    ledger = prepare(table, spec_of(table, "y")).ledger
    assert ledger.dropped == (("has no value in y", 1), ("have no value in a", 2))
    assert ledger.read == sum(n for _, n in ledger.dropped) + ledger.n_used == 6


def test_that_everything_is_fitted_on_training_rows_by_default(mixed):
    prepared = prepare(mixed, spec_of(mixed, "y"))
    x = prepared.dataset.train.x[:, 0]
    assert np.allclose([x.mean(), x.std()], [0, 1])
    assert abs(prepared.dataset.validation.x[:, 0].mean()) > 1e-6
    assert prepared.notices == ()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_that_shuffling_validation_and_test_rows_changes_no_fitted_number(seed):
    rng = np.random.default_rng(seed)
    table = read_sample("iris")
    split = SplitConfig(method="file_order", train=0.5, validation=0.25, test=0.25)
    frame = table.frame.sample(frac=1, random_state=seed).reset_index(drop=True)
    cut = len(frame) // 2
    other = pd.concat([frame.iloc[:cut], frame.iloc[cut:].iloc[rng.permutation(len(frame) - cut)]], ignore_index=True)
    other.iloc[cut:, 0] = rng.normal(1000, 1000, len(frame) - cut)
    first, second = (Table("t", None, f, None, profile_frame(f)) for f in (frame, other))
    spec = spec_of(first, "species", split, task="multiclass")
    assert prepare(first, spec).pipeline == prepare(second, spec).pipeline


@pytest.mark.parametrize("fit_on", ["used_rows", "all_rows"])
def test_that_fitting_on_other_rows_leaks_and_says_so(mixed, fit_on):
    prepared = prepare(mixed, spec_of(mixed, "y", fit_on=fit_on))
    assert "training rows only" in prepared.notices[0]
    assert prepared.pipeline != prepare(mixed, spec_of(mixed, "y")).pipeline


@pytest.mark.parametrize(
    ("policy", "fill", "expected"),
    [("mean", "", 7 / 3), ("median", "", 2.0), ("most_frequent", "", 1.0), ("constant", "9", 9.0)],
)
def test_that_missing_numbers_are_filled_from_the_training_rows(policy, fill, expected):
    table = table_of(a=[1, 1, np.nan, 2, 3, 4.5, 1, 100, 100, np.nan], y=np.arange(10.0))
    spec = spec_of(table, "y", SplitConfig(method="file_order", train=0.7, validation=0.2, test=0.1))
    spec = spec.with_columns(ColumnSpec("a", missing=policy, fill=fill, scaling="none"))
    dataset = prepare(table, spec).dataset
    train = np.array([1, 1, 2, 3, 4.5, 1])
    expected = {"mean": train.mean(), "median": np.median(train)}.get(policy, expected)
    assert dataset.train.x[2, 0] == pytest.approx(expected)
    assert dataset.test.x[0, 0] == pytest.approx(expected)


def test_that_missing_texts_can_be_filled():
    table = table_of(c=["a", "b", "b", None, "a", "b", "b", None, "b", "b"], y=np.arange(10.0))
    spec = spec_of(table, "y").with_columns(ColumnSpec("c", missing="most_frequent"))
    assert prepare(table, spec).dataset.train.x[3].tolist() == [0, 1]
    spec = spec.with_columns(ColumnSpec("c", missing="constant", fill="unknown"))
    assert prepare(table, spec).dataset.feature_names == ("c = a", "c = b", "c = unknown")


def test_that_features_are_named_and_encoded(mixed):
    spec = spec_of(mixed, "y").with_columns(ColumnSpec("day", encoding="day_and_hour"))
    dataset = prepare(mixed, spec).dataset
    assert dataset.feature_names == (
        "x", "color = blue", "color = green", "color = red", "flag = yes",
        "day of day (sine)", "day of day (cosine)", "hour of day (sine)", "hour of day (cosine)",
    )  # fmt: skip
    color = mixed.frame["color"].iloc[dataset.train.row_numbers[0]]
    assert dataset.train.x[0, 1:4].tolist() == [float(c == color) for c in ("blue", "green", "red")]
    # 06:00 is a quarter of the day: sine 1, cosine 0; the first of January is the start of the year.
    assert np.allclose(dataset.train.x[0, 5:], [np.sin(2 * np.pi * 0.25 / 366), np.cos(2 * np.pi * 0.25 / 366), 1, 0])


def test_that_dates_become_days_since_1970(mixed):
    spec = spec_of(mixed, "y").with_columns(ColumnSpec("day", encoding="days", scaling="none"))
    dataset = prepare(mixed, spec).dataset
    days = dataset.train.x[:, dataset.feature_names.index("day")]
    assert days[0] == 18262.25
    assert np.allclose(np.diff(days) % 0.75, 0)


def test_that_unseen_categories_are_counted_and_give_zeros():
    table = table_of(c=["a", "b"] * 6 + ["new"] * 4, y=np.arange(16.0))
    prepared = prepare(
        table, spec_of(table, "y", SplitConfig(method="file_order", train=0.75, validation=0.25, test=0))
    )
    assert prepared.dataset.validation.x.tolist() == [[0, 0]] * 4
    assert any("4 rows for validation with a category" in n for n in prepared.notices)


def test_that_a_pipeline_survives_json_and_refuses_what_does_not_fit(mixed):
    pipeline = prepare(mixed, spec_of(mixed, "y")).pipeline
    plain = json.loads(json.dumps(pipeline.to_json()))
    assert Pipeline.from_json(plain) == pipeline
    for path, value in (("scale", [0.0]), ("encoding", "pickle"), ("shift", [1.0, 2.0]), ("categories", [1]), ("x", 1)):
        broken = json.loads(json.dumps(plain))
        broken["inputs"][0][path] = value
        with pytest.raises(UserError, match="pipeline"):
            Pipeline.from_json(broken)


def test_that_new_data_are_matched_by_name_and_differences_are_named(mixed):
    pipeline = prepare(mixed, spec_of(mixed, "y")).pipeline
    frame = mixed.frame[["day", "flag", "color", "x"]].assign(more=1.0)
    frame.loc[0, "color"] = "violet"
    x, report = pipeline.transform(Table("new", None, frame, None, profile_frame(frame)))
    expected, _ = pipeline.transform(mixed)
    assert np.array_equal(x[1:], expected[1:], equal_nan=True)
    assert report.extra == ("more",)
    assert report.unseen == {"color": 1}
    assert report.missing == {"x": 2}
    assert np.flatnonzero(~report.usable).tolist() == [3, 40]
    fewer = frame.drop(columns=["x", "flag"])
    narrow = Table("new", None, fewer, None, profile_frame(fewer))
    with pytest.raises(UserError, match="lacks 2 of the 4 input columns") as refused:
        pipeline.transform(narrow)
    assert "x, flag" in refused.value.detail


@pytest.mark.parametrize(
    ("values", "task", "classes"),
    [
        ([1.5, 2.5, 3.25] * 4, Task.REGRESSION, ()),
        (list(range(12)), Task.REGRESSION, ()),
        ([0, 1] * 6, Task.BINARY, ("0", "1")),
        ([0.0, 1.0] * 6, Task.BINARY, ("0", "1")),
        ([1, 2, 10] * 4, Task.MULTICLASS, ("1", "2", "10")),
        (["b", "a"] * 6, Task.BINARY, ("a", "b")),
        (["b", "a", "c"] * 4, Task.MULTICLASS, ("a", "b", "c")),
    ],
)
def test_that_the_task_follows_from_the_target(values, task, classes):
    table = table_of(a=np.arange(12.0), y=values)
    prepared = prepare(table, spec_of(table, "y"))
    assert prepared.task is task
    assert prepared.pipeline.class_names == classes
    assert "because y has" in prepared.task_reason
    y = prepared.dataset.train.y
    if task is Task.BINARY:
        assert y[:, 0].tolist() == [float(str(v).removesuffix(".0") == classes[1]) for v in values[: len(y)]]
    if task is Task.MULTICLASS:
        assert y.argmax(axis=1).tolist() == [classes.index(str(v)) for v in values[: len(y)]]
        assert (y.sum(axis=1) == 1).all()


def test_that_targets_return_to_original_units():
    table = table_of(a=np.arange(10.0), y=np.linspace(100, 900, 10), z=np.linspace(-1, 1, 10))
    spec = spec_of(table, "y").with_roles(targets=("y", "z"), inputs=("a",)).replace(scale_target="minmax")
    prepared = prepare(table, spec)
    assert prepared.dataset.output_names == ("y", "z")
    original = prepared.pipeline.to_original(prepared.dataset.train.y)
    assert np.allclose(original, table.frame[["y", "z"]].iloc[: len(original)])


@pytest.mark.parametrize(
    ("columns", "changes", "reason"),
    [
        ({"y": [np.nan] * 6}, {}, "Choose another target."),
        ({"y": [5.0] * 6}, {}, "same value in every used row"),
        ({"y": ["p", "q", "r", "s", "t", "u"]}, {}, "too many to be classes"),
        ({"y": ["p", "q"] * 3}, {"task": "regression"}, "holds text"),
        ({"y": [1.5, 2.5, 3.5] * 2}, {"task": "binary"}, "not two"),
        (
            {"y": np.arange(6.0)},
            {"split": SplitConfig(method="file_order", train=0.1, validation=0.9, test=0)},
            "There are no training rows",
        ),
        ({"a": [np.nan] * 6, "y": np.arange(6.0)}, {}, "No row can be used"),
        ({"a": ["x"] * 5 + ["y"], "y": np.arange(6.0)}, {"encode": "number"}, "text where numbers are needed"),
        ({"a": ["x"] * 5 + ["y"], "y": np.arange(6.0)}, {"encode": "days"}, "holds no dates"),
    ],
)
def test_that_what_cannot_be_learned_is_refused_in_one_sentence(columns, changes, reason):
    table = table_of(**({"a": np.arange(6.0)} | columns))
    encode = changes.get("encode")
    spec = spec_of(table, "y", **{k: v for k, v in changes.items() if k != "encode"})
    if encode:
        spec = spec.with_columns(ColumnSpec("a", encoding=encode))
    with pytest.raises(UserError) as refused:
        prepare(table, spec)
    assert reason in str(refused.value)


def test_that_a_spec_without_target_or_input_is_refused():
    table = read_sample("iris")
    with pytest.raises(UserError, match="No target"):
        prepare(table, suggest_spec(table).with_roles(targets=()))
    with pytest.raises(UserError, match="No input"):
        prepare(table, suggest_spec(table).with_roles(inputs=(), targets=("species",)))
    with pytest.raises(UserError, match="no column 'none'"):
        prepare(table, DataSpec((ColumnSpec("none", role="target"), ColumnSpec("species"))))


def test_that_a_few_different_whole_numbers_are_no_classes_but_numbers():
    table = table_of(a=np.arange(6.0), y=[1, 2, 3, 4, 5, 7])
    prepared = prepare(table, spec_of(table, "y"))
    assert prepared.dataset.task is Task.REGRESSION
    with pytest.raises(UserError, match="choose regression as the task"):
        prepare(table, spec_of(table, "y", task="multiclass"))


def test_that_a_table_of_one_column_is_refused_for_that():
    table = table_of(y=np.arange(6.0))
    with pytest.raises(UserError, match="has one column"):
        prepare(table, spec_of(table, "y"))


def test_that_a_single_cell_is_counted_in_the_singular():
    table = table_of(c=["p", "q"] * 10, y=np.arange(20.0))
    prepared = prepare(table, spec_of(table, "y"))
    _, report = prepared.pipeline.transform(table_of(c=["p", "r", "q"]))
    assert report.sentences()[0].startswith("1 cell of c holds a category that no fitted row has")


def test_that_many_rows_are_encoded_piece_by_piece(rng) -> None:
    n, late = 130_000, 100_500  # rows; the first one with a category that no training row has
    numbers = {f"x{k}": rng.normal(size=n) for k in range(20)}
    numbers["x3"][[7, 60_001]] = np.nan
    word = np.where(np.arange(n) < late, "a", "b")
    word[3] = "c"
    table = table_of(word=word, **numbers, y=rng.normal(size=n))
    columns = [ColumnSpec("x3", missing="mean"), ColumnSpec("word"), ColumnSpec("y", role="target")]
    columns += [ColumnSpec(name) for name in numbers if name != "x3"]
    spec = DataSpec(tuple(columns), split=SplitConfig("file_order"))
    made = prepare(table, spec)
    x, report = made.pipeline.transform(table)
    for part in made.dataset.subsets.values():
        np.testing.assert_array_equal(part.x, x[part.row_numbers])
    assert report.unseen == {"word": n - late}
    assert made.ledger.filled == {"x3": 2}
    said = [notice for notice in made.notices if "no fitted row" in notice]
    assert [words.split(" with ")[0] for words in said] == [
        "word: 10,000 rows for validation",
        "word: 19,500 rows for test",
    ]


def test_that_many_reasons_are_counted_together_in_one_line_and_named_one_by_one() -> None:
    dropped = (("have no value in y", 5), *((f"have no value in lag{k}", k) for k in range(1, 8)))
    ledger = Ledger(133, dropped, {"training": 100, "validation": 0, "test": 0})
    assert ledger.summary == (
        "100 of 133 rows used: 5 have no value in y, 6 have no value in lag6, 7 have no value in lag7, "
        "15 for 5 other reasons."
    )
    assert sum("left out" in line for line in ledger.sentences()) == len(dropped)
