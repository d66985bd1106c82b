"""A derived column as it is declared: "rain_lag1 = lag(rain, 1)", one text in files, options and forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.derived.expression import Call, ColumnName, Node, columns_of, walk
from mlp_gui.data.derived.functions import FUNCTIONS
from mlp_gui.data.derived.parser import parse_formula
from mlp_gui.data.derived.tokens import quoted_name

MOST_COLUMNS = 5_000


@dataclass(frozen=True)
class DerivedColumn:
    """One declaration.

    Attributes
    ----------
    name : str
        Of the new column.
    formula : Node
    text : str
        As it was written.
    """

    name: str
    formula: Node
    text: str

    @property
    def formula_text(self) -> str:
        """What stands behind the first =."""
        rest = self.text.strip().removeprefix(quoted_name(self.name))
        return rest.partition("=")[2].strip() if rest.lstrip().startswith("=") else self.text.partition("=")[2].strip()

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The columns that it asks."""
        return columns_of(self.formula)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Those of them whose values are computed with; the others only tell groups apart."""
        calls = [at for at in walk(self.formula) if isinstance(at, Call)]
        named = {at.name for at in walk(self.formula) if isinstance(at, ColumnName)}
        return frozenset(named | {at.order for at in calls if at.order})

    @cached_property
    def looks_ahead(self) -> bool:
        """Whether it takes values of later rows by itself."""
        return any(isinstance(at, Call) and at.function == "lead" for at in walk(self.formula))

    @cached_property
    def windows(self) -> tuple[Call, ...]:
        """The calls that look at other rows."""
        found = (at for at in walk(self.formula) if isinstance(at, Call))
        return tuple(at for at in found if at.function in FUNCTIONS and FUNCTIONS[at.function].is_window)


@lru_cache(maxsize=20_000)
def parse_derived(text: str) -> DerivedColumn:
    """Read a declaration.

    Parameters
    ----------
    text : str

    Raises
    ------
    FormulaError
        If it cannot be read; it says where, and what was expected.
    """
    name, formula = parse_formula(text)
    return DerivedColumn(name, formula, text)


def parse_all(texts: Sequence[str]) -> tuple[DerivedColumn, ...]:
    """Read declarations, of which each may use those before it.

    Parameters
    ----------
    texts : sequence of str

    Raises
    ------
    UserError
        If one cannot be read, a name stands twice, or a column is used before it is declared.
    """
    if len(texts) > MOST_COLUMNS:
        raise UserError(tr("There are more than {n:,} derived columns.", n=MOST_COLUMNS))
    found = tuple(parse_derived(text) for text in texts)
    later = {column.name for column in found}
    if len(later) < len(found):
        names = [column.name for column in found]
        twice = next(name for name in names if names.count(name) > 1)
        raise UserError(tr("The derived column {name} is declared twice.", name=twice), hint=tr("Rename one of them."))
    for column in found:
        for name in column.needs:
            if name in later:
                raise UserError(
                    tr("The derived column {name} uses {other} before it is made.", name=column.name, other=name),
                    hint=tr("A derived column can use those that are declared before it."),
                )
        later.remove(column.name)
    return found


def derived_names(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the names that declarations give."""
    return tuple(column.name for column in parse_all(texts))


def fitting(texts: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Return the declarations that can be computed of columns, and have none of their names.

    Parameters
    ----------
    texts : sequence of str
    names : iterable of str
        The columns that there are.
    """
    known, kept = set(names), []
    for column in parse_all(texts):
        if column.name not in known and known >= set(column.needs):
            kept.append(column.text)
            known.add(column.name)
    return tuple(kept)


def looking_ahead(columns: Iterable[DerivedColumn]) -> frozenset[str]:
    """Return the names of derived columns that hold values of later rows, by themselves or through others."""
    found: set[str] = set()
    for column in columns:
        if column.looks_ahead or found & set(column.needs):
            found.add(column.name)
    return frozenset(found)


def closure(columns: Sequence[DerivedColumn], wanted: Iterable[str]) -> tuple[DerivedColumn, ...]:
    """Return the declarations that the wanted columns need, in their order.

    Parameters
    ----------
    columns : sequence of DerivedColumn
    wanted : iterable of str
        Names; those that are not derived are passed over.
    """
    needed = set(wanted)
    kept = []
    for column in reversed(columns):
        if column.name in needed:
            needed |= set(column.needs)
            kept.append(column)
    return tuple(reversed(kept))
