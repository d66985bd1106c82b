"""Pytest plugin: marks what `-m "not slow"` leaves out. The rest sees every layer in about a minute.

Slow is what drives the whole window, and the modules below: they start processes, or try one thing in many ways.
"""

from __future__ import annotations

import pytest

from helpers.paths import TESTS

WHOLE_WINDOW = {"fresh_person", "person", "shared_person"}  # the fixtures
FOLDER = "gui/"  # where most of their users are
MODULES = {
    "test_steady.py",
    "app/test_garbage_collector.py",
    "app/test_smoke_run.py",
    "cli/test_command_line.py",
    "cli/test_warnings_and_overwriting.py",
    "engine/training/test_memory.py",
    "engine/training/test_random_configs.py",
    "export/common/test_atomic.py",
    "export/common/test_safe_reading.py",
    "export/project/test_killed_while_saving.py",
    "export/scripts/test_python_format.py",
    "export/test_clock.py",
    "export/test_code_injection.py",
    "export/test_disk_full.py",
    "export/test_format_equivalence.py",
    "export/test_translation.py",
    "export/test_undecodable_names.py",
    "packaging/test_wheel.py",
    "views/charts/test_plot.py",
    "views/plots/training/test_loss_zoom.py",
    "views/theme/test_style.py",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        path = item.path.relative_to(TESTS).as_posix() if item.path.is_relative_to(TESTS) else ""
        if path in MODULES or path.startswith(FOLDER) or WHOLE_WINDOW & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
