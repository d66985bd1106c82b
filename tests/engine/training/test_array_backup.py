"""Copies put aside in memory and in a file: the same values, whatever the disk does."""

import io
import sys
import tempfile

import numpy as np
import pytest

from helpers.engine_cases import config, regression
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.memory import zero_rows
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training import array_backup
from mlp_gui.engine.training.array_backup import ArrayBackup
from mlp_gui.engine.training.config import StoppingConfig
from mlp_gui.engine.training.trainer import Trainer


class Disk(io.BytesIO):
    """A file on a disk with so many bytes left; `error` is what happens when they are used up."""

    def __init__(self, room: float, error: BaseException | None = None) -> None:
        super().__init__()
        self.room, self.error = room, error or OSError("No space left on device")

    def write(self, data) -> int:
        self.room -= data.nbytes
        if self.room < 0:
            raise type(self.error)(*self.error.args)  # a new one: its traceback holds what is to be let go
        return super().write(data)


@pytest.fixture
def in_files(monkeypatch):
    monkeypatch.setattr(array_backup, "LARGE", -1)


def values() -> list[np.ndarray]:
    """As those of a run: a vector, rows with gaps between them, a number, and rows of an optimizer without memory."""
    rows = zero_rows(2, 5, "float64")
    rows[:] = np.arange(10).reshape(2, 5)
    return [np.arange(5.0), rows, np.array(3.0), np.zeros((0, 5))]


@pytest.mark.parametrize("large", [-1, 10**6], ids=["file", "memory"])
def test_that_the_values_kept_last_come_back(large, monkeypatch) -> None:
    monkeypatch.setattr(array_backup, "LARGE", large)
    arrays = values()
    kept = ArrayBackup(*arrays)
    for times in (1, 2, 3):
        for array in arrays:
            array += 1
        copies = kept.copies()
        for copy, first in zip(copies, values(), strict=True):
            assert np.array_equal(copy, first + times - 1)
        kept.save(*arrays)
        for array in arrays:
            array *= np.nan
        kept.restore_into(*arrays)
        for array, first in zip(arrays, values(), strict=True):
            assert np.array_equal(array, first + times)
    with pytest.raises(ValueError, match="shape"):
        kept.save(np.zeros(4), *arrays[1:])


def walk(run_config, data) -> tuple:
    """A run that is saved and gone on with, set by hand, and driven into the infinite."""
    trainer = Trainer(run_config, data)
    for _ in range(3):
        trainer.step_epoch()
    trainer.step_batch()
    trainer = Trainer.from_state(run_config, data, trainer.state())
    trainer.step_epoch()
    trainer.set_weights(0.25, 3)
    trainer.step_epoch()
    best = trainer.best_theta
    trainer.network.theta[0] = 1e200
    trainer.step_epoch()
    assert trainer.stopped.kind == "diverged"
    state = trainer.state()
    state.pop("history")  # the seconds
    state.pop("facts")
    return best, trainer.result_theta(), *state.values()


@pytest.mark.parametrize("extras", [{}, {"averaging": 0.9}], ids=["plain", "averaged"])
@pytest.mark.parametrize("optimizer", [SGD(), Adam()], ids=lambda o: o.name)
def test_that_a_run_is_the_same_with_its_copies_in_files(optimizer, extras, monkeypatch) -> None:
    data = regression()
    run_config = config(
        [(5, Tanh())], optimizer=optimizer, batch_size=16, stopping=StoppingConfig(), max_epochs=20, **extras
    )
    in_memory = walk(run_config, data)
    monkeypatch.setattr(array_backup, "LARGE", -1)
    in_file = walk(run_config, data)
    assert len(in_memory) == len(in_file)
    for one, other in zip(in_memory, in_file, strict=True):
        assert np.array_equal(one, other)


@pytest.mark.parametrize("room", [0, 100, 200, 500])
def test_that_a_full_disk_moves_the_copies_to_memory(room, in_files, monkeypatch) -> None:
    """The first copy takes 128 bytes, and so does each later one."""
    monkeypatch.setattr(array_backup.tempfile, "TemporaryFile", lambda: Disk(room))
    arrays = values()
    kept = ArrayBackup(*arrays)
    for _ in range(5):
        for array in arrays:
            array += 1
        kept.save(*arrays)
        for copy, array in zip(kept.copies(), arrays, strict=True):
            assert np.array_equal(copy, array)


def test_that_copies_lie_in_memory_where_no_file_can_be_made(in_files, monkeypatch) -> None:
    def refuse():
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(array_backup.tempfile, "TemporaryFile", refuse)
    assert np.array_equal(ArrayBackup(*values()).copies()[0], np.arange(5.0))


def test_that_an_interrupted_copy_leaves_the_one_before_whole(in_files, monkeypatch) -> None:
    """Ctrl+C in the middle of writing: the best weights are still those of one epoch."""
    disk = Disk(200, KeyboardInterrupt())
    monkeypatch.setattr(array_backup.tempfile, "TemporaryFile", lambda: disk)
    arrays = values()
    kept = ArrayBackup(*arrays)
    with pytest.raises(KeyboardInterrupt):
        kept.save(*(array + 1 for array in arrays))
    for copy, array in zip(kept.copies(), arrays, strict=True):
        assert np.array_equal(copy, array)


def test_that_a_file_that_cannot_be_read_again_is_said_in_words(in_files, monkeypatch) -> None:
    disk = Disk(np.inf)
    monkeypatch.setattr(array_backup.tempfile, "TemporaryFile", lambda: disk)
    kept = ArrayBackup(*values())
    disk.truncate(0)
    with pytest.raises(UserError, match="temporary file with earlier weights"):
        kept.copies()


def test_that_no_file_stays_behind(in_files, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    files: list = []
    make = tempfile.TemporaryFile
    monkeypatch.setattr(array_backup.tempfile, "TemporaryFile", lambda: files.append(make()) or files[-1])
    kept = ArrayBackup(*values())
    assert not files[0].closed
    del kept
    assert [file.closed for file in files] == [True]
    assert not list(tmp_path.iterdir())


def test_that_what_a_full_disk_did_not_take_is_let_go_without_a_word(in_files, monkeypatch) -> None:
    """Closing a file writes again what is still in its buffer, and is refused again."""

    class Full(Disk):
        def close(self) -> None:
            super().close()
            closed.append(self.room)
            raise self.error

    closed: list = []
    said: list = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    monkeypatch.setattr(array_backup.tempfile, "TemporaryFile", lambda: Full(200))
    arrays = values()
    kept = ArrayBackup(*arrays)
    kept.save(*arrays)
    assert len(closed) == 1
    assert np.array_equal(kept.copies()[0], arrays[0])
    assert not said
