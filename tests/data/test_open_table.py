"""Another kind of table file is one class: it is opened, offered, described and asked for everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtWidgets import QFileDialog

from mlp_gui.cli.main import run
from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.data import open_table as opening
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import TableReader
from mlp_gui.data.open_table import (
    all_readers,
    describe_table_kinds,
    find_reader,
    open_table,
    table_filters,
    table_mime_types,
    table_patterns,
)
from mlp_gui.data.readers.delimited_text import DelimitedTextReader
from mlp_gui.export.project.table_reference import DataReference, embedded_table
from mlp_gui.views.widgets.dialogs import ask_open
from mlp_gui.views.widgets.drop_zone import DropZone

CONTENT = b"PILE1\n3 4\n5 6\n"


class PileReader(TableReader):
    """Files that begin with PILE1, a row in each line after that."""

    kind = "a pile"
    suffixes = (".pile", ".heap")
    magic = (b"PILE1",)
    mime_types = ("application/x-pile",)

    def open(self, path, dialect=None, progress=None, cancelled=None, like=None):
        rows = [[float(cell) for cell in line.split()] for line in path.read_text().splitlines()[1:]]
        frame = pd.DataFrame(rows, columns=["left", "right"])
        return Table(path.name, path, frame, None, profile_frame(frame))


class HeapReader(PileReader):
    """The same without first bytes to be known by."""

    magic = ()


@pytest.fixture(params=[PileReader, HeapReader])
def reader(request, monkeypatch) -> type[TableReader]:
    registry: Registry[TableReader] = Registry("kind of table file")
    registry.register("delimited_text", "Delimited text")(DelimitedTextReader)
    registry.register("pile", "Piles of numbers")(request.param)
    all_readers()
    monkeypatch.setattr(opening, "table_readers", registry)
    return request.param


@pytest.fixture
def text_alone(monkeypatch) -> None:
    registry: Registry[TableReader] = Registry("kind of table file")
    registry.register("delimited_text", "Delimited text")(DelimitedTextReader)
    all_readers()
    monkeypatch.setattr(opening, "table_readers", registry)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    path = tmp_path / "numbers.pile"
    path.write_bytes(CONTENT)
    return path


def test_that_a_file_of_a_new_kind_is_opened(reader, pile):
    assert open_table(pile).frame["right"].tolist() == [4.0, 6.0]
    assert open_table(str(pile)).column_names == ("left", "right")


@pytest.mark.parametrize(
    ("reader", "name", "content", "expected"),
    [
        (PileReader, "a.pile", CONTENT, PileReader),
        (PileReader, "a.csv", CONTENT, PileReader),
        (PileReader, "a.pile", b"x,y\n1,2\n", DelimitedTextReader),
        (HeapReader, "A.HEAP", CONTENT, HeapReader),
        (HeapReader, "a.csv", CONTENT, DelimitedTextReader),
    ],
    indirect=["reader"],
)
def test_that_first_bytes_decide_and_the_suffix_where_there_are_none(tmp_path, reader, name, content, expected):
    (tmp_path / name).write_bytes(content)
    assert type(find_reader(tmp_path / name)) is expected


def test_that_a_project_brings_a_table_of_a_new_kind(reader, pile):
    table = embedded_table(DataReference("numbers.pile", str(pile)), CONTENT)
    assert (table.name, table.path, table.original) == ("numbers.pile", None, CONTENT)
    assert table.frame["left"].tolist() == [3.0, 5.0]


def test_that_the_file_dialog_offers_a_new_kind(qtbot, reader):
    parent = DropZone()
    qtbot.addWidget(parent)
    dialog = ask_open(parent, "", lambda path: None)
    kinds = dialog.nameFilters()
    dialog.reject()
    text = "*.csv *.tsv *.tab *.txt *.dat *.gz *.zip *.bz2 *.xz"
    assert kinds == [
        f"Tables and projects ({text} *.pile *.heap *.mlp)",
        f"Tables ({text} *.pile *.heap)",
        f"Delimited text ({text})",
        "Piles of numbers (*.pile *.heap)",
        "Projects (*.mlp)",
        "All files (*)",
    ]


def test_that_the_file_dialog_does_not_name_the_only_kind(qtbot, text_alone):
    parent = DropZone()
    qtbot.addWidget(parent)
    dialog = ask_open(parent, "", lambda path: None)
    assert isinstance(dialog, QFileDialog)
    kinds = dialog.nameFilters()
    dialog.reject()
    assert kinds == [
        "Tables and projects (*.csv *.tsv *.tab *.txt *.dat *.gz *.zip *.bz2 *.xz *.mlp)",
        "Tables (*.csv *.tsv *.tab *.txt *.dat *.gz *.zip *.bz2 *.xz)",
        "Projects (*.mlp)",
        "All files (*)",
    ]
    assert not table_filters()


def test_that_inspect_reads_a_new_kind(reader, pile, capsys):
    assert run(["inspect", str(pile), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["rows"], facts["columns"]) == (2, 2)
    assert [field["sum"] for field in facts["fields"]] == [8, 10]


def test_that_texts_name_every_kind(qtbot, reader):
    assert describe_table_kinds() == "a CSV file or a pile"
    assert table_patterns().endswith("*.xz *.pile *.heap")
    assert table_mime_types() == ("text/csv", "text/tab-separated-values", "application/x-pile")
    zone = DropZone()
    qtbot.addWidget(zone)
    assert zone.open.toolTip() == "Open a table: a CSV file or a pile (Ctrl+O)."


def test_that_a_refusal_names_every_kind(reader, tmp_path):
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(UserError) as refused:
        open_table(tmp_path / "photo.csv")
    assert str(refused.value) == ("photo.csv is a PNG image, not a table of text. Choose a CSV file or a pile.")


def test_that_a_refusal_with_one_kind_stays_as_it_is(tmp_path, text_alone):
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(UserError) as refused:
        open_table(tmp_path / "photo.csv")
    assert refused.value.hint == "Choose a CSV or text file."


def test_that_a_missing_file_is_refused_whatever_its_suffix(reader, tmp_path):
    with pytest.raises(UserError, match=r"There is no file .*gone\.pile"):
        open_table(tmp_path / "gone.pile")
