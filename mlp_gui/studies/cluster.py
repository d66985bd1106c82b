"""The networks of a study on a Dask cluster: reached by the address of its scheduler, or by a scheduler file.

The table travels once to each worker, before the first job; a job is its seeds and settings, its result a few arrays.
"""

from __future__ import annotations

import json
import os
import pickle
import platform
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np

import mlp_gui
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.state import State
from mlp_gui.studies.executors import OpenedExecutor, Opening
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.together import JobRunner

SECONDS_TO_CONNECT = 10
AHEAD = 2  # jobs for each thread of a worker that are handed over before their turn
SECONDS_BETWEEN_LOOKS = 1.0  # at whether the study has been stopped: each asks the scheduler


def versions() -> dict[str, str]:
    """Return what has to be alike on all machines for equal results."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"mlp_gui": mlp_gui.__version__, "numpy": np.__version__, "Python": python}


def connect(place: str) -> Any:
    """Return a client of the cluster.

    Parameters
    ----------
    place : str
        Address of the scheduler such as `tcp://host:8786`, or path of a scheduler file.

    Raises
    ------
    UserError
        If there is no such file, Dask is not installed, nobody answers, or the workers have other versions.
    """
    is_address = "://" in place
    if not is_address and not os.path.isfile(place):
        raise UserError(
            tr("Scheduler file not found: {name}", name=place),
            hint=tr("Give its path, or an address such as tcp://host:8786."),
        )
    try:
        distributed = import_module("distributed")  # it takes a second, and is not installed everywhere
    except ImportError as error:
        raise UserError(
            tr("Dask is not installed."),
            tr("It leads to the cluster."),
            tr('Install it with: pip install "mlp_gui[cluster]"'),
        ) from error
    try:
        address = place if is_address else json.loads(Path(place).read_text(encoding="utf-8"))["address"]
        client = distributed.Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError, KeyError) as error:  # of an address or a file that is none, too
        raise UserError(
            tr("No cluster answers at {place}.", place=place),
            hint=tr("Start it with: dask scheduler, and dask worker {place} on each machine.", place=place),
        ) from error
    try:
        _refuse_unlike(client)
    except UserError:
        client.close()
        raise
    return client


def _refuse_unlike(client: Any) -> None:
    own = versions()
    try:
        found = client.run(versions)
    except Exception as error:  # whatever a worker's missing or other modules raise
        raise UserError(
            tr("The workers of the cluster cannot use mlp_gui."),
            f"{error}.",
            tr("Install mlp_gui {version} on each of them.", version=own["mlp_gui"]),
        ) from error
    if not found:
        raise UserError(tr("The cluster has no workers."), hint=tr("Start some with: dask worker ADDRESS"))
    for worker, theirs in found.items():
        for name, version in own.items():
            if theirs[name] != version:
                raise UserError(
                    tr("The worker {worker} has {name} {theirs}, and this program has {own}.",
                       worker=worker, name=name, theirs=theirs[name], own=version),
                    tr("Results would differ."),
                    tr("Install the same version on all machines."),
                )  # fmt: skip


def cluster_opening(
    client: Any, study: Study, cancelled: Callable[[], bool] = lambda: False, keeps_states: bool = False
) -> Opening:
    """Return what `run_jobs` opens executors with.

    Parameters
    ----------
    client : distributed.Client
    study : Study
    cancelled : callable
        Not polled on the workers, which hear of an end through the scheduler.
    keeps_states : bool
        Whether results hold what a run goes on from.
    """
    packed = pickle.dumps(study.without_caches())

    def open_cluster() -> OpenedExecutor:
        distributed = import_module("distributed")

        if client.status != "running":
            raise lost()
        name = f"mlp_gui-{uuid.uuid4().hex}"
        try:
            sent = client.scatter(packed, broadcast=True, hash=False)
            is_over = distributed.Event(name, client=client)
            threads = sum(client.nthreads().values())
        except (OSError, TimeoutError, ValueError) as error:
            raise lost() from error

        def withdraw() -> None:
            if client.status == "running":
                is_over.set()

        executor = ClusterExecutor(client, sent, name, keeps_states)
        return OpenedExecutor(executor, train_on_cluster, max(AHEAD * threads, 1), withdraw)

    return open_cluster


def lost() -> UserError:
    """Return what is said when the scheduler has gone."""
    return UserError(
        tr("The cluster no longer answers."),
        tr("The study is paused: what is finished is kept."),
        tr("Start the cluster and the study again; it goes on where it was."),
    )


class ClusterExecutor(Executor):
    """Submits through `Client.get_executor()`, with the study that is on the workers already."""

    def __init__(self, client: Any, sent: Any, name: str, keeps_states: bool) -> None:
        self._client, self._inner = client, client.get_executor(pure=False)
        self._arguments = (sent, name, keeps_states)
        self._open: set[Future[JobResult]] = set()
        self._closed = threading.Event()
        # A scheduler that dies answers nothing, not even that it has gone.
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a job over.

        Parameters
        ----------
        fn : callable
        *args, **kwargs : object
            Its arguments after the study.
        """
        if self._client.status != "running":
            raise BrokenExecutor
        future: Future[Any] = Future()
        self._open.add(future)
        inner = self._inner.submit(fn, *self._arguments, *args, **kwargs)
        inner.add_done_callback(lambda done: self._answer(future, done))
        return future

    def _answer(self, future: Future[Any], done: Future[Any]) -> None:
        self._open.discard(future)
        if future.done():
            return
        if done.cancelled():
            future.set_exception(BrokenExecutor("cancelled"))
            return
        error = done.exception()
        if error is None:
            future.set_result(done.result())
        elif type(error).__module__.startswith("distributed") or isinstance(error, OSError):  # such as KilledWorker
            future.set_exception(BrokenExecutor(str(error)))
        else:
            future.set_exception(error)

    def _watch(self) -> None:
        while not self._closed.wait(0.5):
            if self._client.status != "running":
                for future in list(self._open):
                    if not future.done():
                        future.set_exception(BrokenExecutor("lost"))
                return

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take back what has not begun; the cluster goes on.

        Parameters
        ----------
        wait : bool
            Ignored: what runs on the cluster ends by itself.
        cancel_futures : bool
        """
        self._closed.set()
        if self._client.status == "running":
            self._inner.shutdown(wait=False)


# --- on a worker ---------------------------------------------------------------------------------------------


@dataclass(eq=False)
class _Received:
    """The study that a worker has."""

    name: str = ""
    study: Study | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


_received = _Received()
_own = threading.local()  # a runner for each thread: it keeps the dataset of its last job


def train_on_cluster(packed: bytes, name: str, keeps_states: bool, job: StudyJob, state: State | None) -> JobResult:
    """Train a network in a worker.

    Parameters
    ----------
    packed : bytes
        The study.
    name : str
        Of the study, and of the event that ends it.
    keeps_states : bool
    job : StudyJob
    state : State, optional
        Where it was halted.
    """
    if getattr(_own, "name", "") != name:
        with _received.lock:
            if _received.name != name:
                _received.name, _received.study = name, pickle.loads(packed)
            assert _received.study is not None
            _own.runner = JobRunner(_received.study, _Stopped(name), keeps_states)
            _own.name = name
    result: JobResult = _own.runner.run(job, state)
    return result


class _Stopped:
    """Says whether the study is over, and asks now and then."""

    def __init__(self, name: str) -> None:
        self._name, self._asked = name, monotonic()

    def __call__(self) -> bool:
        if monotonic() - self._asked < SECONDS_BETWEEN_LOOKS:
            return False
        distributed = import_module("distributed")

        self._asked = monotonic()
        return bool(distributed.Event(self._name).is_set())
