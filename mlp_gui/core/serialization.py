"""Frozen dataclasses of numbers and texts as JSON and back, strictly checked: files come from anywhere."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr

T = TypeVar("T")
_WORDS = {float: mark("a number"), str: mark("text"), bool: mark("true or false"), int: mark("a whole number")}


def to_json(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, enums as their values; numbers and texts as they are."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_json(v) for v in value]
    return value.value if isinstance(value, Enum) else value


def from_json(kind: type[T], value: Any, where: str) -> T:
    """The dataclass that `value` describes; UserError that names the path of a wrong type, unknown or absent key."""
    return typing.cast("T", _read(kind, value, where))


def _read(kind: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(kind)
    if dataclasses.is_dataclass(kind):
        return _read_object(kind, value, where)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise UserError(tr("{where} must be a list.", where=where))
        item = typing.get_args(kind)[0]
        return tuple(_read(item, v, f"{where}[{i}]") for i, v in enumerate(value))
    if origin is types.UnionType:
        return _read_union(typing.get_args(kind), value, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise UserError(tr("{where} cannot be {value!r}.", where=where, value=value)) from None
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        wanted = tr(_WORDS[kind]) if kind in _WORDS else str(kind)
        raise UserError(tr("{where} must be {wanted}, not {value!r}.", where=where, wanted=wanted, value=value))
    return value


def _read_union(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    for kind in (k for k in kinds if k is not type(None)):
        try:
            return _read(kind, value, where)
        except UserError:
            continue
    raise UserError(tr("{where} cannot be {value!r}.", where=where, value=value))


def _read_object(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise UserError(tr("{where} must be an object of names and values.", where=where))
    hints = typing.get_type_hints(kind)
    known = {f.name: f for f in dataclasses.fields(kind)}
    for key in value:
        if key not in known:
            path = f"{where}.{key}"
            raise UserError(
                tr("{path} is not known here.", path=path), hint=tr("Known: {names}.", names=", ".join(known))
            )
    needed = [
        n for n, f in known.items() if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    ]
    absent = [n for n in needed if n not in value]
    if absent:
        raise UserError(tr("{where} lacks {names}.", where=where, names=", ".join(absent)))
    return kind(**{k: _read(hints[k], v, f"{where}.{k}") for k, v in value.items()})
