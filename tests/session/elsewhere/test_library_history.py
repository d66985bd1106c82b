"""Losses of another library beside ours: what a script prints is read, and the largest difference found."""

from __future__ import annotations

import math

import numpy as np

from mlp_gui.session.elsewhere.library_history import compare, read_epoch


def test_that_a_line_of_a_script_gives_its_numbers_and_no_other_line_does() -> None:
    assert read_epoch("epoch 3/12 loss=0.1 validation_loss=1e-05") == (3, 0.1, 1e-05)
    for line in ("epoch 3/12", "epoch x/12 loss=1 validation_loss=1", "epoch 3/12 loss=a validation_loss=1", ""):
        assert read_epoch(line) is None


def test_that_the_largest_difference_is_found_with_its_epoch() -> None:
    own = np.array([[1.0, 2.0], [0.5, 1.5], [0.25, 1.25]])
    found = compare("X 1.0", [(1, 1.0, 2.0), (2, 0.5, 1.50001234), (3, 0.2500001, 1.25)], own)
    assert found.epoch == 2
    assert found.sentence == "X 1.0: the largest difference of a loss is 1.234×10⁻⁵ (epoch 2)."


def test_that_without_validation_rows_the_training_losses_are_compared() -> None:
    found = compare("X 1.0", [(1, 1.0, math.nan), (2, 0.5, math.nan)], np.array([[1.0, math.nan], [0.5, math.nan]]))
    assert (found.difference, found.epoch) == (0.0, 0)
    assert found.sentence == "X 1.0: the same losses in every epoch, to the last bit."


def test_that_a_loss_that_is_finite_on_one_side_only_is_infinitely_far() -> None:
    found = compare("X 1.0", [(1, 1.0, 1.0), (2, math.inf, math.nan)], np.array([[1.0, 1.0], [math.inf, 3.0]]))
    assert (found.difference, found.epoch) == (math.inf, 2)
