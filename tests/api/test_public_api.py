"""The program as a Python library: the names that stay, and the numbers of the command line."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import mlp_gui
from helpers.command_line import call

FUNCTIONS = {"fit", "load"}
MEMBERS = {
    *(
        "classes",
        "explain_row",
        "export",
        "history",
        "inputs",
        "predict",
        "predict_interval",
        "predict_proba",
        "predict_set",
        "predictions",
        "predict_spread",
        "save",
    ),
    *("scores", "settings", "targets", "task"),
}


def table(n: int = 90) -> pd.DataFrame:
    rng = np.random.default_rng(5)
    a, b = rng.normal(size=n).round(4), rng.normal(size=n).round(4)
    zone = np.where(rng.random(n) < 0.5, "north", "south=1")
    when = pd.Series(pd.date_range("2020-01-01", periods=n)).dt.strftime("%Y-%m-%d")
    y = (a - 2 * b + (zone == "north") + 0.1 * rng.normal(size=n)).round(4)
    return pd.DataFrame({"a, m": a, "b": b, "zone": zone, "when": when, "y": y})


@pytest.fixture(scope="module")
def model() -> mlp_gui.Model:
    return mlp_gui.fit(table(), target="y", inputs=["a, m", "b", "zone"], hidden=(4,), epochs=60, seed=3)


def test_that_several_networks_answer_with_the_mean_of_networks_of_these_seeds(tmp_path: Path) -> None:
    how = {"target": "y", "inputs": ["b", "zone"], "hidden": (4,), "epochs": 20, "split_method": "file_order"}
    together = mlp_gui.fit(table(), networks=3, seed=3, **how)
    alone = np.stack([mlp_gui.fit(table(), seed=seed, **how).predict(table()) for seed in (3, 4, 5)])
    np.testing.assert_allclose(together.predict(table()), alone.mean(axis=0), rtol=1e-9)
    np.testing.assert_allclose(together.predict_spread(table()), alone.std(axis=0, ddof=1), rtol=1e-9)
    together.save(tmp_path / "average.mlp")
    again = mlp_gui.load(tmp_path / "average.mlp")
    np.testing.assert_array_equal(again.predict(table()), together.predict(table()))
    assert again.explain_row(table()).index.tolist() == ["b", "zone"]
    with pytest.raises(mlp_gui.UserError, match="at least 1"):
        mlp_gui.fit(table(), networks=0, **how)


def test_that_a_single_network_has_no_spread(model: mlp_gui.Model) -> None:
    with pytest.raises(mlp_gui.UserError, match="no members to differ"):
        model.predict_spread(table())


def test_that_the_stable_names_are_these() -> None:
    assert set(mlp_gui.__all__) == FUNCTIONS | {"Model", "UserError", "__version__"}
    assert {name for name in vars(mlp_gui.Model) if not name.startswith("_")} == MEMBERS
    stub = resources.files(mlp_gui).joinpath("__init__.pyi").read_text(encoding="utf-8")
    assert f"__all__ = {mlp_gui.__all__!r}".replace("'", '"') in stub
    assert resources.files(mlp_gui).joinpath("py.typed").is_file()
    assert all(getattr(mlp_gui, name).__doc__ for name in FUNCTIONS | {"Model"})
    with pytest.raises(AttributeError, match="guess"):
        _ = mlp_gui.guess  # type: ignore[attr-defined]


def test_that_the_library_is_used_without_qt_and_without_scikit_learn() -> None:
    code = (
        "import sys, mlp_gui\n"
        "m = mlp_gui.fit('sample:iris', target='species', epochs=2, hidden=3)\n"
        "assert len(m.predict('sample:iris')) == 150\n"
        "bad = [n for n in sys.modules if n.startswith(('PySide6', 'pyqtgraph', 'sklearn'))]\n"
        "sys.exit(', '.join(bad) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_that_a_fit_is_the_run_of_the_command_line_bit_for_bit(model: mlp_gui.Model, tmp_path: Path) -> None:
    frame = table()
    frame.to_csv(tmp_path / "t.csv", index=False)
    words = ("--inputs", '"a, m",b,zone', "--hidden", "4", "--epochs", "60", "--seed", "3", "--out", "run.mlp")
    done = call("train", "t.csv", "--target", "y", *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    loaded = mlp_gui.load(tmp_path / "run.mlp")
    assert loaded.settings == model.settings
    assert np.array_equal(loaded.history["train_loss"], model.history["train_loss"])
    assert np.array_equal(loaded.predict(frame), model.predict(frame))
    done = call("predict", "run.mlp", "t.csv", "--out", "p.csv", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    written = pd.read_csv(tmp_path / "p.csv")["predicted y"]
    assert np.array_equal(written, model.predict(frame))
    for low, high, other in zip(
        *model.predict_interval(frame, 0.8), loaded.predict_interval(frame, 0.8)[0], strict=True
    ):
        assert low < high
        assert low == other
    model.save(tmp_path / "own.mlp")
    again = mlp_gui.load(tmp_path / "own.mlp")
    assert np.array_equal(again.predict(frame), model.predict(frame))
    assert np.array_equal(again.predict_interval(frame, 0.8), model.predict_interval(frame, 0.8))  # it carries them


def test_that_intervals_hold_the_share_of_new_rows_that_they_promise() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=1200)
    frame = pd.DataFrame({"x": x, "y": 2 * x + rng.normal(size=1200)})
    fitted = mlp_gui.fit(
        frame[:800], target="y", hidden=(3,), epochs=30, split=(0.5, 0.5, 0), split_method="random", seed=1
    )
    low, high = fitted.predict_interval(frame[800:], 0.8)
    inside = ((frame["y"][800:] >= low) & (frame["y"][800:] <= high)).mean()
    assert 0.72 < inside < 0.88  # three standard errors of 400 rows and 400 calibration rows


def test_that_a_row_is_explained_by_what_typical_values_would_change(model: mlp_gui.Model) -> None:
    frame = table()[:3].copy()
    frame.loc[1, "b"] = 40.0
    said = model.explain_row(frame, 1)
    assert list(said.index) == ["a, m", "b", "zone"]
    other = frame.copy()
    other.loc[1, "b"] = said.loc["b", "typical"]
    wanted = model.predict(frame)[1] - model.predict(other)[1]
    assert said.loc["b", "effect"] == pytest.approx(wanted, rel=1e-12)
    assert said["outside"].tolist() == [False, True, False]
    assert said.loc["b", "high"] < 40


def test_that_classes_have_probabilities_and_numbers_have_not(model: mlp_gui.Model) -> None:
    classes = mlp_gui.fit("sample:iris", target="species", hidden=(5,), epochs=20)
    shares = classes.predict_proba("sample:iris")
    assert shares.shape == (150, 3)
    assert np.allclose(shares.sum(axis=1), 1)
    assert list(classes.predict("sample:iris")) == [classes.classes[k] for k in shares.argmax(axis=1)]
    assert 0 < classes.explain_row("sample:iris", 7)["effect"].abs().max() <= 1
    with pytest.raises(mlp_gui.UserError, match="no classes"):
        model.predict_proba(table())
    with pytest.raises(mlp_gui.UserError, match="no interval"):
        classes.predict_interval("sample:iris")
    held = classes.predict_set("sample:iris", 0.9)
    assert held.dtype == bool
    assert held[np.arange(150), shares.argmax(axis=1)].mean() > 0.8
    with pytest.raises(mlp_gui.UserError, match="no classes"):
        model.predict_set(table())


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"target": "z"}, "There is no column 'z'"),
        ({"target": "y", "nonsense": 3}, "nonsense"),
        ({"target": "y", "out": "x.mlp"}, "'out'"),
        ({"target": "y", "epochs": "many"}, "many"),
        ({"target": "y", "config": "x.json"}, "must be a dict"),
        ({"target": "y", "config": {"training": {"loss": {"name": "nothing"}}}}, "nothing"),
    ],
)
def test_that_a_wrong_setting_is_refused_in_a_sentence(settings: dict[str, object], said: str) -> None:
    with pytest.raises(mlp_gui.UserError, match=said):
        mlp_gui.fit(table(), **settings)  # type: ignore[arg-type]


def test_that_a_frame_needs_different_names_and_the_columns_of_the_fit(model: mlp_gui.Model) -> None:
    with pytest.raises(mlp_gui.UserError, match="different names"):
        model.predict(pd.DataFrame([[1, 2]], columns=["b", "b"]))
    with pytest.raises(mlp_gui.UserError, match="Missing: a, m, zone"):
        model.predict(pd.DataFrame({"b": [1.0]}))
    with pytest.raises(mlp_gui.UserError, match="no row 9"):
        model.explain_row(table()[:2], 9)
