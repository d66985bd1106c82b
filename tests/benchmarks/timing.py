"""Times candidates in turn, several rounds, and keeps each one's best, so that other work hurts all alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

WINDOW = 0.01


@dataclass
class Candidate:
    """run() trains `epochs` epochs. best: seconds per epoch in the fastest round so far."""

    name: str
    run: Callable[[], object]
    epochs: int = 1
    best: float = field(default=float("inf"))

    def time(self, seconds: float) -> None:
        """One round of about that long, in windows of at least 10 ms; the fastest window counts."""
        end = perf_counter() + seconds
        while (start := perf_counter()) < end:
            calls = 0
            while (spent := perf_counter() - start) < WINDOW or not calls:
                self.run()
                calls += 1
            self.best = min(self.best, spent / (calls * self.epochs))


def measure(candidates: list[Candidate], rounds: int, seconds: float) -> None:
    for candidate in candidates:
        candidate.run()
    for _ in range(rounds):
        for candidate in candidates:
            candidate.time(seconds)


def report(title: str, candidates: list[Candidate], reference: Candidate, targets: dict[str, float]) -> None:
    """A table of times and of how many times longer each takes than the reference, beside the targets."""
    print(f"\n{title}")
    print(f"  {'candidate':44} {'us / epoch':>12} {'ratio':>8} {'target':>8}")
    for candidate in candidates:
        ratio, target = candidate.best / reference.best, targets.get(candidate.name)
        verdict = "" if target is None else f"{target:8.2f} {'met' if ratio >= target else 'MISSED'}"
        print(f"  {candidate.name:44} {candidate.best * 1e6:12,.1f} {ratio:8.2f} {verdict}")
