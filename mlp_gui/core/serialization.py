"""Frozen dataclasses as JSON and back, strictly checked: files come from anywhere.

Two kinds are told apart. A `Config` is written by hand as well: what is absent keeps its default, and each value is
checked against its declaration. Any other dataclass is written by the program only: every field without a default
must be there, with a value of its annotated type.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.visible_text import NAME, visible

T = TypeVar("T")
_WORDS = {float: mark("a number"), str: mark("text"), bool: mark("true or false"), int: mark("a whole number")}


def to_json(value: Any) -> Any:
    """Return a value as what JSON can hold.

    Dataclasses become dicts, tuples lists and enums their values; numbers and texts stay. A family member within a
    config carries its "name"; the outermost object does not.
    """
    if isinstance(value, Config):
        present = [(p, getattr(value, p.name)) for p in params_of(type(value))]
        return {p.name: _setting_to_json(v) for p, v in present if not (p.sparse and v == p.default)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_json(v) for v in value]
    return value.value if isinstance(value, Enum) else value


def _setting_to_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_setting_to_json(v) for v in value]
    if not isinstance(value, Config):
        return to_json(value)
    name = getattr(value, "name", None)
    declares_name = any(p.name == "name" for p in params_of(type(value)))  # as a column does
    tag = {"name": name} if isinstance(name, str) and not declares_name else {}
    return tag | to_json(value)


def from_json(kind: type[T], value: Any, where: str = "") -> T:
    """Return the dataclass that a JSON value describes: the inverse of `to_json`.

    A family member of a config may be written as its bare name: {"optimizer": "adam"}.

    Parameters
    ----------
    kind : type
        A dataclass; a `Config` keeps its defaults for absent keys.
    value : object
        What the JSON parser returned.
    where : str, optional
        Path of the value in its file, for messages.

    Raises
    ------
    UserError
        If a key is unknown or absent or a value does not fit; the message names its path.
    """
    return typing.cast("T", _read(kind, value, where))


def _read(kind: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, Config):
        return _read_config(kind, value, where)
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
    if kind is float and isinstance(value, int) and not isinstance(value, bool):  # JSON has one kind of number
        return _float(value, where)
    # A bool is an int in Python, but not in a file.
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        wanted = tr(_WORDS[kind]) if kind in _WORDS else str(kind)
        raise UserError(tr("{where} must be {wanted}, not {value!r}.", where=where, wanted=wanted, value=value))
    return value


def _float(value: int, where: str) -> float:
    try:
        return float(value)
    except OverflowError:
        raise UserError(tr("{where} cannot be {value!r}.", where=where, value=value)) from None


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
    _refuse_no_object(value, where)
    hints = _hints(kind)
    known = {f.name: f for f in dataclasses.fields(kind)}
    for key in value:
        if key not in known:
            path = f"{where}.{visible(str(key), NAME)}"
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


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    """Return the types of the fields; to evaluate their annotations takes longer than to read them from a file."""
    return typing.get_type_hints(kind)


def _refuse_no_object(value: Any, where: str) -> None:
    if not isinstance(value, Mapping):
        raise UserError(tr("{where} must be an object of names and values.", where=where or tr("The configuration")))


# --- configs -------------------------------------------------------------------------------------------------


def _read_config(kind: type[Config], value: Any, where: str) -> Config:
    _refuse_no_object(value, where)
    known = {p.name: p for p in params_of(kind)}
    settings = {}
    for key, plain in value.items():
        name = visible(str(key), NAME)
        path = f"{where}.{name}" if where else name
        if key not in known:
            raise UserError(
                tr("There is no setting {path}.", path=path),
                hint=tr("Known here: {names}.", names=", ".join(known)),
            )
        settings[key] = _read_setting(known[key], plain, path)
    return kind(**settings)


def _read_setting(p: Param, value: Any, where: str) -> Any:
    """Numbers, texts and choices are passed on: the config checks them against their declaration."""
    if value is None and p.optional:
        return None
    if p.kind == "member":
        return _read_member(p, value, where)
    if p.kind == "group" and p.item is not None:
        return _read_config(p.item, value, where)
    if p.kind == "list" and p.item is not None:
        if not isinstance(value, list | tuple):
            raise UserError(tr("{path} must be a list.", path=where))
        if not issubclass(p.item, Config):
            return tuple(value)
        return tuple(_read_config(p.item, v, f"{where}[{i}]") for i, v in enumerate(value))
    return value


def _read_member(p: Param, value: Any, where: str) -> Config:
    assert p.family is not None
    # A copy, because the name is taken out of it.
    settings = {"name": value} if isinstance(value, str) else dict(value) if isinstance(value, Mapping) else {}
    if not isinstance(settings.get("name"), str):
        raise UserError(tr("{path} needs the name of its {family}.", path=where, family=tr(p.family.family)))
    return _read_config(p.family[settings.pop("name")], settings, where)


def merge_settings(plain: Mapping[str, Any], changes: Any) -> dict[str, Any]:
    """Return settings with the entries of others, object by object.

    Parameters
    ----------
    plain : mapping
        As `to_json` returns them.
    changes : mapping
        Of the same form; what is absent stays as it is.

    Raises
    ------
    UserError
        If the changes are no object of names and values.
    """
    merged = dict(_object(plain))
    for key, value in _object(changes).items():
        # Settings of one family member mean nothing to another: it replaces them instead of being merged.
        same_member = isinstance(merged.get(key), dict) and (
            not isinstance(value, dict) or value.get("name", merged[key].get("name")) == merged[key].get("name")
        )
        merged[key] = merge_settings(merged[key], value) if same_member and isinstance(value, dict) else value
    return merged


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise UserError("Settings must be objects of names and values.", f"{value!r} is none.")
    return value
