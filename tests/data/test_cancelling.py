"""Cancel takes effect soon in every stage from the file to the dataset: no stage works for long without asking."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest

from mlp_gui.core.cancellation import cancelled_by
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.suggest import suggest_spec

LONGEST = 1.0  # s of this thread's processor time: other programs do not lengthen it


def write_wide(path: Path) -> None:
    """1,000 columns of four kinds: skewed numbers, whole numbers, words, numbers with gaps."""
    rng, rows, columns = np.random.default_rng(0), 60, 1_000
    with path.open("w") as file:
        file.write(",".join(f"g{i}" for i in range(columns)) + ",y\n")
        for _ in range(rows):
            skewed, whole = rng.lognormal(0, 2, columns).round(3).tolist(), rng.integers(0, 50, columns).tolist()
            words, some = rng.choice(["red", "blue", "green"], columns).tolist(), (rng.random(columns) < 0.8).tolist()
            gaps = [number if is_there else "" for number, is_there in zip(skewed, some, strict=True)]
            cells = [str(kind[i]) for i, kind in zip(range(columns), cycle((skewed, whole, words, gaps)))]
            file.write(",".join(cells) + f",{rng.normal()}\n")


def write_texts(path: Path) -> None:
    """400,000 different texts beside a number."""
    path.write_text("t,y\n" + "".join(f"word {i * 7919 % 1000003} of a sentence,{i % 97}\n" for i in range(400_000)))


def write_repeats(path: Path) -> None:
    """300,000 rows of few words, many numbers and dates."""
    words = ("red", "blue", "green", "")
    rows = (f"{words[i % 4]},{i * 31 % 1009 / 7:.3f},2020-01-{i % 28 + 1:02d},{i % 3}\n" for i in range(300_000))
    path.write_text("w,x,d,y\n" + "".join(rows))


def make_dataset(path: Path, withdrawn: Callable[[], bool]) -> None:
    with cancelled_by(withdrawn):
        table = open_table(path, cancelled=withdrawn)
        prepare(table, suggest_spec(table))


@pytest.mark.parametrize("write", [write_wide, write_texts, write_repeats])
def test_that_no_stage_works_for_long_without_asking_whether_it_is_wanted(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    write(path := tmp_path / "f.csv")
    gaps, last = [], time.thread_time()

    def withdrawn() -> bool:
        nonlocal last
        gaps.append(time.thread_time() - last)
        last = time.thread_time()
        return False

    with suppress(UserError):  # where there is nothing to learn from, which is said at the end
        make_dataset(path, withdrawn)
    gaps.append(time.thread_time() - last)
    assert max(gaps) < LONGEST
    for most in np.linspace(1, len(gaps) - 2, 3, dtype=int).tolist() if write is write_wide else ():
        asked = iter(range(most))
        with pytest.raises(Cancelled):
            make_dataset(path, lambda asked=asked: next(asked, None) is None)
