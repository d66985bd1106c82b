"""What makes a report a model card: which table and versions, how the rows were divided, and how to repeat the run."""

from __future__ import annotations

import html
import json
import shlex
from pathlib import Path
from typing import Any

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.samples.catalogue import PREFIX
from mlp_gui.engine.calibration.prediction_interval import Coverage, measure_coverage, possible_promise
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.repetition import general_markers, repeat_settings, table_digest, table_place
from mlp_gui.export.report.html_page import html_table, paragraphs
from mlp_gui.export.report.setting_entries import setting_entries
from mlp_gui.export.report.svg_plots import printable
from mlp_gui.model import compute_predictions

USUAL_LEVEL = 0.9
SETTINGS_FILE = "settings.json"


def table_identity(source: ExportInput) -> str:
    """Say which file the table is, to the last byte."""
    found = table_digest(source)
    if found is None:
        return ""
    size, digest = found
    said = tr_n("The file has {n:,} byte, SHA-256 {digest}.", "The file has {n:,} bytes, SHA-256 {digest}.", size,
                digest=digest)  # fmt: skip
    return paragraphs([said])


def split_table(source: ExportInput) -> str:
    """Lay out how the rows were divided, the seed with it."""
    return html_table((tr("Division of the rows"), tr("Value")), list(setting_entries(source.model.spec.split)))


def version_sentence(source: ExportInput) -> str:
    """Name what the run was made with; "" where an earlier version did not say."""
    versions = source.model.provenance.get("versions")
    if not isinstance(versions, dict):
        return ""
    return tr("With {names}.", names=", ".join(f"{name} {version}" for name, version in versions.items()))


def promise_sentences(source: ExportInput) -> list[str]:
    """Say what intervals of predictions promise, and how many test rows bore it out."""
    coverage = source.model.coverage or _usual_coverage(source)
    if coverage is None:
        return []
    names = source.model.pipeline.target_names
    several = len(coverage.held) > 1
    return [
        (f"{names[k]}: " if several else "")
        + tr("Intervals of predictions: {sentence}.", sentence=coverage.sentence(k))
        for k in range(len(coverage.held))
    ]


def _usual_coverage(source: ExportInput) -> Coverage | None:
    """Count for a run that asked for no intervals how many test rows those of USUAL_LEVEL hold."""
    model = source.model
    found = possible_promise(model.calibration, USUAL_LEVEL, model.pipeline.target_transforms)
    if found is None or source.prepared is None:
        return None
    pairs = compute_predictions(model.network, source.prepared.dataset).get(Subset.TEST)
    return None if pairs is None else measure_coverage(found, model.task, *pairs, Subset.TEST)


def repetition(source: ExportInput) -> str:
    """Give the command that repeats the run, and the settings file that it reads."""
    said = tr(
        "The command repeats the run, with the settings below in the file {file}: the same rows, start weights and "
        "epochs. Where a setting was changed while it ran, the last value stands here.",
        file=SETTINGS_FILE,
    )
    # Where the table was says where a person lives; its name and digest say which one it is.
    table = table_place(source) if table_place(source).startswith(PREFIX) else Path(table_place(source)).name
    network = source.model.network
    words = [
        "mlp-gui",
        "train" if isinstance(network, Network) else "study",
        table,
        f"--target={_quoted(source.model.pipeline.target_names)}",
    ]
    missing = general_markers(source)
    words += [f"--missing={','.join(missing)}"] if missing else []
    ending = ["--out", "again.mlp"]
    if isinstance(network, Ensemble):
        if len(set(network.shares)) > 1:
            return _literal(_json(repeat_settings(source)))  # which networks were to choose from is not known any more
        ending = ["--repeats", str(len(network.members)), "--ensemble", "again.mlp"]
    command = " ".join(map(shlex.quote, [*words, "--config", SETTINGS_FILE, *ending]))
    return paragraphs([said]) + _literal(command) + _literal(_json(repeat_settings(source)))


def _quoted(names: tuple[str, ...]) -> str:
    return ",".join('"' + name.replace('"', '""') + '"' for name in names)


def _literal(text: str) -> str:
    return f"<pre>{html.escape(printable(text))}</pre>\n"


def _json(settings: dict[str, Any]) -> str:
    """Write settings so that each column has a line, and each group of the others."""
    data = settings["data"]
    columns = ",\n  ".join(_line(column) for column in data["columns"])
    rest = "".join(f",\n {json.dumps(name)}: {_line(value)}" for name, value in data.items() if name != "columns")
    groups = "".join(f",\n{json.dumps(name)}: {_line(value)}" for name, value in settings.items() if name != "data")
    return f'{{"data": {{"columns": [\n  {columns}]{rest}}}{groups}}}'


def _line(value: Any) -> str:
    # ASCII: signs that a page cannot hold, and those that turn the direction of writing, stay what they are.
    return json.dumps(value, ensure_ascii=True)
