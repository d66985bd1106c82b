"""The file of a study in the window: written as networks come, moved, and never replaced by less."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpers.study_cases import study_of
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table
from mlp_gui.session.training.study_keeper import MOST_KEPT, StudyKeeper, new_study_path, studies_folder
from mlp_gui.session.training.study_work import save_study
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.journal import Journal, read_header
from mlp_gui.studies.plan import StudyPlan


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    file = tmp_path_factory.mktemp("keeper") / "t.csv"
    file.write_text("x,z,y\n" + "".join(f"{k * 0.3 % 2},{k % 7},{k * 0.7 % 3}\n" for k in range(40)))
    return open_table(file)


def kept(path: Path, study: object) -> list:
    journal = Journal(path, study)  # type: ignore[arg-type]
    journal.close()
    return [result.job for result in journal.kept]


def test_that_a_study_is_kept_moved_and_gone_on_with(table: Table, tmp_path: Path) -> None:
    study = study_of(table, StudyPlan(repeats=4))
    results = list(run_jobs(study.jobs(), opening(study, 0)))
    keeper, first, second = StudyKeeper(), tmp_path / "first.json", tmp_path / "second.json"
    keeper.keep_in(str(first), study, results[:1])
    keeper.add(results[1])
    keeper.add(results[1])  # that came twice
    second.write_text("something else")
    said = save_study(keeper, study, results[:2], str(second), lambda share: None, lambda: False)
    assert "second.json with 2 networks" in said
    keeper.add(results[2])
    with pytest.raises(UserError):
        keeper.keep_in(str(tmp_path / "nowhere" / "third.json"), study, results[:3])
    keeper.add(results[3])  # goes where the others are
    keeper.forget()
    assert kept(first, study) == [r.job for r in results[:2]]
    assert kept(second, study) == [r.job for r in results]
    header = read_header(second)
    assert header.source == str(table.path)
    assert (header.spec, header.config, header.plan) == (study.spec, study.config, study.plan)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_that_a_folder_that_cannot_be_written_is_a_sentence(table: Table, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="was not written"):
        StudyKeeper().keep_in(str(tmp_path / "study.json"), study_of(table, StudyPlan(repeats=2)), ())


def test_that_studies_without_a_name_do_not_pile_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))
    paths = []
    for k in range(MOST_KEPT + 5):
        paths.append(new_study_path(f"my table {k}.csv"))
        paths[-1].write_text("{}")
        os.utime(paths[-1], (k, k))
    assert sorted(studies_folder().glob("*.json")) == sorted(paths[5:])


@pytest.mark.parametrize("text", ["", "x,y\n1,2\n", '{"format": "mlp_gui study"}\n', '{"format": 3, "version": 1}\n'])
def test_that_a_file_that_is_no_study_is_refused_in_a_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(UserError, match=r"other\.json is no study"):
        read_header(path)
