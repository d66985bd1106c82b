"""The settings of what is said about how sure a prediction is."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.params import Config, param


@dataclass(frozen=True)
class UncertaintyConfig(Config):
    """How sure the predictions are said to be; it changes no weight."""

    level: float = param(
        0.0,
        "Interval level",
        low=0,
        high=1,
        high_open=True,
        live=True,
        option="interval",
        also_called="MAPIE confidence_level",
        help="The share of new rows whose true value shall lie within the interval, or whose class within the set, "
        "that the validation rows give; 0: none.",
    )
    sets: str = param(
        "lac",
        "Sets of classes",
        choices=(("lac", "Smallest on average (LAC)"), ("aps", "Adaptive (APS)")),
        live=True,
        option="class-sets",
        also_called="MAPIE conformity_score",
        help="Which classes belong to the set of a row. Smallest on average: those above one probability. Adaptive: "
        "the most probable ones, until their probabilities add up.",
    )
    probabilities: str = param(
        "raw",
        "Probabilities",
        choices=(("raw", "As the network says"), ("temperature", "Temperature: as sure as it is right")),
        live=True,
        sparse=True,
        also_called="temperature scaling (Guo et al., 2017)",
        help="Temperature divides the last z of every class by one number that suits the validation rows best: the "
        "order of the classes stays, and 0.8 means that eight of ten such rows are of the class.",
    )
