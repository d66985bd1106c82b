"""Models of every kind that the export tests share: all encodings, gaps, unseen categories, every task."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from mlp_gui.core.dataset import Task
from mlp_gui.core.transformation import TRANSFORMS
from mlp_gui.core.translation import language
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.prepare import FittedTarget, Pipeline, Prepared, prepare
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.losses import default_loss
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.common.base import ExportInput
from mlp_gui.model import CheckRows, TrainedModel

ROWS = 60


@dataclass(frozen=True)
class Case:
    """Which network and target.

    kind: one, two, binary, multiclass, transformed or smeared; members: 0 for a single network.
    """

    kind: str
    activation: str = "tanh"
    dtype: str = "float64"
    members: int = 0

    def __str__(self) -> str:
        return f"{self.kind}-{self.activation}-{self.dtype}" + f"-{self.members}" * bool(self.members)


SHAPES = tuple(name for name, _ in TRANSFORMS if name != "none")
TARGETS = {
    "one": ("price",), "two": ("price", "tax"), "binary": ("sold",), "multiclass": ("grade",),
    "transformed": tuple(f"{name} target" for name in SHAPES), "smeared": tuple(f"{name} target" for name in SHAPES),
}  # fmt: skip
TRANSFORMED, SMEARED = Case("transformed"), Case("smeared")
_SHAPED = (TRANSFORMED.kind, SMEARED.kind)
TASK_CASES = tuple(Case(kind) for kind in TARGETS if kind not in _SHAPED)
CASES = (
    *TASK_CASES,
    TRANSFORMED,
    SMEARED,
    *(Case("one", name) for name in activations.names() if name != "tanh"),
    *(Case(kind, "gelu", "float32") for kind in TARGETS if kind not in _SHAPED),
    *(Case(kind, members=3) for kind in TARGETS),
    Case("multiclass", "gelu", "float32", members=2),
)


def raw_text() -> str:
    """A CSV with numbers, gaps, words, yes and no, whole numbers that are categories, and dates with a clock."""
    rng = np.random.default_rng(7)
    stamps = pd.Timestamp("2019-12-30 21:17:05") + pd.to_timedelta(rng.integers(0, 900 * 86_400, ROWS), unit="s")
    frame = pd.DataFrame(
        {
            "size": rng.normal(50, 20, ROWS).round(3),
            "weight": np.where(rng.random(ROWS) < 0.2, np.nan, rng.normal(3, 1, ROWS).round(3)),
            "colour": np.where(rng.random(ROWS) < 0.2, None, rng.choice(["red", "green", "light blue"], ROWS)),
            "shape": rng.choice(["round", "square"], ROWS),
            "new": rng.choice(["yes", "no"], ROWS),
            "zone": rng.choice([1, 2, 10], ROWS),
            **{name: stamps.strftime("%d.%m.%Y %H:%M:%S") for name in ("days", "hour", "season", "both")},
            "price": rng.normal(1000, 300, ROWS).round(2),
            "tax": rng.normal(-2, 0.1, ROWS).round(4),
            "sold": rng.choice(["no", "yes"], ROWS),
            "grade": rng.choice(["A", "B", "C"], ROWS),
        }
    )
    frame.loc[3::11, "weight"] = -999
    frame.loc[4::7, "days"] = frame.loc[2::9, "both"] = None
    text = io.StringIO()
    frame.to_csv(text, index=False)
    return text.getvalue()


def spec_for(targets: tuple[str, ...]) -> DataSpec:
    columns = [
        ColumnSpec("size", scaling="robust"),
        ColumnSpec("weight", missing="flagged", markers="-999"),
        ColumnSpec("colour", missing="flagged"),
        ColumnSpec("shape", missing="drop", scaling="standard"),
        ColumnSpec("new", missing="constant", fill="no"),
        ColumnSpec("zone", encoding="one_hot", missing="constant", fill="2"),
        ColumnSpec("days", encoding="days", missing="flagged"),
        ColumnSpec("hour", encoding="hour_of_day", missing="mean"),
        ColumnSpec("season", encoding="day_of_year", missing="mean"),
        ColumnSpec("both", encoding="day_and_hour", missing="flagged"),
    ]
    return DataSpec(columns=(*columns, *(ColumnSpec(name, role="target") for name in targets)), pieces=4)


def skewed_text() -> str:
    """A CSV with an input and a target for each transformation."""
    rng = np.random.default_rng(5)
    frame = pd.DataFrame({name: skewed(name, rng) for name in (*SHAPES, *TARGETS["transformed"])})
    for k, name in enumerate(SHAPES):
        frame.loc[k :: len(SHAPES) + 3, name] = None
    return frame.to_csv(index=False)


def skewed(name: str, rng: np.random.Generator) -> np.ndarray:
    """Numbers that a transformation takes, and that need it."""
    if name.startswith("logit"):
        return rng.beta(0.6, 2, ROWS).clip(0.001, 0.999).round(4)
    values = rng.lognormal(1, 1.2, ROWS)
    if name.startswith(("cbrt", "asinh", "yeo_johnson")):
        values = values * rng.choice([-1, 1], ROWS, p=[0.3, 0.7])
    return values.round(3)


def skewed_spec(smearing: bool) -> DataSpec:
    gaps = ("median", "flagged", "mean")
    inputs = [ColumnSpec(name, transform=name, missing=gaps[k % 3]) for k, name in enumerate(SHAPES)]
    targets = [ColumnSpec(f"{name} target", transform=name, role="target", smearing=smearing) for name in SHAPES]
    return DataSpec(columns=(*inputs, *targets), pieces=5)


@cache
def _prepared_anywhere(kind: str, spoken: str) -> tuple[str, Prepared]:
    """The text of a kind's table, and the table as it is read and made ready, in the language that is spoken.

    It takes longer than all else here.
    """
    assert spoken == language()
    transformed = kind in _SHAPED
    text = skewed_text() if transformed else raw_text()
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("shapes.csv" if transformed else "houses.csv")
        path.write_text(text, encoding="utf-8")
        return text, prepare(
            read_table(path), skewed_spec(kind == SMEARED.kind) if transformed else spec_for(TARGETS[kind])
        )


def prepared_in(folder: Path, kind: str) -> Prepared:
    """The table of a kind, written into a folder and made ready."""
    text, prepared = _prepared_anywhere(kind, language())
    path = folder / prepared.table.name
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    return replace(prepared, table=replace(prepared.table, path=path))


def source_of(case: Case, folder: Path, hidden: tuple[int, ...] = (6, 5)) -> ExportInput:
    """The source of a case. Its weights are random and large enough to bend every activation."""
    prepared = prepared_in(folder, case.kind)
    layers = tuple(LayerConfig(units, activations[case.activation]()) for units in hidden)
    config = RunConfig(
        network=NetworkConfig(hidden=layers, dtype=case.dtype),
        training=TrainingConfig(loss=default_loss(prepared.task)),
    )
    network = Network.from_config(
        config.network, config.training.loss, prepared.dataset.n_features, prepared.dataset.n_outputs
    )
    rng = np.random.default_rng(11)
    network.theta[:] = rng.normal(0, 0.6, network.n_parameters)
    if case.members:
        network = ensemble_of(network, case.members, rng)
    model = TrainedModel.from_run(prepared, config, network, 3, "last")
    return ExportInput(model, history(), prepared, "All 3 epochs are done.")


def ensemble_of(network: Network, n: int, rng: np.random.Generator) -> Ensemble:
    """Networks of other weights, which count differently."""
    members = [network.copy() for _ in range(n)]
    for member in members[1:]:
        member.theta[:] = rng.normal(0, 0.6, member.n_parameters)
    return Ensemble(members, np.arange(1, n + 1) / (n * (n + 1) / 2))


def history() -> History:
    found = History()
    for k in (1, 2, 3):
        found.add(EpochReport(k, 1.0 / k, 2.0 / k if k > 1 else float("nan"), 0.1, 0.5, min(k, 2), 0.3, 0.0, k))
    return found


def rows_to_test(source: ExportInput) -> CheckRows:
    """Rows of the table as raw cells, then with each cell empty in turn, then with unknown categories."""
    model = source.model
    names = model.pipeline.input_names
    frame = source.prepared.table.frame[list(names)].iloc[:20].astype(object)
    rows = [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False, name=None)]
    whole = next(row for row in rows if None not in row)
    rows += [tuple(None if i == j else cell for j, cell in enumerate(whole)) for i in range(len(names))]
    # A marker of a gap in one table, and in the other numbers that a transformation does not take.
    for odd in ({"weight": -999.0, "log": -999.0}, {"box_cox": 0.0, "logit": 0.5}):
        rows.append(tuple(odd.get(name, cell) for name, cell in zip(names, whole, strict=True)))
    words = {fitted.name for fitted in model.pipeline.inputs if fitted.encoding == "one_hot"}
    for unseen in (words - {"new"}, {"new"}):  # neither yes nor no gives no answer, so it stands in a row of its own
        rows.append(tuple("never seen" if name in unseen else cell for name, cell in zip(names, whole, strict=True)))
    # The app itself, on the table's own types, is the oracle.
    table = pd.DataFrame(rows, columns=list(names))
    for name in names:
        kind = source.prepared.table.frame[name].dtype.kind
        table[name] = table[name].astype(float) if kind in "iuf" and name != "zone" else _texts(table[name])
    return CheckRows(names, tuple(rows), model.outputs(table))


def _texts(column: pd.Series) -> pd.Series:
    return pd.Series([None if pd.isna(cell) else str(cell) for cell in column], dtype="str")


def named_source(names: list[str], classes: tuple[str, ...] = (), may_be_empty: bool = True) -> ExportInput:
    """A model whose columns, categories, target and classes have the given names; no table stands behind it.

    may_be_empty: whether the empty text may be a category.
    """
    inputs = []
    for i, name in enumerate(names):
        if i % 2:
            categories = tuple(dict.fromkeys((name, *names[i - 3 : i + 3], names[0], "plain")))
            categories = tuple(c for c in categories if c or may_be_empty)
            n = len(categories)
            inputs.append(
                FittedInput(name, "one_hot", "constant", "plain", categories, False, "", (0.0,) * n, (1.0,) * n)
            )
        else:
            inputs.append(FittedInput(name, "number", "mean", 0.5, shift=(1.0,), scale=(2.0,)))
    task = Task.REGRESSION if not classes else Task.BINARY if len(classes) == 2 else Task.MULTICLASS
    pipeline = Pipeline(tuple(inputs), (FittedTarget(names[-1]),), task, classes)
    config = RunConfig(
        network=NetworkConfig(hidden=(LayerConfig(3),)), training=TrainingConfig(loss=default_loss(task))
    )
    network = Network.from_config(config.network, config.training.loss, len(pipeline.feature_names), pipeline.n_outputs)
    made = {
        "program": "mlp_gui", "version": "0", "created": "today", "data": names[0], "rows": {"training": 1},
        "ledger": [f"{name}: left out." for name in names], "epoch": 1, "weights": "last",
        "scores": {"training": {"mse": 1.0}},
    }  # fmt: skip
    spec = DataSpec(columns=tuple(ColumnSpec(name) for name in names))
    bare = TrainedModel(pipeline, network, config, spec, made, CheckRows((), (), np.zeros((0, 0))))
    row = tuple((name or "plain") if i % 2 else 1.5 for i, name in enumerate(names))
    table = pd.DataFrame({name: [cell] for name, cell in zip(names, row, strict=True)})
    checks = CheckRows(tuple(names), (row,), bare.outputs(table))
    return ExportInput(TrainedModel(pipeline, network, config, spec, made, checks), history(), None, "Stopped.")
