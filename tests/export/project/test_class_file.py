"""Class files: they give no solution away, and a hand-in is believed only as far as it can be computed again."""

from __future__ import annotations

import contextlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import r2_score

from helpers.class_work import PLAN, begun, class_file, handed_in, train, written_table
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.config import LayerConfig
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.engine.training.timeline import Position, Timeline
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.class_file import is_class_file, read_class_file
from mlp_gui.export.project.class_sheet import ClassTask, lockable_settings, setting_at, with_setting_at
from mlp_gui.export.project.container import pack, unpack
from mlp_gui.export.project.hand_in import HandIn, Honesty, check_hand_in
from mlp_gui.export.project.project import read_project

Life = Callable[[Trainer, Timeline], None]


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return class_file(written_table(tmp_path_factory.mktemp("class")))


def checked(work: bytes, handed_out: bytes) -> HandIn:
    return check_hand_in(work, "work.mlp", read_class_file(handed_out, "class.mlp").sheet)


def test_that_a_class_file_holds_the_table_and_nothing_of_a_run(handed_out: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(handed_out)) as archive:
        assert sorted(archive.namelist()) == ["class.json", "data/original", "manifest.json"]
        said = archive.read("class.json").decode()
        assert archive.read("data/original") == Path(written_table(tmp_path)).read_bytes()
    assert is_class_file(handed_out)
    assert sorted(json.loads(said)) == ["data", "sheet"]
    assert not any(word in said for word in ("theta", "history", "provenance", "checks", str(tmp_path.parent)))


def test_that_an_older_program_is_told_the_version(handed_out: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(handed_out)) as archive:
        assert json.loads(archive.read("manifest.json"))["version"] == 4  # earlier ones read 1, 2 and 3
    with pytest.raises(UserError, match=r"class\.mlp is a class file, which holds no trained network"):
        read_project(handed_out, "class.mlp")


def test_that_honest_work_is_honest_and_its_scores_are_those_of_its_weights(handed_out: bytes) -> None:
    work = handed_in(handed_out, 40, config=lambda c: with_hidden(c, 8))
    found = checked(work, handed_out)
    assert (found.honesty, found.findings) == (Honesty.HONEST, ())
    assert found.states[1].value == 2 * 8 + 8 + 8 + 1
    assert [state.reached for state in found.states] == [found.states[0].value >= 0.2, True]


def with_hidden(config: RunConfig, units: int) -> RunConfig:
    return config.replace(network=config.network.replace(hidden=(LayerConfig(units),)))


def slower(config: RunConfig) -> RunConfig:
    return config.replace(training=config.training.replace(learning_rate=0.5 * config.training.learning_rate))


def better(scores: dict[str, Any]) -> dict[str, Any]:
    return scores | {"validation": scores["validation"] | {"r2": 0.99}}


def shifted_history(history: Any) -> Any:
    rows = history.rows().copy()
    rows[:, 1] *= 0.5
    return type(history)(rows)


def trained_elsewhere(state: dict[str, Any]) -> dict[str, Any]:
    return state | {name: state[name] * 0.5 for name in ("theta", "average", "best_theta") if name in state}


FORGERIES: dict[str, tuple[dict[str, Callable[[Any], Any]], str]] = {
    "a locked setting": ({"config": slower}, "Locked settings were changed: Learning rate."),
    "the scores": ({"scores": better}, "It claims scores that its weights do not have."),
    "the weights": ({"theta": lambda t: 0.5 * t}, "Its weights are not those that its run came to."),
    "weights and state": ({"theta": lambda t: 0.5 * t, "state": trained_elsewhere}, "goes another way at epoch 12"),
    "the history": ({"history": shifted_history}, "goes another way at epoch 1"),
    "the tasks": (
        {"sheet": lambda s: replace(s, tasks=(replace(s.tasks[0], bound=-9.0), s.tasks[1]))},
        "Its tasks or locks are not those of the class file.",
    ),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_that_a_forged_hand_in_is_found(handed_out: bytes, name: str) -> None:
    changes, finding = FORGERIES[name]
    found = checked(handed_in(handed_out, **changes), handed_out)
    assert found.honesty is Honesty.FORGED
    assert finding in found.sentence()
    assert found.n_reached == 0


def retuned(trainer: Trainer, line: Timeline) -> None:
    train(trainer, line, 4)
    trainer.retune(trainer.config.replace(training=trainer.config.training.replace(l2=0.01)))
    line.change(trainer, by_settings=True)
    train(trainer, line, 4)


def forked(trainer: Trainer, line: Timeline) -> None:
    train(trainer, line, 6)
    line.reach(trainer, Position(3))
    retuned(trainer, line)


def stopped_by_the_clock(trainer: Trainer, line: Timeline) -> None:
    train(trainer, line, 4)
    line.change(trainer)  # a state that is kept for good, and to which training leads all the same
    train(trainer, line, 4)


def by_descent(config: RunConfig) -> RunConfig:
    return config.replace(training=config.training.replace(optimizer=SGD()))


def diverged(trainer: Trainer, line: Timeline) -> None:
    config = trainer.config
    trainer.retune(config.replace(training=config.training.replace(l2=1e6)))
    line.change(trainer, by_settings=True)
    while trainer.stopped is None:
        train(trainer, line, 1)
    assert trainer.stopped.kind is StopKind.DIVERGED


def edited(trainer: Trainer, line: Timeline) -> None:
    train(trainer, line, 4)
    trainer.set_weights(0.5, 3)
    line.change(trainer)
    train(trainer, line, 4)


def imported(trainer: Trainer, line: Timeline) -> None:
    trainer.set_weights(tuple(0.5 * trainer.network.theta))
    line.change(trainer)
    train(trainer, line, 4)


@pytest.mark.parametrize("life", [retuned, forked, stopped_by_the_clock, diverged], ids=lambda life: life.__name__)
def test_that_no_honest_life_of_a_run_is_called_anything_else(handed_out: bytes, life: Life) -> None:
    begin = by_descent if life is diverged else lambda config: config
    found = checked(handed_in(handed_out, life=life, config=begin), handed_out)
    assert (found.honesty, found.findings) == (Honesty.HONEST, ())


@pytest.mark.parametrize("life", [edited, imported], ids=lambda life: life.__name__)
def test_that_weights_by_hand_are_said_and_are_no_fraud(handed_out: bytes, life: Life) -> None:
    found = checked(handed_in(handed_out, life=life), handed_out)
    assert found.honesty is Honesty.UNPROVEN
    assert found.findings == ("Weights were imported or changed by hand, so that no seed leads to them.",)


def test_that_a_locked_setting_that_was_changed_for_a_while_is_found(handed_out: bytes) -> None:
    def life(trainer: Trainer, line: Timeline) -> None:
        config = trainer.config
        for other in (slower(config), config):
            trainer.retune(other)
            line.change(trainer, by_settings=True)
            train(trainer, line, 3)

    sentence = checked(handed_in(handed_out, life=life), handed_out).sentence()
    assert sentence == "Not honest. Locked settings were changed: Learning rate."


def test_that_whatever_is_wrong_in_a_hand_in_is_a_sentence(handed_out: bytes) -> None:
    """Values in its JSON members become others; the checksums are made anew, as a forger would."""
    whole, rng = unpack(handed_in(handed_out), "w"), random.Random(5)
    for name in ("class.json", "runs.json", "model.json", "project.json"):
        for _ in range(15):
            plain = json.loads(whole[name])
            spoil(plain, rng)
            with contextlib.suppress(UserError):
                checked(pack(whole | {name: json.dumps(plain).encode()}, 4), handed_out).sentence()


def spoil(plain: Any, rng: random.Random) -> None:
    """Put something else in one place of a JSON value."""
    at: Any = plain
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = rng.choice(keys)
        inner = at[key]
        if not isinstance(inner, dict | list) or not inner or rng.random() < 0.1:
            break
        at = inner
    at[key] = rng.choice([None, -1, 3, 1e300, "", "<b>x", [], {}, True, 2**70, [1, 2], {"name": "relu"}])


def test_that_work_without_the_log_of_its_run_is_not_called_honest_if_it_does_not_repeat(handed_out: bytes) -> None:
    assert checked(handed_in(handed_out, without_log=True), handed_out).honesty is Honesty.HONEST
    changes, _ = FORGERIES["weights and state"]
    found = checked(handed_in(handed_out, **changes, without_log=True), handed_out)
    assert found.honesty is Honesty.UNPROVEN
    assert "It does not say how it was trained" in found.sentence()


def test_that_another_table_or_split_is_found(handed_out: bytes, tmp_path: Path) -> None:
    other = class_file(written_table(tmp_path, seed=4))
    assert "another class file" in checked(handed_in(other), handed_out).sentence()
    members = unpack(handed_in(other), "o") | {"class.json": unpack(handed_in(handed_out), "h")["class.json"]}
    assert "Its table is not that of the class file" in checked(pack(members, 4), handed_out).sentence()
    members = unpack(handed_in(handed_out), "h")
    plain = json.loads(members["model.json"])
    plain["settings"]["data"]["split"]["seed"] = 77
    members["model.json"] = json.dumps(plain).encode()
    assert "columns, the split or the rows were changed" in checked(pack(members, 4), handed_out).sentence()


def test_that_a_score_is_computed_and_not_believed(handed_out: bytes) -> None:
    work = handed_in(handed_out, 40)
    value = checked(work, handed_out).states[0].value
    project = read_project(work, "work.mlp")
    prepared, _ = begun(handed_out)
    rows = prepared.dataset.validation.row_numbers
    frame = prepared.table.frame.iloc[rows]
    assert np.isclose(value, r2_score(frame["y"], project.run.model.outputs(frame)[:, 0]), rtol=1e-9)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "x" * 2000},
        {"tasks": [{"text": "", "measure": "soul"}]},
        {"tasks": [{"bound": 1e400}]},
        {"locked": ["training.soul"]},
        {"locked": "training"},
        {"hidden": ["x"] * 400},
        {"config": {"training": {"learning_rate": -1}}},
        {"more": 1},
    ],
)
def test_that_a_hostile_class_file_is_refused_in_a_sentence(handed_out: bytes, wrong: dict[str, Any]) -> None:
    members = unpack(handed_out, "c")
    plain = json.loads(members["class.json"])
    plain["sheet"] |= wrong
    with pytest.raises(UserError):
        read_class_file(pack(members | {"class.json": json.dumps(plain).encode()}, 4), "c")
    with pytest.raises(UserError):
        read_class_file(pack({"class.json": b"[]"}, 4), "c")


def test_that_the_table_inside_is_the_one_that_the_sheet_names(handed_out: bytes) -> None:
    members = unpack(handed_out, "c") | {"data/original": b"p,q,y\n1,2,3\n"}
    with pytest.raises(UserError, match="Its table is not the one that it names"):
        read_class_file(pack(members, 4), "c")


def test_that_every_setting_can_be_locked_and_stays_as_it_was(handed_out: bytes) -> None:
    sheet = read_class_file(handed_out, "c").sheet
    everything = replace(sheet, locked=tuple(setting.path for setting in lockable_settings()))
    other = with_hidden(slower(sheet.config), 3)
    assert everything.with_locks(other) == sheet.config
    assert set(everything.changed_locks(other)) == {"Hidden layers", "Learning rate"}
    assert everything.refusal(sheet.config) is None
    changed = with_setting_at(sheet.config, "training.stopping.patience", 77)
    assert changed.training.stopping.patience == setting_at(changed, "training.stopping.patience") == 77


def test_that_each_kind_of_task_is_reached_at_its_bound() -> None:
    scores = {"test": {"r2": 0.7, "rmse": 2.0}}
    reached = [
        ClassTask("", "score", "test", "r2", 0.7),
        ClassTask("", "score", "test", "rmse", 2.0),
        ClassTask("", "weights", bound=33),
        ClassTask("", "epochs", bound=10),
    ]
    assert [task.state(scores, 33, 10).reached for task in reached] == [True] * 4
    missed = [replace(reached[0], bound=0.71), replace(reached[1], bound=1.9), replace(reached[2], bound=32)]
    assert [task.state(scores, 33, 10).reached for task in missed] == [False] * 3
    assert not reached[2].state({}, 33, 0).reached  # nothing was trained
    assert [task.goal() for task in reached] == [
        "R² (test): at least 0.7", "RMSE (test): at most 2", "At most 33 weights", "At most 10 epochs",
    ]  # fmt: skip
    assert PLAN.tasks[0].goal() == "R² (validation): at least 0.2"
