"""The model as a Keras model in one Python file, with its weights inside.

Keras 3 multiplies 64-bit matrices in 32 bit (keras.backend.result_type), so the model is an ordinary 32-bit one.
"""

from __future__ import annotations

from mlp_gui.core.translation import mark
from mlp_gui.export.common.base import formats
from mlp_gui.export.common.self_check import TOLERANCE
from mlp_gui.export.scripts.answer_code import answer_code
from mlp_gui.export.scripts.library_format import LibraryScript
from mlp_gui.model import TrainedModel

_CODE = '''
def build({words.given}):
    """The network as a keras.Sequential, from encoded rows to outputs."""
    layers = [keras.Input(({words.layers}[0][0].shape[0],))]
    for (weights, _), activation in zip({words.layers}, [{activations}"{output}"]):
        layers.append(keras.layers.Dense(weights.shape[1]))
        layers.append(keras.layers.Activation(activation) if isinstance(activation, str) else activation)
    model = keras.Sequential(layers)
    model.set_weights([array for pair in {words.layers} for array in pair])
    return model


{words.name} = {words.made}


def {words.head}:
    """(rows, outputs) of encoded rows x (rows, features), after the output function and before any unit is put back."""
    return keras.ops.convert_to_numpy(network(np.asarray(x, np.float32), training=False))
{words.mean}'''
_OUTPUTS = {"identity": "linear", "sigmoid": "sigmoid", "softmax": "softmax"}


@formats.register("keras", "Keras script (.py)")
class KerasFormat(LibraryScript):
    """The script runs wherever Keras 3 does, and tests itself there."""

    sentence = mark("The network as a Keras model, weights inside, to predict with or to train further; in 32 bit.")
    tolerance = TOLERANCE["float32"]
    library, package = "Keras", "keras"
    use = "network(encode(rows))                    a keras.Sequential on encoded rows, to train further"
    language = "keras"

    def network_code(self, model: TrainedModel) -> str:
        """Return the source that builds the keras.Sequential."""
        activations = "".join(f"{word}, " for word in self.activation_sources(model))
        return _CODE.format(words=answer_code(model), activations=activations, output=_OUTPUTS[model.network.output])
