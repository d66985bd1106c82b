"""What differs in a script for another library between one network and several, whose answers it averages."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.engine.network.network import Network
from mlp_gui.model import TrainedModel


@dataclass(frozen=True)
class AnswerCode:
    """The words of a script that differ.

    Attributes
    ----------
    given, layers : str
        What the function that builds a network takes, and what it calls the layers.
    name, made : str
        What is built, and the expression that does it.
    head : str
        Name and parameters of the function that asks one network.
    mean : str
        What comes after it.
    """

    given: str
    layers: str
    name: str
    made: str
    head: str
    mean: str


ONE = AnswerCode("", "LAYERS", "network", "build()", "forward(x)", "")
SEVERAL = AnswerCode(
    "member",
    "member",
    "networks",
    "[build(member) for member in NETWORKS]",
    "answer(network, x)",
    '''

def forward(x):
    """The mean of what the networks answer, each with its share."""
    return sum(share * answer(network, x) for network, share in zip(networks, SHARES))
''',
)


def answer_code(model: TrainedModel) -> AnswerCode:
    """Return the words of a script for one network, or for several."""
    return ONE if isinstance(model.network, Network) else SEVERAL
