"""A data spec declares what becomes of a table: the role of each column, the split, what is fitted on which rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.transformation import TRANSFORMS
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.missing_markers import split_markers
from mlp_gui.data.columns.remark import Remark, WayOut
from mlp_gui.data.derived.derived_column import looking_ahead, parse_all
from mlp_gui.data.leakage.leak import Cure
from mlp_gui.data.preprocessing.column_choices import (
    BELOW_LIMIT,
    DECIDED,
    ENCODINGS,
    GAP_WORDS,
    MISSING,
    PIECES_HELP,
    READ_AS,
    SCALINGS,
    SMEARING_HELP,
    SPELLING,
)
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.data.splits.split_config import SplitConfig

__all__ = ["ENCODINGS", "MISSING", "ROLES", "SCALINGS", "ColumnRole", "ColumnSpec", "DataSpec", "SplitConfig"]


class ColumnRole(StrEnum):
    """What a column is for. The value is its name in files and commands."""

    INPUT = "input"
    TARGET = "target"
    WEIGHT = "weight"
    IGNORED = "ignored"


ROLES: tuple[tuple[str, str], ...] = (
    (ColumnRole.INPUT, mark("Input")),
    (ColumnRole.TARGET, mark("Target")),
    (ColumnRole.WEIGHT, mark("Row weight")),
    (ColumnRole.IGNORED, mark("Ignored")),
)


@dataclass(frozen=True)
class ColumnSpec(Config):
    """What becomes of one column. `reason` says why a suggestion was made; it has no effect."""

    name: str = param("", "Column")
    role: str = param(ColumnRole.INPUT, "Role", choices=ROLES)
    missing: str = param("drop", "Missing values", choices=MISSING, help="What stands in for an empty cell.")
    fill: str = param(
        "", "Constant", when="missing=constant", help="The number or text that stands in for an empty cell."
    )
    markers: str = param(
        "", "Means no value", sparse=True, help="Cells that count as missing in this column, such as -999; 9999.9."
    )
    kept: str = param(
        "", "Kept numbers", sparse=True, help="Far from all others, and meant as they are.", advanced=True
    )
    scaling: str = param("default", "Scaling", choices=(("default", "Same as table"), *SCALINGS))
    transform: str = param(
        "none",
        "Transformation",
        choices=TRANSFORMS,
        sparse=True,
        help="A function before the scaling, for skewed numbers. What is shown stays in original units.",
    )
    smearing: bool = param(False, "Smearing correction", sparse=True, help=SMEARING_HELP)
    encoding: str = param("auto", "Encoding", choices=ENCODINGS)
    reason: str = param("", "Reason", advanced=True)
    read_as: str = param(
        "auto",
        "Read as",
        choices=READ_AS,
        sparse=True,
        help="What the cells of the column are; the file is read again.",
    )
    below_limit: str = param("auto", "Values such as <0.05", choices=BELOW_LIMIT, advanced=True, sparse=True)
    spelling: str = param("auto", "Words that differ in case", choices=SPELLING, advanced=True, sparse=True)
    gap_words: str = param("auto", "NA and the like", choices=GAP_WORDS, advanced=True, sparse=True)

    def without_remarks(self) -> ColumnSpec:
        """Return the spec without what only answers remarks: what was decided is what holds anyway."""
        decided = {name: "auto" for name, usual in DECIDED.items() if getattr(self, name) == usual}
        return self.replace(reason="", kept="", **decided)


@dataclass(frozen=True)
class DataSpec(Config):
    """All choices about a table. Column names are unique; columns that are not listed are ignored."""

    columns: tuple[ColumnSpec, ...] = param((), "Columns")
    split: SplitConfig = param(SplitConfig(), "Split")
    left_out: tuple[LeftOut, ...] = param(
        (), "Rows left out", sparse=True, help="Rows that are not used. The split of the others stays as it is."
    )
    dismissed: tuple[str, ...] = param((), "Dismissed notes", sparse=True, help="Leaks that are accepted as they are.")
    task: str = param(
        "auto",
        "Task",
        choices=(
            ("auto", "As the target suggests"),
            ("regression", "Regression"),
            ("binary", "Two classes"),
            ("multiclass", "Several classes"),
        ),
        help="Regression predicts numbers, classification predicts one of a few classes.",
    )
    scaling: str = param("standard", "Scale inputs", choices=SCALINGS, option="scale")
    scale_target: str = param(
        "standard",
        "Scale target",
        choices=(SCALINGS[0], SCALINGS[1], SCALINGS[3]),
        option="scale-target",
        help="Only numbers are scaled, never classes. Scores are always in original units.",
    )
    pieces: int = param(0, "Pieces of each number", low=0, high=64, sparse=True, help=PIECES_HELP)
    fit_on: str = param(
        "training",
        "Fit on",
        choices=(
            ("training", "Training rows"),
            ("used_rows", "All used rows"),
            ("all_rows", "Every row of the file"),
        ),
        help="Which rows decide means, fill values and categories. Anything but training rows lets the validation and "
        "test rows leak into the training.",
        advanced=True,
    )
    copies: str = param(
        "kept",
        "Copies of rows",
        choices=(("kept", "Use them like any row"), ("left_out", "Leave all but the first out")),
        advanced=True,
        sparse=True,
        help="Rows with the same inputs and targets as an earlier one.",
    )
    copies_within: float = param(
        0.0,
        "Copies may differ by",
        low=0,
        high=0.1,
        unit="standard deviations",
        when="copies=left_out",
        advanced=True,
        sparse=True,
        help="Rows that differ by no more than that in any column are copies, too; 0 asks for equal cells.",
    )
    derived: tuple[str, ...] = param((), "Derived columns", sparse=True)

    @cached_property
    def _by_name(self) -> dict[str, ColumnSpec]:
        return {c.name: c for c in self.columns}

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The input columns, without the one that divides the rows."""
        divider = self.split.column if self.split.method == "column" else None
        return tuple(c.name for c in self.columns if c.role == ColumnRole.INPUT and c.name != divider)

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """The target columns."""
        return tuple(c.name for c in self.columns if c.role == ColumnRole.TARGET)

    @cached_property
    def weight(self) -> str:
        """The column that says how much each row counts; "" when all rows count alike."""
        return next((c.name for c in self.columns if c.role == ColumnRole.WEIGHT), "")

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        """The columns that are listed as ignored."""
        return tuple(c.name for c in self.columns if c.role == ColumnRole.IGNORED)

    @cached_property
    def markers(self) -> dict[str, tuple[str, ...]]:
        """Column -> cells that mean no value in it, of the columns that have such."""
        return {c.name: split_markers(c.markers) for c in self.columns if c.markers}

    @cached_property
    def derived_names(self) -> tuple[str, ...]:
        """The names of the derived columns, in the order of their declarations."""
        return tuple(column.name for column in parse_all(self.derived))

    @cached_property
    def looking_ahead(self) -> frozenset[str]:
        """The derived columns that hold values of later rows."""
        return looking_ahead(parse_all(self.derived))

    def gives_same_data(self, other: DataSpec) -> bool:
        """Tell whether another spec differs only in what has no effect on the dataset: reasons, confirmed choices."""
        mine, theirs = (spec.replace(columns=(), dismissed=()) for spec in (self, other))
        if mine != theirs or len(self.columns) != len(other.columns):
            return False
        pairs = zip(self.columns, other.columns, strict=True)
        return all(a is b or a.without_remarks() == b.without_remarks() for a, b in pairs)

    def precomputed(self) -> DataSpec:
        """Return itself, with what is asked often computed in the calling thread: 20 ms for ten thousand columns."""
        _ = self._by_name, self.inputs, self.targets, self.weight, self.ignored
        return self

    def column(self, name: str) -> ColumnSpec:
        """Return the spec of a column; an ignored one when it is not listed."""
        return self._by_name.get(name) or ColumnSpec(name, role=ColumnRole.IGNORED)

    def columns_of(self, names: Iterable[str]) -> list[ColumnSpec]:
        """Return `column` for many names; ten thousand take 2 ms."""
        known = self._by_name
        return [known.get(name) or self.column(name) for name in names]

    def with_columns(self, *changed: ColumnSpec) -> DataSpec:
        """Return the spec with some columns replaced, or added at the end. A new row weight replaces the old one."""
        new = {c.name: c for c in changed}
        weights = [c.name for c in changed if c.role == ColumnRole.WEIGHT]
        kept = tuple(new.pop(c.name, c) for c in self.columns) + tuple(new.values())
        if weights:
            kept = tuple(
                c.replace(role=ColumnRole.IGNORED) if c.role == ColumnRole.WEIGHT and c.name != weights[-1] else c
                for c in kept
            )
        return self._with_valid(kept)

    def _with_valid(self, columns: tuple[ColumnSpec, ...]) -> DataSpec:
        # They have been checked and differ in names: to check ten thousand again takes 10 ms.
        new = object.__new__(DataSpec)
        for f in fields(self):
            object.__setattr__(new, f.name, columns if f.name == "columns" else getattr(self, f.name))
        return new

    def with_ways_out(self, ways: Iterable[tuple[str, WayOut]]) -> DataSpec:
        """Return the spec with what ways out of remarks change, each in a column."""
        changed: dict[str, ColumnSpec] = {}
        for name, way in ways:
            changed[name] = (changed.get(name) or self.column(name)).replace(**{way.setting: way.value})
        return self.with_columns(*changed.values())

    def cured(self, cure: Cure, reason: str = "") -> DataSpec:
        """Return the spec with what makes a leak harmless.

        Parameters
        ----------
        cure : Cure
        reason : str
            Why its columns are left out.
        """
        ignored = (self.column(name).replace(role=ColumnRole.IGNORED, reason=reason) for name in cure.ignored)
        copies = {} if cure.copies_within is None else {"copies": "left_out", "copies_within": cure.copies_within}
        changed = {"split": self.split.replace(**dict(cure.split)), "dismissed": self.dismissed + cure.dismissed}
        return self.with_columns(*ignored).replace(**changed, **copies)

    def is_settled(self, remark: Remark) -> bool:
        """Tell whether one of the ways out of a remark was taken, or its column is ignored."""
        column = self.column(remark.column)
        return column.role == ColumnRole.IGNORED or any(getattr(column, w.setting) == w.value for w in remark.ways_out)

    def with_roles(self, inputs: tuple[str, ...] | None = None, targets: tuple[str, ...] | None = None) -> DataSpec:
        """Return the spec with other roles.

        Parameters
        ----------
        inputs : tuple of str, optional
            Exactly these inputs. When omitted, former targets become inputs.
        targets : tuple of str, optional
            Left as they are when omitted.
        """
        targets = self.targets if targets is None else targets
        changed, role = [], ""
        for c in self.columns:
            if c.name in targets:
                role = ColumnRole.TARGET
            elif inputs is not None:
                role = ColumnRole.INPUT if c.name in inputs else ColumnRole.IGNORED
            else:
                role = ColumnRole.INPUT if c.role == ColumnRole.TARGET else c.role
            if role != c.role:
                changed.append(c.replace(role=role, reason=""))
        return self.with_columns(*changed)

    def check(self) -> None:
        """Refuse two columns of row weights, a column that is listed twice, and formulas that cannot be read."""
        parse_all(self.derived)
        weights = [c.name for c in self.columns if c.role == ColumnRole.WEIGHT]
        if len(weights) > 1:
            raise UserError(
                tr("Only one column can hold the row weights."),
                tr("There are {n}: {names}.", n=len(weights), names=", ".join(weights)),
            )
        if len({c.name for c in self.columns}) < len(self.columns):
            raise UserError(tr("A column is listed twice in the data settings."))
