"""What a person reads of an export is in the reader's language; what programs read is the same in every language."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from helpers.export_inputs import TASK_CASES, Case, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import COMMA, set_language
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.registry import formats
from mlp_gui.export.report.contents import build_report
from mlp_gui.export.weights.importing import read_weights

OPEN, SHUT = "⟦", "⟧"


def outside(text: str) -> str:
    """What of a shown text did not go through the translation."""
    depth, rest = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == SHUT)
        rest.append(letter if depth == 0 and letter != SHUT else " ")
    return "".join(rest)


@pytest.fixture
def other_language() -> Iterator[None]:
    """Every text in brackets, numbers with a decimal comma."""
    set_language(lambda text, n: f"{OPEN}{text}{SHUT}", COMMA, "xx")
    yield
    set_language(None)


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_a_report_is_in_the_readers_language_with_his_signs(case: Case, other_language, tmp_path: Path) -> None:
    source = source_of(case, tmp_path)
    page = re.sub("<pre>.*?</pre>", "", build_report(source).page(), flags=re.DOTALL)  # what programs read
    assert '<html lang="xx">' in page
    texts = [unescape(text) for text in re.findall(r">([^<>]+)<", re.sub("</?bdi>", "", page.split("</style>")[1]))]
    names = {"All", "epochs", "are", "done"}  # the reason of the stop, given as it was said then
    names |= set(re.findall(r"\w+", " ".join(source.prepared.table.frame.columns)))
    names |= {*source.model.pipeline.class_names, "red", "green", "light", "blue", "round", "square", "yes", "no"}
    words = {word for text in texts for word in re.findall(r"[A-Za-z_]{2,}", outside(text))}
    assert words <= names
    scores = source.model.provenance["scores"]["training"]
    value = next(value for value in scores.values() if "." in f"{value:.6g}" and "e" not in f"{value:.6g}")
    assert f"{value:.6g}".replace(".", ",") in page
    assert f">{value:.6g}<" not in page


def test_that_a_page_that_computes_has_the_readers_words_and_signs(other_language, tmp_path: Path) -> None:
    page = formats.create("page").encode(source_of(Case("two"), tmp_path)).decode("utf-8")
    plain = json.loads(page.partition('id="model">')[2].partition("</script>")[0])
    assert (plain["language"], plain["decimal"], plain["group"]) == ("xx", ",", ".")
    assert all(outside(text).strip() == "" for text in plain["words"].values())
    assert '<html lang="xx">' in page


def test_that_the_sentences_of_an_export_are_in_the_readers_language(other_language, tmp_path: Path) -> None:
    source = source_of(Case("one"), tmp_path)
    for name in (
        "npz",
        "json",
        "csv",
        "mlp",
        "safetensors",
        "python",
        "pytorch",
        "history",
        "predictions",
        "report",
        "page",
        "notebook",
    ):
        chosen = formats.create(name)
        said = chosen.verify(chosen.encode(source), source)
        assert not re.search(r"[a-z]{3,}", outside(said)), (name, said)
    with pytest.raises(UserError) as missing:
        write_atomic(tmp_path / "gone" / "a.bin", b"")
    with pytest.raises(UserError) as strange:
        read_weights(tmp_path / "w.pkl", source.model.network)
    for error in (missing.value, strange.value):
        assert outside(error.title).strip(" .") == outside(error.hint).strip(" .") == ""


@pytest.mark.parametrize(
    "name", [name for name in formats.names() if not name.startswith(("report", "page", "notebook"))]
)
def test_that_what_programs_read_is_the_same_in_every_language(name: str, tmp_path: Path) -> None:
    if name == "onnx":
        pytest.importorskip("onnx", reason="onnx is not installed (extra onnx)")
    source = source_of(Case("one"), tmp_path)
    english = members(formats.create(name).encode(source))
    set_language(lambda text, n: f"{OPEN}{text}{SHUT}", COMMA, "xx")
    try:
        found = members(formats.create(name).encode(source))
    finally:
        set_language(None)
    assert found == english


def members(data: bytes) -> dict[str, bytes]:
    """A zip without its clock."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
