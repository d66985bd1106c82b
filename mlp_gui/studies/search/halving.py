"""Successive halving: all settings begin with few epochs, and the best third of them goes on three times as long.

Source: Li et al., A System for Massively Parallel Hyperparameter Tuning (ASHA), MLSys 2020: no rung waits for another.
"""

from __future__ import annotations

from mlp_gui.studies.search_space import Settings

FACTOR = 3
RUNGS = 4
FEWEST = 5  # epochs


def rung_epochs(max_epochs: int) -> tuple[int, ...]:
    """Return after how many epochs runs are halted and compared; the last rung, 0, is the end of a run.

    Parameters
    ----------
    max_epochs : int
        Of a run that is not halted.
    """
    halts = {max_epochs // FACTOR**k for k in range(RUNGS - 1, 0, -1)}
    return (*sorted(n for n in halts if n >= FEWEST), 0)


class Rungs:
    """Which settings have come how far, and which of them goes on."""

    def __init__(self, epochs: tuple[int, ...]) -> None:
        self._epochs = epochs
        self._scores: list[dict[Settings, float]] = [{} for _ in epochs]
        self._begun: list[set[Settings]] = [set() for _ in epochs]

    def begin(self, settings: Settings, epochs: int) -> None:
        """Note that settings are on their way to a rung.

        Parameters
        ----------
        settings : tuple of (str, object)
        epochs : int
        """
        self._begun[self._epochs.index(epochs)].add(settings)

    def add(self, settings: Settings, epochs: int, score: float) -> None:
        """Note how good settings are on a rung.

        Parameters
        ----------
        settings : tuple of (str, object)
        epochs : int
        score : float
            Smaller is better.
        """
        self.begin(settings, epochs)
        self._scores[self._epochs.index(epochs)][settings] = score

    def promoted(self) -> tuple[Settings, int] | None:
        """Return settings of the best third of their rung that may go on, with the epochs of the next one."""
        for at in range(len(self._epochs) - 2, -1, -1):
            best = _ranked(self._scores[at])[: len(self._scores[at]) // FACTOR]
            for settings in best:
                if settings not in self._begun[at + 1]:
                    return settings, self._epochs[at + 1]
        return None

    def best_unfinished(self) -> tuple[Settings, int] | None:
        """Return the best settings of the highest rung, with the epochs of the next one, until some are at the end."""
        if self._begun[-1]:
            return None
        for at in range(len(self._epochs) - 2, -1, -1):
            if self._scores[at]:
                return _ranked(self._scores[at])[0], self._epochs[at + 1]
        return None


def _ranked(scores: dict[Settings, float]) -> list[Settings]:
    return sorted(scores, key=lambda one: scores[one])
