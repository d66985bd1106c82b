"""A trained model as Python source: its settings and weights as literals, then the parts in `resources/export`.

Everything that comes from the data (columns, categories, classes, file names) enters the text through `repr`, so it is
a literal whatever it says.
"""

from __future__ import annotations

import base64
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.dialect import MISSING_MARKERS, NUMERIC_MARKERS
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.document import document
from mlp_gui.export.common.promise_entry import promise_entry
from mlp_gui.export.common.self_check import comparison_tolerance
from mlp_gui.export.scripts.activation_code import constants_of
from mlp_gui.export.scripts.derivation_code import derivation_literals
from mlp_gui.model import TrainedModel

READABLE = 2_000  # weights; more of them are packed, since a million literals take Python minutes and gigabytes
NETWORK = "# --- The network "
_PREDICTIONS = "# --- Predictions "  # as `resources/export/end.py.txt` begins
_RULE = 121


def build_script(model: TrainedModel, doc: str, network: str, library: str = "", tolerance: float = 0.0) -> bytes:
    """Return the whole source.

    Parameters
    ----------
    model : TrainedModel
    doc : str
        Its docstring.
    network : str
        Code that defines `forward`.
    library : str
        Imports that the code needs.
    tolerance : float
        Of its self-test, at least that of the network's numbers.
    """
    literals = _literals(model, tolerance)
    parts = [
        f'"""{doc}"""\n',
        _imports(literals),
        _heading("What was learned"),
        literals,
        "",
        script_part("dates"),
        "",
        script_part("cells"),
        "",
        script_part("transforms"),
        "",
        script_part("rows"),
        "",
        f"{NETWORK.ljust(_RULE, '-')}\n\n{library}".rstrip("\n"),
        network,
        "",
        *_end(model),
    ]
    return "\n\n".join(text.strip("\n") for text in parts).encode("utf-8", "replace") + b"\n"


def _end(model: TrainedModel) -> tuple[str, ...]:
    """Return what follows the network; columns that are derived from others take the place of parts of it."""
    end, derivation = _promising(script_part("end"), model), model.pipeline.derivation
    if not derivation.columns:
        return (end,)
    before, mark, main = end.partition("def main():")
    plain = derivation_literals(model.pipeline)
    said = "\n".join(f"{name} = {_pretty(value)}" for name, value in plain.items())
    return (before.rstrip(), "", said, "", script_part("derived"), "", mark + main)


_ANSWERS = """def answers(rows, said=None):
    \"\"\"Heading -> one value per row.\"\"\"
    outputs = predict(rows, said)
"""
_ANSWERS_AND_PROMISES = """def answers(rows, said=None):
    \"\"\"Heading -> one value per row.\"\"\"
    outputs = predict(rows, said)
    return predicted(outputs) | promises(outputs)


def predicted(outputs):
    \"\"\"Heading -> one value per row, of the predictions.\"\"\"
"""
_COMMANDS = "# --- Command line "


def _promising(end: str, model: TrainedModel) -> str:
    """Add intervals or sets of classes, where the model promises them."""
    promise = promise_entry(model)
    if promise is None:
        return end
    before, mark, commands = end.partition(_COMMANDS)
    learned = f"PROMISE = {_pretty(promise)}\n\n\n"
    return before + learned + script_part("promises") + mark + commands.replace(_ANSWERS, _ANSWERS_AND_PROMISES)


def _imports(literals: str) -> str:
    wanted = {"base64": "base64.b64decode(text)" in literals}
    names = ("argparse", "base64", "csv", "math", "re", "sys")
    lines = [f"import {name}" for name in names if wanted.get(name, True)]
    return "\n".join([*lines, "from datetime import datetime, timedelta, timezone", "", "import numpy as np"])


def script_part(name: str) -> str:
    """Read a part of the script that is the same for every model."""
    return resource("export", f"{name}.py.txt").read_text(encoding="utf-8")


def without_network(data: bytes) -> str:
    """Return the source but for the network: settings, weights and `encode`, which run with numpy alone."""
    head, network, rest = data.decode("utf-8").partition(f"\n{NETWORK}")
    _, predictions, end = rest.partition(f"\n{_PREDICTIONS}")
    if not (network and predictions):
        raise UserError(tr("The script has no network in it and was not saved."))
    return head + predictions + end


_ERF = """def erf(z):
    return np.array([math.erf(v) for v in z.ravel()], z.dtype).reshape(z.shape)
"""
_OUTPUTS = {
    "identity": "    return z",
    "sigmoid": "    return 1 / (1 + np.exp(-z))",
    "softmax": "    e = np.exp(z - z.max(axis=1, keepdims=True))\n    return e / e.sum(axis=1, keepdims=True)",
}


def numpy_code(model: TrainedModel) -> str:
    """Write the activations and output as numpy functions, in the order of the layers."""
    used = model.network.activations
    functions = [_ERF] if any("erf(" in activation.code for activation in used) else []
    for k, activation in enumerate(used, 1):
        lines = [f"def activation_{k}(z):", f'    """{activation.label}"""']
        lines += [f"    {name} = {value!r}" for name, value in constants_of(activation).items()]
        functions.append("\n".join([*lines, f"    return {activation.code.format(z='z')}", ""]))
    functions.append(f"def output(z):\n{output_code(model)}\n")
    names = [*(f"activation_{k}" for k in range(1, len(used) + 1)), "output"]
    return "\n\n".join([*functions, f"ACTIVATIONS = [{', '.join(names)}]"])


def output_code(model: TrainedModel) -> str:
    """Write the body of a function of z that gives the network's output, in numpy."""
    return _OUTPUTS[model.network.output]


def _heading(text: str) -> str:
    return f"# --- {text} ".ljust(_RULE, "-")


def _literals(model: TrainedModel, tolerance: float) -> str:
    plain = document(model)
    settings = {
        "task": plain["task"],
        "inputs": plain["pipeline"]["inputs"],
        "targets": plain["pipeline"]["targets"],
        "class_names": plain["pipeline"]["class_names"],
    }
    checks, network = plain["check_rows"], model.network
    numeric = {marker.lower() for marker in (*MISSING_MARKERS, *NUMERIC_MARKERS)}
    origin = {"provenance": plain["provenance"], "settings": plain["settings"]}
    lines = [
        f"MODEL = {_pretty(settings)}",
        f"CHECK_ROWS = {_pretty(checks['rows'])}",
        f"CHECK_OUTPUTS = {_pretty(checks['outputs'])}",
        f"TOLERANCE = {max(tolerance, comparison_tolerance(model))!r}",
        f"OUTPUTS = {network.sizes[-1]}",
        f'DTYPE = "{network.theta.dtype.name}"',
        f"# Cells that mean: no value here.\nMISSING = frozenset({_pretty(list(MISSING_MARKERS))})",
        f"MISSING_NUMBERS = frozenset({_pretty(sorted(numeric))})",
    ]
    return "\n".join([*lines, _layers(model), "", f"# Where all this comes from.\nORIGIN = {_pretty(origin)}"])


LAYER_SAID = "# One entry per layer: weights (inputs, units) and biases (units)."
NETWORKS_SAID = "# Several networks, whose answers are averaged. Of each, one entry per layer: weights and biases."


def _layers(model: TrainedModel) -> str:
    """Write LAYERS: (weights (inputs, units), biases (units,)) of each layer; of an ensemble NETWORKS and SHARES."""
    network, members = model.network, model.network.members
    is_packed = network.n_parameters > READABLE
    lines = []
    if is_packed:
        lines += ["", "", "def _unpacked(text, *shape):", '    """Numbers as the bytes that they are in memory."""']
        lines += [
            '    return np.frombuffer(base64.b64decode(text), np.dtype(DTYPE).newbyteorder("<")).reshape(shape)',
            "",
            "",
        ]
    if isinstance(network, Network):
        return "\n".join([*lines, LAYER_SAID, "LAYERS = [", *_entries(network, is_packed), "]"])
    nested = [line for member in members for line in ["    [", *_entries(member, is_packed), "    ],"]]
    shares = f"# What each of them counts.\nSHARES = {_pretty(list(network.shares))}"
    return "\n".join([*lines, NETWORKS_SAID, "NETWORKS = [", *nested, "]", shares])


def _entries(network: Network, is_packed: bool) -> list[str]:
    pairs = [(network.weights(k), network.biases(k)) for k in range(network.n_layers)]
    if not is_packed:
        return ["    (np.array(" + _matrix(w) + f", DTYPE),\n     np.array({b.tolist()!r}, DTYPE))," for w, b in pairs]
    lines = []
    for w, b in pairs:
        lines.append(f"    (_unpacked({_packed(w)}, {w.shape[0]}, {w.shape[1]}),")
        lines.append(f"     _unpacked({_packed(b)}, {b.shape[0]})),")
    return lines


def _matrix(weights: Floats) -> str:
    return "[\n        " + ",\n        ".join(repr(row) for row in weights.tolist()) + "]"


def _packed(array: Floats) -> str:
    """Write an array as Base64 of the little-endian numbers, as one literal in lines."""
    # Both here and in the script the byte order is named, so that it runs on any machine.
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    text = base64.b64encode(little.tobytes()).decode("ascii")
    lines = [text[i : i + 110] for i in range(0, len(text), 110)]
    return '"""\\\n' + "\\\n".join(lines) + '"""'


def _pretty(value: Any, indent: int = 0) -> str:
    """Write the literal of a value; what is long goes over several lines."""
    flat = repr(value)
    if len(flat) + indent <= 110 or not isinstance(value, dict | list) or not value:
        return flat
    inner, outer = " " * (indent + 4), " " * indent
    if isinstance(value, dict):
        items = [f"{name!r}: {_pretty(item, indent + 4)}" for name, item in value.items()]
        return "{\n" + "".join(f"{inner}{item},\n" for item in items) + outer + "}"
    if all(isinstance(item, int | float | str) for item in value):
        return _filled([repr(item) for item in value], inner) + outer + "]"
    return "[\n" + "".join(f"{inner}{_pretty(item, indent + 4)},\n" for item in value) + outer + "]"


def _filled(literals: list[str], inner: str) -> str:
    """Write short literals side by side."""
    lines, line = ["["], inner
    for literal in literals:
        if len(line) + len(literal) > 115 and line.strip():
            lines.append(line.rstrip())
            line = inner
        line += f"{literal}, "
    return "\n".join([*lines, line.rstrip(), ""])
