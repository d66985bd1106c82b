"""The language files: complete, with the same values in both languages, compiled as they stand, and spoken."""

from __future__ import annotations

import importlib.util
import re
import string
import sys

import pytest
from PySide6.QtCore import QTranslator

from helpers.paths import REPOSITORY
from mlp_gui.app.language import CONTEXT, LANGUAGES
from mlp_gui.core.resources import resource

MAKER = REPOSITORY / "resources" / "make_translations.py"
_spec = importlib.util.spec_from_file_location("make_translations", MAKER)
assert _spec is not None
assert _spec.loader is not None
maker = sys.modules["make_translations"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(maker)

FILES = {language: maker.FOLDER / f"mlp_gui_{language}.ts" for language in LANGUAGES if language != "en"}

languages = pytest.mark.parametrize("language", FILES)


@pytest.fixture(scope="module")
def texts() -> dict:
    """What the program says; not collected where the module is only imported, as each test process does."""
    return maker.collect()


def said(language: str) -> dict[str, list[str]]:
    return maker.translations(FILES[language])


def fields(text: str) -> set[tuple[str, str]]:
    """The values that a template takes, each with its format: ("n", ",")."""
    return {(name, spec or "") for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def is_template(text: str) -> bool:
    """Texts without a {name} may hold any braces."""
    return bool(re.search(r"\{[a-z_]\w*(:[^{}]*)?\}", text))


def test_that_texts_were_collected_from_everywhere(texts: dict) -> None:
    assert len(texts) > 300
    assert texts["Learning rate"].places
    assert any(text.counted and text.one for text in texts.values())


@languages
def test_that_every_text_is_translated(language: str, texts: dict) -> None:
    known = said(language)
    assert [text.places[0] + " " + source for source, text in texts.items() if not known.get(source)] == []


@languages
def test_that_no_text_is_translated_that_the_program_does_not_say(language: str, texts: dict) -> None:
    assert set(said(language)) - set(texts) == set()


@languages
def test_that_source_and_translation_take_the_same_values(language: str) -> None:
    """A count may be left out of the form for one ("one row")."""
    wrong = []
    for source, forms in said(language).items():
        for i, form in enumerate(forms if is_template(source) else []):
            wanted, found = fields(source), fields(form)
            if len(forms) > 1 and i == 0:
                wanted, found = ({field for field in one if field[0] != "n"} for one in (wanted, found))
            if found != wanted:
                wrong.append((source, form))
    assert wrong == []


@languages
def test_that_counted_texts_have_a_form_for_one_and_one_for_many(language: str, texts: dict) -> None:
    known = said(language)
    for source, text in texts.items():
        if known.get(source):
            assert len(known[source]) == (2 if text.counted else 1), source


@languages
def test_that_translations_keep_tags_ends_and_keys(language: str) -> None:
    """HTML tags are the same; a sentence stays a sentence, a label no sentence; a menu keeps a letter for its key."""
    wrong = []
    for source, forms in said(language).items():
        for form in forms:
            tags = [sorted(re.findall(r"</?\w+[^>]*>", text)) for text in (source, form)]
            short = bool(re.fullmatch(r"(\{\w+\} )?\w+\.", form))  # a word that was cut, in a narrow column
            ends = (
                []
                if short
                else [text.rstrip()[-1:] in (".", ":", "…") and text.rstrip()[-1] for text in (source, form)]
            )
            keys = [bool(re.search(r"&\w", text)) for text in (source, form)]
            spaces = [(text[:1] == " ", text[-1:] == " ") for text in (source, form)]
            if any(len(set(map(str, pair))) > 1 for pair in (tags, ends, keys, spaces)):
                wrong.append((source, form))
    assert wrong == []


@languages
def test_that_qt_says_what_the_translator_wrote(language: str, texts: dict) -> None:
    translator = QTranslator()
    assert translator.load(f"mlp_gui_{language}", str(resource("translations")))
    for source, forms in said(language).items():
        counted = texts[source].counted if source in texts else len(forms) > 1
        for n, form in zip((1, 5), forms, strict=False) if counted else [(-1, form) for form in forms]:
            assert translator.translate(CONTEXT, source, None, n) == form, f"{source}: make_translations.py was not run"
