"""The losses of a run that was trained in another library, and how far they are from our own."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.number_format import format_integer, format_number
from mlp_gui.core.translation import tr

_LINE = re.compile(r"epoch (\d+)/(\d+) loss=(\S+) validation_loss=(\S+)")


@dataclass(frozen=True, eq=False)
class LibraryHistory:
    """Losses of each epoch there, beside ours.

    Attributes
    ----------
    library : str
        Its name for people, with its version.
    epochs, train_loss, validation_loss : ndarray of shape (n_epochs,)
    difference : float
        The largest one of a loss; infinite where one of two is not finite.
    epoch : int
        Of that difference; 0 where there is none.
    sentence : str
        The difference in words.
    """

    library: str
    epochs: NDArray[np.float64]
    train_loss: NDArray[np.float64]
    validation_loss: NDArray[np.float64]
    difference: float
    epoch: int

    @property
    def sentence(self) -> str:
        number = format_number(self.difference)
        if not self.epoch:
            return tr("{library}: the same losses in every epoch, to the last bit.", library=self.library)
        return tr(
            "{library}: the largest difference of a loss is {difference} (epoch {epoch}).",
            library=self.library,
            difference=number,
            epoch=format_integer(self.epoch),
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """The same for the plot, and shorter."""
        words = {"difference": format_number(self.difference), "epoch": format_integer(self.epoch)}
        if not self.epoch:
            return (tr("{library}: the same losses", library=self.library), self.library)
        return (
            tr("{library}: largest difference {difference} (epoch {epoch})", library=self.library, **words),
            tr("largest difference {difference} (epoch {epoch})", **words),
        )


def read_epoch(line: str) -> tuple[int, float, float] | None:
    """Return epoch, training and validation loss of a line that a script prints; None for any other line."""
    found = _LINE.match(line)
    try:
        return None if found is None else (int(found[1]), float(found[3]), float(found[4]))
    except ValueError:
        return None


def compare(library: str, rows: list[tuple[int, float, float]], own: NDArray[np.float64]) -> LibraryHistory:
    """Lay the losses of a library beside ours.

    Parameters
    ----------
    library : str
    rows : list of tuple
        Epoch, training loss and validation loss, from epoch 1 on.
    own : ndarray of shape (n_epochs, 2)
        Our training and validation losses; nan where there is none.
    """
    there = np.array(rows, float).reshape(-1, 3)
    n = min(len(there), len(own))
    with np.errstate(invalid="ignore"):
        apart = np.abs(there[:n, 1:] - own[:n])
    same = there[:n, 1:] == own[:n]  # also two infinite ones
    both_nan = np.isnan(there[:n, 1:]) & np.isnan(own[:n])
    apart = np.where(same | both_nan, 0.0, np.where(np.isfinite(apart), apart, math.inf))
    by_epoch = apart.max(axis=1, initial=0.0)
    at = int(by_epoch.argmax()) if n else 0
    largest = float(by_epoch[at]) if n else 0.0
    return LibraryHistory(library, there[:, 0], there[:, 1], there[:, 2], largest, at + 1 if largest else 0)
