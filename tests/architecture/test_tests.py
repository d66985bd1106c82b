"""The tests stand where the product stands, use what others may use, and need nothing that a clone lacks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from helpers.paths import TESTS
from helpers.private_names import private_names
from helpers.product import PACKAGE, SourceFile, source_files
from helpers.slow import MODULES

# These lists may only shrink: what is no longer needed must be taken out, and nothing is put in.
PRIVATE: set[tuple[str, str]] = set()
OUTSIDE: set[str] = set()
WITHOUT_TESTS: set[str] = set()
FIXED_WAITS = {
    ("app/test_garbage_collector.py", "qtbot.wait(1200)"),  # more than twice the time of rest that is to pass
    ("views/widgets/test_frame_clock.py", "qtbot.wait(5)"),  # thirty changes, spread over time
}

OUT_OF_THE_CHECKOUT = re.compile(r"REPOSITORY\.parent|parents\[[3-9]\]")


def files_of_tests() -> Iterator[SourceFile]:
    return (file for file in source_files(TESTS) if file.path != "architecture/test_tests.py")


def test_that_no_test_reaches_for_what_is_private() -> None:
    reached = {(file.path, name) for file in files_of_tests() for name in private_names(file)}
    assert {(path, name) for path, name in reached if name != "os._exit"} == PRIVATE  # which Python documents


def test_that_no_test_reads_outside_of_the_checkout() -> None:
    assert {file.path for file in files_of_tests() if OUT_OF_THE_CHECKOUT.search(file.text)} == OUTSIDE


def test_that_every_folder_of_the_product_has_its_folder_of_tests() -> None:
    folders = {module.parent.relative_to(PACKAGE).as_posix() for module in PACKAGE.rglob("[!_]*.py")}
    assert {folder for folder in folders if not list((TESTS / folder).rglob("test_*.py"))} == WITHOUT_TESTS


def test_that_no_test_waits_for_a_fixed_time() -> None:
    """What shows that something is over is waited for: `helpers.settling`."""
    assert {(file.path, wait) for file in files_of_tests() for wait in _fixed_waits(file)} == FIXED_WAITS


def test_that_the_slow_modules_exist() -> None:
    assert not [module for module in MODULES if not (TESTS / module).is_file()]


def _fixed_waits(file: SourceFile) -> Iterator[str]:
    for node in file.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("wait", "qWait"):
            of_qtbot = ast.unparse(node.func.value).endswith(("qtbot", "QTest"))
            if of_qtbot and isinstance(node.args[0], ast.Constant) and node.args[0].value:
                yield ast.unparse(node)
