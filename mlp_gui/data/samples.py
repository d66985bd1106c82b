"""Samples are tables that come with the program: some bundled as files, some drawn from a fixed seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from mlp_gui.core.assets import resource
from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.data import generated
from mlp_gui.data.dialect import Dialect
from mlp_gui.data.profile import profile_frame
from mlp_gui.data.reader import read_table
from mlp_gui.data.spec import DataSpec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.data.table import Table

PREFIX = "sample:"
_GENERATED = "Drawn from a fixed seed by this program."


@dataclass(frozen=True)
class Sample:
    """A bundled table. inputs: () means all columns that are not targets or ignored by suggestion."""

    name: str
    title: str
    sentence: str
    source: str
    targets: tuple[str, ...]
    task: Task
    inputs: tuple[str, ...] = ()
    make: Callable[[], pd.DataFrame] | None = None


_BUSAN_INPUTS = (
    "tide_cm", "wat_temp_c", "sal_psu", "air_temp_c", "pcp_mm", "pcp3_mm", "pcp6_mm", "pcp12_mm", "wind_dir_deg",
    "wind_speed_mps", "air_p_hpa", "mslp_hpa", "rel_hum",
)  # fmt: skip
_SAMPLES = (
    Sample(
        "busan_beach",
        "Busan beach",
        "Weather and tide at a beach in South Korea, to predict an antibiotic resistance gene measured in the water.",
        "Jang et al., 2021, Water Research, doi 10.1016/j.watres.2021.117001; "
        "distributed with the MIT-licensed package AI4Water 1.6.",
        ("tetx_coppml",),
        Task.REGRESSION,
        _BUSAN_INPUTS,
    ),
    Sample(
        "iris",
        "Iris",
        "Petals and sepals of 150 flowers, to tell three species apart.",
        "R. A. Fisher, 1936, Annals of Eugenics 7; public domain.",
        ("species",),
        Task.MULTICLASS,
    ),
    Sample(
        "penguins",
        "Palmer penguins",
        "Beaks, flippers and weights of 344 penguins, some with gaps, to tell three species apart.",
        "Horst, Hill and Gorman, 2020, package palmerpenguins; data by K. Gorman and Palmer Station LTER, CC0.",
        ("species",),
        Task.MULTICLASS,
    ),
    Sample(
        "breast_cancer",
        "Breast cancer Wisconsin",
        "30 measures of cell nuclei from 569 biopsies, to tell benign from malignant.",
        "Wolberg, Mangasarian, Street and Street, 1993, UCI Repository, doi 10.24432/C5DW2B, CC BY 4.0.",
        ("diagnosis",),
        Task.BINARY,
    ),
    Sample(
        "xor",
        "Noisy quadrants (XOR)",
        "Two inputs whose signs decide the class together: no straight line can separate it.",
        _GENERATED,
        ("class",),
        Task.BINARY,
        make=generated.xor,
    ),
    Sample(
        "spirals",
        "Two spirals",
        "Two classes wound around each other: a classic that needs hidden layers.",
        _GENERATED,
        ("class",),
        Task.BINARY,
        make=generated.spirals,
    ),
    Sample(
        "rings",
        "Three rings",
        "Three classes in rings around a centre, with a little noise.",
        _GENERATED,
        ("class",),
        Task.MULTICLASS,
        make=generated.rings,
    ),
    Sample(
        "sine",
        "Noisy sine",
        "One input, one output: watch the network bend its curve to the points.",
        _GENERATED,
        ("y",),
        Task.REGRESSION,
        make=generated.sine,
    ),
)


def samples() -> tuple[Sample, ...]:
    return _SAMPLES


def sample(name: str) -> Sample:
    """The sample of that name; UserError that lists the names."""
    for s in _SAMPLES:
        if s.name == name:
            return s
    raise UserError(
        f"There is no sample named {name!r}.", hint=f"The samples are: {', '.join(s.name for s in _SAMPLES)}."
    )


def read_sample(name: str) -> Table:
    found = sample(name)
    if found.make is None:
        return replace(read_table(resource("samples", f"{name}.csv")), name=found.name, path=None)
    frame = found.make()
    return Table(found.name, None, frame, None, profile_frame(frame))


def sample_spec(name: str, table: Table | None = None) -> DataSpec:
    """The columns, target and split with which a sample opens."""
    found = sample(name)
    table = table or read_sample(name)
    return suggest_spec(table, found.targets, found.inputs or None)


def open_table(
    text: str | Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    dialect: Dialect | None = None,
) -> Table:
    """A path, or "sample:NAME", as a table. dialect: how a file is to be read; None guesses."""
    if str(text).startswith(PREFIX):
        return read_sample(str(text).removeprefix(PREFIX))
    return read_table(text, dialect, progress=progress, cancelled=cancelled)
