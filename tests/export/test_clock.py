"""A clock that stands before 1980 or after 2107 (an empty battery, a test machine) keeps nothing from being saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers.processes import environment
from mlp_gui.export.registry import formats

SHIM = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
int clock_gettime(clockid_t which, struct timespec *out) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int done = real(which, out);
    if (which == CLOCK_REALTIME) out->tv_sec = CLOCK;
    return done;
}
int gettimeofday(struct timeval *out, void *zone) { out->tv_sec = CLOCK; out->tv_usec = 0; return 0; }
time_t time(time_t *out) { if (out) *out = CLOCK; return CLOCK; }
"""
COMMANDS = """
import sys, time
from mlp_gui.cli.main import run
print(time.gmtime().tm_year)
codes = [run(["train", "sample:xor", "--activation", "tanh", "--epochs", "3", "--out", "a.mlp", "--history", "h.csv"])]
codes += [run(["export", "a.mlp", "--format", name, "--out", name]) for name in sys.argv[1:]]
sys.exit(max(codes))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the clock is preloaded")
@pytest.mark.parametrize(("clock", "year"), [(-86_400, 1969), (0, 1970), (4_500_000_000, 2112)])
def test_that_everything_is_saved_whatever_the_clock_says(tmp_path: Path, clock: int, year: int) -> None:
    if shutil.which("gcc") is None:
        pytest.skip("gcc is not installed")
    (tmp_path / "clock.c").write_text(SHIM)
    shim = tmp_path / "clock.so"
    build = ["gcc", "-shared", "-fPIC", f"-DCLOCK={clock}LL", str(tmp_path / "clock.c"), "-o", str(shim), "-ldl"]
    subprocess.run(build, check=True)
    names = [name for name in formats.names() if name not in ("mlp", "onnx", "predictions")]
    names = [name for name in names if not name.endswith("_pdf")]
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, *names],
        cwd=tmp_path,
        env=environment() | {"LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{year}\n")
    assert not set(names) - set(os.listdir(tmp_path))
    with zipfile.ZipFile(tmp_path / "a.mlp") as archive:
        assert archive.testzip() is None
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
