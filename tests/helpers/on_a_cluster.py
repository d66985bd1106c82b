"""Studies on a Dask cluster, in a process of their own: its threads outlive its cluster.

python tests/helpers/on_a_cluster.py TABLE.csv workers|refusals|scheduler
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import Any
from unittest import mock

import distributed
import numpy as np

from helpers.study_cases import study_of
from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.studies import cluster
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import JobResult, Study


def with_a_worker_that_dies(study: Study) -> dict[str, Any]:
    found: list[JobResult] = []
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        client = cluster.connect(local.scheduler_address)
        for result in run_jobs(study.plan.jobs(), cluster.cluster_opening(client, study)):
            found.append(result)
            if len(found) == 2:
                os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        client.close()
    alone = {result.job: result for result in run_jobs(study.plan.jobs(), opening(study, 0))}
    equal = [np.array_equal(one.theta, alone[one.job].theta) and one.scores == alone[one.job].scores for one in found]
    return {"jobs": len({one.job for one in found}), "results": len(found), "equal": sum(equal)}


def refusals(study: Study) -> list[str]:
    said = []
    folder = Path(os.environ["CLUSTER_FOLDER"])
    (folder / "other.json").write_text("{}")
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as local:
        real, none = local.scheduler_address, "tcp://127.0.0.1:9"
        places = [none, str(folder / "nothing.json"), str(folder / "other.json"), real]
        cluster.SECONDS_TO_CONNECT = 1
        for place in places:
            cluster.SECONDS_TO_CONNECT = 10 if place == real else 1
            with mock.patch("mlp_gui.__version__", "99.0"):
                try:
                    cluster.connect(place)
                except UserError as error:
                    said.append(str(error))
    return said


def with_a_scheduler_that_dies(study: Study) -> dict[str, Any]:
    file = Path(os.environ["CLUSTER_FOLDER"]) / "scheduler.json"
    module, common = "distributed.cli.dask_", ("--scheduler-file", str(file), "--no-dashboard")
    quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen([sys.executable, "-m", module + "scheduler", *common, "--port", "0"], **quiet)
    worker = subprocess.Popen([sys.executable, "-m", module + "worker", *common, "--no-nanny"], **quiet)
    found: list[JobResult] = []
    said = ""
    try:
        client = _connected(file)
        for result in run_jobs(study.plan.jobs(), cluster.cluster_opening(client, study)):
            found.append(result)
            if len(found) == 3:
                scheduler.kill()
    except UserError as error:
        said = str(error)
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait()
    done = {result.job for result in found}
    rest = list(run_jobs([job for job in study.plan.jobs() if job not in done], opening(study, 0)))
    return {"said": said, "found": len(done), "all": len(done) + len(rest)}


def _connected(file: Path) -> Any:
    began = monotonic()
    while True:
        try:
            return cluster.connect(str(file))
        except UserError:
            if monotonic() > began + 60:
                raise


if __name__ == "__main__":
    plans = {"workers": StudyPlan(repeats=3, folds=4), "scheduler": StudyPlan(repeats=60), "refusals": StudyPlan()}
    functions: dict[str, Any] = {
        "workers": with_a_worker_that_dies,
        "scheduler": with_a_scheduler_that_dies,
        "refusals": refusals,
    }
    answer = functions[sys.argv[2]](study_of(open_table(sys.argv[1]), plans[sys.argv[2]]))
    print("\n" + json.dumps(answer), flush=True)
