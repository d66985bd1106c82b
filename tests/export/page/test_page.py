"""The page is one file that needs nothing else, is a report without scripts, and holds the model number for number."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.export_inputs import CASES, TASK_CASES, Case, named_source, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.page.page_model import script_json
from mlp_gui.export.page.point_columns import point_columns
from mlp_gui.export.registry import formats

HOSTILE = ["</script><script>alert(1)</script>", "<!--", "a\u2028b", "<img src=x onerror=alert(1)>", "__proto__", "]]>"]


class PageReader(HTMLParser):
    """The elements of a page: tags with their attributes, and the texts of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self._at = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._at = tag
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._at = ""

    def handle_data(self, data: str) -> None:
        if self._at in self.inside:
            self.inside[self._at][-1] += data


def page_of(source: ExportInput) -> str:
    chosen = formats.create("page")
    data = chosen.encode(source)
    assert "the page checks itself when it is opened" in chosen.verify(data, source)
    return data.decode("utf-8")


def model_in(page: str) -> dict[str, Any]:
    return json.loads(PageReader(page).inside["script"][0])


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, ExportInput]:
    folder = tmp_path_factory.mktemp("page")
    return {case: source_of(case, folder) for case in TASK_CASES}


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_the_policy_allows_its_own_style_and_script_and_nothing_else(
    case: Case, sources: dict[Case, ExportInput]
) -> None:
    read = PageReader(page_of(sources[case]))
    policy = next(a["content"] for tag, a in read.tags if tag == "meta" and "content" in a and "http-equiv" in a)
    data, script = read.inside["script"]
    (style,) = read.inside["style"]
    assert json.loads(data)["task"] == sources[case].model.task.value
    for name, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, attributes in read.tags:
        assert tag not in ("iframe", "img", "link", "object", "embed", "form", "base")
        assert not [a for a in attributes if a.startswith("on") or a in ("src", "href", "style", "srcdoc")]
    for way in (
        "eval(",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "fetch(",
        "XMLHttp",
        "import(",
    ):
        assert way not in script
    assert "http" not in script.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_without_a_script_it_is_the_report(case: Case, sources: dict[Case, ExportInput]) -> None:
    page = page_of(sources[case])
    read = PageReader(page)
    assert ("div", {"id": "app", "hidden": None}) in read.tags
    report = formats.create("report").encode(sources[case]).decode("utf-8")
    for part in re.findall(r"<h2>.*?</h2>|<table>.*?</table>|<svg.*?</svg>", report, re.DOTALL):
        assert part in page
    assert "<noscript>" in page
    assert '<html lang="en">' in page
    assert "<pre>" in page


@pytest.mark.parametrize("case", CASES, ids=str)
def test_that_the_weights_are_the_networks_to_the_last_bit(case: Case, tmp_path: Path) -> None:
    source = source_of(case, tmp_path)
    plain = model_in(page_of(source))["network"]
    found = np.frombuffer(base64.b64decode(plain["weights"]), "<f8")
    network = source.model.network
    parts = [
        p
        for member in network.members
        for k in range(member.n_layers)
        for p in (member.weights(k).ravel(), member.biases(k))
    ]
    assert plain.get("shares", [1]) == list(network.shares)
    np.testing.assert_array_equal(found, np.concatenate(parts).astype(float))
    assert plain["sizes"] == list(network.sizes)


@pytest.mark.parametrize("classes", [(), tuple(HOSTILE[:2]), tuple(HOSTILE[:3])], ids=str)
def test_that_hostile_names_stay_text(classes: tuple[str, ...]) -> None:
    page = page_of(named_source(HOSTILE, classes))
    read = PageReader(page)
    assert len(read.inside["script"]) == 2, "no name ends the script or begins another"
    assert [column["name"] for column in json.loads(read.inside["script"][0])["columns"]] == HOSTILE
    assert not [tag for tag, _ in read.tags if tag in ("img", "b")]
    assert "\u2028" not in page.split("<main>")[1].split("</main>")[1]
    assert "alert" not in read.inside["script"][1], "names are in the data alone"


def test_that_json_in_a_script_has_no_sign_of_markup() -> None:
    value = {"</script>": ["<!--", "\u2028\u2029&", "\ud800", float("nan"), -0.0, 1e-320]}
    text = script_json(value)
    assert text.isascii()
    assert not set("<>&") & set(text)
    assert json.loads(text) == {"</script>": ["<!--", "\u2028\u2029&", "\ud800", None, -0.0, 1e-320]}


def test_that_a_changed_number_is_noticed(sources: dict[Case, ExportInput]) -> None:
    source = sources[Case("one")]
    data = formats.create("page").encode(source)
    shift = repr(float(source.model.pipeline.inputs[0].shift[0])).encode()
    with pytest.raises(UserError, match="would not hold the same numbers"):
        formats.create("page").verify(data.replace(shift, b"0.25"), source)


def test_that_an_interval_is_that_of_the_api(tmp_path: Path) -> None:
    """Half widths are those by which `predict_interval` goes to either side."""
    rng = np.random.default_rng(3)
    frame = pd.DataFrame({"a": rng.normal(size=200), "b": rng.normal(size=200)})
    frame["y"] = frame["a"] ** 2 + rng.normal(0, 0.1, 200)
    model = mlp_gui.fit(frame, target="y", hidden=(4,), epochs=20, seed=1)
    model.export(tmp_path / "page.html", "page")
    found = model_in((tmp_path / "page.html").read_text(encoding="utf-8"))["intervals"]
    assert [each["level"] for each in found] == [0.5, 0.8, 0.9, 0.95]
    for each in found:
        low, high = model.predict_interval(frame.iloc[:3], each["level"])
        np.testing.assert_allclose(high - low, 2 * each["half"][0], rtol=1e-12)


def test_that_a_large_network_stays_below_a_megabyte(tmp_path: Path) -> None:
    page = page_of(source_of(Case("two"), tmp_path, (64, 64)))
    assert len(page.encode()) < 1_000_000


def test_that_a_column_of_earlier_rows_is_set_and_one_of_its_own_row_is_computed(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    frame = pd.DataFrame({"rain": rng.gamma(1, 2, 80), "level": rng.normal(size=80), "y": rng.normal(size=80)})
    derive = ["before = lag(rain, 1)", "wet = log1p(before) + level", "twice = 2 * wet"]
    model = mlp_gui.fit(frame, target="y", inputs=["rain", "twice"], derive=derive, hidden=(3,), epochs=2)
    model.save(tmp_path / "run.mlp")
    model.export(tmp_path / "page.html", "page")
    plain = model_in((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert {column["name"]: column["formula"] for column in plain["columns"]} == {
        "rain": "", "before": "lag(rain, 1)", "level": ""
    }  # fmt: skip
    assert [name for name, _ in plain["derived"]] == ["wet", "twice"]


def test_that_a_run_without_its_table_begins_at_a_check_row(sources: dict[Case, ExportInput]) -> None:
    whole = model_in(page_of(sources[Case("one")]))
    source = replace(sources[Case("one")], prepared=None)
    plain = model_in(page_of(source))
    columns, _ = point_columns(source.model.pipeline)
    assert [column["name"] for column in plain["columns"]] == [column.name for column in columns]
    assert all(column["start"] is not None for column in plain["columns"])
    assert plain["intervals"] == whole["intervals"]
    assert not any(column["counts"] for column in plain["columns"])
