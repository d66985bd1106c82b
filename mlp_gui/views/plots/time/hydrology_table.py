"""What hydrologists look at, for every subset: NSE and its kin, errors of volume, peak and low flow, FHV and FLV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.hydrology import NAMES, evaluate_hydrology, hydrological, why_undefined
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.forms.tooltips import metric_tooltip
from mlp_gui.views.plots.time.score_grid import Cell, ScoreGrid
from mlp_gui.views.plots.time.series_work import AT_REST, SeriesRows

Found = dict[str, dict[str, Cell]]  # subset -> metric -> number, and why it is none


@plots.register("hydrology", "Hydrology")
class HydrologyTable(ScoreGrid):
    """A row for each metric, a column for each subset, and below why one has no value."""

    help = mark("Scores of a river's discharge. Where one has no value for these rows, a sentence says why.")
    chooses_subset = False
    _found: Found | None = None
    _counts: dict[str, int]

    @staticmethod
    def compute(parts: dict[str, SeriesRows]) -> tuple[Found, dict[str, int]]:
        found: Found = {}
        for subset, rows in parts.items():
            y, p = np.asarray(rows.true, float), np.asarray(rows.predicted, float)
            values = evaluate_hydrology(y, p) if len(y) else dict.fromkeys(NAMES, float("nan"))
            found[subset] = {
                name: (value, "" if np.isfinite(value) else why_undefined(name, y, p)) for name, value in values.items()
            }
        return found, {subset: len(rows.true) for subset, rows in parts.items()}

    def set_result(self, result: Any) -> None:
        self._found, self._counts = result if result is not None else (None, {})

    def head(self) -> list[tuple[str, str]]:
        return [("", ""), *((tr(subset), "") for subset in self._found or ())]

    def rows(self) -> list[tuple[str, str, list[Cell]]]:
        found = self._found
        if not found:
            return []
        counts: list[Cell] = [(n, "") for n in self._counts.values()]
        made = [(tr("rows"), "", counts)]
        for name in NAMES:
            numbers: list[Cell] = [
                (value if np.isfinite(value) else float("nan"), why) for value, why in _of(found, name)
            ]
            made.append((tr(hydrological(name).label), metric_tooltip(name), numbers))
        return made

    def said(self) -> tuple[Sequence[str], tuple[str, ...]]:
        found = self._found
        if not found:
            return [self.empty_text(tr(AT_REST))], self.progress_notice("")
        sentences: dict[tuple[str, str], list[str]] = {}
        for name in NAMES:
            for subset, (_, why) in zip(found, _of(found, name), strict=True):
                if why and self._counts.get(subset):  # the count says it where there is no row
                    sentences.setdefault((subset, why), []).append(tr(hydrological(name).label))
        said = [
            tr("No {names} ({subset}): {why}", names=", ".join(names), subset=tr(subset), why=why)
            for (subset, why), names in sentences.items()
        ]
        return said, self.rows_notice(sum(self._counts.values()))


def _of(found: Found, name: str) -> list[Cell]:
    return [each[name] for each in found.values()]
