"""What each step is called and what it does, in words for people who see it for the first time."""

from __future__ import annotations

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import format_localized, mark, tr, tr_n
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.trace import PickKind, Trace, TraceStep
from mlp_gui.engine.tracing.trace_change import TraceChange
from mlp_gui.views.inspector.panels.change_marks import changed_text, old_text

STAGES = {
    "forward": mark("Forward"),
    "loss": mark("Loss"),
    "backward": mark("Backward"),
    "update": mark("Update"),
}

STAGE_TIPS = {
    "forward": mark("From the inputs to the outputs, layer by layer."),
    "loss": mark("How wrong the outputs are, and in which direction each one should move."),
    "backward": mark("Who is to blame: the slope of the loss, carried back layer by layer."),
    "update": mark("The weights take a step against the slope."),
}

# In a hidden layer, and in the output layer where a step can be there too.
_TITLES = {
    "inputs": (mark("The rows of the batch"),),
    "noise": (mark("Noise on the inputs"),),
    "mask": (mark("Which units of hidden layer {layer} stay"),),
    "sum": (mark("Weighted sums of hidden layer {layer}"), mark("Weighted sums of the output")),
    "activation": (mark("Activation of hidden layer {layer}: {activation}"),),
    "drop": (mark("Dropout in hidden layer {layer}"),),
    "output": (mark("The prediction"),),
    "error": (mark("The errors"),),
    "loss": (mark("The loss: {loss}"),),
    "delta_out": (mark("Slope of the loss at the outputs"),),
    "slope": (mark("Slope of the activation of hidden layer {layer}"),),
    "gradient": (
        mark("Gradient of the weights of hidden layer {layer}"),
        mark("Gradient of the weights of the output"),
    ),
    "delta": (mark("Slope of the loss at the sums of hidden layer {layer}"),),
    "l1": (mark("L1 penalty of hidden layer {layer}"), mark("L1 penalty of the output")),
    "l2": (mark("L2 penalty of hidden layer {layer}"), mark("L2 penalty of the output")),
    "clip_value": (mark("Clipping the gradient of hidden layer {layer}"), mark("Clipping the gradient of the output")),
    "clip_norm": (mark("Clipping the gradient of hidden layer {layer}"), mark("Clipping the gradient of the output")),
    "update": (
        mark("New weights of hidden layer {layer}: {optimizer}"),
        mark("New weights of the output: {optimizer}"),
    ),
    "decay": (mark("Weight decay of hidden layer {layer}"), mark("Weight decay of the output")),
    "max_norm": (mark("Max-norm of hidden layer {layer}"), mark("Max-norm of the output")),
    "average": (mark("Average weights of hidden layer {layer}"), mark("Average weights of the output")),
    "move": (mark("New weights of hidden layer {layer}: {optimizer}"), mark("New weights of the output: {optimizer}")),
}

_SHORT = {
    "inputs": (mark("The rows of the batch"),),
    "noise": (mark("Noise on the inputs"),),
    "mask": (mark("Who stays in layer {layer}"),),
    "sum": (mark("Sums of layer {layer}"), mark("Sums of output")),
    "activation": (mark("{activation}, layer {layer}"),),
    "drop": (mark("Dropout, layer {layer}"),),
    "output": (mark("Prediction"),),
    "error": (mark("Errors"),),
    "loss": (mark("Loss of the batch"),),
    "delta_out": (mark("Slope at the outputs"),),
    "slope": (mark("Slope of f, layer {layer}"),),
    "gradient": (mark("Gradient of layer {layer}"), mark("Gradient of output")),
    "delta": (mark("Slope at z, layer {layer}"),),
    "l1": (mark("L1 penalty, layer {layer}"), mark("L1 penalty, output")),
    "l2": (mark("L2 penalty, layer {layer}"), mark("L2 penalty, output")),
    "clip_value": (mark("Clipped, layer {layer}"), mark("Clipped, output")),
    "clip_norm": (mark("Clipped, layer {layer}"), mark("Clipped, output")),
    "update": (mark("New weights, layer {layer}"), mark("New weights, output")),
    "decay": (mark("Weight decay, layer {layer}"), mark("Weight decay, output")),
    "max_norm": (mark("Max-norm, layer {layer}"), mark("Max-norm, output")),
    "average": (mark("Average, layer {layer}"), mark("Average, output")),
    "move": (mark("New weights, layer {layer}"), mark("New weights, output")),
}

_SENTENCES = {
    "inputs": mark(
        "One line for each row of the data, scaled as the network sees it; below each number is the file's own."
    ),
    "noise": mark("Random numbers are added to the inputs so that the network cannot learn single rows by heart."),
    "mask": mark(
        "A unit that is left out counts 0; the others are made larger so that the sum stays the same on average."
    ),
    "sum": mark("Each unit multiplies what it receives by its weights, adds up, and adds its bias."),
    "activation": mark(
        "Each sum goes through a bent curve. Without it all layers together would be one straight line."
    ),
    "drop": mark("Units that are left out pass on 0 in this batch."),
    "output": mark("What the network answers. For numbers it is the last sum itself; for classes it is a probability."),
    "error": mark("Prediction minus truth: positive where the network says too much."),
    "loss": mark("One number for how wrong the batch is: the mean of what every output of every row adds."),
    "delta_out": mark("How the loss would change if an output rose a little. Backpropagation begins with it."),
    "slope": mark("How steep the activation is where each unit stands. A flat place lets hardly any blame through."),
    "gradient": mark("Input to the weight times the error signal at its end, summed over the batch."),
    "delta": mark(
        "The blame of the next layer comes back through the same weights, times the slope of the activation."
    ),
    "l1": mark("Each weight is pulled towards 0 by the same amount. Biases are left alone."),
    "l2": mark("Each weight is pulled towards 0 in proportion to its size. Biases are left alone."),
    "clip_value": mark("No number of the gradient may be larger than the limit."),
    "clip_norm": mark("A gradient that is longer than the limit is shortened; its direction stays."),
    "update": mark("Each weight moves a little way down the slope of the loss."),
    "decay": mark("A small share of each weight is taken away. Biases are left alone."),
    "max_norm": mark("The weights into a unit may not be longer than the limit."),
    "average": mark("The average follows the weights slowly. Scores, plots and exports use it instead of the weights."),
    "move": mark("This optimizer looks at the loss several times before it moves; only the move is shown."),
}


_ROWS: dict[str, tuple[str, str]] = {
    Subset.TRAINING: (mark("Training row {n:,}"), mark("One training row of {n:,}")),
    Subset.VALIDATION: (mark("Validation row {n:,}"), mark("One validation row of {n:,}")),
    Subset.TEST: (mark("Test row {n:,}"), mark("One test row of {n:,}")),
}


def step_title(trace: Trace, step: TraceStep) -> str:
    """Name the step in a few words."""
    training = trace.config.training
    return tr(
        _of_layer(_TITLES, trace, step),
        layer=step.layer,
        activation=_activation(trace, step),
        loss=tr(training.loss.label),
        optimizer=tr(training.optimizer.label),
    )


def step_short_title(trace: Trace, step: TraceStep) -> str:
    """Name the step in so few words that they fit a list."""
    activation = _activation(trace, step).partition(" (")[0]
    return tr(_of_layer(_SHORT, trace, step), layer=step.layer, activation=activation)


def _of_layer(texts: dict[str, tuple[str, ...]], trace: Trace, step: TraceStep) -> str:
    """Return the text for a hidden layer (the first), or for the output (the last)."""
    is_output = step.layer == len(trace.names.sizes) - 1
    return texts[step.kind][-1 if is_output else 0]


def _activation(trace: Trace, step: TraceStep) -> str:
    hidden = trace.config.network.hidden
    return tr(hidden[step.layer - 1].activation.label) if 1 <= step.layer <= len(hidden) else ""


def step_sentence(step: TraceStep) -> str:
    """Say what the step does and why."""
    return tr(_SENTENCES[step.kind])


def step_shapes(trace: Trace, step: TraceStep) -> str:
    """Return the arrays' shapes as an equation, e.g. "(32 × 13) · (13 × 10) + (10) → (32 × 10)"."""
    rows, columns = step.result.shape
    if step.kind is OpKind.SUM:
        inputs = step.operands["a"].shape[1]
        return f"({rows} × {inputs}) · ({inputs} × {columns}) + ({columns}) → ({rows} × {columns})"
    if step.kind is OpKind.GRADIENT:
        a, d = step.operands["a"].shape, step.operands["δ"].shape
        product, made = f"({a[1]} × {a[0]}) · ({d[0]} × {d[1]})", f"({rows} × {columns})"
        return tr("{product}, and Σ for the biases → {made}", product=product, made=made)
    if step.kind is OpKind.DELTA:
        d = step.operands["δ"].shape
        return f"({d[0]} × {d[1]}) · ({d[1]} × {columns}) ⊙ ({rows} × {columns}) → ({rows} × {columns})"
    return f"({rows} × {columns})"


def batch_headline(trace: Trace) -> str:
    """Say which batch this is."""
    rows = trace.names.row_numbers
    if trace.pick.kind is PickKind.TYPED:
        return tr("A row that was typed in")
    if trace.pick.kind is PickKind.ROWS and len(rows) == 1:
        return tr(_ROWS[trace.pick.subset][0], n=int(rows[0]) + 1)
    if trace.pick.kind is PickKind.ROWS:
        return tr_n("{n:,} row, {subset}", "{n:,} rows, {subset}", len(rows), subset=tr(trace.pick.subset))
    place = {"epoch": trace.epoch + 1, "batch": trace.batch + 1}
    return tr_n(
        "Epoch {epoch:,}, batch {batch:,}: {n:,} row",
        "Epoch {epoch:,}, batch {batch:,}: {n:,} rows",
        len(rows),
        **place,
    )


def trace_headline(trace: Trace, change: TraceChange | None = None) -> str:
    """Say which batch this is, its learning rate and its loss; after an edit, what the loss was.

    Parameters
    ----------
    trace : Trace
    change : TraceChange, optional
    """
    rate, loss = format_localized(trace.rate, ".4g"), format_localized(trace.loss, ".6g")
    if change is not None and change.before.loss != trace.loss:
        was = change.before.loss
        loss = f"{old_text(was, trace.loss)} → {changed_text(was, trace.loss)}"
    return f"{batch_headline(trace)} · η {rate} · L = {loss}"


def one_row_of(subset: str, count: int) -> str:
    """Return the text of the choice of a single row, e.g. "One training row of 152".

    Parameters
    ----------
    subset : str
    count : int
        How many rows the subset has.
    """
    return tr(_ROWS[subset][1], n=count)
