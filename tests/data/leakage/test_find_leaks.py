"""What makes held-out rows look easier than new ones is named before the first epoch, and its cure removes it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.leak import Leak
from mlp_gui.data.leakage.split_proposal import way_to_random
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples.catalogue import samples
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.presets import suggested_spec

N = 400


def table_of(**columns: object) -> Table:
    frame = pd.DataFrame(columns)
    return Table("t", None, frame, None, profile_frame(frame))


def prepared_of(table: Table, target: str = "y") -> Prepared:
    spec = suggest_spec(table, (target,))
    way = way_to_random(spec.split, has_classes=False)  # what is proposed has no such leak
    return prepare(table, spec.cured(way) if way is not None else spec)


def kinds(prepared: Prepared) -> list[str]:
    return [leak.kind for leak in prepared.leaks]


def cured(prepared: Prepared, leak: Leak) -> Prepared:
    return prepare(prepared.table, prepared.spec.cured(leak.cures[0], leak.sentence))


def independent(rng, n: int = N) -> dict[str, object]:
    x = rng.normal(size=(n, 3))
    return {"a": x[:, 0], "b": x[:, 1], "c": x[:, 2], "y": x[:, 0] + rng.normal(size=n)}


def series(rng, n: int = N) -> np.ndarray:
    y = np.zeros(n)
    for t in range(1, n):
        y[t] = 0.9 * y[t - 1] + rng.normal()
    return y


DAYS = np.datetime_as_string(np.datetime64("2020-01-01") + np.arange(N)).astype(object)


def named(columns: dict[str, object], kind: str) -> Prepared:
    """Check that one leak is named, in the ledger too, and that nothing is left of it after its cure."""
    prepared = prepared_of(table_of(**columns))
    assert kinds(prepared) == [kind]
    (leak,) = prepared.leaks
    assert leak.sentence in prepared.ledger.sentences()
    after = cured(prepared, leak)
    assert not after.leaks
    assert after.ledger.read == after.ledger.n_used + sum(n for _, n in after.ledger.dropped)
    assert from_json(DataSpec, to_json(after.spec)) == after.spec
    return after


def test_that_a_table_of_independent_rows_has_no_leak(rng) -> None:
    assert not prepared_of(table_of(**independent(rng))).leaks


# --- columns


def test_that_a_copy_that_a_person_makes_an_input_is_named_with_the_way_out(rng) -> None:
    columns = independent(rng)
    table = table_of(**columns, hint=np.exp(np.asarray(columns["y"])))
    prepared = prepare(table, suggest_spec(table, ("y",), ("a", "b", "hint")))
    assert kinds(prepared) == ["giveaway"]
    assert prepared.leaks[0].sentence.startswith("hint: ")
    after = cured(prepared, prepared.leaks[0])
    assert after.spec.inputs == ("a", "b")
    assert not any(leak.cures for leak in after.leaks)


@pytest.mark.parametrize("later", [1, 3, 7])
def test_that_a_later_target_is_named_and_an_earlier_one_is_not(rng, later: int) -> None:
    y = series(rng)
    after = named({"a": rng.normal(size=N), "next": pd.Series(y).shift(-later), "y": y}, "future")
    assert after.spec.inputs == ("a",)
    earlier = table_of(a=rng.normal(size=N), before=pd.Series(y).shift(later), y=y)
    assert not prepared_of(earlier).leaks


def test_that_a_later_target_of_the_same_station_is_named(rng) -> None:
    """The rows of eight stations are interleaved: the row below is another station's."""
    flow = np.array([series(rng, 50) for _ in range(8)]).T
    later = np.vstack([flow[1:], np.full((1, 8), np.nan)])
    columns = {
        "day": np.repeat(DAYS[:50], 8),
        "station": [f"s{k}" for k in range(8)] * 50,
        "a": rng.normal(size=N),
        "y": flow.ravel(),
    }
    assert "future" in kinds(prepared_of(table_of(**columns, hint=later.ravel())))
    before = np.vstack([np.full((1, 8), np.nan), flow[:-1]])
    assert "future" not in kinds(prepared_of(table_of(**columns, hint=before.ravel())))


def test_that_a_target_that_seldom_changes_is_no_later_one(rng) -> None:
    y = np.repeat(rng.normal(size=40), 10)
    assert not prepared_of(table_of(a=rng.normal(size=N), before=pd.Series(y).shift(1), y=y)).leaks


def test_that_a_file_that_begins_with_the_latest_row_is_read_backwards(rng) -> None:
    y = series(rng)
    columns = {"day": DAYS, "a": rng.normal(size=N), "next": pd.Series(y).shift(-1), "y": y}
    backwards = {name: np.asarray(values)[::-1].copy() for name, values in columns.items()}
    assert "future" in kinds(prepared_of(table_of(**backwards)))
    known = {**columns, "next": pd.Series(y).shift(1)}
    assert "future" not in kinds(prepared_of(table_of(**{n: np.asarray(v)[::-1].copy() for n, v in known.items()})))


@pytest.mark.parametrize(
    "make",
    [
        lambda p, q, r: p + q,
        lambda p, q, r: p + q + r,
        lambda p, q, r: p - q,
        lambda p, q, r: np.round((p + q + r) / 3, 2),
        lambda p, q, r: np.round(p * q, 2),
        lambda p, q, r: np.round(100 * p / q, 1),
    ],
    ids=["sum of two", "sum of three", "difference", "mean", "product", "quotient"],
)
def test_that_a_target_made_of_its_inputs_is_named(rng, make) -> None:
    p, q, r = (np.round(rng.lognormal(3, 0.5, N), 2) for _ in range(3))
    prepared = prepared_of(table_of(p=p, q=q, r=r, other=rng.normal(size=N), y=make(p, q, r)))
    assert kinds(prepared) == ["parts"]
    assert set(cured(prepared, prepared.leaks[0]).spec.inputs) < {"p", "q", "r", "other"}


def test_that_a_target_that_depends_on_its_inputs_otherwise_is_not_made_of_them(rng) -> None:
    p, q = rng.lognormal(3, 0.5, (2, N))
    for y in (3 * p + 2 * q, p + q + rng.normal(size=N), p**2 + q):
        assert not prepared_of(table_of(p=p, q=q, other=rng.normal(size=N), y=y)).leaks


# --- rows


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_that_copied_rows_are_counted_and_left_out(rng, share: float) -> None:
    frame = pd.DataFrame(independent(rng))
    many = pd.concat([frame, frame.iloc[: int(share * N)]]).sample(frac=1, random_state=1)
    prepared = prepared_of(table_of(**{n: many[n].to_numpy() for n in many}))
    assert kinds(prepared) == ["copies"]
    training = {tuple(row) for row in many.to_numpy()[prepared.dataset.train.row_numbers].tolist()}
    held = np.concatenate([prepared.dataset.validation.row_numbers, prepared.dataset.test.row_numbers])
    truly = sum(tuple(row) in training for row in many.to_numpy()[held].tolist())
    assert prepared.leaks[0].sentence.startswith(f"{truly:,} of {len(held):,} rows")
    after = cured(prepared, prepared.leaks[0])
    assert after.ledger.dropped == (("are copies of earlier rows", int(share * N)),)
    assert after.ledger.n_used == N
    assert not after.leaks


@pytest.mark.parametrize("jitter", [1e-5, 1e-3])
def test_that_rows_copied_with_a_little_noise_are_counted(rng, jitter: float) -> None:
    frame = pd.DataFrame(independent(rng))
    copies = frame.iloc[:120] + rng.normal(size=(120, 4)) * jitter
    many = pd.concat([frame, copies]).sample(frac=1, random_state=1)
    named({n: many[n].to_numpy() for n in many}, "copies")


def test_that_rows_that_agree_in_a_coarse_table_are_no_copies(rng) -> None:
    columns = {f"q{k}": rng.integers(1, 4, N) for k in range(4)}
    assert not prepared_of(table_of(**columns, y=np.where(rng.random(N) < 0.4, "yes", "no"))).leaks


def test_that_dense_points_are_no_near_copies(rng) -> None:
    x = np.round(rng.random((3_000, 2)), 3)
    assert not prepared_of(table_of(a=x[:, 0], b=x[:, 1], y=np.round(x.sum(axis=1) + rng.normal(size=3_000), 2))).leaks


@pytest.mark.parametrize("name", ["station", "patient_id", "SubjectID", "Messstelle"])
def test_that_rows_of_one_station_are_kept_in_one_subset(rng, name: str) -> None:
    station = rng.integers(0, 25, N)
    level = rng.normal(size=25)[station]
    columns = {name: [f"s{k}" for k in station], "a": level + rng.normal(size=N), "y": level + rng.normal(size=N)}
    after = named(columns, "groups")
    assert (after.spec.split.method, after.spec.split.column, after.spec.inputs) == ("grouped", name, ("a",))
    groups = [
        set(station[part.row_numbers]) for part in (after.dataset.train, after.dataset.validation, after.dataset.test)
    ]
    assert sum(map(len, groups)) == len(set.union(*groups))
    assert all(groups)


def test_that_groups_without_a_telling_name_show_by_what_is_fixed_in_them(rng) -> None:
    place = rng.integers(0, 30, N)
    fixed = rng.normal(size=(30, 2))[place]
    columns = {
        "k": [f"p{k}" for k in place],
        "lat": fixed[:, 0],
        "lon": fixed[:, 1],
        "y": fixed[:, 0] + rng.normal(size=N),
    }
    assert kinds(prepared_of(table_of(**columns))) == ["groups"]
    loose = columns | {"lat": rng.normal(size=N), "lon": rng.normal(size=N)}
    assert not prepared_of(table_of(**loose)).leaks


def test_that_rows_in_order_of_time_are_split_by_time(rng) -> None:
    after = named({"day": DAYS, "a": rng.normal(size=N), "y": series(rng)}, "order")
    assert (after.spec.split.method, after.spec.split.column) == ("time_order", "day")
    ends = [
        (p.row_numbers.min(), p.row_numbers.max())
        for p in (after.dataset.train, after.dataset.validation, after.dataset.test)
    ]
    assert ends[0][1] < ends[1][0] <= ends[1][1] < ends[2][0]


def test_that_shuffled_days_are_ordered_all_the_same(rng) -> None:
    order = rng.permutation(N)
    named({"day": DAYS[order], "a": rng.normal(size=N), "y": series(rng)[order]}, "order")


def test_that_dates_of_birth_give_no_order(rng) -> None:
    born = rng.permutation(np.datetime_as_string(np.datetime64("1950-01-01") + rng.integers(0, 15_000, N))).astype(
        object
    )
    assert not prepared_of(table_of(born=born, **independent(rng))).leaks


ORDERED = ("busan_beach", "catchment")  # their rows follow each other in time, and a random split is named


@pytest.mark.parametrize("name", [sample.name for sample in samples() if sample.name not in ORDERED])
def test_that_the_bundled_samples_have_no_leak(name: str) -> None:
    table = open_table(f"sample:{name}")
    assert not prepare(table, suggested_spec(f"sample:{name}", table)).leaks
