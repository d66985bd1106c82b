"""What each command does. Every function takes the parsed options and returns a Result, or raises UserError."""

from __future__ import annotations

import argparse
import time

from mlp_gui.cli.plan import planned
from mlp_gui.cli.results import Result, shown, table
from mlp_gui.core.errors import UserError
from mlp_gui.data.inspect import inspect as inspect_file
from mlp_gui.data.samples import open_table
from mlp_gui.data.samples import samples as bundled
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.trainer import Trainer
from mlp_gui.export.catalogue import formats
from mlp_gui.export.formats import Source
from mlp_gui.export.formats import export as write
from mlp_gui.export.mlp_file import read_run
from mlp_gui.export.predictions_csv import write_predictions
from mlp_gui.model import TrainedModel, losses_of

EXPORTABLE = tuple(f.name for f in formats if f.name != "predictions")
KEY = {"training": "train", "validation": "validation", "test": "test"}


def inspect(options: argparse.Namespace) -> Result:
    """What the loader found in a file."""
    found = inspect_file(options.data)
    head = f"{found['file']}: {found['rows']:,} rows, {found['columns']:,} columns, {found['missing']:,} missing cells"
    how = f"{found['encoding']}, separator {found['separator']!r}, decimal {found['decimal']!r}"
    rows = [["column", "kind", "missing", "distinct", "min", "max"]]
    for field in found["fields"]:
        limits = [shown(v) if isinstance(v, int | float) else str(v or "-")[:20] for v in (field["min"], field["max"])]
        rows.append(
            [str(field["name"])[:40], field["kind"], f"{field['missing']:,}", f"{field['distinct']:,}", *limits]
        )
    return Result("\n".join([head, how, "", table(rows), *found["warnings"]]), found)


def train(options: argparse.Namespace) -> Result:
    """Train; Ctrl+C stops and keeps the weights so far."""
    prepared, config = planned(options)
    trainer = Trainer(config, prepared.dataset)
    start, stopped = time.perf_counter(), "interrupted"
    try:
        for _ in trainer.epochs():
            pass
    except KeyboardInterrupt:
        pass
    if trainer.stopped is not None:
        stopped = trainer.stopped.sentence
    seconds = time.perf_counter() - start
    network = trainer.network.copy()
    network.theta[:] = trainer.result_theta()
    best = config.training.stopping.restore_best and trainer.best_epoch > 0
    epoch = trainer.best_epoch if best else trainer.epoch
    model = TrainedModel.of(prepared, config, network, epoch, "best" if best else "last")
    source = Source(model, trainer.history, prepared)
    saved = [write(source, "mlp", options.out)] if options.out else []
    saved += [write(source, "history", options.history)] if options.history else []
    plain = _summary(model, config, trainer, losses_of(network, config, prepared.dataset), stopped, seconds)
    return Result(_report(model, prepared.ledger.sentences(), plain, saved), plain)


def _summary(
    model: TrainedModel,
    config: RunConfig,
    trainer: Trainer,
    losses: dict[str, float | None],
    stopped: str,
    seconds: float,
) -> dict[str, object]:
    return {
        "rows": {KEY[name]: rows for name, rows in model.provenance["rows"].items()},
        "inputs": list(model.pipeline.feature_names),
        "targets": list(model.pipeline.target_names),
        "task": model.task.value,
        "epochs": trainer.epoch,
        "stopped": stopped,
        "best_epoch": trainer.best_epoch,
        "loss": {KEY[name]: value for name, value in losses.items()},
        "metrics": {KEY[name]: values for name, values in model.provenance["scores"].items()},
        "seconds": round(seconds, 3),
    }


def _report(model: TrainedModel, ledger: tuple[str, ...], plain: dict[str, object], saved: list[str]) -> str:
    scores = model.provenance["scores"]
    names = list(dict.fromkeys(metric for values in scores.values() for metric in values))
    rows = [["", *scores]] + [[m, *(shown(scores[s].get(m)) for s in scores)] for m in names]
    sizes = " - ".join(str(size) for size in model.network.sizes)
    head = f"{sizes}, {model.network.n_parameters:,} weights, {plain['epochs']:,} epochs in {plain['seconds']} s"
    which = f"Scores of the {model.provenance['weights']} weights (epoch {model.provenance['epoch']:,}):"
    return "\n".join([*ledger, head, str(plain["stopped"]), "", which, table(rows), *saved])


def predict(options: argparse.Namespace) -> Result:
    """Predict the rows of another table; columns are matched by name."""
    model = read_run(options.run).model
    data = open_table(options.data)
    rows, notes = write_predictions(model, data, options.out)
    text = "\n".join([*notes, f"Saved {options.out}: {rows:,} predicted rows."])
    return Result(text, {"rows": rows, "notes": list(notes), "out": options.out})


def export(options: argparse.Namespace) -> Result:
    """Write a saved run in another format."""
    if options.format not in EXPORTABLE:
        raise UserError(f"There is no format {options.format!r}.", hint=f"Choose one of: {', '.join(EXPORTABLE)}.")
    saved = read_run(options.run)
    sentence = write(Source(saved.model, saved.history), options.format, options.out)
    return Result(sentence, {"out": options.out, "format": options.format, "said": sentence})


def samples(options: argparse.Namespace) -> Result:
    """The bundled data sets."""
    rows = [[f"sample:{s.name}", s.sentence] for s in bundled()]
    plain = {"samples": [{"name": s.name, "title": s.title, "sentence": s.sentence} for s in bundled()]}
    return Result("\n".join(f"{name:24} {sentence}" for name, sentence in rows), plain)
