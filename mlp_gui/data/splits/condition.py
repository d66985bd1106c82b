"""A condition on rows, such as flow > 1000 and station = "A": read word by word, never executed as a program.

condition   clause {or clause}
clause      part {and part}
part        not part | (condition) | formula (< | <= | > | >= | = | == | !=) formula | column (= | ...) "text or date"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.evaluation import FormulaEvaluator
from mlp_gui.data.derived.parser import parse_formula
from mlp_gui.data.derived.source_column import groups_of, source_of
from mlp_gui.data.derived.tokens import FormulaError
from mlp_gui.data.splits.row_times import read_moment

Mask = NDArray[np.bool_]
Truth = tuple[Mask, Mask]  # which rows fulfil it, and which do not; of a missing value neither is known
MOST_LETTERS = 2_000
DEEPEST = 50
_WORD = re.compile(
    r"""\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|[^\W\d][\w.]*|<=|>=|==|!=|<>|[<>=()]|[^\s<>=()"'`!]+|.)"""
)
_DATE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2}( \d{1,2}:\d{2}(:\d{2})?)?)?")
_SIGNS = {"=": "==", "<>": "!=", **{sign: sign for sign in ("<", "<=", ">", ">=", "==", "!=")}}
_COMPARE: dict[str, Callable[..., Mask]] = {
    "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "==": np.equal, "!=": np.not_equal,
}  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Two sides and the sign between them, as they are written."""

    left: str
    sign: str
    right: str

    @cached_property
    def quoted(self) -> str | None:
        """The text or date on the right side; None where there is a formula."""
        if _DATE.fullmatch(self.right):
            return self.right
        if self.right[:1] in ('"', "'") and self.right.endswith(self.right[0]) and len(self.right) > 1:
            return self.right[1:-1].replace(2 * self.right[0], self.right[0])
        return None


@dataclass(frozen=True)
class Logical:
    """Conditions joined by "and" or "or", or one that is denied by "not"."""

    word: str
    parts: tuple[Node, ...] = field(default=())


Node = Comparison | Logical


def rows_where(table: Table, text: str) -> Mask:
    """Return which rows of a table fulfil a condition, of shape (n_rows,); those where it is not known do not.

    Parameters
    ----------
    table : Table
    text : str

    Raises
    ------
    UserError
        If the condition cannot be read, or asks a column that is not there.
    """
    return _truth(parse_condition(text), table, text)[0]


def parse_condition(text: str) -> Node:
    """Read a condition.

    Parameters
    ----------
    text : str

    Raises
    ------
    UserError
        If it cannot be read; the message says what was expected.
    """
    if len(text) > MOST_LETTERS:
        raise _wrong(text[:80], tr("A condition has at most {n:,} letters.", n=MOST_LETTERS))
    reader = _ConditionReader(text)
    found = reader.condition(0)
    if reader.word:
        raise _wrong(text, tr("{word!r} is not expected there.", word=reader.word))
    return found


class _ConditionReader:
    """Reads from left to right; each method takes the words of one rule of the grammar."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [m[1] for m in _WORD.finditer(text.strip())]
        self._at = 0

    @property
    def word(self) -> str:
        """The next word; "" at the end."""
        return self._words[self._at] if self._at < len(self._words) else ""

    def condition(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise _wrong(self._text, tr("It is too deeply nested."))
        return self._joined("or", lambda: self._joined("and", lambda: self._part(depth)))

    def _joined(self, word: str, read: Callable[[], Node]) -> Node:
        parts = [read()]
        while self.word.lower() == word:
            self._at += 1
            parts.append(read())
        return parts[0] if len(parts) == 1 else Logical(word, tuple(parts))

    def _part(self, depth: int) -> Node:
        if self.word.lower() == "not":
            self._at += 1
            if depth > DEEPEST:
                raise _wrong(self._text, tr("It is too deeply nested."))
            return Logical("not", (self._part(depth + 1),))
        if self.word == "(" and self._is_group():
            self._at += 1
            inner = self.condition(depth + 1)
            self._at += 1  # the bracket that `_is_group` has found
            return inner
        return self._comparison()

    def _is_group(self) -> bool:
        """Whether the bracket that opens here holds a condition, not a part of a formula."""
        depth = 0
        for at in range(self._at, len(self._words)):
            word = self._words[at]
            depth += (word == "(") - (word == ")")
            if depth == 0:
                after = self._words[at + 1].lower() if at + 1 < len(self._words) else ""
                return after in ("", "and", "or", ")")
        raise _wrong(self._text, tr("A bracket is not closed."))

    def _comparison(self) -> Comparison:
        sides: list[list[str]] = [[]]
        sign, depth = "", 0
        while self.word and not (depth == 0 and (self.word.lower() in ("and", "or") or self.word == ")")):
            word = self.word
            depth += (word == "(") - (word == ")")
            if depth == 0 and word in _SIGNS:
                if sign:
                    raise _wrong(self._text, tr("Comparisons cannot follow one another; join them by and."))
                sign = _SIGNS[word]
                sides.append([])
            else:
                sides[-1].append(word)
            self._at += 1
        if not sign or not all(sides):
            said = tr("A comparison is expected, such as {example}.", example="flow > 1000")
            raise _wrong(self._text, said)
        return Comparison(" ".join(sides[0]), sign, " ".join(sides[1]))


def _truth(node: Node, table: Table, text: str) -> Truth:
    if isinstance(node, Comparison):
        return _compared(node, table, text)
    parts = [_truth(part, table, text) for part in node.parts]
    yes, no = zip(*parts, strict=True)
    if node.word == "not":
        return no[0], yes[0]
    if node.word == "and":
        return np.logical_and.reduce(yes), np.logical_or.reduce(no)
    return np.logical_or.reduce(yes), np.logical_and.reduce(no)


def _compared(node: Comparison, table: Table, text: str) -> Truth:
    if node.quoted is None:
        return _numbers(node, table, text)
    name = node.left[1:-1] if node.left[:1] in ('"', "`") else node.left
    profile = table.field(name)
    if profile.kind == "datetime" or profile.is_number:
        moments, wanted = table.moments(name), read_moment(node.quoted, profile)
        found, known = _COMPARE[node.sign](moments, wanted), np.isfinite(moments)
    else:
        if node.sign not in ("==", "!="):
            raise _wrong(text, tr("The column {name} holds words, which have no order.", name=name))
        words = column_texts(table.frame[name])
        known = words.notna().to_numpy()
        same = (words.str.strip() == node.quoted.strip()).to_numpy(dtype=bool, na_value=False)
        found = same if node.sign == "==" else ~same
    return found & known, ~found & known


def _numbers(node: Comparison, table: Table, text: str) -> Truth:
    left = f"`{node.left[1:-1]}`" if re.fullmatch(r'"[^"]+"', node.left) else node.left
    try:
        formula = parse_formula(f"condition = ({left}) {node.sign} ({node.right})")[1]
    except FormulaError as error:
        raise _wrong(text, error.detail.partition(": ")[2], error.hint) from error
    evaluator = FormulaEvaluator(
        table.n_rows,
        lambda name: source_of(table.field(name), table.formats.get(name)).numbers(table.frame[name]),
        lambda name: groups_of(table.frame[name]),
    )
    values = evaluator.evaluate(formula)
    return values == 1, values == 0


def _wrong(text: str, detail: str, hint: str = "") -> UserError:
    hint = hint or tr("For example {example}.", example='flow > 1000 and station = "A"')
    return UserError(tr("The condition {text!r} cannot be used.", text=text), detail, hint)
