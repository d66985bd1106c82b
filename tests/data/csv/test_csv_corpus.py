"""141 real and awkward files that nobody here wrote, with the facts that a loader must find."""

from __future__ import annotations

import csv
import re

import pytest

from helpers.paths import REPOSITORY
from mlp_gui.core.errors import UserError
from mlp_gui.data.summary import summarize_file

SHARED = REPOSITORY.parent / "shared"
FACT = re.compile(r"(?:^|\| )(?:types: [^|]*\| )?(?:notable: )?([^|]+?): (int|float)[^;|]*; sum=([-\d.e+]+)")


def cases() -> list[dict[str, str]]:
    manifest = SHARED / "csv_cases.tsv"
    if not manifest.is_file():
        return []
    with manifest.open(encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


CASES = cases()
if not CASES:
    pytest.skip("the folder ../shared with the CSV cases is not beside this checkout", allow_module_level=True)


@pytest.mark.parametrize("case", [c for c in CASES if c["kind"] == "valid"], ids=lambda c: c["file"])
def test_that_a_valid_file_is_loaded_exactly(case):
    found = summarize_file(SHARED / "csv_cases" / case["file"])
    for key, mine in (("rows", "rows"), ("columns", "columns"), ("missing_cells", "missing")):
        counts = [int(n) for n in re.findall(r"\d+", case[key])]
        assert not counts or found[mine] in (counts[0], sum(counts)), mine
    fields = {f["name"]: f for f in found["fields"]}
    for match in FACT.finditer(case["expected_facts"]):
        name = match.group(1).strip()
        field = fields.get(name)
        if field is None and case["header"] == "no" and name.isdigit():
            field = found["fields"][int(name)]
        if field is not None and field["sum"] is not None:
            assert field["sum"] == pytest.approx(
                float(match.group(3)), rel=1e-9, abs=1e-9 if "e" not in match.group(3) else 1e-6
            ), name


@pytest.mark.parametrize("case", [c for c in CASES if c["kind"] == "must-be-refused"], ids=lambda c: c["file"])
def test_that_what_is_no_table_is_refused(case):
    with pytest.raises(UserError) as refused:
        summarize_file(SHARED / "csv_cases" / case["file"])
    assert refused.value.title.endswith(".")


@pytest.mark.parametrize("case", [c for c in CASES if c["kind"] == "either"], ids=lambda c: c["file"])
def test_that_an_odd_file_is_refused_or_loaded_with_a_warning(case):
    try:
        said = summarize_file(SHARED / "csv_cases" / case["file"])["warnings"]
    except UserError as refused:
        said = [refused.title]
    assert said
