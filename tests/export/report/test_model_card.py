"""The report is a model card: it alone suffices to repeat the run from the table."""

from __future__ import annotations

import hashlib
import html
import re
import shlex
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.command_line import call
from mlp_gui.core.number_format import format_number
from mlp_gui.export.project.run_format import read_run


def written(folder: Path) -> Path:
    rng = np.random.default_rng(12)
    n = 140
    frame = pd.DataFrame({"rain, mm": rng.gamma(1, 4, n).round(2), "zone": rng.choice(["a", "b"], n)})
    frame["flow"] = (frame["rain, mm"].ewm(span=4).mean() + 0.1 * rng.normal(size=n)).round(4)
    frame["state"] = np.where(frame["flow"] > 4, "high", "low")
    frame["unused"] = rng.normal(size=n).round(3)
    frame.loc[[3, 30], "rain, mm"] = -999
    path = folder / "a river's table.csv"
    frame.to_csv(path, index=False)
    return path


def parts_of(card: str) -> tuple[list[str], str]:
    """The words of the command and the settings, as a reader would copy them."""
    command, settings = (html.unescape(text) for text in re.findall(r"<pre>(.*?)</pre>", card, re.DOTALL))
    return shlex.split(command), settings


@pytest.mark.parametrize("target", ["flow", "state"])
def test_that_the_card_alone_repeats_the_run(target: str, tmp_path: Path) -> None:
    table = written(tmp_path)
    model = mlp_gui.fit(
        table, target=target, inputs=["rain, mm", "zone"], derive=["before = lag(`rain, mm`, 1)"], missing=-999,
        hidden=(6, 3), activation="tanh", epochs=30, learning_rate=0.02, batch_size=16, seed=5, leave_out_rows="10",
        split=(0.6, 0.2, 0.2), split_method="random",
    )  # fmt: skip
    model.save(tmp_path / "first.mlp")
    model.export(tmp_path / "card.html", "report")
    words, settings = parts_of((tmp_path / "card.html").read_text(encoding="utf-8"))
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / table.name).write_bytes(table.read_bytes())
    (other / "settings.json").write_text(settings, encoding="utf-8")
    done = call(*words[1:], cwd=other)
    assert done.returncode == 0, done.stderr
    first, again = read_run(tmp_path / "first.mlp"), read_run(other / "again.mlp")
    np.testing.assert_array_equal(again.model.network.theta, first.model.network.theta)
    wall_clock = {"seconds"}
    kept = [k for k, name in enumerate(model.history.columns) if name not in wall_clock]
    np.testing.assert_array_equal(again.history.rows()[:, kept], first.history.rows()[:, kept])
    assert again.model.provenance["scores"] == first.model.provenance["scores"]


def test_that_the_card_names_table_versions_division_ranges_and_intervals(tmp_path: Path) -> None:
    table = written(tmp_path)
    model = mlp_gui.fit(table, target="flow", inputs=["rain, mm", "zone"], hidden=(4,), epochs=5, seed=7)
    model.export(tmp_path / "card.html", "report")
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    said = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert hashlib.sha256(table.read_bytes()).hexdigest() in said
    assert f"{table.stat().st_size:,} bytes" in said
    assert f"numpy {np.__version__}" in said
    assert f"pandas {pd.__version__}" in said
    training = model.predictions().query("subset == 'training'").index
    rain = pd.read_csv(table)["rain, mm"].loc[training]
    assert f" to {format_number(float(rain.max()))}" in said
    assert "Intervals of predictions: " in said
    assert "Division of the rows" in said
    assert str(table.parent) not in page, "where a person keeps the table is no part of it"
