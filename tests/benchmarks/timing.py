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


@dataclass(frozen=True)
class Target:
    """How many times as long as mlp_gui another may at least take; with `most`, how many times as long as it we may."""

    must: float
    aim: float | None = None
    most: bool = False

    def measured(self, other: float, ours: float) -> float:
        return ours / other if self.most else other / ours

    def verdict(self, measured: float) -> str:
        def met(limit: float) -> bool:
            return measured <= limit if self.most else measured >= limit

        return "MISSED" if not met(self.must) else "met" if self.aim is None or not met(self.aim) else "aim met"


@dataclass(frozen=True)
class Finding:
    """One line of the summary."""

    case: str
    claim: str
    measured: float
    target: Target

    def columns(self) -> tuple[str, ...]:
        sign, aim = ("≤" if self.target.most else "≥"), self.target.aim
        limits = f"{sign} {self.target.must:g}", "" if aim is None else f"{sign} {aim:g}"
        return self.case, self.claim, f"{self.measured:.2f}", *limits, self.target.verdict(self.measured)


def report(
    case: str, title: str, candidates: list[Candidate], reference: Candidate, targets: dict[str, Target]
) -> list[Finding]:
    """A table of times and of how many times as long as the reference each takes; the findings for the summary."""
    print(f"\n{title}")
    print(f"  {'candidate':44} {'us / epoch':>12} {'ratio':>8}")
    for candidate in candidates:
        print(f"  {candidate.name:44} {candidate.best * 1e6:12,.1f} {candidate.best / reference.best:8.2f}", flush=True)
    return [
        Finding(
            case,
            f"{'of' if targets[c.name].most else 'as fast as'} {c.name}",
            targets[c.name].measured(c.best, reference.best),
            targets[c.name],
        )
        for c in candidates
        if c.name in targets
    ]


def summary(findings: list[Finding]) -> None:
    """What was measured beside what was asked for, as a Markdown table."""
    head = ("case", "times", "measured", "must", "aim", "")
    print()
    for row in (head, tuple("---" for _ in head), *(finding.columns() for finding in findings)):
        print(f"| {' | '.join(row)} |")
