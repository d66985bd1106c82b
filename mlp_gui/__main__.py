"""The entry point: a command runs without Qt, everything else opens the window."""

from __future__ import annotations

import sys

from mlp_gui.cli import COMMANDS


def main(arguments: list[str] | None = None) -> int:
    """Run `mlp-gui ...` and return the exit code: 0 done, 2 refused with one sentence."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        if arguments and arguments[0] in (*COMMANDS, "-h", "--help", "--version"):
            from mlp_gui.cli.main import run

            return run(arguments)
        from mlp_gui.app.main import start

        return start(arguments)
    except MemoryError:  # while modules are read; later it is refused where more can be said
        print("There is not enough memory to start. Close other programs, or allow this one more.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
