"""How much faster 64 networks are trained by two processes than by one; both beside a single run in one thread.

OMP_NUM_THREADS=1 python tests/benchmarks/study_scaling.py [epochs]
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.presets import propose_config, suggested_spec
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import Study

JOBS, ROUNDS = 64, 3


def main(epochs: int) -> None:
    source = "sample:busan_beach"
    table = open_table(source)
    spec = suggested_spec(source, table)
    config = propose_config(prepare(table, spec).dataset)
    stopping = config.training.stopping.replace(enabled=False)
    config = config.replace(training=config.training.replace(max_epochs=epochs, stopping=stopping))
    study = Study(table, spec, config, StudyPlan(repeats=JOBS))
    ratios = []
    for _ in range(ROUNDS):
        spent = []
        for workers in (1, 2):
            began, first = 0.0, True
            for _ in run_jobs(study.jobs(), opening(study, workers)):
                if first:  # the start of the processes is not what grows with the jobs
                    began, first = perf_counter(), False
            spent.append(perf_counter() - began)
        ratios.append(spent[0] / spent[1])
        print(f"{JOBS} networks of {epochs} epochs: 1 process {spent[0]:.1f} s, 2 processes {spent[1]:.1f} s")
    print(f"median ratio {sorted(ratios)[ROUNDS // 2]:.2f}, wanted 1.8 on two free cores")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)
