"""The samples that come with the program: some bundled as files, some drawn from a fixed seed. Light to import."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr

PREFIX = "sample:"
_GENERATED = mark("Drawn from a fixed seed by this program.")


@dataclass(frozen=True)
class Sample:
    """A table that comes with the program.

    Attributes
    ----------
    name : str
    title, sentence : str
        To be shown through `tr`.
    source : str
        Where it comes from, and its licence.
    targets : tuple of str
    task : Task
    inputs : tuple of str
        Empty: all columns that are not targets or ignored by suggestion.
    made_by : str
        The function of `generators` that draws it; "" for a bundled file.
    """

    name: str
    title: str
    sentence: str
    source: str
    targets: tuple[str, ...]
    task: Task
    inputs: tuple[str, ...] = ()
    made_by: str = ""


_BUSAN_INPUTS = (
    "tide_cm", "wat_temp_c", "sal_psu", "air_temp_c", "pcp_mm", "pcp3_mm", "pcp6_mm", "pcp12_mm", "wind_dir_deg",
    "wind_speed_mps", "air_p_hpa", "mslp_hpa", "rel_hum",
)  # fmt: skip
_SAMPLES = (
    Sample(
        "busan_beach",
        mark("Busan beach"),
        mark(
            "Weather and tide at a beach in South Korea, to predict an antibiotic resistance gene measured in the "
            "water."
        ),
        "Jang et al., 2021, Water Research, doi 10.1016/j.watres.2021.117001; "
        "distributed with the MIT-licensed package AI4Water 1.6.",
        ("tetx_coppml",),
        Task.REGRESSION,
        _BUSAN_INPUTS,
    ),
    Sample(
        "catchment",
        mark("River catchment"),
        mark(
            "Six years of daily rain and discharge of a generated river, gaps as -999, to learn how rain becomes flow."
        ),
        mark("Drawn from a fixed seed by a small reservoir model: resources/make_catchment.py."),
        ("discharge_mm",),
        Task.REGRESSION,
    ),
    Sample(
        "iris",
        mark("Iris"),
        mark("Petals and sepals of 150 flowers, to tell three species apart."),
        "R. A. Fisher, 1936, Annals of Eugenics 7; public domain.",
        ("species",),
        Task.MULTICLASS,
    ),
    Sample(
        "penguins",
        mark("Palmer penguins"),
        mark("Beaks, flippers and weights of 344 penguins, some with gaps, to tell three species apart."),
        "Horst, Hill and Gorman, 2020, package palmerpenguins; data by K. Gorman and Palmer Station LTER, CC0.",
        ("species",),
        Task.MULTICLASS,
    ),
    Sample(
        "breast_cancer",
        mark("Breast cancer Wisconsin"),
        mark("30 measures of cell nuclei from 569 biopsies, to tell benign from malignant."),
        "Wolberg, Mangasarian, Street and Street, 1993, UCI Repository, doi 10.24432/C5DW2B, CC BY 4.0.",
        ("diagnosis",),
        Task.BINARY,
    ),
    Sample(
        "xor",
        mark("Noisy quadrants (XOR)"),
        mark("Two inputs whose signs decide the class together: no straight line can separate it."),
        _GENERATED,
        ("class",),
        Task.BINARY,
        made_by="xor",
    ),
    Sample(
        "spirals",
        mark("Two spirals"),
        mark("Two classes wound around each other: a classic that needs hidden layers."),
        _GENERATED,
        ("class",),
        Task.BINARY,
        made_by="spirals",
    ),
    Sample(
        "rings",
        mark("Three rings"),
        mark("Three classes in rings around a centre, with a little noise."),
        _GENERATED,
        ("class",),
        Task.MULTICLASS,
        made_by="rings",
    ),
    Sample(
        "sine",
        mark("Noisy sine"),
        mark("One input, one output: watch the network bend its curve to the points."),
        _GENERATED,
        ("y",),
        Task.REGRESSION,
        made_by="sine",
    ),
)


def samples() -> tuple[Sample, ...]:
    """Return all samples, in the order in which they are offered."""
    return _SAMPLES


def sample(name: str) -> Sample:
    """Return the sample of a name.

    Raises
    ------
    UserError
        If there is none; the message lists the names.
    """
    for s in _SAMPLES:
        if s.name == name:
            return s
    raise UserError(
        tr("There is no sample named {name!r}.", name=name),
        hint=tr("The samples are: {names}.", names=", ".join(s.name for s in _SAMPLES)),
    )
