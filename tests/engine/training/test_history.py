"""The history of a run: what was added is read back, and histories that share their past never disturb each other."""

import tracemalloc
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import EpochReport

MANY = 100_000


def report(epoch: int, loss: float) -> EpochReport:
    return EpochReport(epoch, loss, loss + 0.5, 0.01, loss + 0.5, epoch, 1.0, 0.0, 0.1 * epoch)


def add(history: History, reports: Iterable[EpochReport]) -> None:
    for one in reports:
        history.add(one)


def test_that_what_was_added_is_read_back() -> None:
    history = History()
    add(history, (report(epoch, 1 / epoch) for epoch in range(1, 1001)))
    assert history[-1] == report(1000, 1 / 1000)
    assert history[7] == report(8, 1 / 8)
    np.testing.assert_array_equal(history.epochs, np.arange(1, 1001))
    np.testing.assert_array_equal(history.train_loss, 1 / np.arange(1, 1001))
    with pytest.raises(ValueError, match="read-only"):
        history.train_loss[0] = 0
    assert list(history) == list(History(history.rows()))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("add", "cut", "share", "until")), st.integers(0, 7), st.integers(1, 400))))
def test_that_shared_histories_are_as_good_as_copies(steps) -> None:
    histories, copies = [History()], [[]]
    for turn, (what, which, count) in enumerate(steps):
        at = which % len(histories)
        history, copy = histories[at], copies[at]
        if what == "add":
            new = [report(len(copy) + i, turn + i / 1000) for i in range(1, count + 1)]
            add(history, new)
            copy.extend(new)
        elif what == "cut":
            history.truncate(count)
            del copy[count:]
        else:
            until = count if what == "until" else None
            histories.append(history.shared(until))
            copies.append(copy[:until])
    for history, copy in zip(histories, copies, strict=True):
        assert list(history) == copy


def test_that_a_view_taken_before_the_table_grew_keeps_its_numbers() -> None:
    history = History()
    add(history, (report(epoch, epoch) for epoch in range(1, 11)))
    before = history.shared()
    losses = before.train_loss
    add(history, (report(epoch, -1.0) for epoch in range(11, 10_000)))
    np.testing.assert_array_equal(losses, np.arange(1, 11))
    np.testing.assert_array_equal(before.train_loss, np.arange(1, 11))


def test_that_three_histories_of_a_run_take_less_than_100_bytes_an_epoch_together() -> None:
    tracemalloc.start()
    try:
        trainers, shown, line = History(), History(), History()
        for epoch in range(1, MANY + 1):
            trainers.add(report(epoch, 0.5))
            if epoch % 50 == 0:
                shown, line = trainers.shared(), trainers.shared()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(shown) == len(line) == MANY
    assert 72 * MANY <= taken < 100 * MANY
