"""The German help and lessons: complete, with the numbers of the English ones, in the words of the window."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from mlp_gui.core.resources import resource
from mlp_gui.engine.metrics.metric import metrics

PAGES = sorted(path.stem for path in resource("help").glob("*.md"))
LESSONS = json.loads(resource("lessons", "order.json").read_text(encoding="utf-8"))
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def page(name: str, *language: str) -> str:
    return resource("help", *language, f"{name}.md").read_text(encoding="utf-8")


def heads(text: str) -> list[tuple[int, str]]:
    """(order of the heading, its text) of every heading."""
    return [(len(marks), head.strip()) for marks, head in re.findall(r"^(#+) (.*)$", text, re.MULTILINE)]


def sections(text: str) -> list[str]:
    """What stands below each heading."""
    return [body.partition("\n")[2].strip() for body in re.split(r"^#+ ", text, flags=re.MULTILINE)[1:]]


def said() -> dict[str, str]:
    """What the window says in German for each text that is not counted."""
    root = ET.parse(resource("translations", "mlp_gui_de.ts")).getroot()
    pairs = ((m.findtext("source") or "", m.findtext("translation") or "") for m in root.iter("message"))
    return {source: translation for source, translation in pairs if translation.strip()}


def numbers(text: str, thousands: str, decimal: str) -> Counter[float]:
    """Every number in a text with how often it stands there."""
    found: Counter[float] = Counter()
    for written in NUMBER.findall(text.replace("½", "0.5" if decimal == "." else "0,5")):
        grouped = re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(thousands)}\d{{3}})+", written)
        found[float(written.replace(thousands, "") if grouped else written.replace(decimal, "."))] += 1
    return found


def lesson_texts(plain: Any, key: str = "") -> Iterator[str]:
    """What a person reads in a lesson, in its order."""
    if isinstance(plain, dict):
        for name, value in plain.items():
            yield from lesson_texts(value, name)
    elif isinstance(plain, list):
        for value in plain:
            yield from lesson_texts(value, key)
    elif key in ("title", "sentence", "text", "why", "choices"):
        yield plain


def both_lessons(name: str) -> list[tuple[str, str]]:
    files = (resource("lessons", f"{name}.json"), resource("lessons", "de", f"{name}.json"))
    english, german = (list(lesson_texts(json.loads(file.read_text(encoding="utf-8")))) for file in files)
    return list(zip(english, german, strict=True))


def flaws(text: str) -> list[str]:
    """What a German typesetter would mark: straight quotes, 0.5 for 0,5, 70% for 70 %, a quote that never closes."""
    found = re.findall(r'"|\b0\.\d+|\d%|[?!]{2}| {2,}| [,.;]', re.sub(r"`[^`]*`", "", text))
    return found + (["„“"] if text.count("„") != text.count("“") else [])


@pytest.mark.parametrize("name", PAGES)
def test_that_a_page_has_the_same_headings_in_the_same_order(name: str) -> None:
    english, german = heads(page(name)), heads(page(name, "de"))
    assert [order for order, _ in german] == [order for order, _ in english]
    assert len(set(german)) == len(german)


@pytest.mark.parametrize("name", PAGES)
def test_that_headings_are_called_as_in_the_window(name: str) -> None:
    known = said()
    assert len(known) > 2000
    pairs = zip(heads(page(name)), heads(page(name, "de")), strict=True)
    assert [(known[e], g) for (_, e), (_, g) in pairs if e in known and g != known[e]] == []


@pytest.mark.parametrize("name", PAGES)
def test_that_every_section_is_told_with_the_same_numbers(name: str) -> None:
    for english, german in zip(sections(page(name)), sections(page(name, "de")), strict=True):
        assert bool(german) == bool(english)
        assert not german or german != english
        assert numbers(german, ".", ",") == numbers(english, ",", "."), german


@pytest.mark.parametrize("name", PAGES)
def test_that_a_page_is_set_as_german_is(name: str) -> None:
    assert flaws(page(name, "de")) == []


@pytest.mark.parametrize("name", LESSONS)
def test_that_a_lesson_is_told_with_the_same_numbers(name: str) -> None:
    for english, german in both_lessons(name):
        assert german.strip()
        assert flaws(german) == []
        assert numbers(german, ".", ",") == numbers(english, ",", "."), german


@pytest.mark.parametrize(
    ("languages", "sign"), [((), "Σ(predicted − true)"), (("de",), "Σ(vorhergesagt − wahr)")], ids=["en", "de"]
)
def test_that_the_percent_bias_is_defined_with_the_sign_that_it_is_computed_with(
    languages: tuple[str, ...], sign: str
) -> None:
    too_high = metrics["pbias"]()(np.array([[1.0], [3.0]]), np.array([[2.0], [4.0]]))
    assert too_high == 50
    assert sign in next(line for line in page("definitions", *languages).splitlines() if "**PBIAS**" in line)
