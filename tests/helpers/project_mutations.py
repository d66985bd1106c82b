"""Mutations of a project's members, packed again with right checksums: each is refused, or does no harm."""

from __future__ import annotations

import copy
import io
import json
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.data.derived_choices import with_derived
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import ColumnRole, DataSpec
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.data.splits.split_config import SplitConfig
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.document import document_text
from mlp_gui.export.project.container import pack, unpack
from mlp_gui.export.project.project import encode_project, read_project
from mlp_gui.export.project.run_list import RunRecord, RunRecords
from mlp_gui.export.project.table_reference import locate, make_reference, rows_digest
from mlp_gui.model import TrainedModel
from mlp_gui.presets import propose_config, suggested_spec

LONG = "ж" * 3_000
LONGEST_QUOTE = 80
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 7, 0.5, -0.5, 1e308, -1e308, 5e-324, 2**31, 2**53, 2**63, 2**64, 2**127, 2**128,
    2**1100, -(2**63), "", "a", LONG, "\0", "\ud7ff", "../../x", "sample:xor", "/dev/zero", [], {}, [[]], [1], [None],
    ["a"] * 300, {"name": "a"}, {"name": LONG}, {LONG: 1}, [[[[[[1]]]]]], "nan", "inf", "1e5", "<img src=x>", "{0}",
)  # fmt: skip
NUMBERS = (np.nan, np.inf, -np.inf, -1.0, 0.0, 1e308, -1e308, 5e-324, 2.0**53, 2.0**63, 0.5)


@dataclass(frozen=True)
class Outcome:
    """What became of a mutated project: refused, the same as before, or a crash; said: a sentence or a traceback."""

    kind: str
    said: str = ""


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of each value inside a JSON document."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


class Mutator:
    """Changes one thing in a project: a value, a name, an array, a member; `data` must be a whole project."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.members = unpack(data, "p")
        self.rng = np.random.default_rng(seed)

    def mutated(self) -> tuple[str, bytes]:
        """What was changed, and the file."""
        members = dict(self.members)
        name = str(self.rng.choice([n for n in members if n != "data/original"]))
        if self.rng.random() < 0.03:
            said = self._member(members, name)
        elif name.endswith(".json"):
            members[name], said = self._json(members[name])
        elif name == "state/facts.npy":
            members[name], said = self._facts(members[name])
        else:
            members[name], said = self._array(members[name])
        return f"{name}: {said}", pack(members)

    def _member(self, members: dict[str, bytes], name: str) -> str:
        kind = self.rng.integers(4)
        if kind == 0:
            del members[name]
            return "gone"
        if kind == 1:
            other = str(self.rng.choice(list(members)))
            members[name] = members[other]
            return f"has what {other} has"
        if kind == 2:
            members[f"{name}{self.rng.integers(9)}.npy"] = members[name]
            return "doubled"
        members[name] = members[name][: self.rng.integers(len(members[name]) + 1)]
        return "cut"

    def _json(self, data: bytes) -> tuple[bytes, str]:
        plain, said = self._changed(json.loads(data))
        if self.rng.random() < 0.02:
            depth = int(self.rng.choice([50, 900, 5_000]))
            text = json.dumps(plain)
            return (text[:-1] + ', "deep": ' + "[" * depth + "]" * depth + "}").encode(), f"{depth} deep"
        return json.dumps(plain).encode("utf-8", "surrogatepass"), said

    def _facts(self, data: bytes) -> tuple[bytes, str]:
        plain, said = self._changed(json.loads(str(np.load(io.BytesIO(data)))))
        return _npy(np.array(json.dumps(plain))), said

    def _changed(self, plain: Any) -> tuple[Any, str]:
        plain = copy.deepcopy(plain)
        found = list(places(plain))
        # Those near the root are few, and lists of numbers many: by the depth first.
        depth = int(self.rng.choice(sorted({len(path) for path in found})))
        found = [path for path in found if len(path) == depth]
        *parents, last = found[self.rng.integers(len(found))]
        place = plain
        for key in parents:
            place = place[key]
        kind = self.rng.random()
        if kind < 0.08:
            del place[last]
            return plain, f"{[*parents, last]} gone"
        value = copy.deepcopy(VALUES[self.rng.integers(len(VALUES))])
        if kind < 0.14 and isinstance(place, dict):
            place[str(self.rng.choice(["name", "zz", LONG, ""]))] = value
        elif kind < 0.2 and isinstance(place[last], int | float) and not isinstance(place[last], bool):
            place[last] = place[last] * float(self.rng.choice([-1, 0, 1.5, 1e6, 1e200]))
            value = place[last]
            if isinstance(value, float) and not np.isfinite(value):
                place[last] = 1e308
        else:
            place[last] = value
        return plain, f"{[*parents, last]} = {str(value)[:40]!r}"

    def _array(self, data: bytes) -> tuple[bytes, str]:
        array = np.load(io.BytesIO(data))
        kind = self.rng.integers(6)
        if kind <= 2 and array.dtype.kind == "f" and array.size:
            flat = array.copy().ravel()
            value = NUMBERS[self.rng.integers(len(NUMBERS))]
            at = self.rng.integers(array.size) if kind else slice(None)
            with np.errstate(all="ignore"):
                flat[at] = value
            return _npy(flat.reshape(array.shape)), f"[{at}] = {value}"
        if kind == 3:
            dtype = str(self.rng.choice(["<f4", "<f2", "<i8", "<u1", "|b1", ">f8", "<U3"]))
            with np.errstate(all="ignore"):
                return _npy(np.nan_to_num(array).astype(dtype) if array.dtype.kind == "f" else array), dtype
        if kind == 4:
            shape = [(0,), (), (1,), (0, 3), (array.size,), (1, array.size), (array.size, 1), (5, 2)]
            other = shape[self.rng.integers(len(shape))]
            return _npy(np.resize(array, other)), f"shape {other}"
        return _npy(array[: len(array) // 2] if array.ndim else array), "half"


def _npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def go_on(trainer: Trainer) -> None:
    """Look at a run as the window does, train on, and take a state again."""
    f"{trainer.epoch:,} {trainer.batch:,} {trainer.seconds:.1f} {trainer.best_epoch:,} {trainer.best_value:.4g}"
    f"{trainer.learning_rate:.3g} {trainer.stopped}"
    trainer.history.rows()
    with np.errstate(all="ignore"):
        trainer.step_batch()
        trainer.step_epoch()
    Trainer.from_state(trainer.config, trainer.dataset, trainer.state())


def use(data: bytes, dataset: Dataset, folder: Any) -> Outcome:
    """Do what the window does with a project: read it, find its table, go on with its run, and look at it."""
    try:
        project = read_project(data, "p.mlp")
        project.reference.read_dialect()
        locate(project.reference, folder)
        model, history = project.run.model, project.run.history
        for report in history:
            f"{report.epoch:,} {report.train_loss:.4g} {report.seconds:.1f}"
        for run in project.runs.runs:
            f"{run.best_epoch:,} {run.best_value:.4g} {run.ending} {run.last_epoch:,}"
            np.log10(np.abs(run.train) + 1).sum()
        document_text(model)
        if project.reference.source == "sample:catchment":
            table = open_table("sample:catchment")
            with np.errstate(all="ignore"):
                prepare(table, model.spec)
                model.predict(table)
        if rows_digest(dataset) == project.reference.rows_sha256 and project.state is not None:
            go_on(Trainer.from_state(model.config, dataset, project.state))
        with np.errstate(all="ignore"):
            model.network.predict(np.zeros((2, model.network.sizes[0])))
    except UserError as error:
        repeated = LONG[: LONGEST_QUOTE + 1] in str(error) or len(str(error)) > 700
        return Outcome("repeats" if repeated else "refused", str(error))
    except Exception:
        return Outcome("crash", traceback.format_exc())
    return Outcome("taken")


def _elaborate(spec: DataSpec) -> DataSpec:
    """A spec with a derived column and one made of it, rows left out in all ways, periods, and transformations."""
    spec = with_derived(spec, "wet = rolling_mean(rain_mm, 7, by=station)", "more = log1p(wet) * lag(temp_c, 2)")
    rain, target = spec.column("rain_mm"), spec.column("discharge_mm")
    left_out = (
        LeftOut(rows="3, 10-20"),
        LeftOut(condition='rain_mm > 60 and station = "A"'),
        LeftOut(column="date", first="2017-02-01", last="2017-02-20"),
    )
    split = SplitConfig(method="periods", column="date", period="month", test_every=5, validation_every=4)
    changed = (rain.replace(transform="log1p"), target.replace(transform="yeo_johnson", role=ColumnRole.TARGET))
    return spec.with_columns(*changed).replace(left_out=left_out, split=split)


def a_project(kind: int) -> tuple[bytes, Dataset]:
    """A project of a run with early stopping and averaging (0), with L-BFGS (1), for classes in mid-epoch (2).

    Or (3) of a table that was changed in every way. Each has a list of two runs.
    """
    source = ("sample:xor", "sample:sine", "sample:iris", "sample:catchment")[kind]
    table = open_table(source)
    spec = suggested_spec(source, table)
    prepared = prepare(table, _elaborate(spec) if kind == 3 else spec)
    config = propose_config(prepared.dataset)
    if kind == 0:
        config = config.replace(training=config.training.replace(averaging=0.9, dropout=0.2))
    if kind == 1:
        config = config.replace(training=config.training.replace(optimizer=LBFGS(), weight_decay=0.0, averaging=0.0))
    trainer = Trainer(config, prepared.dataset)
    for _ in range(3):
        trainer.step_epoch()
    if kind == 2:
        trainer.step_batch()
    model = TrainedModel.from_run(prepared, config, trainer.network, trainer.epoch, "last")
    columns = (trainer.history.epochs, trainer.history.train_loss, trainer.history.validation_loss)
    runs = [
        RunRecord(
            number, config, *columns, 2, 0.5, "It was stopped.", state, {"training": {"mse": 0.5}}, "a", parent=parent
        )
        for number, state, parent in ((1, trainer.state(), 0), (2, None, 1))
    ]
    reference = make_reference(prepared.table, prepared.dataset, None)
    layout = {"workspace": json.dumps({"plots": ["loss"], "sizes": [1, 2]})}
    source_of_export = ExportInput(model, trainer.history, prepared)
    data = encode_project(source_of_export, reference, trainer.state(), layout, None, RunRecords(tuple(runs), 2, 2))
    return data, prepared.dataset
