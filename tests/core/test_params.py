"""Declared parameters: one declaration feeds the check, the plain form and the differences."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, changed_params, param, params_of
from mlp_gui.core.registry import Registry
from mlp_gui.core.serialization import from_json, to_json

shapes: Registry = Registry("shape")


@shapes.register("disc", "Disc")
@dataclass(frozen=True)
class Disc(Config):
    radius: float = param(1.0, "Radius", low=0, low_open=True, live=True)


@shapes.register("square", "Square", aliases=("box",))
@dataclass(frozen=True)
class Square(Config):
    side: int = param(2, "Side", low=1, high=9)


@dataclass(frozen=True)
class Inner(Config):
    note: str = param("a", "Note")


@dataclass(frozen=True)
class Drawing(Config):
    shape: Config = param(Disc(), "Shape", family=shapes)
    inner: Inner = param(Inner(), "Inner", live=True)
    pages: tuple[Inner, ...] = param((), "Pages")
    names: tuple[str, ...] = param((), "Names")
    style: str = param("thin", "Style", choices=(("thin", "Thin"), ("thick", "Thick")))
    closed: bool = param(True, "Closed")
    limit: float | None = param(None, "Limit", low=0, high=1, high_open=True)


def test_that_kinds_are_read_from_the_annotations() -> None:
    kinds = {p.name: p.kind for p in params_of(Drawing)}
    assert kinds == {
        "shape": "member",
        "inner": "group",
        "pages": "list",
        "names": "list",
        "style": "choice",
        "closed": "bool",
        "limit": "float",
    }


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"limit": 1.0}, "Limit cannot be 1.0. It must be at least 0 and less than 1."),
        ({"limit": float("nan")}, "finite number"),
        ({"limit": "0.1"}, "finite number"),
        ({"limit": True}, "finite number"),
        ({"style": "fat"}, "one of: thin, thick"),
        ({"closed": 1}, "true or false"),
        ({"inner": "text"}, "Inner"),
        ({"shape": Inner()}, "registered shape"),
        ({"names": "abc"}, "list"),
        ({"pages": (Disc(),)}, "Each item"),
    ],
)
def test_that_a_value_out_of_bounds_is_refused_by_name_and_range(change: dict, words: str) -> None:
    with pytest.raises(UserError) as caught:
        Drawing(**change)
    assert words in str(caught.value)


@pytest.mark.parametrize("value", [0, -1, 10, 2.5, "3", None])
def test_that_a_whole_number_outside_its_range_is_refused(value: object) -> None:
    with pytest.raises(UserError, match="Side"):
        Square(side=value)


def test_that_numpy_numbers_are_accepted_and_become_plain() -> None:
    assert type(Square(side=np.int64(3)).side) is int
    assert type(Disc(radius=np.float32(0.5)).radius) is float


def test_that_a_config_survives_json() -> None:
    drawing = Drawing(shape=Square(4), inner=Inner("x"), pages=(Inner("p"),), names=("n",), limit=0.5, style="thick")
    assert from_json(Drawing, json.loads(json.dumps(to_json(drawing)))) == drawing


def test_that_a_member_may_be_written_as_its_bare_name_or_alias() -> None:
    assert from_json(Drawing, {"shape": "square"}).shape == Square()
    assert from_json(Drawing, {"shape": {"name": "box", "side": 3}}).shape == Square(3)


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ({"shap": 1}, "There is no setting shap."),
        ({"inner": {"nota": 1}}, "inner.nota"),
        ({"shape": {"name": "disc", "side": 1}}, "shape.side"),
        ({"shape": "blob"}, "Choose one of: disc, square."),
        ({"shape": {}}, "shape needs the name"),
        ({"pages": [{"x": 1}]}, "pages[0].x"),
        ({"pages": 3}, "pages must be a list"),
        ({"inner": 3}, "inner must be an object"),
    ],
)
def test_that_unknown_settings_are_refused_by_their_path(plain: dict, words: str) -> None:
    with pytest.raises(UserError) as caught:
        from_json(Drawing, plain)
    assert words in str(caught.value)


def test_that_differences_name_the_parameter_and_inherit_liveness() -> None:
    old = Drawing()
    new = Drawing(shape=Disc(2.0), inner=Inner("b"), closed=False)
    assert [(p.name, p.live) for p in changed_params(old, new)] == [("radius", True), ("note", True), ("closed", False)]
    assert [p.name for p in changed_params(old, Drawing(shape=Square()))] == ["shape"]


def test_that_two_members_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match="disc"):
        shapes.register("disc", "Disc again")(Disc)
