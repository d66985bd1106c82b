"""Tables of more rows than a frame can show: at rest the plots know every row, so that no extreme is missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from mlp_gui.session.training.phase import Phase

ROWS, OUTLIER = 20_000, 12_345


def test_that_the_row_far_out_is_in_the_plots_however_large_the_table(person, rng, tmp_path: Path) -> None:
    x = rng.normal(size=ROWS)
    y = 2 * x + 0.1 * rng.normal(size=ROWS)
    y[OUTLIER] = 500.0
    path = tmp_path / "large.csv"
    path.write_text("x,y\n" + "\n".join(f"{a:.6f},{b:.6f}" for a, b in zip(x, y, strict=True)), encoding="utf-8")
    person.program.open(str(path))
    person.wait_ready()
    person.window.setFocus()
    person.click(person.window.control_bar.step)
    person.wait(lambda: person.run.epoch == 1 and person.run.phase is Phase.PAUSED)
    plot = person.window.predicted_vs_true_plot
    person.wait(lambda: len(plot.columns()["true"]) == ROWS)
    columns = plot.columns()
    assert columns["row"][int(np.argmax(columns["true"]))] == OUTLIER + 1
    drawn = np.concatenate([points.row_numbers for points in plot.points.drawn.values()])
    assert OUTLIER in drawn
    assert len(drawn) < ROWS
    low, high = plot.points.bottom.range
    assert low < 500 < high
