"""The preview of a file: its first lines, the guessed dialect, another reading, and the reason of a refusal."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.session.data.import_preview import ImportPreview


def test_that_the_importer_peeks_guesses_and_reads_again(qtbot, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x;y\n1,5;2\n2,5;3\n3,5;4\n", encoding="utf-8")
    importer = ImportPreview()
    importer.load(str(path), None)
    qtbot.waitUntil(lambda: importer.table is not None)
    assert importer.preview is not None
    assert importer.preview.lines[:2] == ("x;y", "1,5;2")
    assert importer.dialect == importer.preview.guess
    assert importer.table.frame["x"].tolist() == [1.5, 2.5, 3.5]
    importer.set_dialect(importer.dialect.replace(header=False))
    assert importer.table is None
    qtbot.waitUntil(lambda: importer.table is not None)
    assert importer.table.column_names == ("column_1", "column_2")
    assert importer.table.n_rows == 4
    importer.close()


def test_that_the_importer_keeps_the_reason_of_a_refusal(qtbot, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    importer = ImportPreview()
    importer.load(str(path), None)
    qtbot.waitUntil(lambda: importer.problem is not None)
    assert isinstance(importer.problem, UserError)
    assert not importer.reading
    importer.close()
