"""Exports compute derived columns by themselves: as the program does, of any rows of a file, to the last digits."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.command_line import call

try:
    import onnxruntime as runtime
except ImportError:
    runtime = None

FORMULAS = """
r1 = lag(`rain, mm`, 1); r9 = lag(`rain, mm`, 3, by=site, order=date); d = difference(flow, 2)
s = rolling_sum(`rain, mm`, 5); m = rolling_mean(`rain, mm`, 4, by=site); lo = rolling_min(flow, 3)
hi = rolling_max(lag(flow, 1), 3); e = ewm(`rain, mm`, 9, by=site); n = rows_since(`rain, mm` > 6)
w = days_since(wet == 1, order=date); f = if(r1 > 2, log1p(r1), -sqrt(abs(m))) ^ 1 + max(r1, s, 3) / (1 + e)
g = fill(log(flow - 0.5), 0) * 2 - present(flow) + sin(d)
"""


def test_that_every_export_predicts_what_the_command_does(tmp_path: Path) -> None:
    rng, n = np.random.default_rng(5), 160
    rain = rng.gamma(0.5, 6, n).round(1)
    frame = pd.DataFrame(
        {
            "date": pd.date_range("2001-01-01", periods=n).strftime("%d.%m.%Y"),
            "rain, mm": [f"{v:.1f}".replace(".", ",") for v in rain],
            "site": rng.choice(["a", "b"], n),
            "wet": np.where(rain > 3, "yes", "no"),
            "flow": [f"{v:.3f}".replace(".", ",") for v in pd.Series(rain).ewm(span=9).mean()],
            "y": rng.normal(size=n).round(3),
        }
    )
    frame.loc[[40, 41], "rain, mm"] = ""
    frame.loc[[60], "site"] = ""
    frame.to_csv(tmp_path / "t.csv", sep=";", index=False)
    options = ["--inputs", "flow,wet", "--leave-out-rows", "7", "--derive", FORMULAS]
    options += ["--epochs", "2", "--hidden", "5", "--activation", "tanh"]
    done = call("train", "t.csv", "--target", "y", *options, "--out", "r.mlp", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    done = call("export", "r.mlp", "--format", "python", "--out", "m.py", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    # The scripts are proved by how they encode rows, the workbook by computing its formulas.
    for name in ("keras", "pytorch", "sklearn", "excel"):
        done = call("export", "r.mlp", "--format", name, "--out", f"m.{name}", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    if shutil.which("cc"):
        assert call("export", "r.mlp", "--format", "c", "--out", "m.h", cwd=tmp_path).returncode == 0
        assert "lag(`rain" in (tmp_path / "m.h").read_text()
        (tmp_path / "t.c").write_text('#define MLP_SELF_TEST\n#include "m.h"\n')
        subprocess.run(["cc", "-std=c99", "-Wall", "-Werror", "t.c", "-o", "t", "-lm"], cwd=tmp_path, check=True)
        assert subprocess.run(["./t"], cwd=tmp_path, check=False, capture_output=True).returncode == 0
    assert call("export", "r.mlp", "--format", "report", "--out", "r.html", cwd=tmp_path).returncode == 0
    report = (tmp_path / "r.html").read_text(encoding="utf-8").replace("<bdi>", "").replace("</bdi>", "")
    assert "<th>Derived column</th><th>Formula</th>" in report
    assert "<td>lag(`rain, mm`, 3, by=site, order=date)</td>" in report
    assert "<th>Rows left out by hand</th></tr>\n<tr><td>row 7</td>" in report
    part = frame.iloc[20:150]
    part.to_csv(tmp_path / "part.csv", sep=";", index=False)
    assert call("predict", "r.mlp", "part.csv", "--out", "p.csv", cwd=tmp_path).returncode == 0
    ran = subprocess.run(
        [sys.executable, "m.py", "part.csv", "--out", "q.csv"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found = []
    for name in ("p.csv", "q.csv"):
        with (tmp_path / name).open(newline="") as file:
            found.append(np.array([float(row["predicted y"] or "nan") for row in csv.DictReader(file)]))
    assert np.isfinite(found[0]).sum() > 80
    assert np.isnan(found[0]).sum() > 5
    np.testing.assert_allclose(found[1], found[0], rtol=1e-9, atol=1e-9)
    if runtime is not None:
        found[1] = _by_onnx(tmp_path, part)
        np.testing.assert_allclose(found[1], found[0], rtol=1e-9, atol=1e-9)


def _by_onnx(folder: Path, part: pd.DataFrame) -> np.ndarray:
    """The table as one call: numbers, days since 1970 and words."""
    assert call("export", "r.mlp", "--format", "onnx", "--out", "m.onnx", cwd=folder).returncode == 0
    session = runtime.InferenceSession((folder / "m.onnx").read_bytes(), providers=["CPUExecutionProvider"])
    feeds = {}
    for wanted in session.get_inputs():
        cells = part[wanted.name]
        if wanted.name == "date":
            days = pd.to_datetime(cells, format="%d.%m.%Y") - pd.Timestamp("1970-01-01")
            values = days.dt.days.to_numpy(float)
        elif "string" in wanted.type:
            values = cells.to_numpy(object)
        else:
            values = pd.to_numeric(cells.str.replace(",", "."), errors="coerce").to_numpy(float)
        feeds[wanted.name] = values[:, None]
    return session.run(None, feeds)[0][:, 0]
