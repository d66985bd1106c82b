"""What is asked of a search for good settings: where it looks, how it chooses, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.metric import metrics

GRID, RANDOM, OPTUNA = "grid", "random", "optuna"
METHODS = ((RANDOM, mark("Random")), (GRID, mark("Grid")), (OPTUNA, mark("Optuna (learns from what it has seen)")))
AUTO = "auto"


@dataclass(frozen=True)
class SearchConfig(Config):
    """How good settings are looked for. Without a number of settings or of minutes there is no search."""

    runs: int = param(
        0, "Settings to try", low=0, high=100_000, help="How many settings are tried at most; 0: as time allows."
    )
    minutes: float = param(
        0.0, "Minutes", low=0, high=100_000, unit="min", help="When no further settings are tried; 0: no limit."
    )
    method: str = param(
        RANDOM,
        "Method",
        choices=METHODS,
        help="Random draws from the ranges; a grid takes equal steps through them; Optuna prefers what is near to good "
        "settings that it has seen.",
    )
    halving: bool = param(
        True,
        "Stop weak runs early",
        help="Successive halving: all settings begin with few epochs, and only the best third of them goes on, three "
        "times as long, and again.",
    )
    score: str = param(
        AUTO,
        "Compare by",
        choices=((AUTO, mark("RMSE or log loss")), *((m.name, m.label) for m in metrics)),
        help="The score of the validation rows that decides which settings are better.",
    )
    seed: int = param(0, "Seed of the search", low=0, high=2**32 - 1, help="The same seed tries the same settings.")
    ranges: tuple[str, ...] = param(
        (),
        "Ranges",
        help="What is searched, such as learning_rate=0.0001:0.1, units=8:64 or optimizer=adam,sgd; without any, the "
        "settings whose declaration has a range.",
    )

    @property
    def is_wanted(self) -> bool:
        """Whether there is a search."""
        return bool(self.runs or self.minutes)

    def check(self) -> None:
        """Refuse ranges that cannot be read."""
        self.read_ranges()

    def read_ranges(self) -> dict[str, Any]:
        """Return by setting a pair of numbers, a list of choices, or None for what its declaration brings."""
        found: dict[str, Any] = {}
        for text in self.ranges:
            name, equals, values = (part.strip() for part in text.partition("="))
            if not name or (equals and not values):
                raise UserError(
                    tr("{text!r} is no range.", text=text),
                    hint=tr("For example learning_rate=0.0001:0.1 or optimizer=adam,sgd."),
                )
            if name in found:
                raise UserError(tr("{name} is searched twice.", name=name))
            found[name] = _values(name, values) if equals else None
        return found


def _values(name: str, text: str) -> list[Any] | tuple[Any, Any]:
    low, colon, high = text.partition(":")
    if colon:
        try:
            return _number(low), _number(high)
        except ValueError:
            raise UserError(
                tr("The range of {name} cannot be {text!r}.", name=name, text=text),
                hint=tr("For example learning_rate=0.0001:0.1 or optimizer=adam,sgd."),
            ) from None
    return [_plain(word.strip()) for word in text.split(",")]


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _plain(word: str) -> Any:
    if word in ("true", "false"):
        return word == "true"
    try:
        return _number(word)
    except ValueError:
        return word
