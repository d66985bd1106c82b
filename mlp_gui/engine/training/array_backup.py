"""Copies of a run's arrays put aside to come back to: the best weights, and where a run that diverges goes back to."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import IO

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.memory import filled
from mlp_gui.engine.network.tape import Array, Call
from mlp_gui.engine.training.state import Facts, PartState, State

LARGE = 1_000_000  # bytes of a copy; a larger one lies in a file


class ArrayBackup:
    """Backup of a fixed set of arrays that can be written back later.

    Copies of up to LARGE bytes are held in memory and updated in place. Larger ones are written to an unnamed temporary
    file, because memory is what a large network is short of. Without room for a file, they are held in memory.
    """

    def __init__(self, *arrays: Array) -> None:
        self._memory: tuple[Array, ...] = ()
        self._file: _File | None = None
        if sum(array.nbytes for array in arrays) > LARGE:
            with suppress(OSError):  # no room for a file: in memory, then
                self._file = _File(arrays)
        if self._file is None:
            self._memory = tuple(_copy(array) for array in arrays)

    def calls(self, *arrays: Array) -> list[Call]:
        """Return what `save` does as calls, which those of several runs can be fused with.

        Parameters
        ----------
        *arrays : ndarray
            The first ones.
        """
        if self._file is not None:
            return [(self.save, arrays)]
        return [(np.positive, (array, kept)) for kept, array in zip(self._memory, arrays, strict=True)]

    def save(self, *arrays: Array) -> None:
        """Copy the arrays as they are now.

        Raises
        ------
        ValueError
            If their shapes are not those of the first ones.
        """
        if self._file is not None:
            try:
                self._file.write(arrays)
            except OSError:  # the disk is full: in memory from now on
                self._memory, self._file = tuple(array.copy() for array in arrays), None
        else:
            for kept, array in zip(self._memory, arrays, strict=True):
                np.copyto(kept, array)

    def restore_into(self, *arrays: Array) -> None:
        """Give the arrays the values that were saved.

        Raises
        ------
        UserError
            If the file cannot be read again.
        """
        if self._file is not None:
            self._file.read(arrays)
        else:
            for kept, array in zip(self._memory, arrays, strict=True):
                np.copyto(array, kept)

    def copies(self) -> tuple[Array, ...]:
        """Return new arrays with the values that were saved.

        Raises
        ------
        UserError
            If the file cannot be read again.
        """
        if self._file is None:
            return tuple(kept.copy() for kept in self._memory)
        copies = tuple(np.empty(shape, dtype) for shape, dtype in self._file.forms)
        self._file.read(copies)
        return copies


class LastFiniteState:
    """Backup of the arrays that a run changes, taken after each epoch whose numbers are finite.

    A run that diverges goes back to it.
    """

    def __init__(self, *live: Array) -> None:
        self._live = live
        self._backup = ArrayBackup(*live)

    @property
    def calls(self) -> list[Call]:
        """What `save` does."""
        return self._backup.calls(*self._live)

    def save(self) -> None:
        """Copy the run's arrays as they are now."""
        self._backup.save(*self._live)

    def go_back(self) -> None:
        """Give the run's arrays the values that were saved last."""
        self._backup.restore_into(*self._live)

    def state(self) -> PartState:
        """Return what `restore` needs."""
        return PartState({f"finite_{i}": copy for i, copy in enumerate(self._backup.copies())}, {})

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the backup of a saved run, and leave the run's arrays as they are.

        Parameters
        ----------
        state : State
        facts : Facts
            Not needed.
        """
        self._backup.save(*(state[f"finite_{i}"] for i in range(len(self._live))))


class _File:
    """A temporary file with two places for copies: the earlier ones stay whole until the new ones are complete."""

    def __init__(self, arrays: Sequence[Array]) -> None:
        self.forms = [(array.shape, array.dtype) for array in arrays]
        self._size = sum(array.nbytes for array in arrays)
        self._place = 1
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the copies are wanted
        # A function of the module: a bound method would keep the object alive that it waits for.
        weakref.finalize(self, _close, self._file)
        self.write(arrays)

    def write(self, arrays: Sequence[Array]) -> None:
        """OSError when there is no room."""
        if [array.shape for array in arrays] != [shape for shape, _ in self.forms]:
            raise ValueError("copies keep the shapes of the first arrays")
        place = 1 - self._place
        self._file.seek(place * self._size)
        for array, (_, dtype) in zip(arrays, self.forms, strict=True):
            for row in _rows(array):
                self._file.write(np.ascontiguousarray(row, dtype).data)
        self._file.flush()
        self._place = place

    def read(self, arrays: Sequence[Array]) -> None:
        try:
            self._file.seek(self._place * self._size)
            for array in arrays:
                for row in _rows(array):
                    if self._file.readinto(row.data) != row.nbytes:
                        raise OSError("it is shorter than it was")
        except OSError as error:
            raise UserError(
                tr("The temporary file with earlier weights of this run cannot be read again."),
                str(error),
                tr("Save the project as it stands, and see whether the disk is in order."),
            ) from error


def _copy(array: Array) -> Array:
    return filled(array, array.shape, array.dtype, axis=0 if array.flags.c_contiguous else 1)


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # what a full disk refused is tried once more, and nobody wants it
        file.close()


def _rows(array: Array) -> Iterator[Array]:
    """Yield views without gaps, in order."""
    # The rows of an optimizer's memory begin at cache lines, so there are gaps between them (`tape.zero_rows`).
    return iter(array) if array.ndim > 1 else iter((array.reshape(-1),))
