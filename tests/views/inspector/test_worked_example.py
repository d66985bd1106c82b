"""One iteration on paper: every step is there, with numbers that read back as the engine's."""

import csv
import io
from html.parser import HTMLParser

import numpy as np
import pytest

from mlp_gui.app.controllers.inspector.worked_example import save_worked_example, worked_example_pdf
from mlp_gui.engine.tracing.trace import STAGES
from mlp_gui.session.lessons.expectations import LessonChecker
from mlp_gui.session.lessons.lesson import InspectorLocation
from mlp_gui.session.lessons.lesson_reader import read_lesson
from mlp_gui.views.inspector import step_texts
from mlp_gui.views.inspector.worked_example import worked_example_csv, worked_example_html


@pytest.fixture(scope="module")
def trace():
    return LessonChecker(read_lesson("one_update")).trace(InspectorLocation("sum", 1))


class Balance(HTMLParser):
    """Tags that are opened and not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        self.text.append(data)


def test_that_the_page_is_whole_and_names_every_step(trace) -> None:
    page = Balance()
    page.feed(worked_example_html(trace, title="worked <example>"))
    text = "".join(page.text)
    assert page.open == []
    assert "worked <example>" in text
    for stage in STAGES:
        assert step_texts.STAGES[stage] in text
    for step in trace.steps:
        assert step_texts.step_title(trace, step) in text
    assert "z₁[row 1, unit 1] = 0.1 · 0.6 + 0.3 · 0.8 + 0.5 · 0.7 + 0.1 = 0.75" in text
    assert "L = (1.45) / 1 = 1.45" in text


def test_that_every_number_of_the_csv_reads_back_as_itself(trace) -> None:
    rows = list(csv.DictReader(io.StringIO(worked_example_csv(trace))))
    assert len(rows) == sum(step.result.values.size for step in trace.steps)
    for number, step in enumerate(trace.steps, 1):
        values = [float(row["value"]) for row in rows if row["step"] == str(number)]
        assert np.array_equal(values, step.result.values.ravel())


def test_that_large_arrays_are_cut_and_it_is_said() -> None:
    made = LessonChecker(read_lesson("scaling")).trace(InspectorLocation("inputs"))
    assert "The first 14 × 10" not in worked_example_html(made)
    assert "The first 32 × 13" not in worked_example_html(made)


def test_that_the_ending_decides_what_is_written(trace, tmp_path, qapp) -> None:
    for name, beginning in (("a.html", b"<!DOCTYPE"), ("a.csv", b"step,stage"), ("a.pdf", b"%PDF")):
        save_worked_example(str(tmp_path / name), trace, None, "worked")
        assert (tmp_path / name).read_bytes().startswith(beginning)
    assert len(worked_example_pdf(worked_example_html(trace))) > 5000
