"""The function of the C header that answers: layer after layer, network after network."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.network import Network
from mlp_gui.export.scripts.activation_code import activation_source
from mlp_gui.model import TrainedModel


def network_marks(model: TrainedModel) -> list[str]:
    """Return what the names of each network's tables begin with: nothing when there is one."""
    n = len(model.network.members)
    return [f"m{m + 1}_" for m in range(n)] if isinstance(model.network, Ensemble) else [""]


def predict_code(model: TrainedModel) -> str:
    """Write `mlp_predict`, from raw cells to what the network answers, or to the mean of what several do."""
    network = model.network
    f = "f" if network.theta.dtype == np.float32 else ""
    # Cells are encoded in double precision, and the network computes in its own: as in this program.
    lines = ["static int mlp_predict(const double *raw, double *out)", "{", "    double x[MLP_FEATURES];"]
    mean = ", mean[MLP_OUTPUTS]" if isinstance(network, Ensemble) else ""
    lines += [f"    mlp_real a[MLP_WIDEST], z[MLP_WIDEST]{mean};", "    int j;", "    if (mlp_encode(raw, x)) {"]
    lines += [
        "        for (j = 0; j < MLP_OUTPUTS; j++) {",
        "            out[j] = NAN;",
        "        }",
        "        return 1;",
    ]
    lines.append("    }")
    if not isinstance(network, Ensemble):
        return "\n".join([*lines, *_member(network, "", f), _UNITS])
    lines += ["    for (j = 0; j < MLP_OUTPUTS; j++) {", "        mean[j] = 0;", "    }"]
    for mark_of, member, share in zip(network_marks(model), network.members, network.shares, strict=True):
        lines += [f"    /* Network {mark_of[1:-1]}, which counts {share!r}. */", *_member(member, mark_of, f)]
        lines += ["    for (j = 0; j < MLP_OUTPUTS; j++) {", f"        mean[j] += (mlp_real){share!r} * z[j];", "    }"]
    lines += ["    for (j = 0; j < MLP_OUTPUTS; j++) {", "        z[j] = mean[j];", "    }"]
    return "\n".join([*lines, _UNITS])


def _member(network: Network, mark_of: str, f: str) -> list[str]:
    """Write how one network answers the features in x: into z."""
    lines = ["    for (j = 0; j < MLP_FEATURES; j++) {", "        a[j] = (mlp_real)x[j];", "    }"]
    for k in range(network.n_layers):
        n_in, units = network.sizes[k], network.sizes[k + 1]
        lines.append(f"    mlp_layer(a, mlp_{mark_of}w{k + 1}, mlp_{mark_of}b{k + 1}, {n_in}, {units}, z);")
        if k < network.n_layers - 1:
            word = _activation(network.activations[k], f)
            lines += [f"    for (j = 0; j < {units}; j++) {{ /* {network.activations[k].name} */"]
            lines += ["        mlp_real v = z[j];", f"        a[j] = {word};", "    }"]
    return [*lines, _OUTPUT[network.output].replace("{f}", f)]


def _activation(activation: Activation, f: str) -> str:
    source = activation_source(activation, "c", f=f)
    if source is None:
        raise UserError(
            tr("The C header cannot carry the activation {activation}.", activation=tr(activation.label)),
            hint=tr("Choose the Python script."),
        )
    return source


_OUTPUT = {
    "identity": "",
    "sigmoid": "    for (j = 0; j < MLP_OUTPUTS; j++) {\n        z[j] = 1 / (1 + exp{f}(-z[j]));\n    }",
    "softmax": """    {
        mlp_real largest = z[0], sum = 0;
        for (j = 1; j < MLP_OUTPUTS; j++) {
            largest = z[j] > largest ? z[j] : largest;
        }
        for (j = 0; j < MLP_OUTPUTS; j++) {
            z[j] = exp{f}(z[j] - largest);
            sum += z[j];
        }
        for (j = 0; j < MLP_OUTPUTS; j++) {
            z[j] /= sum;
        }
    }""",
}
_UNITS = """    for (j = 0; j < MLP_OUTPUTS; j++) {
        out[j] = mlp_restore(j, z[j] * mlp_target_scale[j] + mlp_target_shift[j]);
    }
    return 0;
}"""
