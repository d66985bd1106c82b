"""Pytest plugin: a test process that dies ends the whole run at once, with its name and the test that it ran.

pytest-xdist itself starts a new process instead, and waits for ever when that one collects other tests than the first.
A test that is stuck becomes such a death: see `faulthandler_timeout` in pyproject.toml.
"""

from __future__ import annotations

import pytest

DIED = "A test process died; its stack is above, where it began to die. Nothing after it was run."


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str, report: pytest.TestReport, sched: object) -> None:
    """End the run with the crashed test among its failures."""
    del sched
    config = report.node.config  # type: ignore[attr-defined]  # pytest-xdist sets it
    config.hook.pytest_runtest_logreport(report=report)
    pytest.exit(f"{report.node.gateway.id} died in {crashitem}. {DIED}", returncode=pytest.ExitCode.TESTS_FAILED)


class _Deaths:
    """The process that died between two tests, where no test is to be blamed."""

    def __init__(self) -> None:
        self.name = ""

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object, error: object | None) -> None:
        if error:
            self.name = node.gateway.id  # type: ignore[attr-defined]

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: object) -> None:
        """End the run where pytest-xdist would start a process in place of the dead one."""
        del node
        if self.name:
            pytest.exit(f"{self.name} died outside a test. {DIED}", returncode=pytest.ExitCode.TESTS_FAILED)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Deaths())
