"""The page in a real browser: its answers are the program's, and people reach them by mouse, keys and touch alike."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.chromium import Chromium, needs_chromium
from helpers.export_inputs import CASES, Case, named_source, rows_to_test, source_of
from mlp_gui.export.common.base import ExportInput, export
from mlp_gui.export.common.self_check import comparison_scale
from mlp_gui.export.page.point_columns import point_columns
from mlp_gui.export.registry import formats

pytestmark = needs_chromium
EXACT, SINGLE = 1e-12, 1e-6  # shares of the target's scale
STRICT = "default-src 'none'; script-src {script}; style-src {style}; frame-ancestors 'none'; sandbox allow-scripts"
NAMES = [
    "</script><script>window.sung = 1</script>",
    "<!--",
    "<img src=x onerror='window.sung = 1'>",
    "a\u2028b",
    "__proto__",
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    found = Chromium(tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def open_page(browser: Chromium, source: ExportInput, folder: Path, fragment: str = "") -> None:
    browser.errors.clear()
    export(source, formats["page"].name, folder / "page.html")
    browser.open("about:blank")
    browser.open((folder / "page.html").as_uri() + fragment)
    assert browser.errors == []


def table_of_test_rows(source: ExportInput) -> pd.DataFrame:
    rows, known = rows_to_test(source), source.prepared.table.frame
    table = pd.DataFrame(list(rows.rows), columns=list(rows.columns))
    for name in rows.columns:
        if known[name].dtype.kind in "iuf" and name != "zone":
            table[name] = table[name].astype(float)
        else:
            texts = [None if pd.isna(cell) else str(cell) for cell in table[name]]
            table[name] = pd.Series(texts, dtype="str")
    return table


def answers_to(browser: Chromium, source: ExportInput, table: pd.DataFrame) -> np.ndarray:
    columns, _ = point_columns(source.model.pipeline)
    cells = zip(*(column.cells(table[column.name]) for column in columns), strict=True)
    points = [dict(zip([column.name for column in columns], row, strict=True)) for row in cells]
    found = browser.value(f"{json.dumps(points)}.map((point) => mlp.predict(point))")
    width = source.model.network.sizes[-1]
    return np.array([[np.nan] * width if each is None else each for each in found], float)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_that_its_answers_are_the_programs(case: Case, browser: Chromium, folder: Path) -> None:
    source = source_of(case, folder)
    open_page(browser, source, folder)
    found, expected = answers_to(browser, source, table_of_test_rows(source)), rows_to_test(source).outputs
    np.testing.assert_array_equal(np.isnan(found), np.isnan(expected))
    worst = np.nanmax(np.abs(found - expected)) / comparison_scale(source.model, expected)
    assert worst <= (EXACT if case.dtype == "float64" else SINGLE)
    assert browser.value("document.getElementById('proof').className") == "proof"


def test_that_derived_columns_are_computed_from_the_point(browser: Chromium, tmp_path: Path) -> None:
    rng, n = np.random.default_rng(5), 120
    frame = pd.DataFrame(
        {"rain": rng.gamma(1, 3, n).round(2), "flow": rng.normal(2, 1, n).round(3), "wet": rng.choice(["yes", "no"], n)}
    )
    frame["y"] = rng.normal(size=n)
    derive = [
        "before = lag(rain, 1)",
        "a = if(before > 2, log1p(before), -sqrt(abs(flow))) ^ 2 + max(rain, flow, 3) / (1 + flow)",
        "b = fill(log(flow - 0.5), 0) * 2 - present(flow) + sin(rain) - min(wet, 0.5)",
        "c = floor(a * b) - log10(rain)",
        "d = exp(-rain) + cos(flow) * (rain >= 2) - (flow != 1)",
    ]
    model = mlp_gui.fit(frame, target="y", inputs=["flow", "a", "b", "c", "d"], derive=derive, hidden=(6,), epochs=3)
    model.export(tmp_path / "page.html", "page")
    browser.open((tmp_path / "page.html").as_uri())
    points = frame.assign(before=frame["rain"].shift(1))[["rain", "before", "flow", "wet"]].iloc[1:]
    rows = json.loads(points.to_json(orient="records", double_precision=15))
    assert set(browser.value("mlp.columns")) == set(points.columns)
    found = browser.value(f"{json.dumps(rows)}.map((point) => mlp.predict(point))")
    expected = model.predict(frame)[1:]
    assert np.isfinite(expected).sum() > 90
    np.testing.assert_allclose([np.nan if f is None else f[0] for f in found], expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("transform", ["none", "log1p"])
def test_that_an_interval_is_that_of_the_program(transform: str, browser: Chromium, tmp_path: Path) -> None:
    rng, n = np.random.default_rng(6), 240
    frame = pd.DataFrame({"a": rng.normal(size=n).round(3), "zone": rng.choice(["n", "s"], n)})
    frame["y"] = np.exp(frame["a"] + 0.3 * rng.normal(size=n)).round(4)
    model = mlp_gui.fit(frame, target="y", transform={"y": transform}, hidden=(4,), epochs=30, seed=2)
    model.export(tmp_path / "page.html", "page")
    browser.errors.clear()
    browser.open((tmp_path / "page.html").as_uri() + "#a=0.75&zone=s")
    found = browser.value("[...['low', 'high']].map((end) => +document.getElementById('interval').dataset[end])")
    expected = model.predict_interval(pd.DataFrame({"a": [0.75], "zone": ["s"]}), 0.95)
    np.testing.assert_allclose(found, [end[0] for end in expected], rtol=1e-12)
    browser.frame()
    assert browser.value("document.querySelector('.band').getAttribute('d').length") > 100
    assert browser.errors == []


@pytest.mark.parametrize(("rule", "classes"), [("lac", 2), ("aps", 3)])
def test_that_a_set_of_classes_is_that_of_the_program(
    rule: str, classes: int, browser: Chromium, tmp_path: Path
) -> None:
    rng, n = np.random.default_rng(7), 240
    frame = pd.DataFrame({"a": rng.normal(size=n).round(3)})
    codes = np.clip(np.round(frame["a"] + 0.7 * rng.normal(size=n)) + 1, 0, classes - 1).astype(int)
    frame["y"] = np.array(["low", "middle", "high"])[codes]
    model = mlp_gui.fit(frame, target="y", hidden=(4,), epochs=30, seed=2, class_sets=rule)
    model.export(tmp_path / "page.html", "page")
    points, seen = [-1.5, -0.2, 0.4, 2.0], []
    expected = model.predict_set(pd.DataFrame({"a": points}), 0.9).tolist()
    for point in points:
        browser.errors.clear()
        browser.open("about:blank")
        browser.open((tmp_path / "page.html").as_uri() + f"#a={point}")
        browser.value(
            "(() => { const s = document.querySelector('.band-line select');"
            "s.selectedIndex = 2;"
            "s.dispatchEvent(new Event('change')); return 0 })()"
        )
        browser.frame()
        seen.append(browser.value("JSON.parse(document.getElementById('interval').dataset.set)"))
        assert browser.errors == []
    assert seen == expected
    assert len({sum(row) for row in seen}) > 1


def test_that_values_are_typed_dragged_and_moved_by_keys(browser: Chromium, folder: Path) -> None:
    source = source_of(Case("one"), folder)
    open_page(browser, source, folder)

    def answer() -> float:
        return float(browser.value("document.getElementById('answer').dataset.value"))

    def cell(i: int) -> str:
        return str(browser.value(f"document.getElementById('column-{i}').value"))

    first = answer()
    browser.click("#column-0")
    browser.value("document.getElementById('column-0').select()")
    browser.write("61,25")
    assert answer() != first
    point = browser.value("document.querySelector('.link').getAttribute('href')")
    assert "size=61.25" in point
    typed = answer()
    browser.click(".card input[type=range]", 0.999)
    browser.press("Home", 36)
    assert float(cell(0)) == pytest.approx(source.prepared.table.frame["size"].iloc[_train(source)].min(), abs=0.01)
    browser.press("ArrowRight", 39)
    moved = answer()
    assert moved != typed
    browser.drag(".card:nth-of-type(2) .profile", 0.4, 0.8)
    assert answer() != moved
    low, high = browser.value(
        "[document.querySelectorAll('.card input[type=range]')[1]].map((r) => [+r.min, +r.max])[0]"
    )
    share = (float(cell(1)) - low) / (high - low)
    assert share == pytest.approx((0.8 * 300 - 48) / 242, abs=0.02)
    shown = [answer()]
    browser.click("#column-2")
    browser.press("Escape", 27)
    browser.value("document.getElementById('column-2').focus()")
    browser.press("ArrowUp", 38)
    shown.append(answer())
    assert shown[0] != shown[1]
    assert browser.errors == []


def _train(source: ExportInput) -> np.ndarray:
    return source.prepared.dataset.train.row_numbers


def test_that_an_address_holds_a_point_and_gaps_say_what_they_mean(browser: Chromium, folder: Path) -> None:
    source = source_of(Case("one"), folder)
    open_page(browser, source, folder, "#size=12.5&colour=green&shape=")
    assert browser.value("document.getElementById('column-0').value") == "12.5"
    assert browser.value("document.getElementById('answer').textContent") == "–"
    said = browser.value("document.querySelector('.warnings').textContent")
    assert "shape: Empty, and nothing stands in for it" in said
    assert "size: Outside of the training rows" in said
    browser.value("document.getElementById('column-0').value = 'abc'")
    browser.value("document.getElementById('column-0').dispatchEvent(new Event('input'))")
    assert browser.value("document.getElementById('column-0').getAttribute('aria-invalid')") == "true"
    browser.click(".start button")
    assert float(browser.value("document.getElementById('answer').dataset.value"))


def test_that_every_control_has_a_name_and_is_reached_by_the_tab_key(browser: Chromium, folder: Path) -> None:
    open_page(browser, source_of(Case("multiclass"), folder), folder)
    nameless = browser.value(
        "[...document.querySelectorAll('#app input, #app select, #app button')].filter((each) =>"
        " !each.labels?.length && !each.getAttribute('aria-label') && !each.getAttribute('aria-labelledby')"
        " && !each.textContent).length"
    )
    assert nameless == 0
    reached = set()
    for _ in range(60):
        browser.press("Tab", 9)
        reached.add(browser.value("document.activeElement.id || document.activeElement.type || ''"))
    assert {f"column-{i}" for i in range(10)} | {"start", "range"} <= reached
    probabilities = browser.value("[...document.querySelectorAll('.answers output')].map((o) => +o.dataset.value)")
    assert sum(probabilities) == pytest.approx(1, abs=1e-12)


def test_that_hostile_names_stay_text(browser: Chromium, folder: Path) -> None:
    open_page(browser, named_source(NAMES, ("<b>no</b>", "</script>")), folder)
    assert browser.value("typeof window.sung") == "undefined"
    assert browser.value("[...document.querySelectorAll('.head label')].map((each) => each.textContent)") == NAMES
    assert browser.value("document.querySelectorAll('img, b').length") == 0
    assert browser.value("document.querySelectorAll('script').length") == 2


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves with the policy of the page itself as a header, in a sandbox."""

    timeout = 0.5  # the browser opens a second connection in case it is needed

    def end_headers(self) -> None:
        text = Path(self.directory, "page.html").read_text(encoding="utf-8")
        policy = text.partition('content="default-src')[2].partition('"')[0]
        parts = {name: rest for name, _, rest in (part.strip().partition(" ") for part in policy.split(";"))}
        header = STRICT.format(script=parts["script-src"], style=parts["style-src"])
        self.send_header("Content-Security-Policy", header)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def test_that_it_works_from_a_server_with_a_strict_policy(browser: Chromium, folder: Path) -> None:
    export(source_of(Case("one"), folder), formats["page"].name, folder / "page.html")
    server = HTTPServer(("127.0.0.1", 0), partial(StrictHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        browser.errors.clear()
        browser.open(f"http://127.0.0.1:{server.server_address[1]}/page.html")
        assert float(browser.value("document.getElementById('answer').dataset.value"))
        assert browser.value("getComputedStyle(document.getElementById('app')).display") == "grid"
        assert [error for error in browser.errors if "favicon" not in error and "404" not in error] == []
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 768)])
def test_that_nothing_is_wider_than_the_screen(width: int, height: int, browser: Chromium, folder: Path) -> None:
    browser.resize(width, height)
    open_page(browser, source_of(Case("two"), folder), folder)
    assert browser.value("document.documentElement.scrollWidth") <= width
    clipped = browser.value(
        "[...document.querySelectorAll('.card, .answer')].filter((e) => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert clipped == 0
