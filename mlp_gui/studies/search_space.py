"""The settings that a search can change: found in the declarations of a configuration, named by their paths.

`training.learning_rate` is a setting, `training.optimizer.beta_1` one of the chosen optimizer, `network.hidden` the
number of hidden layers and `network.hidden.units` the units of each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, Param, applies, checked, params_of
from mlp_gui.core.search_range import SearchRange
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.config import LayerConfig
from mlp_gui.engine.training.config import RunConfig

Settings = tuple[tuple[str, Any], ...]  # paths with plain values, in the order of the paths
MOST_LAYERS = 20


@dataclass(frozen=True)
class SearchDimension:
    """A setting with the range that is searched.

    Attributes
    ----------
    path : str
    param : Param
    range : SearchRange
    """

    path: str
    param: Param
    range: SearchRange

    @property
    def is_whole(self) -> bool:
        """Whether its values are whole numbers."""
        return self.param.kind in ("int", "list")

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return tr(self.param.label)

    def words(self, value: Any) -> str:
        """Return a choice in the reader's language."""
        if self.param.family is not None:
            return tr(self.param.family[value].label)
        if isinstance(value, bool):
            return tr("yes" if value else "no")
        return tr(dict(self.param.choices).get(value, str(value)))


def searchable(config: RunConfig) -> Iterator[SearchDimension]:
    """Name every setting that has an effect beside the present others, with the range that its declaration brings.

    Parameters
    ----------
    config : RunConfig
    """
    return _walk(config, "")


def _walk(config: Config, prefix: str) -> Iterator[SearchDimension]:
    for p in params_of(type(config)):
        value, path = getattr(config, p.name), prefix + p.name
        if not applies(config, p):
            continue
        if p.kind == "list":
            if p.search is not None:
                yield SearchDimension(path, p, p.search)
                yield from _walk(value[0] if value else LayerConfig(), path + ".")
            continue
        found = p.search_range()
        if found is not None:
            yield SearchDimension(path, p, found)
        if isinstance(value, Config):
            yield from _walk(value, path + ".")


def space_of(config: RunConfig, ranges: Mapping[str, Any]) -> tuple[SearchDimension, ...]:
    """Return what a search changes: the settings that are named, or else those whose declaration has a range.

    Parameters
    ----------
    config : RunConfig
    ranges : mapping
        Path, or its end, to a list of choices, to a pair of numbers, or to None for the declared range.

    Raises
    ------
    UserError
        If there is no such setting, or its bounds do not allow the range.
    """
    known = list(searchable(config))
    if not ranges:
        return tuple(d for d in known if d.param.search is not None)
    found = [_ranged(_named(known, name), given) for name, given in ranges.items()]
    for at, d in enumerate(found):
        if any(d.path == other.path for other in found[:at]):
            raise UserError(tr("{name} is searched twice.", name=d.label))
    return tuple(sorted(found, key=lambda d: [k.path for k in known].index(d.path)))


def _named(known: list[SearchDimension], name: str) -> SearchDimension:
    wanted = name.strip().replace("-", "_")
    ends = [d for d in known if wanted in (d.path, d.param.option.replace("-", "_")) or d.path.endswith("." + wanted)]
    exact = [d for d in ends if d.path == wanted] or sorted(ends, key=lambda d: d.path.count("."))[:1]
    if not exact:
        paths = ", ".join(d.path for d in known)
        raise UserError(tr("There is no setting {path}.", path=name), hint=tr("Known here: {names}.", names=paths))
    return exact[0]


def _ranged(d: SearchDimension, given: Any) -> SearchDimension:
    if given is None:
        return d
    if isinstance(given, list) or d.range.choices:
        return replace(d, range=SearchRange(choices=tuple(_checked(d, value) for value in given)))
    low, high = (_checked(d, value) for value in given)
    if low > high:
        raise UserError(tr("The range of {name} ends below its beginning.", name=d.label), f"{low:g} > {high:g}.")
    if d.range.is_log and low <= 0:
        raise UserError(
            tr("The range of {name} is logarithmic and cannot begin at {value:g}.", name=d.label, value=low),
            hint=tr("Let it begin above 0, such as at {value:g}.", value=d.range.low),
        )
    return replace(d, range=SearchRange(low, high, d.range.is_log))


def _checked(d: SearchDimension, value: Any) -> Any:
    if d.param.family is not None:
        return d.param.family[str(value)].name
    if d.param.kind != "list":
        return checked(d.param, value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST_LAYERS or value % 1:
        rule = tr("It must be {range}.", range=Param("", low=0, high=MOST_LAYERS).range_text())
        raise UserError(tr("{setting} cannot be {value!r}.", setting=d.label, value=value), rule)
    return int(value)


def present_values(config: RunConfig, space: tuple[SearchDimension, ...]) -> Settings:
    """Return what the settings of a space are now; of hidden layers the first one counts.

    Parameters
    ----------
    config : RunConfig
    space : tuple of SearchDimension
    """
    return tuple((d.path, _present(config, d.path)) for d in space)


def _present(config: Any, path: str) -> Any:
    for word in path.split("."):
        if isinstance(config, tuple):
            config = config[0] if config else LayerConfig()
        config = getattr(config, word)
    if isinstance(config, tuple):
        return len(config)
    return getattr(config, "name", config)


def with_settings(config: RunConfig, settings: Settings) -> RunConfig:
    """Return a configuration with other values for some settings.

    Parameters
    ----------
    config : RunConfig
    settings : tuple of (str, object)
        Paths and plain values.

    Raises
    ------
    UserError
        If a value is out of bounds.
    """
    plain = to_json(config)
    for path, value in sorted(settings, key=lambda one: one[0].count(".")):  # a list gets its length first
        *groups, name = path.split(".")
        places = [plain]
        for group in groups:
            inner = [place[group] for place in places]
            places = [item for one in inner for item in (one if isinstance(one, list) else [one])]
        for place in places:
            place[name] = _placed(place.get(name), value)
    return from_json(RunConfig, plain)


def _placed(old: Any, value: Any) -> Any:
    if isinstance(old, list):
        layer = old[-1] if old else to_json(LayerConfig())
        return [dict(item) for item in (old + [layer] * value)[:value]]
    if isinstance(old, dict):
        return old if old.get("name") == value else {"name": value}
    return value
