"""Build the double-click program with PyInstaller, prove that it works, and pack it.

python -m pip install . pyinstaller
python resources/packaging/build.py            # dist/mlp_gui and an archive of it
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SPEC = Path(__file__).with_name("mlp_gui.spec")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the program goes (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where PyInstaller works (default: build)")
    parser.add_argument("--no-build", action="store_true", help="only prove and pack what is there")
    options = parser.parse_args()
    if not options.no_build:
        build(options.out, options.work)
    folder = options.out / "mlp_gui"
    program = folder / ("mlp-gui-console.exe" if sys.platform == "win32" else "mlp-gui")
    say(f"{size(folder) / 1e6:.0f} MB in {sum(1 for f in folder.rglob('*') if f.is_file())} files")
    prove(program)
    archive = pack(folder, options.out)
    say(f"{archive} ({archive.stat().st_size / 1e6:.0f} MB)")
    return 0


def build(out: Path, work: Path) -> None:
    """Icons drawn by Qt, then PyInstaller."""
    icons = work / "icons"
    draw = (
        "import sys, pathlib; from mlp_gui.app.desktop.icon_files import write_all; "
        "write_all(pathlib.Path(sys.argv[1]))"
    )
    run([sys.executable, "-c", draw, str(icons)], cwd=ROOT)
    started = time.time()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", str(SPEC)]
    run([*command, "--distpath", str(out), "--workpath", str(work)], MLP_GUI_ICONS=str(icons))
    say(f"built in {time.time() - started:.0f} s")


def prove(program: Path) -> None:
    """The self-test of the built program: offscreen, and in a real window where there is a screen or Xvfb."""
    run([str(program), "--version"])
    run([str(program), "inspect", "sample:busan_beach"])
    screens: list[tuple[str, list[str], dict[str, str]]] = [("offscreen", [], {"QT_QPA_PLATFORM": "offscreen"})]
    if sys.platform == "linux" and shutil.which("xvfb-run"):
        screens.append(("Xvfb", ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"], {"QT_QPA_PLATFORM": "xcb"}))
    elif sys.platform != "linux":
        screens.append(("window", [], {}))
    for name, before, environment in screens:
        with tempfile.TemporaryDirectory() as folder:
            started = {"MLP_GUI_STARTED": str(time.time())}
            run([*before, str(program), "--self-test", folder], cwd=Path(folder), **environment, **started)
            for made in ("window.png", "run.mlp"):
                if not (Path(folder) / made).stat().st_size:
                    raise SystemExit(f"the self-test ({name}) left an empty {made}")
        say(f"self-test passed: {name}")


def pack(folder: Path, out: Path) -> Path:
    """A zip on Windows and macOS; on Linux a tarball that installs itself for one user."""
    machine = platform.machine().lower()
    name = f"mlp_gui-{version()}-{ {'win32': 'windows', 'darwin': 'macos'}.get(sys.platform, 'linux') }-{machine}"
    if sys.platform != "linux":
        base = "mlp_gui.app" if sys.platform == "darwin" else "mlp_gui"
        return Path(shutil.make_archive(str(out / name), "zip", out, base))
    archive = out / f"{name}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=6) as tar:
        tar.add(folder, arcname=f"{name}/mlp_gui")
        tar.add(Path(__file__).with_name("install.sh"), arcname=f"{name}/install.sh")
        tar.add(ROOT / "resources" / "LICENSE", arcname=f"{name}/LICENSE")
    return archive


def version() -> str:
    text = (ROOT / "mlp_gui" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def size(folder: Path) -> int:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink())


def run(command: list[str], cwd: Path | None = None, **environment: str) -> None:
    subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, check=True)


def say(sentence: str) -> None:
    print(f"build: {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
