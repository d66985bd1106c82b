"""Pytest plugin: marks what `-m "not slow"` leaves out. The rest sees every layer in a minute and a half.

Slow is what drives the whole window, and the modules below: they start processes, or try one thing in many ways. A
whole run begins with them, storms before all, so that none is left when the other processes have nothing more to do.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.paths import TESTS

WHOLE_WINDOW = {"fresh_person", "person", "shared_person"}  # the fixtures
FOLDER = "gui/"  # where most of their users are
STORMS = "gui/stress/"
MODULES = {
    "test_default_quality.py",
    "test_steady.py",
    "app/test_garbage_collector.py",
    "app/test_interrupted_start.py",
    "app/test_smoke_run.py",
    "app/test_startup.py",
    "app/test_theme_controller.py",
    "architecture/test_docstrings.py",
    "architecture/test_layers.py",
    "architecture/test_names.py",
    "cli/test_command_line.py",
    "cli/test_derived_columns.py",
    "cli/test_interruption.py",
    "cli/test_options.py",
    "cli/test_roles_and_splits.py",
    "cli/test_study.py",
    "cli/test_warnings_and_overwriting.py",
    "data/columns/test_number_inference.py",
    "data/csv/test_date_columns.py",
    "data/csv/test_hidden_meanings.py",
    "data/csv/test_hostile_shapes.py",
    "data/csv/test_reader_round_trip.py",
    "data/csv/test_wide_tables.py",
    "data/leakage/test_screening.py",
    "data/readers/test_spreadsheet.py",
    "data/splits/test_left_out.py",
    "data/test_cancelling.py",
    "data/test_suggest.py",
    "engine/lockstep/test_lockstep.py",
    "engine/metrics/test_bootstrap.py",
    "engine/tracing/test_textbook_update.py",
    "engine/tracing/test_trace.py",
    "engine/training/test_memory.py",
    "engine/training/test_random_configs.py",
    "engine/training/test_scikit_learn_comparison.py",
    "engine/training/test_timeline.py",
    "export/common/test_atomic.py",
    "export/common/test_safe_reading.py",
    "export/notebook/test_notebook.py",
    "export/page/test_page_in_chromium.py",
    "export/project/test_class_file.py",
    "export/project/test_container.py",
    "export/project/test_killed_while_saving.py",
    "export/project/test_mutations.py",
    "export/project/test_run_list.py",
    "export/report/test_report.py",
    "export/scripts/test_activation_code.py",
    "export/scripts/test_python_format.py",
    "export/scripts/test_reading_of_new_tables.py",
    "export/test_clock.py",
    "export/test_code_injection.py",
    "export/test_disk_full.py",
    "export/test_format_equivalence.py",
    "export/test_promises.py",
    "export/test_translation.py",
    "export/test_undecodable_names.py",
    "export/training/test_training_scripts.py",
    "export/weights/test_importing.py",
    "packaging/test_wheel.py",
    "session/project/test_side_copies.py",
    "session/test_session_alone.py",
    "studies/search/test_search.py",
    "studies/test_cluster.py",
    "studies/test_study.py",
    "views/charts/test_plot.py",
    "views/data/panel/test_data_panel.py",
    "views/plots/training/test_loss_zoom.py",
    "views/shell/test_workspace.py",
    "views/theme/test_style.py",
}


def pytest_configure(config: pytest.Config) -> None:
    """Have pytest-xdist keep the order of `pytest_collection_modifyitems`: its own begins where most tests are."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    paths: dict[Path, str] = {}  # of six thousand tests in some hundred files
    slow: set[Path] = set()
    for item in items:
        if item.path not in paths:
            inside = item.path.is_relative_to(TESTS)
            paths[item.path] = item.path.relative_to(TESTS).as_posix() if inside else ""
        path = paths[item.path]
        if path in MODULES or path.startswith(FOLDER) or WHOLE_WINDOW & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
            slow.add(item.path)
    items.sort(key=lambda item: (not paths[item.path].startswith(STORMS), item.path not in slow))
