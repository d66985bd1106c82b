"""A small file for each kind of text file that people open: what the loader must find in it, refuse or warn of.

`tests/data/cases/text_files/expectations.tsv` has a line for each file. Its numbers were worked out by hand from the
file, not taken from the program. A `read` file is loaded; a `warned` one is loaded with a sentence about what is odd,
or refused; a `refused` one is no table. Empty cells of the table say that several answers are right.
"""

from __future__ import annotations

import csv
import re

import pytest

from helpers.paths import TESTS
from mlp_gui.core.errors import UserError
from mlp_gui.data.summary import summarize_file

CASES = TESTS / "data" / "cases" / "text_files"
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "blanks": " ", "none": ""}


def expectations(*kinds: str) -> list[dict[str, str]]:
    with (CASES / "expectations.tsv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["kind"] in kinds]


def check(case: dict[str, str], found: dict) -> None:
    """Compare what the loader found with what stands in the file."""
    expected = {
        "separator": SEPARATORS.get(case["separator"]),
        "encoding": case["encoding"] or None,
        "header": {"yes": True, "no": False}.get(case["header"]),
        "decimal": case["decimal"] or None,
        **{key: int(case[key]) if case[key] else None for key in ("rows", "columns", "missing")},
    }
    known = {key: value for key, value in expected.items() if value is not None}
    assert {key: found[key] for key in known} == known
    fields = {field["name"]: field["sum"] for field in found["fields"]}
    if case["header"] == "no":  # the names are given by the program: the table counts columns from 1
        fields = {str(k + 1): field["sum"] for k, field in enumerate(found["fields"])}
    for name, total in (pair.split("=") for pair in case["sums"].split()):
        assert fields[name] == pytest.approx(float(total), rel=1e-12), name


@pytest.mark.parametrize("case", expectations("read"), ids=lambda c: c["file"])
def test_that_a_file_is_read_exactly(case):
    check(case, summarize_file(CASES / case["file"]))


@pytest.mark.parametrize("case", expectations("warned"), ids=lambda c: c["file"])
def test_that_what_is_odd_is_said(case):
    try:
        found = summarize_file(CASES / case["file"])
    except UserError as refused:
        said = str(refused)
    else:
        check(case, found)
        said = " ".join(found["warnings"])
    assert re.search(case["says"], said), said


@pytest.mark.parametrize("case", expectations("refused"), ids=lambda c: c["file"])
def test_that_what_is_no_table_is_refused(case):
    with pytest.raises(UserError) as refused:
        summarize_file(CASES / case["file"])
    assert refused.value.title.endswith(".")
    assert re.search(case["says"], str(refused.value))


def test_that_every_file_of_the_folder_has_its_line():
    named = [case["file"] for case in expectations("read", "warned", "refused")]
    assert sorted(named) == sorted(p.name for p in CASES.iterdir() if p.name != "expectations.tsv")
