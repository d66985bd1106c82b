"""Taking away by clicks: each file is written whole, proves itself, and a failed write keeps the old one."""

from __future__ import annotations

import csv
import errno
import json
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mlp_gui.session.training.phase import Phase

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def train(person):
    """Ten epochs, and the copy aside of them is written: a disk that is full later is full for what is saved then."""
    person.click(person.window.welcome.cards["iris"])
    person.wait_ready()
    person.press(Qt.Key.Key_Right, SHIFT)
    person.wait(lambda: person.run.epoch == 10)
    person.wait_for(Phase.PAUSED)
    person.wait(person.program.session.project.autosave_file.claim_path().exists)
    return person


@pytest.fixture(scope="module")
def trained(shared_person):
    return train(shared_person)


def save_as(person, name: str, path: Path) -> None:
    person.click(person.take_away(name))
    person.type_file_name(path)


@pytest.mark.parametrize("name", ["mlp", "npz", "json", "history", "predictions"])
def test_that_a_click_and_a_name_write_the_file_and_say_so(trained, name, tmp_path) -> None:
    button = trained.take_away(name)
    trained.click(button)
    suffix = Path(trained.dialog(QFileDialog).selectedFiles()[0]).suffix
    trained.type_file_name(tmp_path / "taken")
    path = tmp_path / f"taken{suffix}"
    trained.wait(path.exists)
    trained.wait(lambda: path.name in trained.sentence())
    assert trained.no_dialog()
    assert path.stat().st_size > 200
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".mlp_gui-")] == []


def test_that_the_npz_holds_the_weights_that_are_shown(trained, tmp_path) -> None:
    save_as(trained, "npz", tmp_path / "weights.npz")
    trained.wait((tmp_path / "weights.npz").exists)
    with np.load(tmp_path / "weights.npz", allow_pickle=False) as file:
        parts = [file[name] for name in file.files if file[name].dtype.kind == "f"]
    shown = np.sort(trained.run.displayed.theta)
    values = np.sort(np.concatenate([part.ravel() for part in parts]))
    assert np.isin(shown, values).all()


def test_that_the_history_file_has_a_line_for_each_epoch(trained, tmp_path) -> None:
    save_as(trained, "history", tmp_path / "history.csv")
    trained.wait((tmp_path / "history.csv").exists)
    with (tmp_path / "history.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(line for line in file if not line.startswith("#")))
    assert [int(float(line["epoch"])) for line in lines] == list(range(1, 11))
    losses = [float(line["train_loss"]) for line in lines]
    assert losses == trained.run.history.train_loss.tolist()


def test_that_the_json_document_can_be_read_and_names_its_columns(trained, tmp_path) -> None:
    save_as(trained, "json", tmp_path / "model.json")
    trained.wait((tmp_path / "model.json").exists)
    text = (tmp_path / "model.json").read_text(encoding="utf-8")
    assert isinstance(json.loads(text), dict)
    for column in trained.program.session.data.spec.inputs:
        assert column in text


def test_that_export_by_key_unfolds_the_step(trained) -> None:
    step = trained.window.experiment.export_step
    if step.is_open():
        trained.click(step.header)
        trained.settle()
    assert not step.is_open()
    trained.window.setFocus()
    trained.press(Qt.Key.Key_E, CONTROL)
    trained.wait(lambda: step.is_open() and trained.window.experiment.export_panel.buttons["npz"].isVisible())


@pytest.mark.parametrize("name", ["npz", "json", "history", "predictions"])
def test_that_a_full_disk_is_one_sentence_and_the_old_file_stays(trained, name, tmp_path, monkeypatch) -> None:
    button = trained.take_away(name)
    trained.click(button)
    suffix = Path(trained.dialog(QFileDialog).selectedFiles()[0]).suffix
    old = tmp_path / f"old{suffix}"
    old.write_bytes(b"what was there before")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    trained.type_file_name(old, replacing=True)
    title = trained.read_error()
    assert title == f"{old.name} was not written: the disk is full."
    assert old.read_bytes() == b"what was there before"
    assert [p for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []
    monkeypatch.undo()
    trained.click(button)
    trained.type_file_name(old, replacing=True)
    trained.wait(lambda: old.read_bytes() != b"what was there before")
    assert trained.run.epoch == 10


def test_that_a_full_disk_while_saving_keeps_the_project_unsaved(person, tmp_path, monkeypatch) -> None:
    train(person)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    person.press(Qt.Key.Key_S, CONTROL)
    person.type_file_name(tmp_path / "run.mlp")
    assert person.read_error() == "run.mlp was not written: the disk is full."
    assert not (tmp_path / "run.mlp").exists()
    assert person.window.isWindowModified()
    monkeypatch.undo()
    person.press(Qt.Key.Key_S, CONTROL)
    person.type_file_name(tmp_path / "run.mlp")
    person.wait((tmp_path / "run.mlp").exists)
    person.wait(lambda: not person.window.isWindowModified())
