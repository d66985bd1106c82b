"""Mutates the members of a project with right checksums, and counts what became of each.

python tests/benchmarks/mutations.py [how many] [first seed]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from helpers.project_mutations import Mutator, a_project, use

KINDS = range(4)


def main(many: int = 2_000, seed: int = 0) -> int:
    found: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    longest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        projects = [a_project(kind) for kind in KINDS]
        for k in range(many):
            data, dataset = projects[k % len(projects)]
            what, mutated = Mutator(data, seed + k).mutated()
            start = time.perf_counter()
            outcome = use(mutated, dataset, Path(folder))
            longest = max(longest, time.perf_counter() - start)
            found[outcome.kind] += 1
            if outcome.kind in ("crash", "repeats"):
                last = outcome.said.strip().splitlines()
                place = next((line.strip() for line in reversed(last) if line.lstrip().startswith("File")), "")
                key = f"{outcome.kind} {place[-90:]} {last[-1][:90]}"
                shown[key] += 1
                if shown[key] == 1:
                    print(seed + k, what[:160], "->", key)
    print(dict(found), f"longest {longest:.2f} s")
    return int(found["crash"] + found["repeats"] > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
