"""The texts of the help: one Markdown file for each page and language, cut into sections.

A section is known by its English heading in every language: the pages have the same sections in the same order.
"""

from __future__ import annotations

from functools import cache

from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.resources import resource
from mlp_gui.core.translation import language, mark

PAGES = (
    ("tour", mark("Quick tour")),
    ("window", mark("The window")),
    ("plots", mark("Plots")),
    ("settings", mark("Settings")),
    ("hood", mark("Under the hood")),
    ("verdict", mark("Is it any good?")),
    ("definitions", mark("Definitions")),
    ("glossary", mark("Glossary")),
)


def page_text(page: str) -> str:
    """Return a page as it was written, in the reader's language if it is there."""
    return _text(page, language())


def sections(page: str) -> dict[str, str]:
    """Return the page's sections by their English second-level headings; "" is the key of the text before the first."""
    return {heading: body for heading, (_, body) in _sections(page, language()).items()}


def headings(page: str) -> dict[str, str]:
    """Return the headings in the reader's language by the English ones."""
    return {heading: shown for heading, (shown, _) in _sections(page, language()).items()}


# The language is an argument, so that changing it needs no clearing of caches.
@cache
def _text(page: str, spoken: str) -> str:
    translated = resource("help") / spoken / f"{page}.md"
    return (translated if translated.exists() else resource("help", f"{page}.md")).read_text(encoding="utf-8")


@cache
def _sections(page: str, spoken: str) -> dict[str, tuple[str, str]]:
    """English heading -> (heading in that language, text below it)."""
    names = [heading for heading, _ in _cut(_text(page, "en"))]
    return dict(zip(names, _cut(_text(page, spoken)), strict=True))


def _cut(page: str) -> list[tuple[str, str]]:
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in page.splitlines():
        if line.startswith("## "):
            found.append((line[3:].strip(), []))
        else:
            found[-1][1].append(line)
    return [(heading, "\n".join(lines).strip()) for heading, lines in found]


def advice(label: str) -> str:
    """Return when to change a setting and what can go wrong; "" when the page does not mention it."""
    return sections("settings").get(label, "")


def declared_settings(config_class: type[Config]) -> dict[str, Param]:
    """Return every setting below a config by its label, in the order of the form, family members' included."""
    found: dict[str, Param] = {}
    for p in params_of(config_class):
        if p.kind != "group":
            found.setdefault(p.label, p)
        inner = [p.item] if p.item is not None and issubclass(p.item, Config) else list(p.family or ())
        for member in inner:
            found = found | {label: q for label, q in declared_settings(member).items() if label not in found}
    return found
