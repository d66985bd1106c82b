"""What a study costs a Dask cluster: bytes for each job and worker, and how many jobs a second its scheduler takes.

python tests/benchmarks/cluster.py
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import distributed

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.presets import propose_config, suggested_spec
from mlp_gui.studies.cluster import connect
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.study import Study
from mlp_gui.studies.train_job import train_job

JOBS = 1000


def nothing(packed: bytes, job: StudyJob) -> int:
    return job.seed


def main() -> None:
    source = "sample:busan_beach"
    table = open_table(source)
    spec = suggested_spec(source, table)
    config = propose_config(prepare(table, spec).dataset)
    study = Study(
        table, spec, config.replace(training=config.training.replace(max_epochs=300)), StudyPlan(repeats=JOBS)
    )
    jobs = list(study.plan.jobs())
    print(f"study, once to each worker: {len(pickle.dumps(study.without_caches())):,} bytes")
    print(f"job: {len(pickle.dumps(jobs[-1])):,} bytes")
    result = train_job(study, jobs[0])
    print(f"result after {result.epochs} epochs: {len(pickle.dumps(result)):,} bytes, {result.seconds:.2f} s")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        client = connect(local.scheduler_address)
        sent = client.scatter(pickle.dumps(study.without_caches()), broadcast=True, hash=False)
        executor = client.get_executor(pure=False)
        memory = client.run_on_scheduler(_memory)
        began = perf_counter()
        futures = [executor.submit(nothing, sent, job) for job in jobs]
        for future in futures:
            future.result()
        print(f"empty jobs: {JOBS / (perf_counter() - began):,.0f} a second")
        more = (client.run_on_scheduler(_memory) - memory) / JOBS
        print(f"scheduler and client: {more:,.0f} bytes more for each job they know")
        client.close()


def _memory() -> int:
    import psutil

    return int(psutil.Process().memory_info().rss)


if __name__ == "__main__":
    main()
