"""The model as a PyTorch module in one Python file, with its weights inside."""

from __future__ import annotations

from mlp_gui.core.translation import mark
from mlp_gui.export.common.base import formats
from mlp_gui.export.scripts.library_format import LibraryScript
from mlp_gui.model import TrainedModel

_CODE = '''
def build():
    """The network as a torch.nn.Sequential, from encoded rows to the last weighted sums (logits)."""
    dtype = getattr(torch, DTYPE)
    modules = []
    for (weights, biases), activation in zip(LAYERS, [{activations}None]):
        linear = torch.nn.Linear(*weights.shape, dtype=dtype)
        linear.weight.data = torch.tensor(weights.T.copy(), dtype=dtype)
        linear.bias.data = torch.tensor(biases.copy(), dtype=dtype)
        modules += [linear] if activation is None else [linear, activation]
    return torch.nn.Sequential(*modules)


network = build()


def forward(x):
    """(rows, outputs) of encoded rows x (rows, features), after the output function and before any unit is put back."""
    with torch.no_grad():
        z = network(torch.tensor(x, dtype=getattr(torch, DTYPE)))
        return {output}.numpy()
'''
_OUTPUTS = {"identity": "z", "sigmoid": "torch.sigmoid(z)", "softmax": "torch.softmax(z, dim=1)"}


@formats.register("pytorch", "PyTorch script (.py)")
class TorchFormat(LibraryScript):
    sentence = mark("The network as a PyTorch module, weights inside, to predict with or to train further.")
    library, package = "PyTorch", "torch"
    use = "network(torch.tensor(encode(rows)))      a torch.nn.Sequential on encoded rows, to train further"
    words = {
        "identity": "torch.nn.Identity()",
        "sigmoid": "torch.nn.Sigmoid()",
        "tanh": "torch.nn.Tanh()",
        "relu": "torch.nn.ReLU()",
        "leaky_relu": "torch.nn.LeakyReLU({alpha!r})",
        "elu": "torch.nn.ELU({alpha!r})",
        "selu": "torch.nn.SELU()",
        # Above its threshold PyTorch takes z for softplus(z); its own threshold of 20 would be 2e-9 off.
        "softplus": "torch.nn.Softplus(threshold=40)",
        "silu": "torch.nn.SiLU()",
        "gelu": "torch.nn.GELU()",
    }

    def network_code(self, model: TrainedModel) -> str:
        activations = "".join(f"{word}, " for word in self.activation_words(model))
        return _CODE.format(activations=activations, output=_OUTPUTS[model.network.output])
