"""The real window on a real X server: the self-test that CI and packaged builds run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(
    shutil.which("xvfb-run") is None, reason="xvfb-run is not installed (Debian: apt install xvfb xauth)"
)
def test_that_the_self_test_under_xvfb_trains_exports_and_takes_a_picture(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND"))}
    environment |= {"MLP_GUI_SETTINGS": str(tmp_path / "settings.ini"), "XDG_DATA_HOME": str(tmp_path / "data")}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", sys.executable, "-m", "mlp_gui"]
    done = subprocess.run(
        [*command, "--self-test", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-4000:]}"
    assert "60 epochs" in done.stdout
    assert (tmp_path / "out" / "window.png").stat().st_size > 20_000
    predict = ["predict", str(tmp_path / "out" / "run.mlp"), "sample:busan_beach", "--out", str(tmp_path / "told.csv")]
    subprocess.run([sys.executable, "-m", "mlp_gui", *predict], check=True, capture_output=True, timeout=240)
    assert len((tmp_path / "told.csv").read_text(encoding="utf-8").splitlines()) == 1 + 1446


def test_that_without_a_display_it_says_so_in_a_sentence_and_exits_with_two(tmp_path: Path) -> None:
    unset = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-m", "mlp_gui"], capture_output=True, text=True, timeout=240, check=False, env=environment
    )
    assert done.returncode == 2
    assert "there is no display here" in done.stderr
    assert "Traceback" not in done.stderr
