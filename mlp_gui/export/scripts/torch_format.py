"""The model as a PyTorch module in one Python file, with its weights inside."""

from __future__ import annotations

from mlp_gui.core.translation import mark
from mlp_gui.export.common.base import formats
from mlp_gui.export.scripts.answer_code import answer_code
from mlp_gui.export.scripts.library_format import LibraryScript
from mlp_gui.model import TrainedModel

_CODE = '''
def build({words.given}):
    """The network as a torch.nn.Sequential, from encoded rows to the last weighted sums (logits)."""
    dtype = getattr(torch, DTYPE)
    modules = []
    for (weights, biases), activation in zip({words.layers}, [{activations}None]):
        linear = torch.nn.Linear(*weights.shape, dtype=dtype)
        linear.weight.data = torch.tensor(weights.T.copy(), dtype=dtype)
        linear.bias.data = torch.tensor(biases.copy(), dtype=dtype)
        modules += [linear] if activation is None else [linear, activation]
    return torch.nn.Sequential(*modules)


{words.name} = {words.made}


def {words.head}:
    """(rows, outputs) of encoded rows x (rows, features), after the output function and before any unit is put back."""
    with torch.no_grad():
        z = network(torch.tensor(x, dtype=getattr(torch, DTYPE)))
        return {output}.numpy()
{words.mean}'''
_OUTPUTS = {"identity": "z", "sigmoid": "torch.sigmoid(z)", "softmax": "torch.softmax(z, dim=1)"}


@formats.register("pytorch", "PyTorch script (.py)")
class TorchFormat(LibraryScript):
    """A torch.nn.Sequential in the network's own precision."""

    sentence = mark("The network as a PyTorch module, weights inside, to predict with or to train further.")
    library, package = "PyTorch", "torch"
    use = "network(torch.tensor(encode(rows)))      a torch.nn.Sequential on encoded rows, to train further"
    language = "pytorch"

    def network_code(self, model: TrainedModel) -> str:
        """Return the source that builds the torch.nn.Sequential."""
        activations = "".join(f"{word}, " for word in self.activation_sources(model))
        return _CODE.format(words=answer_code(model), activations=activations, output=_OUTPUTS[model.network.output])
