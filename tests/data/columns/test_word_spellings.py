"""Words that differ only in case or blanks are named with their counts, and made one where a person says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table

CELLS = ["Yes", "yes", "YES ", "no", "Yes", "no"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "t.csv"
    made.write_text("c,y\n" + "".join(f"{cell},{i}\n" for i, cell in enumerate(CELLS)))
    return made


def ways(table: Table) -> list[str]:
    return [way.label for remark in table.remarks for way in remark.ways_out if remark.column == "c"]


def test_that_spellings_are_kept_apart_and_named(path: Path) -> None:
    table = read_table(path)
    assert table.field("c").distinct == 4
    said = next(w for w in table.warnings if "differ only in case" in w)
    assert said.startswith("c: 1 word is written in ways")
    assert "Yes (2×), yes (1×), YES (1×)" in said
    assert ways(table) == ["Merge them", "Keep them apart"]


def test_that_merged_words_take_the_commonest_spelling(path: Path, tmp_path: Path) -> None:
    table = read_table(path, formats={"c": ColumnFormat(merged=True, asked=True)})
    assert table.frame["c"].tolist() == ["Yes", "Yes", "Yes", "no", "Yes", "no"]
    assert any("differ only in case: Yes (2×)" in w for w in table.warnings)
    assert not ways(table)
    new = tmp_path / "new.csv"
    new.write_text("c\nYES\n yes\nNO\n")
    from mlp_gui.data.columns.formatted_cells import read_categories

    again = read_table(new, formats=table.formats)
    assert read_categories(again.frame["c"], ("Yes", "no"), table.formats["c"]).values.tolist() == [0, 0, 1]


def test_that_blanks_around_a_word_are_named(tmp_path: Path) -> None:
    made = tmp_path / "t.csv"
    made.write_text("c,y\nred,1\nred ,2\nblue,3\nblue,4\n")
    assert "c: Blanks around 1 cell were removed, so that 'red ' is 'red'." in read_table(made).warnings


def test_that_free_text_is_left_alone(tmp_path: Path) -> None:
    made = tmp_path / "t.csv"
    made.write_text("c,y\n" + "".join(f"name {i},{i}\nName {i},{i}\n" for i in range(300)))
    assert not read_table(made).remarks
