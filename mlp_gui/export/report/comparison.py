"""What a report says of a network beside its references, and of the two training losses."""

from __future__ import annotations

from mlp_gui.core.number_format import format_six_digits
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.optimizers.base import FullBatchOptimizer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.report.html_page import html_table
from mlp_gui.model import compute_losses
from mlp_gui.verdict.references import reference_label


def verdict_sentence_of(source: ExportInput) -> str:
    """Return the verdict that a run was saved with; "" when nobody judged it."""
    return str(source.model.provenance.get("verdict", {}).get("sentence", ""))


def reference_table(source: ExportInput) -> str:
    """Lay the reference models beside the network, metric by metric."""
    made = source.model.provenance
    if not made.get("baselines"):
        return ""
    scores, constant = made["scores"], made.get("verdict", {}).get("constant", "")
    models = {tr("network"): scores}
    models |= {reference_label(name, constant or name): each for name, each in made["baselines"].items()}
    rows = [
        (tr(metrics[name].label), label, *(format_six_digits(each.get(s, {}).get(name)) for s in scores))
        for name in next(iter(scores.values()), {})
        if name in metrics
        for label, each in models.items()
    ]
    head = (tr("Score"), tr("Model"), *(tr(s).capitalize() for s in scores))
    return html_table(head, rows, tr("Beside the reference models"))


def target_table(source: ExportInput) -> str:
    """Lay several targets side by side, each in its own units; the table above has the means over them."""
    targets = source.model.provenance.get("targets", {})
    if not targets:
        return ""
    subsets = list(source.model.provenance["scores"])
    rows = [
        (tr(metrics[name].label), target, *(format_six_digits(each.get(s, {}).get(name)) for s in subsets))
        for name in next(iter(next(iter(targets.values())).values()), {})
        if name in metrics
        for target, each in targets.items()
    ]
    head = (tr("Score"), tr("Target"), *(tr(s).capitalize() for s in subsets))
    return html_table(head, rows, tr("Each target in its own units; the scores above are means over the targets"))


def training_loss_sentence(source: ExportInput) -> str:
    """Say that the curve has the mean during each epoch, and how large the loss of all rows is after it."""
    model = source.model
    if isinstance(model.config.training.optimizer, FullBatchOptimizer):
        return ""  # its epochs are single steps, after which the loss is taken
    epoch = int(model.provenance["epoch"])
    during = source.history.loss_during(epoch)
    if source.prepared is None or during is None:
        return tr("The training curve is the mean loss during each epoch.")
    after = compute_losses(model.network, model.config, source.prepared.dataset)[Subset.TRAINING]
    return tr(
        "The training curve is the mean loss during each epoch: {during} in epoch {epoch:,}. "
        "After it, the loss of all training rows is {after}.",
        during=format_six_digits(during),
        epoch=epoch,
        after=format_six_digits(after),
    )
