"""The map of the loss: its scale says which colour is which loss, and its axes have round numbers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from mlp_gui.engine.inspection.loss_landscape import LossLandscape
from mlp_gui.views.inspector.landscape.landscape_view import LandscapeView, round_positions


def bowl(scale: float = 1.0) -> LossLandscape:
    """Lowest in the middle of the left edge, highest at the upper right corner."""
    first, second = np.linspace(-0.4809, 0.1247, 41), np.linspace(-0.1229, 0.1193, 41)
    loss = scale * (1 + (first[None, :] - first[0]) ** 2 + (second[:, None] - second[20]) ** 2)
    path = np.array([[-0.3, 0.0], [0.0, 0.0]])
    return LossLandscape(loss, first, second, path, np.array([0.0, 5.0]), ("one", "other"), 1.0, 10)


@pytest.fixture
def picture(qtbot):
    made = LandscapeView()
    qtbot.addWidget(made)
    made.resize(640, 480)
    return made


def colour_at(picture: LandscapeView, x: float, y: float) -> QColor:
    return picture.grab().toImage().pixelColor(round(x), round(y))


def test_that_the_ends_of_the_scale_are_the_colours_of_valley_and_hill(picture) -> None:
    surface = bowl()
    picture.show_landscape(surface)
    field, bar = picture.field(), picture.scale()
    valley = picture.point(surface.first[0], surface.second[20])
    lowest = colour_at(picture, bar.center().x(), bar.bottom() - 2)
    highest = colour_at(picture, bar.center().x(), bar.top() + 2)
    assert np.allclose(lowest.getRgb(), colour_at(picture, valley.x() + 3, valley.y()).getRgb(), atol=8)
    assert np.allclose(highest.getRgb(), colour_at(picture, field.right() - 3, field.top() + 3).getRgb(), atol=8)
    assert abs(lowest.lightness() - highest.lightness()) > 50
    assert bar.bottom() < field.bottom()
    assert picture.rect().contains(bar.toRect())


def test_that_the_axes_have_round_numbers_within_the_map(picture) -> None:
    surface = bowl()
    assert [text for _, text in round_positions(surface.first, 4)] == ["-0.4", "-0.2", "0.0"]
    assert [text for _, text in round_positions(surface.second, 6)] == ["-0.10", "-0.05", "0.00", "0.05", "0.10"]


@pytest.mark.parametrize("loss", [np.full((41, 41), 2.0), np.full((41, 41), np.nan)], ids=["flat", "not a number"])
def test_that_a_map_without_hills_has_no_scale_and_can_be_drawn(loss, picture) -> None:
    flat = bowl()
    picture.show_landscape(
        LossLandscape(loss, flat.first, flat.second, flat.trajectory, flat.epochs, flat.names, 1.0, 10)
    )
    assert not picture.grab().isNull()
