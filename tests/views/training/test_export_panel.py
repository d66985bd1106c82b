"""Take away: every registered format has a button, the rarer ones folded away, and the PDF says what the page says."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from helpers.export_inputs import Case, named_source, source_of
from mlp_gui.core.errors import UserError
from mlp_gui.export.registry import formats
from mlp_gui.views.training.export_panel import ExportPanel
from mlp_gui.views.training.pdf_format import ReportPdfFormat, lay_out_report


@pytest.fixture
def panel(qtbot) -> ExportPanel:
    found = ExportPanel()
    qtbot.addWidget(found)
    found.resize(300, 900)
    found.show()
    yield found
    found.hide()


def test_that_every_registered_format_has_a_button_with_its_sentence(panel: ExportPanel) -> None:
    assert set(panel.buttons) == set(formats.names())
    for chosen in formats:
        assert chosen.sentence.endswith(".")
        assert panel.buttons[chosen.name].accessibleDescription() == chosen.sentence
        assert chosen.label in panel.buttons[chosen.name].text()


def test_that_the_common_ones_are_shown_in_order_and_the_rest_on_demand(panel: ExportPanel) -> None:
    shown = [name for name, button in panel.buttons.items() if button.isVisible()]
    assert shown == ["mlp", "python", "report", "page", "npz", "history", "predictions"]
    assert "ONNX" in panel.more.summary.text()
    panel.more.set_open(True)
    assert all(button.isVisible() for button in panel.buttons.values())


def test_that_a_click_asks_for_its_format(panel: ExportPanel) -> None:
    asked: list[str] = []
    panel.export_requested.connect(asked.append)
    for name in formats.names():
        panel.reveal(name).click()
    assert asked == list(formats.names())


def test_that_what_cannot_be_taken_says_why(panel: ExportPanel) -> None:
    panel.show_allowed("Train first.")
    assert not any(button.isEnabled() for button in panel.buttons.values())
    assert panel.reveal("onnx").toolTip() == "Train first."
    panel.show_allowed(None)
    assert panel.buttons["onnx"].toolTip() == formats["onnx"].sentence


@pytest.mark.parametrize("kind", ["two", "multiclass"])
def test_that_the_pdf_is_made_in_the_background_and_proved(kind: str, qapp, tmp_path: Path) -> None:
    source, found = source_of(Case(kind), tmp_path), []

    def work() -> None:
        data = ReportPdfFormat().encode(source)
        found.append((data, ReportPdfFormat().verify(data, source)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    (data, said), *_ = found
    assert data.startswith(b"%PDF-")
    assert said.split()[0].isdigit()
    with pytest.raises(UserError, match="would not be complete"):
        ReportPdfFormat().verify(data[:1000], source)


def test_that_the_pdf_shows_hostile_names_literally(qapp) -> None:
    from mlp_gui.export.report.contents import build_report

    text = lay_out_report(build_report(named_source(["<b>x</b>", '<img src="loss">', "=1+1"])), 1000.0).toPlainText()
    assert "<b>x</b>" in text
    assert '<img src="loss">' in text
