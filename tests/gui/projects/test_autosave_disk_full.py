"""The disk with the side copies is full: said once, the last copy stays whole, work and saving elsewhere go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from helpers.small_disk import fill, small_disk
from mlp_gui.export.project.run_format import read_run
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.widgets.error_box import ErrorBox


@pytest.fixture
def disk(person: Person, tmp_path: Path) -> Iterator[Path]:
    """Where this program puts its side copies."""
    with small_disk(tmp_path / "recovery") as folder:
        yield folder


def step(person: Person) -> None:
    epoch = person.run.epoch
    person.press(Qt.Key.Key_Right)
    person.wait(lambda: person.run.epoch == epoch + 1)
    person.wait_for(Phase.PAUSED)


def test_that_a_full_disk_of_side_copies_is_said_once_and_the_last_copy_stays(
    person: Person, disk: Path, tmp_path: Path
) -> None:
    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()
    step(person)
    side = person.program.session.project.autosave_file.claim_path()
    person.wait(side.exists)
    old = side.read_bytes()
    fill(disk)
    step(person)
    box = person.dialog(ErrorBox)
    assert any("the disk is full" in sentence.text() for sentence in box.sentences)
    assert person.read_error() == "Unsaved work is not being copied aside."
    assert side.read_bytes() == old
    assert len(read_run(side).history) == 1
    assert [path.name for path in disk.iterdir() if path.suffix == ".tmp"] == []
    step(person)
    person.settle()
    assert person.no_dialog()
    person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    person.type_file_name(tmp_path / "work.mlp")
    person.wait((tmp_path / "work.mlp").exists)
    assert len(read_run(tmp_path / "work.mlp").history) == 3
