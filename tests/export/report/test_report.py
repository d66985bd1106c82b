"""The report says what happened, number for number, on one page that needs nothing else."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from helpers.export_inputs import TASK_CASES, Case, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_six_digits
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.run_format import read_run_bytes
from mlp_gui.export.registry import formats
from mlp_gui.export.report.contents import build_report
from mlp_gui.export.report.svg_plots import SvgAxis, loss_svg, predicted_vs_true_svg
from mlp_gui.verdict.assessment import assess


def page_of(source: ExportInput) -> str:
    chosen = formats.create("report")
    data = chosen.encode(source)
    assert "loads nothing from elsewhere" in chosen.verify(data, source)
    return data.decode("utf-8")


def texts(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)))


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_it_holds_ledger_settings_scores_and_the_stop(case: Case, tmp_path: Path) -> None:
    source = source_of(case, tmp_path)
    said = texts(page_of(source))
    for sentence in source.model.provenance["ledger"]:
        assert sentence in said
    for values in source.model.provenance["scores"].values():
        for value in values.values():
            assert format_six_digits(value) in said
    for words in (
        "All 3 epochs are done.",
        "Hidden layers 1",
        "6, Tanh",
        "Batch size",
        "32 rows",
        "houses.csv",
        "days",
    ):
        assert words in said
    assert "Momentum" not in said
    day, clock = source.model.provenance["created"][:16].split("T")
    assert f"on {day}, {clock} UTC." in said  # for a person, not for a machine


@pytest.mark.parametrize("case", TASK_CASES, ids=str)
def test_that_its_plots_are_proper_svg_with_every_subset(case: Case, tmp_path: Path) -> None:
    found = build_report(source_of(case, tmp_path))
    assert set(found.pictures) == {"one": {"loss", "fit_0"}, "two": {"loss", "fit_0", "fit_1"}}.get(case.kind, {"loss"})
    for name, svg in found.pictures.items():
        root = ElementTree.fromstring(svg)
        assert root.tag.endswith("svg")
        assert "Training" in "".join(root.itertext())
        if name != "loss":
            assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) > 30
    assert found.body().count("<img") == len(found.pictures)
    assert "<img" not in found.page()


def test_that_the_confusion_table_adds_up_to_the_rows(tmp_path: Path) -> None:
    source = source_of(Case("multiclass"), tmp_path)
    page = page_of(source)
    tables = re.findall(r"<table><caption>.*?</table>", page, re.DOTALL)
    for table, subset in zip(tables, source.prepared.dataset.subsets.values(), strict=True):
        counts = [int(n) for n in re.findall(r"class=number><bdi>(\d+)<", table)]
        assert len(counts) == 9
        assert sum(counts) == len(subset)


def test_that_a_run_without_its_table_says_why_there_are_no_plots(tmp_path: Path) -> None:
    source = source_of(Case("one"), tmp_path)
    assert "no plots" in texts(page_of(ExportInput(source.model, source.history)))


def test_that_a_page_with_foreign_parts_is_not_saved(tmp_path: Path) -> None:
    source = source_of(Case("one"), tmp_path)
    chosen = formats.create("report")
    page = chosen.encode(source)
    for bad in (b"<script>1</script>", b'<img src="x">', b'<p onclick="x">', b'<a href="http://x">y</a>'):
        with pytest.raises(UserError, match="should and was not saved"):
            chosen.verify(page.replace(b"</body>", bad + b"</body>"), source)
    with pytest.raises(UserError, match="It lacks"):
        chosen.verify(page.replace(b"rows read", b"rows"), source)


def test_that_an_axis_has_round_ticks_inside_its_range() -> None:
    for low, high in [(0, 1), (-3, 17), (1e-7, 2e-7), (5, 5), (0, 1e9), (-1e-3, 1e-3)]:
        ticks = SvgAxis(low, high, 0, 100).ticks()
        assert 2 <= len(ticks) <= 8, (low, high, ticks)
    assert SvgAxis(0.002, 90, 0, 1, log=True).ticks() == pytest.approx([0.01, 0.1, 1, 10])
    assert SvgAxis(0.0, 10.0, 0, 100).place(np.array(2.5)) == 25
    assert SvgAxis(1.0, 100.0, 0, 100, log=True).place(np.array(10.0)) == 50


def test_that_long_curves_keep_their_peaks_in_few_points() -> None:
    losses = np.ones(100_000)
    losses[54_321] = 7
    svg = loss_svg(np.arange(1.0, 100_001), {"training": losses}, 0)
    points = re.findall(r'points="([^"]*)"', svg)[0].split()
    assert len(points) < 2_500  # four of each pixel column
    assert min(float(point.split(",")[1]) for point in points) == pytest.approx(40)


def test_that_losses_that_are_no_numbers_draw_nothing() -> None:
    nothing = np.full(3, np.nan)
    assert loss_svg(np.arange(3.0), {"training": nothing}, 0) == ""
    assert predicted_vs_true_svg("y", {"training": (nothing, nothing)}) == ""


def test_that_the_verdict_and_the_reference_models_stand_in_the_report_and_come_back_from_a_file(tmp_path: Path):
    source = source_of(TASK_CASES[0], tmp_path)
    assert source.prepared is not None
    model = source.model
    assessment = assess(model.network, model.config, source.prepared.dataset, source.prepared)
    judged = replace(source, model=replace(model, provenance=model.provenance | assessment.provenance()))
    saved = read_run_bytes(formats.create("mlp").encode(judged), "a file")
    alone = ExportInput(saved.model, saved.history)  # as `export run.mlp`, where the table is not at hand
    for one in (judged, alone):
        said = texts(page_of(one))
        assert said.count(assessment.sentence) == 2, "in the summary and above the scores"
        for scores in assessment.references.scores.values():
            for values in scores.values():
                for value in values.values():
                    assert format_six_digits(value) in said
