"""What a report says of a river's discharge: hydrology's scores, and why one has no value."""

from __future__ import annotations

from mlp_gui.core.number_format import format_six_digits
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.hydrology import NAMES, hydrological
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.report.html_page import html_table, paragraphs
from mlp_gui.model import compute_predictions
from mlp_gui.verdict.hydrology_scores import score_hydrology


def hydrology_tables(source: ExportInput) -> str:
    """Lay hydrology's scores of every subset below one another, a table for each target that is a flow along time."""
    prepared = source.prepared
    if prepared is None or prepared.dataset.task.is_classification:
        return ""
    pairs = compute_predictions(source.model.network, prepared.dataset)
    made = []
    for target, found in score_hydrology(prepared.dataset, prepared.table, pairs).items():
        rows = [
            (tr(hydrological(name).label), *(format_six_digits(one.values.get(name)) for one in found.values()))
            for name in NAMES
        ]
        head = (tr("Score"), *(tr(subset).capitalize() for subset in found))
        made.append(html_table(head, rows, tr("Hydrology: {target}", target=target)))
        made.append(
            paragraphs(
                tr("No {names} ({subset}): {why}", names=tr(hydrological(name).label), subset=tr(subset), why=why)
                for subset, one in found.items()
                for name, why in one.undefined.items()
            )
        )
    return "".join(made)
