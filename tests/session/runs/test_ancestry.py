"""Numbers of runs: given once, kept by the future that was left, and forks know whose past they share."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.session.runs.ancestry import Ancestry
from mlp_gui.session.runs.run_records import decimate_epochs

NONE = np.zeros(0)


def kept(number: int, parent: int = 0, fork_epoch: int = 0) -> RunRecord:
    return RunRecord(number, RunConfig(), NONE, NONE, NONE, 0, 0.0, "", parent=parent, fork_epoch=fork_epoch)


def branch(number: int, epoch: int) -> SimpleNamespace:
    return SimpleNamespace(number=number, left_at=SimpleNamespace(epoch=epoch))


def test_that_the_future_that_was_left_keeps_its_number_and_can_be_gone_back_to() -> None:
    lineage = Ancestry()
    lineage.start_run([])
    assert lineage.update_branches([branch(1, 40)], None, [kept(1)])
    assert (lineage.current, lineage.fork, lineage.branch_of(1)) == (2, (1, 40), 1)
    # back to the first; the fork is a branch now
    assert lineage.update_branches([branch(2, 40)], 1, [kept(1), kept(2, 1, 40)])
    assert (lineage.current, lineage.branch_of(2), lineage.branch_of(1)) == (1, 2, None)
    assert lineage.fork == (0, 0)


def test_that_a_fork_of_a_fork_before_its_place_belongs_to_the_grandparent() -> None:
    runs = [kept(1), kept(2, 1, 40)]
    for epoch, parent in ((41, 2), (40, 1), (20, 1)):
        lineage = Ancestry(2)
        lineage.start_run(runs, 2, epoch)
        assert lineage.fork == (parent, epoch)


def test_that_a_reset_leaves_its_branch_to_the_run_before_and_a_fork_at_the_start_has_no_parent() -> None:
    lineage = Ancestry()
    lineage.start_run([])
    lineage.detach()
    assert not lineage.update_branches([branch(1, 0)], None, [kept(1)])
    assert (lineage.current, lineage.branch_of(1)) == (0, 1)
    lineage.start_run([kept(1)])
    assert lineage.update_branches([branch(1, 0), branch(2, 0)], None, [kept(1), kept(2)])
    assert (lineage.current, lineage.fork) == (3, (0, 0))


def test_that_numbers_are_never_given_twice() -> None:
    lineage = Ancestry(7)
    lineage.start_run([])
    assert lineage.current == 8


def test_that_a_thinned_curve_keeps_its_ends_its_spikes_and_the_fork() -> None:
    rng = np.random.default_rng(0)
    history, n = History(), 25_000
    losses = rng.uniform(1, 2, n)
    losses[[7_003, 13_777]] = 50.0, 0.001
    losses[100] = np.nan
    for epoch, loss in enumerate(losses.tolist(), 1):
        history.add(EpochReport(epoch, loss, loss + 1, 0.1, loss, 0, 0.0, 0.0, 0.0))
    at = decimate_epochs(history, always=4_321)
    epochs, thin = history.epochs[at], history.train_loss[at]
    assert len(at) <= 2_000
    assert {1, n, 7_004, 13_778, 4_321} <= set(epochs.astype(int).tolist())
    assert (np.nanmin(thin), np.nanmax(thin)) == (0.001, 50.0)
    assert (np.diff(at) > 0).all()
    assert len(decimate_epochs(History())) == 0
