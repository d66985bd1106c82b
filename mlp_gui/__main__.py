"""The entry point: a command runs without Qt, everything else opens the window."""

from __future__ import annotations

import multiprocessing
import sys

from mlp_gui.cli import COMMANDS
from mlp_gui.data.cells.workbook_process import SERVE, serve_workbook

# How the loader of shared libraries says it.
NO_MEMORY = (
    "failed to map segment",
    "annot allocate memory",
    "DLL load failed while importing: not enough",
    "without exception set",  # the interpreter, of a module that it could load in part only
)


def main(arguments: list[str] | None = None) -> int:
    """Run `mlp-gui ...` and return the exit code: 0 done, 2 refused with one sentence."""
    multiprocessing.freeze_support()  # in the bundle a worker of a study starts as the program does
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        if arguments[:1] == [SERVE]:
            serve_workbook(arguments[1])
            return 0
        if arguments and arguments[0] in (*COMMANDS, "-h", "--help", "--version"):
            from mlp_gui.cli.main import run

            return run(arguments)
        from mlp_gui.app.main import start

        return start(arguments)
    # While modules are read; later it is refused where more can be said.
    except (MemoryError, ImportError, SystemError) as error:
        if not isinstance(error, MemoryError) and not any(word in str(error) for word in NO_MEMORY):
            raise
        print("There is not enough memory to start. Close other programs, or allow this one more.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # numpy's library sends the signal, too, when it can start no thread
        print("Interrupted.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
