"""A table whose file name is no UTF-8, in the window: trained, copied aside, saved, exported, opened again."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QUrl

from helpers.person import Person
from helpers.project_steps import step_tens
from mlp_gui.export.project.project import read_project
from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.views.widgets.drop_zone import dropped_file


def test_that_a_table_from_an_old_archive_is_worked_with_as_any_other(person: Person, table: Path) -> None:
    folder = table.parent / os.fsdecode(b"m\xe4rz")
    path, project = folder / os.fsdecode(b"Me\xdfwerte.csv"), folder / os.fsdecode(b"l\xe4uft.mlp")
    try:
        folder.mkdir()
        path.write_bytes(table.read_bytes())
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes no such name")
    person.program.open(str(path))
    person.wait_ready()
    assert person.program.session.data.table.name == "Me\ufffdwerte.csv"
    assert "Me\ufffdwerte.csv" in person.window.windowTitle()
    step_tens(person, 1)
    side = person.program.session.project.autosave_file.claim_path()
    person.wait(side.exists)
    assert read_project(side.read_bytes(), "side").reference.source == str(path)
    person.program.session.export("report", str(folder / os.fsdecode(b"\xfc.html")))
    person.wait(lambda: person.sentence().startswith("Saved"))
    person.program.session.project.save(str(project))
    person.wait(lambda: person.program.session.project.path == str(project))
    person.wait(lambda: not person.window.isWindowModified())
    step_tens(person, 1)
    person.program.session.project.discard_unsaved()
    person.program.open(str(project))
    person.wait(lambda: person.run.epoch == 10)
    person.program.session.preferences.flush()
    recent = Preferences().recent
    assert {str(path), str(project)} <= set(recent)
    assert all(os.path.exists(one) for one in recent)
    url = QUrl.fromEncoded(b"file://" + quote(os.fsencode(path)).encode())  # as a file manager names it
    assert dropped_file([url]) == str(path)
