"""Markers of single columns make gaps, in training and in every table after it, until they are taken back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.data.columns.missing_markers import KEEP, TREAT, split_markers, with_markers
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.suggest import suggest_spec

NINES = Path(__file__).parents[1] / "cases" / "sentinels" / "positive_nines.csv"


def taken(spec: DataSpec, table, label: str) -> DataSpec:
    return spec.with_ways_out((r.column, w) for r in table.remarks for w in r.ways_out if w.label == label)


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("", ()),
        ("-999; 9999.9 ;", ("-999", "9999.9")),
        ("-999,-9999", ("-999", "-9999")),
        ("9999,9", ("9999,9",)),
        ("none, or so; ?", ("none, or so", "?")),
    ],
)
def test_that_a_list_of_markers_is_split(text, markers):
    assert split_markers(text) == markers


def test_that_the_way_out_makes_gaps_of_the_numbers():
    table, raw = read_table(NINES), pd.read_csv(NINES)
    clean = raw.mask(raw.isin([9999.9, 999.9, 99.99]))
    spec = taken(suggest_spec(table, ("PRCP",)), table, TREAT)
    prepared = prepare(table, spec)
    pd.testing.assert_frame_equal(prepared.table.frame, clean)
    assert not prepared.table.remarks
    assert not prepared.table.warnings
    assert [f.maximum for f in prepared.table.fields] == clean.max().tolist()
    assert prepared.ledger.n_used <= int(clean["PRCP"].notna().sum())
    assert with_markers(prepared.table, {}) is table
    assert all(spec.is_settled(remark) for remark in table.remarks)


def test_that_keeping_settles_the_remarks_and_changes_no_number():
    table = read_table(NINES)
    spec = suggest_spec(table, ("PRCP",))
    kept = taken(spec, table, KEEP)
    assert all(kept.is_settled(remark) for remark in table.remarks)
    assert not any(spec.is_settled(remark) for remark in table.remarks)
    assert kept.gives_same_data(spec)
    assert not taken(spec, table, TREAT).gives_same_data(spec)
    np.testing.assert_array_equal(prepare(table, kept).dataset.train.x, prepare(table, spec).dataset.train.x)


@pytest.mark.parametrize("cell", ["9999.9", "9999.90", " 9999.9", "99999e-1", ""])
def test_that_a_new_table_has_the_same_gaps_however_they_are_written(cell, tmp_path):
    table = read_table(NINES)
    pipeline = prepare(table, taken(suggest_spec(table, ("PRCP",)), table, TREAT)).pipeline
    new = tmp_path / "new.csv"
    new.write_text(f"TEMP,DEWP,SLP,WDSP\n20.5,{cell},1010,3\n20.5,12.5,1010,3\n", encoding="utf-8")
    _, report = pipeline.transform(open_table(new, formats=pipeline.formats))
    assert report.missing.get("DEWP", 0) + report.filled.get("DEWP", 0) == 1
    assert not report.unread


def test_that_words_can_be_markers_too(tmp_path):
    (tmp_path / "t.csv").write_text("k,y\n" + "a,1\nb,2\nunknown,3\n" * 5, encoding="utf-8")
    table = with_markers(read_table(tmp_path / "t.csv"), {"k": ("unknown",), "nobody": ("1",)})
    assert table.field("k").missing == 5
    assert table.formats["k"].missing == ("unknown",)
