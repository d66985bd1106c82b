"""Objects in lines give what their CSV gives; a bad line is named."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.readers.delimited_text import DelimitedTextReader
from mlp_gui.data.readers.json_lines import JsonLinesReader


@pytest.fixture
def frame(rng: np.random.Generator) -> pd.DataFrame:
    n = 60
    flow = np.where(rng.random(n) < 0.2, np.nan, rng.normal(size=n))
    zone = rng.choice(["up, north", 'the "old" mill', "Süd", "NA"], n)
    return pd.DataFrame({"count": rng.integers(-5, 5, n), "flow": flow, "zone": zone, "wet": rng.random(n) < 0.5})


@pytest.mark.parametrize("lines", [True, False])
def test_that_objects_give_what_their_csv_gives(tmp_path, frame, lines):
    path = tmp_path / "t.jsonl"
    frame.to_json(path, orient="records", lines=lines, double_precision=15, force_ascii=False)
    flows = (
        [json.loads(line)["flow"] for line in path.read_text(encoding="utf-8").splitlines()] if lines else frame["flow"]
    )
    frame.assign(flow=flows).to_csv(tmp_path / "t.csv", index=False)
    table, expected = open_table(path), open_table(tmp_path / "t.csv")
    np.testing.assert_allclose(table.frame["flow"], expected.frame["flow"], rtol=0 if lines else 1e-13)
    assert table.frame.drop(columns="flow").equals(expected.frame.drop(columns="flow"))
    assert [f.kind for f in table.fields] == [f.kind for f in expected.fields]
    assert dict(table.formats) == dict(expected.formats)


def test_that_names_are_gathered_and_what_is_missing_is_a_gap(tmp_path):
    path = tmp_path / "t.ndjson"
    path.write_text(
        '\ufeff{"a": 1, "at": {"x": 1.5, "y": [1, 2]}}\n\n{"b": null, "a": 2, "at": {}}\n', encoding="utf-8"
    )
    table = open_table(path)
    assert table.column_names == ("a", "at.x", "at.y", "b", "at")
    assert table.frame["at.x"].isna().tolist() == [False, True]
    assert table.frame["at.y"][0] == "[1, 2]"
    assert table.field("b").kind == "empty"


BAD = {
    "an array": ('{"a": 1}\n[1, 2]\n', "Line 2 of t.jsonl is no object of JSON. It is no object"),
    "cut": ('{"a": 1}\n{"a": 2', "Line 2 of t.jsonl is no object"),
    "deep": ('{"a": ' + "[" * 100_000 + "\n", "nested too deeply|no object of JSON"),
    "wide": ('{"a": 1}\n{' + ", ".join(f'"c{i}": 1' for i in range(30_001)) + "}\n", "more than 30,000 names"),
    "a document": ('{\n  "a": 1\n}\n', "Line 1 of t.jsonl is no object of JSON"),
    "a list of numbers": ('[{"a": 1}, 3]', "Line 2 of t.jsonl is no object of JSON"),
}


@pytest.mark.parametrize("what", BAD)
def test_that_a_bad_line_is_named(tmp_path, what):
    text, sentence = BAD[what]
    (tmp_path / "t.jsonl").write_text(text)
    with pytest.raises(UserError) as refused:
        open_table(tmp_path / "t.jsonl")
    assert re.search(sentence, str(refused.value))


def test_that_the_content_decides():
    text, lines = DelimitedTextReader(), JsonLinesReader()
    assert lines.recognizes(Path("t.csv"), b'{"a": 1}\n')
    assert lines.recognizes(Path("t.json"), b'\xef\xbb\xbf [ {"a"')
    assert not lines.recognizes(Path("t.csv"), b'[{"a": 1}]'), "a list needs the name as well"
    assert not lines.recognizes(Path("t.json"), b"a,b\n{1},2\n")
    assert not lines.recognizes(Path("t.jsonl"), b"[1,2]\n")
    assert text.name == "delimited_text"


@pytest.mark.parametrize("name", ["t.jsonl.gz", "t.ndjson.gz", "t.json.gz", "t.gz"])
def test_that_gzipped_objects_are_read_as_unpacked_ones(tmp_path, frame, name):
    plain, packed = tmp_path / "t.jsonl", tmp_path / name
    frame.to_json(plain, orient="records", lines=True, force_ascii=False)
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    reader = JsonLinesReader()
    assert open_table(packed).frame.equals(open_table(plain).frame)
    assert reader.preview(packed).lines == reader.preview(plain).lines
    packed.write_bytes(packed.read_bytes()[:-200])
    with pytest.raises(UserError, match=f"{re.escape(name)} is damaged"):
        open_table(packed)


def test_that_gzipped_text_and_a_gzipped_list_go_to_their_readers(tmp_path, frame):
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(b"a,b\n1,2\n3,4\n"))
    assert open_table(tmp_path / "t.csv.gz").column_names == ("a", "b")
    (tmp_path / "t.json.gz").write_bytes(gzip.compress(b'[\n{"a": 1},\n{"a": 3}]'))
    assert open_table(tmp_path / "t.json.gz").frame["a"].tolist() == [1, 3]
