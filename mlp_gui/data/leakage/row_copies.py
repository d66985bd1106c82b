"""Copies of rows: a held-out row that also stands among the training rows, exactly or nearly, tells nothing new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.table import Table

Codes = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Numbers = NDArray[np.float64]
_SHARE, _FEWEST = 0.01, 3  # of the held-out rows; fewer are not worth a word
_LOOKED_AT = 5_000  # held-out rows
_NEAR_ROWS, _NEAR_COLUMNS = 200_000, 60
_COARSE = 2.0  # copies by chance are fewer than so many times the rows that agree in all columns but one
_LADDER = 10.0 ** np.arange(-6.0, -1.9, 0.5)  # standard deviations
_PLATEAU = 0.5  # near copies made by someone do not become many more when the tolerance is three times as large
_CELLS = (2e-5, 2e-3, 0.2)  # widths of the cells in which near rows are looked for, in standard deviations
_TRIES = 3


@dataclass(frozen=True)
class RowCopies:
    """Held-out rows that stand among the training rows, too.

    Attributes
    ----------
    exact, near : int
        Rows with the same cells, and rows that differ by at most `tolerance`, of all held-out rows.
    held_out : int
        Rows of validation and test.
    tolerance : float
        In standard deviations of each column; 0 when there are no near copies.
    """

    exact: int
    near: int
    held_out: int
    tolerance: float = 0.0


def find_row_copies(table: Table, names: Sequence[str], parts: tuple[Codes, Codes, Codes]) -> RowCopies | None:
    """Return the held-out rows that are copies of training rows; None where there are hardly any.

    In a coarse table, rows agree by chance, and new rows will do so, too. It shows in rows that agree in all columns
    but one: where these are many, nothing is said.

    Parameters
    ----------
    table : Table
    names : sequence of str
        The columns in use: inputs and targets.
    parts : tuple of ndarray
        The rows of training, validation and test.
    """
    training, held = parts[0], np.concatenate(parts[1:])
    if len(held) < _FEWEST or not len(training):
        return None
    rows = _rows_hashed(table, names)
    copied = pd.Series(rows[held]).isin(rows[training]).to_numpy()
    least = max(_FEWEST, _SHARE * len(held))
    exact = int(copied.sum()) if copied.sum() >= least else 0
    near, tolerance = _near(table, names, training, held[~copied], least)
    if not exact and not near:
        return None
    agreeing = _agreeing(_hashes(table, names), rows, training, held[~copied])
    exact = exact if exact > _COARSE * agreeing * len(held) else 0
    near = near if near > _COARSE * agreeing * len(held) else 0
    return RowCopies(exact, near, len(held), tolerance if near else 0.0) if exact or near else None


def copies_of_earlier_rows(table: Table, names: Sequence[str], used: Codes, tolerance: float) -> NDArray[np.bool_]:
    """Return which of the used rows copy an earlier one, of shape (n_used,).

    Parameters
    ----------
    table : Table
    names : sequence of str
        The columns that are compared.
    used : ndarray of shape (n_used,)
        Rows, as positions in the table.
    tolerance : float
        How far they may be apart in each column, in its standard deviations; 0 for equal cells.
    """
    rows = _rows_hashed(table, names)[used]
    found = pd.Series(rows).duplicated().to_numpy().copy()
    if tolerance > 0:
        _, second, apart = _near_pairs(table, names, used[~found])
        found[np.flatnonzero(~found)[second[apart <= tolerance]]] = True
    return found


def _rows_hashed(table: Table, names: Sequence[str]) -> Hashes:
    """Return a number for each row, equal for equal rows, of shape (n_rows,)."""
    rows = np.zeros(table.n_rows, np.uint64)
    for column in _hashes(table, names):
        rows += column
    return rows


def _hashes(table: Table, names: Sequence[str]) -> Iterator[Hashes]:
    """Yield a number for each cell of one column after the other, equal for equal cells; no two columns share theirs.

    All of them together would be as large as the table.
    """
    for name, salt in zip(cancellable_loop(names), _hashes_of(names), strict=True):
        values = table.values(name)
        if values.dtype.kind not in "iuf":
            values = factorize_values(values)[0]
        bits = (values.astype(np.float64) + 0.0).view(np.uint64)  # + 0.0: -0 equals 0
        # Whole numbers have zeros in their low bits, which a product alone would keep.
        yield (bits ^ (bits >> np.uint64(32))) * (np.uint64(2) * salt + np.uint64(1))


def hash_of(name: str) -> int:
    """Return a number for a name that is the same in every process, unlike `hash`."""
    return int(_hashes_of([name])[0])


def _hashes_of(names: Sequence[str]) -> Hashes:
    """Return `hash_of` each name; pandas takes a tenth of a millisecond to begin."""
    return np.asarray(pd.util.hash_array(np.array(list(names), dtype=object)) >> np.uint64(2))


def _agreeing(columns: Iterator[Hashes], rows: Hashes, training: Codes, others: Codes) -> float:
    """Return the share of rows that agree with a training row in all columns but one."""
    others = others[:: max(1, len(others) // _LOOKED_AT)]
    agree = np.zeros(len(others), bool)
    for column in columns:
        # Few keys are looked up by many: to sort the many would take several times as long.
        keys = pd.Index(pd.unique(rows[others] - column[others]))
        met = np.unique(keys.get_indexer(pd.Index(rows[training] - column[training])))
        agree |= np.isin(rows[others] - column[others], keys[met[met >= 0]])
    return float(agree.mean()) if len(others) else 0.0


def _near(table: Table, names: Sequence[str], training: Codes, held: Codes, least: float) -> tuple[int, float]:
    """Held-out rows near a training row, and the tolerance; 0 where they are no more than in any cloud of points."""
    used = np.concatenate((training, held))
    if len(used) > _NEAR_ROWS or len(names) > _NEAR_COLUMNS:
        return 0, 0.0
    first, second, apart = _near_pairs(table, names, used)
    crosses = (first < len(training)) != (second < len(training))
    ends = np.maximum(first, second)[crosses]  # held-out rows stand after the training rows
    nearest = np.full(len(used), np.inf)
    np.minimum.at(nearest, ends, apart[crosses])
    counts = (nearest[None, :] <= _LADDER[:, None]).sum(axis=1)
    for k in range(len(_LADDER) - 2, -1, -1):
        if counts[k] >= least and counts[k] >= _PLATEAU * counts[k + 1]:
            return int(counts[k]), float(_LADDER[k])
    return 0, 0.0


def _near_pairs(table: Table, names: Sequence[str], used: Codes) -> tuple[Codes, Codes, Numbers]:
    """Pairs of near rows, as positions among the used ones, the earlier first, and how far apart they are.

    Rows are sorted into cells of a grid that is shifted at random a few times; rows of one cell are compared with the
    next one in it.
    """
    numbers = [n for n in names if table.field(n).is_number]
    if not numbers or not len(used):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    words = [column[used] for column in _hashes(table, [n for n in names if n not in numbers])]
    z = table.frame[numbers].iloc[used].to_numpy(dtype=float)
    with np.errstate(all="ignore"):
        z = np.nan_to_num((z - np.nanmean(z, axis=0)) / np.nanstd(z, axis=0), nan=1e9, posinf=1e9, neginf=-1e9)
    rng, found = np.random.default_rng(0), []
    salts = rng.integers(1, 2**62, len(numbers)).astype(np.uint64) * np.uint64(2) + np.uint64(1)
    for width in _CELLS:
        for _ in range(_TRIES):
            cells = np.floor(z / width + rng.random(len(numbers))).astype(np.int64).astype(np.uint64)
            key = (cells * salts).sum(axis=1, dtype=np.uint64)
            for word in words:
                key = key + word
            order = np.argsort(key, kind="stable")
            same = np.flatnonzero(key[order][1:] == key[order][:-1])
            a, b = order[same], order[same + 1]  # a stable order: the earlier row comes first
            apart = np.abs(z[a] - z[b]).max(axis=1, initial=0.0)
            found.append((a, b, apart))
    first, second, apart = (np.concatenate(columns) for columns in zip(*found, strict=True))
    keep = (apart > 0) & (apart <= _LADDER[-1])
    return first[keep], second[keep], apart[keep]
