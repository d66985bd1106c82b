"""What happened to the rows of a table on their way into a network, counted and in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.columns.table import describe_row_location

APART = 4  # columns that have a sentence each; the lags of one column alone are seven


@dataclass(frozen=True)
class TransformReport:
    """What happened to the rows of a table on their way into a network.

    usable: (rows,) False where an input is missing that the pipeline cannot fill.
    missing: column -> empty cells; filled: column -> empty cells that a fill value stood in for;
    unseen: column -> cells with a category that did not occur in the rows it was fitted on;
    extra: columns of the table that the pipeline does not use;
    unread: column -> (cells that are no number or no date as its others were, row of the first from 0, that cell).
    unseen_rows: column -> (rows,) True where it holds such a category; only columns that do.
    """

    usable: NDArray[np.bool_]
    missing: dict[str, int]
    filled: dict[str, int]
    unseen: dict[str, int]
    extra: tuple[str, ...]
    unread: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    unseen_rows: dict[str, NDArray[np.bool_]] = field(default_factory=dict)

    def sentences(self, first_line: int = 0) -> tuple[str, ...]:
        """Return a sentence for each kind of row or column that is odd.

        Parameters
        ----------
        first_line : int
            The line of the file in which row 0 stands; 0 when that is not known.
        """
        said = [*_describe_filled(self.filled), *_describe_missing(self.missing)]
        said += [
            _unread_sentence(name, n, cell, describe_row_location(row, first_line))
            for name, (n, row, cell) in self.unread.items()
        ]
        said += [
            tr_n(
                "{n:,} cell of {name} holds a category that no fitted row has; it counts as none of the known.",
                "{n:,} cells of {name} hold a category that no fitted row has; they count as none of the known.",
                n,
                name=name,
            )
            for name, n in self.unseen.items()
        ]
        n, rows = int((~self.usable).sum()), len(self.usable)
        if n:
            said.append(
                tr_n(
                    "{n:,} of {rows:,} rows gets no prediction.",
                    "{n:,} of {rows:,} rows get no prediction.",
                    n,
                    rows=rows,
                )
            )
        return (*said, *describe_extra_columns(self.extra))


def joined_reports(reports: Sequence[TransformReport]) -> TransformReport:
    """Return what happened to rows that were transformed piece after piece.

    Parameters
    ----------
    reports : sequence of TransformReport
        One for each piece, in their order.
    """
    if len(reports) == 1:
        return reports[0]
    starts = np.cumsum([0, *(len(report.usable) for report in reports)])
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("missing", "filled", "unseen")}
    unread: dict[str, tuple[int, int, str]] = {}
    unseen_rows: dict[str, NDArray[np.bool_]] = {}
    for start, report in zip(starts.tolist(), reports, strict=False):
        for name, count in counts.items():
            count.update(getattr(report, name))
        for column, (n, row, cell) in report.unread.items():
            before, first, shown = unread.get(column, (0, start + row, cell))
            unread[column] = (before + n, first, shown)
        for column, mask in report.unseen_rows.items():
            whole = unseen_rows.setdefault(column, np.zeros(int(starts[-1]), bool))
            whole[start : start + len(mask)] = mask
    usable = np.concatenate([report.usable for report in reports])
    missing, filled, unseen = (dict(count) for count in counts.values())
    return TransformReport(usable, missing, filled, unseen, reports[0].extra, unread, unseen_rows)


def _describe_filled(filled: dict[str, int]) -> list[str]:
    if len(filled) > APART:
        return [tr("Empty cells that were filled: {columns}.", columns=counted_names(filled))]
    return [
        tr_n("{n:,} empty cell of {name} was filled.", "{n:,} empty cells of {name} were filled.", n, name=name)
        for name, n in filled.items()
    ]


def _describe_missing(missing: dict[str, int]) -> list[str]:
    if len(missing) > APART:
        return [tr("Rows without a value: {columns}.", columns=counted_names(missing))]
    return [
        tr_n("{n:,} row has no value in {name}.", "{n:,} rows have no value in {name}.", n, name=name)
        for name, n in missing.items()
    ]


def counted_names(counts: Mapping[str, int]) -> str:
    """Name the columns with the largest counts, such as "a (12), b (7) and 9 more".

    Parameters
    ----------
    counts : mapping of str to int
    """
    largest = sorted(counts.items(), key=lambda item: -item[1])
    return join_names([tr("{name} ({n:,})", name=name, n=n) for name, n in largest], APART)


def _unread_sentence(name: str, n: int, cell: str, place: str) -> str:
    return tr_n(
        "{n:,} cell of {name} is not what the network was trained on: {cell!r} in {place}. Its row gets no prediction.",
        "{n:,} cells of {name} are not what the network was trained on, first {cell!r} in {place}. Their rows get no "
        "prediction.",
        n,
        name=name,
        cell=cell,
        place=place,
    )


def describe_extra_columns(extra: tuple[str, ...]) -> tuple[str, ...]:
    """Return one sentence about columns that no input needs, or none."""
    return (tr("Columns that are not inputs: {names}.", names=join_names(extra, 8)),) if extra else ()
