"""What a report says: data ledger, settings, curves, scores and plots, as sections of plain HTML and named pictures."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.data.encoding import FittedInput
from mlp_gui.engine.metrics import metrics
from mlp_gui.export.formats import Source, stop_sentence
from mlp_gui.export.report_svg import clean, fit_plot, loss_plot

MOST_NAMES, MOST_LETTERS, MOST_CLASSES = 200, 300, 20
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1c2024; background: #fff; max-width: 46em; margin: 2em auto;
  padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.6em; line-height: 1.2; } h2 { font-size: 1.15em; margin-top: 2em; border-bottom: 1px solid #d9dce1; }
table { border-collapse: collapse; margin: 1em 0; } caption { text-align: left; color: #5b6470; }
th, td { border-bottom: 1px solid #e6e8ec; padding: 0.2em 0.9em 0.2em 0; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
svg, img { max-width: 100%; height: auto; } .muted { color: #5b6470; }
@media print { h2 { break-after: avoid; } svg, table { break-inside: avoid; } }
"""


@dataclass(frozen=True)
class Report:
    """sections: (heading, HTML) where <img src="NAME"> stands for a picture; pictures: NAME -> SVG."""

    title: str
    sections: tuple[tuple[str, str], ...]
    pictures: dict[str, str]

    def page(self) -> str:
        """One page that needs nothing else, with the pictures in it."""
        body = self.body()
        for name, svg in self.pictures.items():
            body = body.replace(image(name), svg)
        head = f'<meta charset="utf-8"><title>{shown(self.title)}</title><style>{_STYLE}</style>'
        return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'

    def body(self) -> str:
        """The same with <img> tags, for a printer that gets the pictures separately."""
        parts = [f"<h1>{shown(self.title)}</h1>"]
        parts += [f"<h2>{shown(heading)}</h2>\n{content}" for heading, content in self.sections]
        return "\n".join(parts)


def image(name: str) -> str:
    return f'<img src="{name}">'


def shown(value: object) -> str:
    """Any text as literal HTML, in its own direction of writing, at most 300 letters of it."""
    text = clean(str(value))
    return f"<bdi>{html.escape(text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + '…')}</bdi>"


def report(source: Source) -> Report:
    """Everything that is known about a run."""
    model, pictures = source.model, {}
    targets = ", ".join(model.pipeline.target_names)
    sections = [("Summary", _summary(source)), ("Data", _data(source)), ("Inputs and targets", _columns(source))]
    sections += [("Network and settings", _settings(source))]
    training, pictures["loss"] = _training(source)
    sections += [("Training", training), ("Scores", _scores(source))]
    plots, found = _plots(source)
    sections += [("Predictions", plots)]
    return Report(f"{targets} from {model.provenance['data']}", tuple(sections), pictures | found)


def _summary(source: Source) -> str:
    model = source.model
    made = model.provenance
    sizes = " - ".join(f"{n:,}" for n in model.network.sizes)
    lines = [
        f"{model.task.label}: a perceptron with the layers {sizes}, {model.network.n_parameters:,} weights.",
        f"Its weights are the {made['weights']} ones, of epoch {made['epoch']:,}.",
        stop_sentence(source),
        f"Made with mlp_gui {made['version']} on {made['created']}.",
    ]
    return paragraphs(lines)


def _data(source: Source) -> str:
    made = source.model.provenance
    counts = [(name.capitalize(), f"{n:,}") for name, n in made["rows"].items()]
    return paragraphs(made["ledger"]) + table(("Subset", "Rows"), counts)


def _columns(source: Source) -> str:
    pipeline = source.model.pipeline
    rows = [_column(fitted) for fitted in pipeline.inputs[:MOST_NAMES]]
    text = table(("Input", "Encoding", "An empty cell", "Shift", "Scale"), rows)
    if len(pipeline.inputs) > MOST_NAMES:
        text += paragraphs([f"The first {MOST_NAMES} of {len(pipeline.inputs):,} inputs are shown."])
    if pipeline.class_names:
        classes = ", ".join(shown(name) for name in pipeline.class_names[:MOST_NAMES])
        return f"{text}<p>Target {shown(pipeline.target_names[0])} with the classes {classes}.</p>"
    targets = [(t.name, number(t.shift), number(t.scale)) for t in pipeline.targets]
    return text + table(("Target", "Shift", "Scale"), targets) + paragraphs(["Scaled = (original - shift) / scale."])


def _column(fitted: FittedInput) -> tuple[str, ...]:
    kinds = {"number": "number", "one_hot": f"{len(fitted.categories):,} categories"}
    gap = "leaves the row out" if fitted.fill is None else f"counts as {_cell(fitted.fill)}"
    pair = (number(fitted.shift[0]), number(fitted.scale[0])) if len(fitted.shift) == 1 else ("", "")
    return (fitted.name, kinds.get(fitted.encoding, fitted.encoding.replace("_", " ")), gap, *pair)


def _cell(value: float | str) -> str:
    return number(value) if isinstance(value, float) else str(value)


def _settings(source: Source) -> str:
    return table(("Setting", "Value"), list(_entries(source.model.config)))


def _entries(config: Config) -> Iterable[tuple[str, str]]:
    """Every setting that has an effect, groups and lists opened."""
    for p in params_of(type(config)):
        value = getattr(config, p.name)
        if not _applies(config, p):
            continue
        if p.kind == "group":
            yield from _entries(value)
        elif p.kind == "list" and p.item is not None and issubclass(p.item, Config):
            for i, item in enumerate(value, 1):
                yield f"{p.label} {i}", ", ".join(text for _, text in _entries(item))
        elif p.kind == "member":
            own = [f"{label.lower()} {text}" for label, text in _entries(value)]
            yield p.label, f"{value.label}{' (' + ', '.join(own) + ')' if own else ''}"
        else:
            yield p.label, _said(p, value)


def _applies(config: Config, p: Param) -> bool:
    if not p.when:
        return True
    field, _, values = p.when.partition("=")
    sibling = getattr(config, field, None)
    return str(getattr(sibling, "name", sibling)) in values.split("|")


def _said(p: Param, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "none"
    return (
        dict(p.choices).get(value, str(value))
        if isinstance(value, str)
        else f"{value:,.10g}{f' {p.unit}' * bool(p.unit)}"
    )


def _training(source: Source) -> tuple[str, str]:
    history = source.history
    if not len(history):
        return paragraphs(["The history of this run was not kept."]), ""
    last = history[-1]
    lines = [f"{last.epoch:,} epochs in {last.seconds:,.3g} seconds of training."]
    if last.best_epoch:
        lines.append(f"Early stopping found its best value in epoch {last.best_epoch:,}, marked by the dashed line.")
    losses = {"training": np.asarray(history.train_loss), "validation": np.asarray(history.validation_loss)}
    svg = loss_plot(np.asarray(history.epochs), losses, last.best_epoch)
    return paragraphs([*lines, stop_sentence(source)]) + (f"<p>{image('loss')}</p>" if svg else ""), svg


def _scores(source: Source) -> str:
    scores = source.model.provenance["scores"]
    names = list(dict.fromkeys(name for values in scores.values() for name in values))
    rows = []
    for name in names:
        label = metrics[name].label if name in metrics else name
        rows.append((label, *(number(values.get(name)) for values in scores.values())))
    note = "In the target's original units." if not source.model.pipeline.class_names else ""
    return table(("Score", *(name.capitalize() for name in scores)), rows) + paragraphs([note])


def _plots(source: Source) -> tuple[str, dict[str, str]]:
    """Predicted against observed values, or the counts of each class; both need the table."""
    model, prepared = source.model, source.prepared
    if prepared is None:
        return paragraphs(["The table was not at hand when this report was written, so there are no plots of it."]), {}
    dataset = prepared.dataset
    pairs: dict[str, tuple[Any, Any]] = {
        name: (dataset.to_original(subset.y), dataset.to_original(model.network.predict(subset.x).astype(float)))
        for name, subset in dataset.subsets.items()
        if len(subset)
    }
    if model.pipeline.class_names:
        return _confusions(model.pipeline.class_names, pairs), {}
    pictures = {}
    for k, target in enumerate(model.pipeline.target_names[:MOST_CLASSES]):
        pictures[f"fit_{k}"] = fit_plot(target, {name: (y[:, k], p[:, k]) for name, (y, p) in pairs.items()})
    return "".join(f"<p>{image(name)}</p>" for name, svg in pictures.items() if svg), pictures


def _confusions(classes: tuple[str, ...], pairs: dict[str, tuple[Any, Any]]) -> str:
    if len(classes) > MOST_CLASSES:
        return paragraphs([f"With {len(classes):,} classes, the table of true and predicted classes is left out."])
    parts = []
    for name, (true, shares) in pairs.items():
        two = shares.shape[1] == 1
        y = true[:, 0].astype(int) if two else true.argmax(axis=1)
        p = (shares[:, 0] >= 0.5).astype(int) if two else shares.argmax(axis=1)
        counts = np.zeros((len(classes), len(classes)), int)
        np.add.at(counts, (y, p), 1)
        rows = [(label, *(f"{n:,}" for n in line)) for label, line in zip(classes, counts.tolist(), strict=True)]
        parts.append(table(("True class, then predicted as", *classes), rows, f"{name.capitalize()} rows"))
    return "".join(parts)


# --- HTML -----------------------------------------------------------------------------------------------------


def paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{shown(line)}</p>\n" for line in lines if line)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """A table whose first column is text and whose others are set to the right when they look like numbers."""
    said = f"<caption>{shown(caption)}</caption>" if caption else ""
    lines = ["<tr>" + "".join(f"<th>{shown(cell)}</th>" for cell in head) + "</tr>"]
    for row in rows:
        cells = [f"<td{' class=number' * _is_number(cell)}>{shown(cell)}</td>" for cell in row]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{said}\n" + "\n".join(lines) + "\n</table>\n"


def _is_number(text: str) -> bool:
    return text[:1].isdigit() or (text[:1] in "-−–" and (len(text) == 1 or text[1:2].isdigit()))


def number(value: float | None) -> str:
    """Six digits; a dash where there is no number."""
    return "–" if value is None or not np.isfinite(value) else f"{value:.6g}"
