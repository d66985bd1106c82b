"""What a report says: data ledger, settings, curves, scores and plots, as sections of plain HTML and named pictures."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import numpy as np

from mlp_gui.core.number_format import format_six_digits
from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import TRANSFORMS, Transformation
from mlp_gui.core.translation import format_localized, lower_first, mark, tr, tr_n
from mlp_gui.data.preprocessing.column_choices import ENCODINGS
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.training_range import trained_range_text
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.export.common.base import ExportInput, stop_sentence
from mlp_gui.export.report.comparison import reference_table, target_table, training_loss_sentence, verdict_sentence_of
from mlp_gui.export.report.html_page import ReportPage, escape_text, html_table, image_tag, paragraphs
from mlp_gui.export.report.hydrology_tables import hydrology_tables
from mlp_gui.export.report.model_card import (
    promise_sentences,
    repetition,
    split_table,
    table_identity,
    version_sentence,
)
from mlp_gui.export.report.score_details import format_score, group_tables, intervals_of
from mlp_gui.export.report.setting_entries import setting_entries
from mlp_gui.export.report.svg_plots import loss_svg, predicted_vs_true_svg

MOST_NAMES, MOST_CLASSES = 200, 20
OTHER = mark("Its weights are the {which} ones, of epoch {epoch:,}.")
# Whole sentences, since words put into one another are hard to translate. OTHER is for files that say something else.
WEIGHTS = {
    "best": mark("Its weights are the best ones, of epoch {epoch:,}."),
    "average": mark("Its answer is the mean of what several networks say, which differ in their seeds."),
    "last": mark("Its weights are the last ones, of epoch {epoch:,}."),
}
CAPTIONS: dict[str, str] = {
    Subset.TRAINING: mark("Training rows"),
    Subset.VALIDATION: mark("Validation rows"),
    Subset.TEST: mark("Test rows"),
}


def build_report(source: ExportInput) -> ReportPage:
    """Put together everything that is known about a run."""
    model, pictures = source.model, {}
    targets = ", ".join(model.pipeline.target_names)
    sections = [
        (tr("Summary"), _summary(source)),
        (tr("Data"), _data(source)),
        (tr("Inputs and targets"), _columns(source)),
        (tr("Network and settings"), _settings(source)),
    ]
    training, pictures["loss"] = _training(source)
    sections += [(tr("Training"), training), (tr("Scores"), _scores(source))]
    plots, found = _plots(source)
    sections += [(tr("Predictions"), plots), (tr("To repeat this run"), repetition(source))]
    title = tr("{targets} from {data}", targets=targets, data=model.provenance["data"])
    return ReportPage(title, tuple(sections), pictures | found)


def _summary(source: ExportInput) -> str:
    model = source.model
    made = model.provenance
    sizes = " - ".join(format_localized(n, ",") for n in model.network.sizes)
    lines = [
        verdict_sentence_of(source),
        tr(
            "{task}: a perceptron with the layers {sizes}, {n:,} weights.",
            task=model.task.label,
            sizes=sizes,
            n=model.network.n_parameters,
        ),
        tr(WEIGHTS.get(made["weights"], OTHER), which=made["weights"], epoch=made["epoch"]),
        stop_sentence(source),
        tr("Made with mlp_gui {version} on {date}.", version=made["version"], date=_moment(made["created"])),
        version_sentence(source),
    ]
    return paragraphs(lines)


def _moment(created: str) -> str:
    """Write a moment as 2026-11-26, 19:49 UTC. What is none, in a file that was made elsewhere, stays as it is."""
    try:
        return f"{datetime.fromisoformat(created).astimezone(UTC):%Y-%m-%d, %H:%M} UTC"
    except (ValueError, OverflowError):
        return created


def _data(source: ExportInput) -> str:
    made = source.model.provenance
    counts = [(_subset(name), format_localized(n, ",")) for name, n in made["rows"].items()]
    text = paragraphs(made["ledger"]) + table_identity(source) + html_table((tr("Subset"), tr("Rows")), counts)
    text += split_table(source)
    if source.model.spec.left_out:
        text += html_table((tr("Rows left out by hand"),), [(left.describe(),) for left in source.model.spec.left_out])
    derived = source.model.pipeline.derivation.declared
    if derived:
        text += html_table((tr("Derived column"), tr("Formula")), [(c.name, c.formula_text) for c in derived])
    return text


def _columns(source: ExportInput) -> str:
    pipeline = source.model.pipeline
    rows = [_column(fitted) for fitted in pipeline.inputs[:MOST_NAMES]]
    text = html_table(
        (tr("Input"), tr("Encoding"), tr("An empty cell"), tr("Valid for"), tr("Shift"), tr("Scale")), rows
    )
    if len(pipeline.inputs) > MOST_NAMES:
        text += paragraphs([tr("The first {most} of {n:,} inputs are shown.", most=MOST_NAMES, n=len(pipeline.inputs))])
    if pipeline.class_names:
        classes = ", ".join(escape_text(name) for name in pipeline.class_names[:MOST_NAMES])
        said = tr(
            "Target {target} with the classes {classes}.", target=escape_text(pipeline.target_names[0]), classes=classes
        )
        return f"{text}<p>{said}</p>"
    shown = format_six_digits
    if not pipeline.target_transforms:
        targets = [(t.format.with_unit(t.name), shown(t.shift), shown(t.scale)) for t in pipeline.targets]
        text += html_table((tr("Target"), tr("Shift"), tr("Scale")), targets)
        return text + paragraphs([tr("Scaled = (original - shift) / scale.")])
    changed = [
        (t.format.with_unit(t.name), _transformation(t.transformation), shown(t.shift), shown(t.scale))
        for t in pipeline.targets
    ]
    text += html_table((tr("Target"), tr("Transformation"), tr("Shift"), tr("Scale")), changed)
    return text + paragraphs([tr("Scaled = (transformed - shift) / scale.")])


def _transformation(found: Transformation) -> str:
    label = tr(dict(TRANSFORMS)[found.name])
    label = f"{label} (λ = {format_six_digits(found.parameter)})" if found.parameter else label
    return f"{label}, {tr('smeared')}" if found.smearing else label


def _subset(name: str) -> str:
    return tr(name).capitalize()


def _column(fitted: FittedInput) -> tuple[str, ...]:
    kind = lower_first(tr(dict(ENCODINGS).get(fitted.encoding, fitted.encoding)))
    if fitted.encoding == "one_hot":
        kind = tr_n("{n:,} category", "{n:,} categories", len(fitted.categories))
    gap = tr("leaves the row out") if fitted.fill is None else tr("counts as {value}", value=_cell(fitted.fill))
    if fitted.flag:
        gap = tr("{gap}, and an input says so", gap=gap)
    one = len(fitted.value_features) == 1
    if not fitted.transformation.is_none:
        kind = f"{kind}, {_transformation(fitted.transformation)}"
    pair = (format_six_digits(fitted.shift[0]), format_six_digits(fitted.scale[0])) if one else ("", "")
    return (fitted.format.with_unit(fitted.name), kind, gap, trained_range_text(fitted), *pair)


def _cell(value: float | str) -> str:
    return format_six_digits(value) if isinstance(value, float) else str(value)


def _settings(source: ExportInput) -> str:
    return html_table((tr("Setting"), tr("Value")), list(setting_entries(source.model.config)))


def _training(source: ExportInput) -> tuple[str, str]:
    history = source.history
    if not len(history):
        return paragraphs([tr("The history of this run was not kept.")]), ""
    last = history[-1]
    lines = [
        tr_n(
            "{n:,} epoch in {seconds:,.3g} seconds of training.",
            "{n:,} epochs in {seconds:,.3g} seconds of training.",
            last.epoch,
            seconds=last.seconds,
        )
    ]
    if last.best_epoch:
        lines.append(
            tr(
                "Early stopping found its best value in epoch {epoch:,}, marked by the dashed line.",
                epoch=last.best_epoch,
            )
        )
    lines.append(training_loss_sentence(source))
    losses: dict[str, np.ndarray] = {
        Subset.TRAINING: np.asarray(history.train_loss),
        Subset.VALIDATION: np.asarray(history.validation_loss),
    }
    svg = loss_svg(np.asarray(history.epochs), losses, last.best_epoch)
    return paragraphs([*lines, stop_sentence(source)]) + (f"<p>{image_tag('loss')}</p>" if svg else ""), svg


def _scores(source: ExportInput) -> str:
    scores = source.model.provenance["scores"]
    names = list(dict.fromkeys(name for values in scores.values() for name in values))
    rows, intervals = [], intervals_of(source)
    for name in names:
        label = tr(metrics[name].label) if name in metrics else name
        rows.append(
            (label, *(format_score(each.get(name), intervals.get(s, {}).get(name)) for s, each in scores.items()))
        )
    note = tr("In the target's original units.") if not source.model.pipeline.class_names else ""
    if intervals:
        drawn = tr("In brackets: the 95 % interval, from drawing the rows anew.")
        note = f"{note} {drawn}".lstrip()
    table = html_table((tr("Score"), *map(_subset, scores)), rows)
    return (
        paragraphs([verdict_sentence_of(source)])
        + table
        + paragraphs([note, *promise_sentences(source)])
        + hydrology_tables(source)
        + target_table(source)
        + reference_table(source)
        + group_tables(source)
    )


def _plots(source: ExportInput) -> tuple[str, dict[str, str]]:
    """Draw predicted against observed values, or count each class; both need the table."""
    model, prepared = source.model, source.prepared
    if prepared is None:
        return paragraphs(
            [tr("The table was not at hand when this report was written, so there are no plots of it.")]
        ), {}
    dataset = prepared.dataset
    pairs: dict[str, tuple[Any, Any]] = {
        name: (dataset.true_values(subset.y), model.pipeline.to_original(model.network.predict(subset.x).astype(float)))
        for name, subset in dataset.subsets.items()
        if len(subset)
    }
    if model.pipeline.class_names:
        return _confusions(model.pipeline.class_names, pairs), {}
    pictures = {}
    for k, target in enumerate(model.pipeline.target_names[:MOST_CLASSES]):
        pictures[f"fit_{k}"] = predicted_vs_true_svg(
            target, {name: (y[:, k], p[:, k]) for name, (y, p) in pairs.items()}
        )
    return "".join(f"<p>{image_tag(name)}</p>" for name, svg in pictures.items() if svg), pictures


def _confusions(classes: tuple[str, ...], pairs: dict[str, tuple[Any, Any]]) -> str:
    if len(classes) > MOST_CLASSES:
        return paragraphs(
            [tr("With {n:,} classes, the table of true and predicted classes is left out.", n=len(classes))]
        )
    parts = []
    for name, (true, shares) in pairs.items():
        two = shares.shape[1] == 1
        y = true[:, 0].astype(int) if two else true.argmax(axis=1)
        p = (shares[:, 0] >= 0.5).astype(int) if two else shares.argmax(axis=1)
        counts = np.zeros((len(classes), len(classes)), int)
        # Unlike counts[y, p] += 1, this counts pairs that occur several times.
        np.add.at(counts, (y, p), 1)
        rows = [
            (label, *(format_localized(n, ",") for n in line))
            for label, line in zip(classes, counts.tolist(), strict=True)
        ]
        parts.append(html_table((tr("True class, then predicted as"), *classes), rows, tr(CAPTIONS[name])))
    return "".join(parts)
