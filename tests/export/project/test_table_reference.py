"""A project finds its table: where it was as seen from the project, where it was, or beside it, whoever moved what."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.export.project.table_reference import DataReference, locate, make_reference, read_original
from mlp_gui.presets import suggested_spec

ROWS = "a,b\n" + "".join(f"{i * 0.37},{i * i}\n" for i in range(30))


def written(path: Path, text: str = ROWS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def prepared_of(path: Path | str) -> Prepared:
    table = open_table(str(path))
    return prepare(table, suggested_spec(str(path), table))


def reference_to(path: Path | str, folder: Path) -> DataReference:
    prepared = prepared_of(path)
    return make_reference(prepared.table, prepared.dataset, read_original(prepared), folder)


def typed_reference(source: str, text: str = ROWS) -> DataReference:
    """As earlier versions wrote it: the path as it was typed, none from the project."""
    data = text.encode()
    return DataReference(
        source.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], source, len(data), hashlib.sha256(data).hexdigest()
    )


def test_that_the_place_is_kept_from_the_project_and_from_the_root(tmp_path: Path, monkeypatch) -> None:
    written(tmp_path / "a" / "data" / "t.csv")
    monkeypatch.chdir(tmp_path)
    reference = reference_to("a/data/t.csv", Path("a"))
    assert reference.relative == "data/t.csv"
    assert reference.source == str(tmp_path / "a" / "data" / "t.csv")


def test_that_the_working_folder_does_not_matter(tmp_path: Path, monkeypatch) -> None:
    table = written(tmp_path / "a" / "data" / "t.csv")
    monkeypatch.chdir(tmp_path)
    reference = reference_to("a/data/t.csv", Path("a"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert locate(reference, tmp_path / "a") == str(table)


def test_that_a_copy_of_the_folder_uses_its_own_table(tmp_path: Path) -> None:
    first = written(tmp_path / "a" / "data" / "t.csv")
    reference = reference_to(first, tmp_path / "a")
    copy = written(tmp_path / "b" / "data" / "t.csv")
    assert locate(reference, tmp_path / "b") == str(copy)


def test_that_the_project_alone_may_move(tmp_path: Path) -> None:
    table = written(tmp_path / "a" / "data" / "t.csv")
    reference = reference_to(table, tmp_path / "a")
    assert locate(reference, tmp_path / "far" / "away") == str(table)


def test_that_another_file_at_the_likelier_place_does_not_hide_the_right_one(tmp_path: Path) -> None:
    table = written(tmp_path / "a" / "data" / "t.csv")
    reference = reference_to(table, tmp_path / "a")
    written(tmp_path / "b" / "data" / "t.csv", ROWS + "1,2\n")
    assert locate(reference, tmp_path / "b") == str(table)
    table.unlink()
    with pytest.raises(UserError, match="has changed since"):
        locate(reference, tmp_path / "b")


names = st.text("abc ü.-", min_size=1, max_size=6).filter(lambda n: n.strip(" .") == n)
folders = st.lists(names, max_size=3)


@settings(max_examples=60, deadline=None)
@given(folders, folders, folders, folders)
def test_that_a_whole_folder_may_move_anywhere(
    tmp_path_factory: pytest.TempPathFactory, root: list[str], project: list[str], table: list[str], to: list[str]
) -> None:
    """The project may lie above, below or beside its table."""
    base = tmp_path_factory.mktemp("move")
    before, after = base.joinpath("from", *root), base.joinpath("to", *to)
    source = written(before.joinpath("in", *table, "t.csv"))
    folder = before.joinpath("in", *project)
    folder.mkdir(parents=True, exist_ok=True)
    reference = reference_to(source, folder)
    after.parent.mkdir(parents=True, exist_ok=True)
    before.rename(after)
    found = locate(reference, after.joinpath("in", *project))
    assert found is not None
    assert Path(found).samefile(after.joinpath("in", *table, "t.csv"))


@pytest.mark.parametrize("source", ["a/data/t.csv", "./a/data/t.csv", "../work/a/data/t.csv", "a\\data\\t.csv"])
def test_that_a_path_as_it_was_typed_is_looked_for_around_the_project(tmp_path: Path, source: str, monkeypatch) -> None:
    """Earlier versions kept no more; the working folder of then is forgotten."""
    table = written(tmp_path / "work" / "a" / "data" / "t.csv")
    monkeypatch.chdir("/")
    assert locate(typed_reference(source), tmp_path / "work" / "a") == str(table)
    (tmp_path / "work" / "a").rename(tmp_path / "work" / "b")
    assert locate(typed_reference(source), tmp_path / "work" / "b") == str(tmp_path / "work" / "b" / "data" / "t.csv")


@pytest.mark.parametrize("source", ["/home/somebody/work/data/t.csv", "C:\\Users\\somebody\\work\\data\\t.csv"])
def test_that_a_folder_from_another_machine_is_searched(tmp_path: Path, source: str) -> None:
    table = written(tmp_path / "here" / "data" / "t.csv")
    assert locate(typed_reference(source), tmp_path / "here") == str(table)
    beside = written(tmp_path / "beside" / PurePosixPath("t.csv"))
    assert locate(typed_reference(source), tmp_path / "beside") == str(beside)


def test_that_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    assert locate(typed_reference("a/data/t.csv"), tmp_path) is None
    assert locate(DataReference("iris", "sample:iris"), tmp_path) == "sample:iris"


def test_that_a_file_of_an_earlier_version_opens() -> None:
    plain = {"name": "t.csv", "source": "t.csv", "size": 3, "sha256": "", "dialect": None, "rows_sha256": ""}
    assert DataReference(**json.loads(json.dumps(plain))).relative == ""
