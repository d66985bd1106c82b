"""Projects whose members were changed by somebody who corrected the checksums: a sentence, and never a crash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from helpers.project_mutations import Mutator, a_project, use
from mlp_gui.core.errors import UserError
from mlp_gui.export.project.container import npy_of, pack, unpack

PROJECTS = 4


@pytest.fixture(scope="module", params=range(PROJECTS))
def project(request: pytest.FixtureRequest):
    return a_project(request.param)


def test_that_mutations_are_refused_in_a_sentence_or_do_no_harm(project, tmp_path: Path) -> None:
    data, dataset = project
    assert use(data, dataset, tmp_path).kind == "taken"
    kinds = set()
    for seed in range(25):
        what, mutated = Mutator(data, seed).mutated()
        outcome = use(mutated, dataset, tmp_path)
        assert outcome.kind in ("refused", "taken"), f"{what}\n{outcome.said}"
        kinds.add(outcome.kind)
    assert kinds == {"refused", "taken"}


FACTS: list[tuple[tuple[str, ...], Any]] = [
    (("epoch",), -1), (("epoch",), 2**53), (("epoch",), "3"), (("epoch",), True), (("batch",), 10**6),
    (("seconds",), None), (("seconds",), 2**1100), (("best_value",), "low"), (("outputs",), [1]), (("rows",), None),
    (("generator",), []), (("generator", "uinteger"), 2**32), (("generator", "uinteger"), -1),
    (("generator", "has_uint32"), 2), (("generator", "state"), 1), (("generator", "state", "state"), 2**128),
    (("generator", "state", "inc"), -1), (("generator", "state", "inc"), 0.5), (("stopped",), {"kind": 1}),
    (("stopped",), {"kind": "boredom", "sentence": "", "epoch": 1, "best_epoch": 0, "best_value": None}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), FACTS)
def test_that_a_wrong_fact_of_a_state_is_refused(path: tuple[str, ...], value: Any, tmp_path: Path) -> None:
    data, dataset = a_project(0)
    members = unpack(data, "p")
    facts = json.loads(str(np.load(_file(members["state/facts.npy"]))))
    *parents, last = path
    place = facts
    for key in parents:
        place = place[key]
    place[last] = value
    changed = pack(members | {"state/facts.npy": npy_of(np.array(json.dumps(facts)))})
    outcome = use(changed, dataset, tmp_path)
    assert outcome.kind == "refused", outcome.said
    assert len(outcome.said) < 300


@pytest.mark.parametrize("name", ["history.npy", "state/history.npy"])
@pytest.mark.parametrize("value", [np.inf, np.nan, -1.0, 1e300, 0.5])
def test_that_a_history_without_end_is_refused(name: str, value: float, tmp_path: Path) -> None:
    data, dataset = a_project(0)
    members = unpack(data, "p")
    rows = np.load(_file(members[name]))
    rows[-1, 0] = value
    assert use(pack(members | {name: npy_of(rows)}), dataset, tmp_path).kind == "refused"


def test_that_no_refusal_repeats_a_long_value() -> None:
    from mlp_gui.core.serialization import from_json
    from mlp_gui.engine.training.config import RunConfig

    long = "ж" * 100_000
    for plain in (
        {long: 1},
        {"training": {"learning_rate": long}},
        {"training": {"optimizer": long}},
        {"training": {"optimizer": {"name": "adam", long: 2}}},
        {"network": {"hidden": [long]}},
        {"network": {"dtype": long}},
        {"training": long},
    ):
        with pytest.raises(UserError) as caught:
            from_json(RunConfig, plain)
        assert "ж" * 81 not in str(caught.value)
        assert len(str(caught.value)) < 500


def _file(data: bytes):
    import io

    return io.BytesIO(data)
