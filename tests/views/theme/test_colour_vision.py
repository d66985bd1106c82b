"""Colours that must be told apart can be, with any kind of colour vision (Machado, Oliveira & Fernandes 2009)."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from mlp_gui.views.theme.palette import DARK, LIGHT

PROTAN = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
DEUTAN = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
TRITAN = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
VISION = {"normal": np.eye(3), "protan": np.array(PROTAN), "deutan": np.array(DEUTAN), "tritan": np.array(TRITAN)}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: str) -> np.ndarray:
    c = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear light."""
    xyz = TO_XYZ @ np.clip(light, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def nearest(vision: str, table) -> float:
    seen = [lab(VISION[vision] @ linear(colour)) for colour in table]
    return min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2))


@pytest.mark.parametrize("vision", list(VISION))
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_that_subsets_signs_and_the_first_classes_differ(vision, palette):
    numbered = palette.indexed
    assert nearest(vision, (palette.training, palette.validation, palette.test)) > 15
    assert nearest(vision, (palette.negative, palette.neutral, palette.positive)) > 40
    assert nearest(vision, numbered[:4]) > 10
    assert nearest(vision, numbered) > 9


def test_that_the_simulation_knows_what_red_and_green_look_like():
    red, green = "#c00000", "#608000"
    assert nearest("normal", (red, green)) > 2 * nearest("deutan", (red, green))
