"""What each step is called and what it does, in words for people who see it for the first time."""

from __future__ import annotations

from mlp_gui.engine.trace import Step, Trace
from mlp_gui.views.shell import numbers

STAGES = {"forward": "Forward", "loss": "Loss", "backward": "Backward", "update": "Update"}

STAGE_TIPS = {
    "forward": "From the inputs to the outputs, layer by layer.",
    "loss": "How wrong the outputs are, and in which direction each one should move.",
    "backward": "Who is to blame: the slope of the loss, carried back layer by layer.",
    "update": "The weights take a step against the slope.",
}

_TITLES = {
    "inputs": "The rows of the batch",
    "noise": "Noise on the inputs",
    "mask": "Which units of {layer} stay",
    "sum": "Weighted sums of {layer}",
    "activation": "Activation of {layer}: {activation}",
    "drop": "Dropout in {layer}",
    "output": "The prediction",
    "error": "The errors",
    "loss": "The loss: {loss}",
    "delta_out": "Slope of the loss at the outputs",
    "slope": "Slope of the activation of {layer}",
    "gradient": "Gradient of the weights of {layer}",
    "delta": "Slope of the loss at the sums of {layer}",
    "l1": "L1 penalty of {layer}",
    "l2": "L2 penalty of {layer}",
    "clip_value": "Clipping the gradient of {layer}",
    "clip_norm": "Clipping the gradient of {layer}",
    "update": "New weights of {layer}: {optimizer}",
    "decay": "Weight decay of {layer}",
    "max_norm": "Max-norm of {layer}",
    "move": "New weights of {layer}: {optimizer}",
}

_SHORT = {
    "inputs": "The rows of the batch",
    "noise": "Noise on the inputs",
    "mask": "Who stays in {layer}",
    "sum": "Sums of {layer}",
    "activation": "{activation}, {layer}",
    "drop": "Dropout, {layer}",
    "output": "Prediction",
    "error": "Errors",
    "loss": "Loss of the batch",
    "delta_out": "Slope at the outputs",
    "slope": "Slope of f, {layer}",
    "gradient": "Gradient of {layer}",
    "delta": "Slope at z, {layer}",
    "l1": "L1 penalty, {layer}",
    "l2": "L2 penalty, {layer}",
    "clip_value": "Clipped, {layer}",
    "clip_norm": "Clipped, {layer}",
    "update": "New weights, {layer}",
    "decay": "Weight decay, {layer}",
    "max_norm": "Max-norm, {layer}",
    "move": "New weights, {layer}",
}

_SENTENCES = {
    "inputs": "One line for each row of the data, scaled as the network sees it; below each number is the file's own.",
    "noise": "Random numbers are added to the inputs so that the network cannot learn single rows by heart.",
    "mask": "A unit that is left out counts 0; the others are made larger so that the sum stays the same on average.",
    "sum": "Each unit multiplies what it receives by its weights, adds up, and adds its bias.",
    "activation": "Each sum goes through a bent curve. Without it all layers together would be one straight line.",
    "drop": "Units that are left out pass on 0 in this batch.",
    "output": "What the network answers. For numbers it is the last sum itself; for classes it is a probability.",
    "error": "Prediction minus truth: positive where the network says too much.",
    "loss": "One number for how wrong the batch is: the mean of what every output of every row adds.",
    "delta_out": "How the loss would change if an output rose a little. Backpropagation begins with it.",
    "slope": "How steep the activation is where each unit stands. A flat place lets hardly any blame through.",
    "gradient": "What arrives through a weight, times the slope at its end, added up over the rows of the batch.",
    "delta": "The blame of the next layer comes back through the same weights, times the slope of the activation.",
    "l1": "Each weight is pulled towards 0 by the same amount. Biases are left alone.",
    "l2": "Each weight is pulled towards 0 in proportion to its size. Biases are left alone.",
    "clip_value": "No number of the gradient may be larger than the limit.",
    "clip_norm": "A gradient that is longer than the limit is shortened; its direction stays.",
    "update": "Each weight moves a little way down the slope of the loss.",
    "decay": "A small share of each weight is taken away. Biases are left alone.",
    "max_norm": "The weights into a unit may not be longer than the limit.",
    "move": "This optimizer looks at the loss several times before it moves; only the move is shown.",
}


def layer_name(trace: Trace, layer: int) -> str:
    """A layer in words: "hidden layer 1", "the output"."""
    return "the output" if layer == len(trace.names.sizes) - 1 else f"hidden layer {layer}"


def title(trace: Trace, step: Step) -> str:
    """The step in a few words."""
    training, hidden = trace.config.training, trace.config.network.hidden
    activation = hidden[step.layer - 1].activation.label if 1 <= step.layer <= len(hidden) else ""
    return _TITLES[step.kind].format(
        layer=layer_name(trace, step.layer),
        activation=activation,
        loss=training.loss.label,
        optimizer=training.optimizer.label,
    )


def short(trace: Trace, step: Step) -> str:
    """The step in so few words that they fit a list."""
    hidden = trace.config.network.hidden
    activation = hidden[step.layer - 1].activation.label if 1 <= step.layer <= len(hidden) else ""
    last = step.layer == len(trace.names.sizes) - 1
    layer = "output" if last else f"layer {step.layer}"
    return _SHORT[step.kind].format(layer=layer, activation=activation.partition(" (")[0])


def sentence(step: Step) -> str:
    """What the step does and why."""
    return _SENTENCES[step.kind]


def shape(trace: Trace, step: Step) -> str:
    """The arrays' shapes as an equation, e.g. "(32 × 13) · (13 × 10) + (10) → (32 × 10)"."""
    rows, columns = step.result.shape
    if step.kind == "sum":
        inputs = step.operands["a"].shape[1]
        return f"({rows} × {inputs}) · ({inputs} × {columns}) + ({columns}) → ({rows} × {columns})"
    if step.kind == "gradient":
        a, d = step.operands["a"].shape, step.operands["δ"].shape
        return f"({a[1]} × {a[0]}) · ({d[0]} × {d[1]}), and Σ for the biases → ({rows} × {columns})"
    if step.kind == "delta":
        d = step.operands["δ"].shape
        return f"({d[0]} × {d[1]}) · ({d[1]} × {columns}) ⊙ ({rows} × {columns}) → ({rows} × {columns})"
    return f"({rows} × {columns})"


def headline(trace: Trace) -> str:
    """Which batch this is."""
    if trace.pick.kind == "typed":
        return "A row that was typed in"
    names = trace.names.row_numbers
    if trace.pick.kind == "rows":
        which = f"row {int(names[0]) + 1:,}" if len(names) == 1 else f"{len(names):,} rows"
        return f"{trace.pick.subset.capitalize()} {which}"
    return f"Epoch {trace.epoch + 1:,}, batch {trace.batch + 1:,}: {numbers.count(len(names), 'row')}"
