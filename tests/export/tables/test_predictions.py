"""Tables of predictions hold no formulas."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from helpers.export_inputs import named_source
from mlp_gui.export.tables.predictions import write_predictions


def test_that_predictions_of_a_hostile_table_are_no_formulas(tmp_path: Path) -> None:
    from mlp_gui.data.csv.reader import read_table

    path = tmp_path / "t.csv"
    path.write_text('plain,=1+1\n1,"=2+2"\n3,"@x"\n', encoding="utf-8")
    names = ["plain", "=1+1"]
    write_predictions(named_source(names).model, read_table(path), tmp_path / "p.csv")
    text = (tmp_path / "p.csv").read_text(encoding="utf-8")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not any(cell.startswith(("=", "@")) for cell in cells), cells
