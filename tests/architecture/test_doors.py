"""What leaves the program by one door: that the others stay shut."""

from __future__ import annotations

import ast

from helpers.product import source_files

CSV_WRITER = "data/csv/writer.py"
# It writes a record to compare it with what was read, and nothing to a file.
COMPARED_ONLY = "data/csv/stray_quotes.py"


def test_that_csv_is_written_in_one_place_where_formulas_are_made_texts() -> None:
    found = [
        f"{file.path}:{node.lineno}"
        for file in source_files()
        if file.path not in (CSV_WRITER, COMPARED_ONLY)
        for node in file.nodes
        if isinstance(node, ast.Attribute | ast.Name)
        and (
            ast.unparse(node) in ("csv.writer", "csv.DictWriter")
            or (isinstance(node, ast.Attribute) and node.attr == "to_csv")
        )
    ]
    assert not found, f"{CSV_WRITER} has csv_text and to_csv"
