"""The model as a scikit-learn MLPRegressor or MLPClassifier that a script builds from the weights inside it."""

from __future__ import annotations

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.export.common.base import formats
from mlp_gui.export.scripts.answer_code import answer_code
from mlp_gui.export.scripts.library_format import LibraryScript
from mlp_gui.model import TrainedModel

_CODE = '''
def build({words.given}):
    """A fitted scikit-learn object. One row of zeros makes its parts, then the weights are put in their places."""
    hidden = tuple(len(biases) for _, biases in {words.layers}[:-1])
    zeros = np.zeros((1, {words.layers}[0][0].shape[0]), DTYPE)
    model = {kind}(hidden_layer_sizes=hidden, activation="{activation}")
    {start}
    model.coefs_ = [weights.copy() for weights, _ in {words.layers}]
    model.intercepts_ = [biases.copy() for _, biases in {words.layers}]
    return model


{words.name} = {words.made}


def {words.head}:
    """(rows, outputs) of encoded rows x (rows, features), before any unit is put back."""
    return {forward}
{words.mean}'''
_REGRESSION = (
    "MLPRegressor",
    "model.partial_fit(zeros, np.zeros((1, OUTPUTS), DTYPE) if OUTPUTS > 1 else np.zeros(1, DTYPE))",
    "network.predict(np.asarray(x, DTYPE)).reshape(len(x), OUTPUTS)",
)
_CLASSES = "model.partial_fit(zeros, [0], classes=range(len(MODEL['class_names'])))"
_KINDS = {
    Task.REGRESSION: _REGRESSION,
    Task.BINARY: ("MLPClassifier", _CLASSES, "network.predict_proba(np.asarray(x, DTYPE))[:, 1:]"),
    Task.MULTICLASS: ("MLPClassifier", _CLASSES, "network.predict_proba(np.asarray(x, DTYPE))"),
}


@formats.register("sklearn", "scikit-learn script (.py)")
class SklearnFormat(LibraryScript):
    """A fitted MLPRegressor or MLPClassifier; scikit-learn has one activation for all hidden layers."""

    sentence = mark("The network as a scikit-learn MLP object, built from the weights inside.")
    library, package = "scikit-learn", "sklearn.neural_network"
    use = "network.predict(encode(rows))            an MLPRegressor or MLPClassifier on encoded rows"
    language = "sklearn"

    def network_code(self, model: TrainedModel) -> str:
        """Return the source that builds the object; UserError when the layers have different activations."""
        words = self.activation_sources(model)
        if len(set(words)) > 1:
            labels = ", ".join(tr(activation.label) for activation in model.network.activations)
            raise UserError(
                tr("scikit-learn has one activation for all hidden layers."),
                tr("This network has {names}.", names=labels),
                tr("Choose the Python script, which carries every network."),
            )
        kind, start, forward = _KINDS[model.task]
        kind = f"sklearn.neural_network.{kind}"
        # Without hidden layers no activation is used, but scikit-learn wants a word for it.
        return _CODE.format(
            words=answer_code(model),
            kind=kind,
            start=start,
            forward=forward,
            activation=words[0] if words else "identity",
        )
