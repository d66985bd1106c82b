"""A formula as a tree: numbers, columns and calls. Operators are calls of the function that their sign names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Number:
    """A constant."""

    value: float
    position: int = 0


@dataclass(frozen=True)
class ColumnName:
    """The value of a column in the row."""

    name: str
    position: int = 0


@dataclass(frozen=True)
class Call:
    """A function or an operator with its arguments.

    Attributes
    ----------
    function : str
        A name of `functions.FUNCTIONS`, a sign such as "+", or "negative".
    arguments : tuple of Node
    by : str
        The column of groups that a window does not leave; "" for none.
    order : str
        The column whose order the rows have; "" for that of the file.
    position : int
    """

    function: str
    arguments: tuple[Node, ...]
    by: str = ""
    order: str = ""
    position: int = 0

    @cached_property
    def depth(self) -> int:
        """How many calls stand inside one another."""
        return 1 + max((a.depth for a in self.arguments if isinstance(a, Call)), default=0)

    @property
    def count(self) -> float:
        """The number that says how many rows, or which span: 1 where it is left out."""
        last = self.arguments[-1]
        return last.value if len(self.arguments) > 1 and isinstance(last, Number) else 1.0


Node = Number | ColumnName | Call


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all that stands in it, the outer ones first."""
    rest = [node]
    while rest:
        at = rest.pop()
        yield at
        if isinstance(at, Call):
            rest += reversed(at.arguments)


def columns_of(node: Node) -> tuple[str, ...]:
    """Return the columns that a formula asks, those of `by` and `order` with them, each once."""
    found: dict[str, None] = {}
    for at in walk(node):
        if isinstance(at, ColumnName):
            found[at.name] = None
        elif isinstance(at, Call):
            found |= dict.fromkeys(filter(None, (at.by, at.order)))
    return tuple(found)
