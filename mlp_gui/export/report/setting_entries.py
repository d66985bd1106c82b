"""Settings as a person reads them: every one that has an effect, with its value in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mlp_gui.core.params import Config, Param, applies, params_of
from mlp_gui.core.translation import format_localized, lower_first, tr


def setting_entries(config: Config) -> Iterable[tuple[str, str]]:
    """Name every setting that has an effect, groups and lists opened.

    Parameters
    ----------
    config : Config

    Yields
    ------
    str, str
        Label and value.
    """
    for p in params_of(type(config)):
        value = getattr(config, p.name)
        if not applies(config, p):
            continue
        if p.kind == "group":
            yield from setting_entries(value)
        elif p.kind == "list" and p.item is not None and issubclass(p.item, Config):
            for i, item in enumerate(value, 1):
                yield f"{tr(p.label)} {i}", ", ".join(text for _, text in setting_entries(item))
        elif p.kind == "member":
            own = [f"{lower_first(label)} {text}" for label, text in setting_entries(value)]
            yield tr(p.label), f"{tr(value.label)}{' (' + ', '.join(own) + ')' if own else ''}"
        else:
            yield tr(p.label), _said(p, value)


def _said(p: Param, value: Any) -> str:
    if isinstance(value, bool):
        return tr("yes" if value else "no")
    if value is None:
        return tr("none")
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value)) or tr("none")
    if isinstance(value, str):
        return tr(dict(p.choices).get(value, value))
    return f"{format_localized(value, ',.10g')} {tr(p.unit)}".rstrip()
