"""A hyperparameter is declared once, in a frozen dataclass; bounds, help and liveness are read from there.

The form draws it, the command line parses it, the project file stores it, the worker checks it: all from one line

    momentum: float = param(0.9, "Momentum", low=0, high=1, high_open=True, help="...", live=True)
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal, Self, TypeVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.core.search_range import SearchRange
from mlp_gui.core.translation import format_localized, tr

C = TypeVar("C", bound="Config")
Kind = Literal["bool", "int", "float", "text", "choice", "member", "group", "list"]


@dataclass(frozen=True)
class Param:
    """What is declared about one setting; `param` describes the fields."""

    label: str
    help: str = ""
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    symbol: str = ""
    scale: Literal["linear", "log"] = "linear"
    live: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    family: Registry[Any] | None = None
    option: str = ""
    advanced: bool = False
    also_called: str = ""
    when: str = ""
    sparse: bool = False
    search: SearchRange | None = None
    name: str = ""
    kind: Kind = "text"
    default: Any = None
    item: type[Any] | None = None
    optional: bool = False

    def search_range(self) -> SearchRange | None:
        """Return where a search looks for values: as declared, else from bounds and default; None for free text."""
        if self.kind == "bool":
            return SearchRange(choices=(False, True))
        if self.kind == "choice":
            return SearchRange(choices=tuple(name for name, _ in self.choices))
        if self.kind == "member" and self.family is not None:
            return SearchRange(choices=self.search.choices if self.search else self.family.names())
        if self.search is not None or self.kind not in ("int", "float") or self.name == "seed":
            return self.search
        bounds = (self.low, self.high), (self.low_open, self.high_open)
        return SearchRange.around(self.default, *bounds, self.scale == "log", self.kind == "int")

    def range_text(self) -> str:
        """Return the bounds in words, such as "greater than 0 and at most 10"."""
        low, high = "", ""
        if self.low is not None:
            low = tr(
                "greater than {low}" if self.low_open else "at least {low}", low=format_localized(self.low, ",.10g")
            )
        if self.high is not None:
            high = tr(
                "less than {high}" if self.high_open else "at most {high}", high=format_localized(self.high, ",.10g")
            )
        return tr("{low} and {high}", low=low, high=high) if low and high else low or high


def param(default: Any, label: str, **declared: Any) -> Any:
    """Declare a setting of a `Config`.

    Parameters
    ----------
    default : object
        Its type is that of the annotation of the field.
    label : str
        What the setting is called in forms.
    **declared : object
        Further fields of `Param`: `help`; the bounds `low` and `high`, which are included unless `low_open` or
        `high_open`
        is true; `unit`; `symbol` in formulas; `scale`, "linear" or "log"; `live`, whether it may change while a run is
        paused; `choices`, pairs of name and label; `family`, a `Registry`; `option`, the name on the command line
        if not
        the field's; `advanced`, whether forms fold it away; `also_called`, such as "scikit-learn: alpha"; `when`,
        such as
        "field=value|value": the form shows the setting only while that sibling has one of these values or member names;
        `sparse`, whether files leave it out while it has its default; `search`, a `SearchRange` where good values are
        usually found, for settings that a search changes unless it is told otherwise.
    """
    return dataclasses.field(default=default, metadata={"param": Param(label=label, **declared)})


_declared: dict[type, tuple[Param, ...]] = {}


def params_of(config_class: type[Config]) -> tuple[Param, ...]:
    """Return the declared parameters of a config class, with name, kind and default taken from the fields."""
    if config_class not in _declared:
        _declared[config_class] = _read_declarations(config_class)
    return _declared[config_class]


def param_of(config_class: type[Config], name: str) -> Param:
    """Return the declared parameter of that name.

    Parameters
    ----------
    config_class : type
    name : str
        Name of the field.

    Raises
    ------
    KeyError
        If the class declares no such parameter.
    """
    for p in params_of(config_class):
        if p.name == name:
            return p
    raise KeyError(name)


def _read_declarations(config_class: type[Config]) -> tuple[Param, ...]:
    hints = typing.get_type_hints(config_class)  # annotations are texts until then
    found = []
    for field in dataclasses.fields(config_class):  # type: ignore[arg-type]  # every Config is a dataclass
        declared: Param | None = field.metadata.get("param")
        if declared is not None:
            kind, item, optional = _kind_of(hints[field.name], declared)
            found.append(
                dataclasses.replace(
                    declared, name=field.name, kind=kind, default=field.default, item=item, optional=optional
                )
            )
    return tuple(found)


def _kind_of(hint: Any, declared: Param) -> tuple[Kind, type[Any] | None, bool]:
    optional = False
    if isinstance(hint, types.UnionType):
        options = [a for a in typing.get_args(hint) if a is not type(None)]
        optional, hint = True, options[0]
    if declared.family is not None:
        return "member", None, optional
    if declared.choices:
        return "choice", None, optional
    if typing.get_origin(hint) is tuple:
        return "list", typing.get_args(hint)[0], optional
    if isinstance(hint, type) and issubclass(hint, Config):
        return "group", hint, optional
    kinds: dict[Any, Kind] = {bool: "bool", int: "int", float: "float", str: "text"}
    return kinds[hint], None, optional


class Config:
    """Base of every frozen dataclass of settings: it cannot be created with a value out of bounds."""

    def __post_init__(self) -> None:
        for p in params_of(type(self)):
            object.__setattr__(self, p.name, checked(p, getattr(self, p.name)))  # the dataclass is frozen
        self.check()

    def check(self) -> None:
        """Override to refuse combinations of settings by a `UserError`."""

    def replace(self, **changes: Any) -> Self:
        """Return a copy with other values for some fields, checked like a new one."""
        return dataclasses.replace(self, **changes)  # type: ignore[type-var]  # every Config is a dataclass


def checked(p: Param, value: Any) -> Any:
    """Return a value as the declared kind.

    Parameters
    ----------
    p : Param
    value : object
        A number may be numpy's.

    Raises
    ------
    UserError
        If it does not fit; the message names the setting, the value and the range.
    """
    if value is None and p.optional:
        return None
    if p.kind == "choice":
        return _checked_choice(p, value)
    if p.kind == "bool" and not isinstance(value, bool):
        raise _refused(p, value, tr("It must be true or false."))
    if p.kind in ("int", "float"):
        return _checked_number(p, value)
    if p.kind == "list":
        return _checked_list(p, value)
    if p.kind == "text" and not isinstance(value, str):
        raise _refused(p, value, tr("It must be text."))
    if p.kind == "group" and p.item is not None and not isinstance(value, p.item):
        raise _refused(p, value, tr("It must be a {kind}.", kind=p.item.__name__))
    if p.kind == "member" and p.family is not None and type(value) not in tuple(p.family):
        raise _refused(p, value, tr("It must be a registered {family}.", family=tr(p.family.family)))
    return value


def _checked_list(p: Param, value: Any) -> tuple[Any, ...]:
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        raise _refused(p, value, tr("It must be a list."))
    items = tuple(value)
    if p.item is not None and not all(isinstance(item, p.item) for item in items):
        raise _refused(p, value, tr("Each item must be a {kind}.", kind=p.item.__name__))
    return items


def _checked_choice(p: Param, value: Any) -> str:
    names = tuple(name for name, _ in p.choices)
    if value not in names:
        raise _refused(p, value, tr("It must be one of: {names}.", names=", ".join(names)))
    return str(value)


def _checked_number(p: Param, value: Any) -> int | float:
    number = not isinstance(value, bool) and isinstance(value, int | float)  # a bool is an int
    if not number and hasattr(value, "dtype") and getattr(value, "ndim", 1) == 0:  # numpy's
        value, number = value.item(), True
    if number and isinstance(value, int) and value.bit_length() > 1_000:  # larger than any float
        raise _refused(p, value, tr("It must be a finite number."))
    if p.kind == "int" and not (number and float(value).is_integer()):
        raise _refused(p, value, tr("It must be a whole number."))
    if not number or math.isnan(value) or math.isinf(value):
        raise _refused(p, value, tr("It must be a finite number."))
    too_low = p.low is not None and (value <= p.low if p.low_open else value < p.low)
    too_high = p.high is not None and (value >= p.high if p.high_open else value > p.high)
    if too_low or too_high:
        raise _refused(p, value, tr("It must be {range}.", range=p.range_text()))
    return int(value) if p.kind == "int" else float(value)


def _refused(p: Param, value: Any, rule: str) -> UserError:
    return UserError(tr("{setting} cannot be {value!r}.", setting=tr(p.label), value=value), rule)


# --- differences: what may change in a paused run ------------------------------------------------------------


def changed_params(old: Config, new: Config) -> list[Param]:
    """Return the parameters whose values differ between two configs, looked up through groups and members.

    Parameters
    ----------
    old, new : Config
        Of one class.
    """
    found: list[Param] = []
    for p in params_of(type(old)):
        a, b = getattr(old, p.name), getattr(new, p.name)
        if a == b:
            continue
        if isinstance(a, Config) and type(a) is type(b):
            # What a live setting contains is live, whether declared so or not.
            found += [dataclasses.replace(q, live=q.live or p.live) for q in changed_params(a, b)]
        else:
            found.append(p)
    return found


def strip_brackets(label: str) -> str:
    """Return a label without its explanation in brackets."""
    return label.partition(" (")[0]


def applies(config: Config, p: Param) -> bool:
    """Return whether a setting has an effect beside its siblings' present values, see `when`.

    Parameters
    ----------
    config : Config
    p : Param
        One of its parameters.
    """
    if not p.when:
        return True
    field, _, values = p.when.partition("=")
    sibling = getattr(config, field, None)
    return str(getattr(sibling, "name", sibling)) in values.split("|")
