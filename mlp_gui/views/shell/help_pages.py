"""The texts of the help: one Markdown file for each page, cut into sections."""

from __future__ import annotations

from functools import cache

from mlp_gui.core.assets import resource
from mlp_gui.core.params import Config, Param, params_of

PAGES = (
    ("tour", "Five minutes"),
    ("window", "The window"),
    ("plots", "Plots"),
    ("settings", "Settings"),
    ("hood", "Under the hood"),
    ("definitions", "Definitions"),
)


@cache
def text(page: str) -> str:
    """A page as it was written."""
    return resource("help", f"{page}.md").read_text(encoding="utf-8")


@cache
def sections(page: str) -> dict[str, str]:
    """The page's sections by their headings of the second order; what stands before the first is ""'s."""
    found: dict[str, list[str]] = {"": []}
    current = found[""]
    for line in text(page).splitlines():
        if line.startswith("## "):
            current = found.setdefault(line[3:].strip(), [])
        else:
            current.append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in found.items()}


def advice(label: str) -> str:
    """When to change a setting, and what goes wrong; "" for one that the page does not know."""
    return sections("settings").get(label, "")


def declared(config_class: type[Config]) -> dict[str, Param]:
    """Every setting below a config by its label, in the order of the form, those of family members included."""
    found: dict[str, Param] = {}
    for p in params_of(config_class):
        if p.kind != "group":
            found.setdefault(p.label, p)
        inner = [p.item] if p.item is not None and issubclass(p.item, Config) else list(p.family or ())
        for member in inner:
            found = found | {label: q for label, q in declared(member).items() if label not in found}
    return found
