"""The whole program and the person who uses it, as in tests/gui."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from mlp_gui.session.training.phase import Phase

GUI = Path(__file__).resolve().parent.parent / "gui"
if str(GUI) not in sys.path:
    sys.path.append(str(GUI))
_spec = importlib.util.spec_from_file_location("gui_conftest", GUI / "conftest.py")
assert _spec is not None
assert _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
person, another = _module.person, _module.another


@pytest.fixture
def busy(person):
    """The tutorial's run at epoch 30 with every step and every "More" unfolded."""
    person.program.open_preset("tutorial")
    person.wait_ready()
    person.run.step_epochs(30)
    person.wait_for(Phase.PAUSED)
    from unfolding import unfold

    unfold(person)
    return person
