"""A study on a Dask cluster: the same bits, and nothing is lost when a worker or the scheduler dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from helpers.command_line import call
from helpers.paths import TESTS
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.studies import cluster

SCRIPT = TESTS / "helpers" / "on_a_cluster.py"
needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="the extra `cluster` is not installed")


def on_a_cluster(what: str, table: Table, folder: Path) -> Any:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "CLUSTER_FOLDER": str(folder)}
    command = [sys.executable, str(SCRIPT), str(table.path), what]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=240)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@needs_dask
def test_that_a_cluster_gives_the_same_bits_also_when_a_worker_dies(small_table: Table, tmp_path: Path) -> None:
    assert on_a_cluster("workers", small_table, tmp_path) == {"jobs": 12, "results": 12, "equal": 12}


@needs_dask
def test_that_a_scheduler_that_dies_pauses_the_study_and_nothing_is_lost(small_table: Table, tmp_path: Path) -> None:
    found = on_a_cluster("scheduler", small_table, tmp_path)
    assert "The study is paused: what is finished is kept." in found["said"]
    assert 3 <= found["found"] < 60
    assert found["all"] == 60


@needs_dask
def test_that_a_cluster_that_cannot_be_used_is_refused_in_a_sentence(small_table: Table, tmp_path: Path) -> None:
    nobody, no_file, no_address, unlike = on_a_cluster("refusals", small_table, tmp_path)
    assert nobody.startswith("No cluster answers at tcp://127.0.0.1:9.")
    assert no_file.startswith("Scheduler file not found: ")
    assert no_address.startswith("No cluster answers at")
    assert "and this program has 99.0" in unlike
    done = call("study", "sample:iris", "--cluster", "tcp://127.0.0.1:9", "--jobs", "2")
    assert done.returncode == 2
    assert done.stderr.startswith("--jobs and --cluster exclude one another.")


def test_that_without_dask_the_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UserError) as refused:
        cluster.connect("tcp://127.0.0.1:9")
    assert 'pip install "mlp_gui[cluster]"' in refused.value.to_dict()["hint"]
