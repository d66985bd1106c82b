"""The fields of a study belong to its kind, and give what the plan of that kind needs."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.params import param_of
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.views.studies.study_dialog import StudyDialog
from mlp_gui.views.studies.study_picture import CurveGroup, RowsCurve
from mlp_gui.views.studies.study_plan_form import RaceChoice

NAMES = ("repeats", "folds", "fold_repeats", "rows", "race")


def test_that_each_kind_of_study_asks_for_what_its_plan_needs_and_has_its_picture(qtbot) -> None:
    dialog = StudyDialog({name: param_of(StudyPlan, name) for name in NAMES})
    qtbot.addWidget(dialog)
    form = dialog.plan
    form.numbers["folds"].show_value(4)
    form.numbers["fold_repeats"].show_value(2)
    assert form.values() == {"repeats": 5, "folds": 4, "fold_repeats": 2}
    form.numbers["folds"].show_value(0)
    assert form.values()["fold_repeats"] == 1  # there is nothing to repeat
    form.show_kind("curve")
    form.show_rows([10, 200])
    assert form.values() == {"repeats": 5, "rows": "10, 200"}
    form.show_race_choices([RaceChoice("a.b", "B", "1, 2"), RaceChoice("c", "C", "x, y")])
    form.show_kind("race")
    assert form.values() == {"repeats": 5, "race": "a.b=1, 2"}
    form.show_plan({"repeats": 3}, (), ("c=x, z",))
    form.show_race_choices([RaceChoice("a.b", "B", "1, 2"), RaceChoice("c", "C", "x, y")])
    assert form.values() == {"repeats": 3, "race": "c=x, z"}  # what a person or a file says stays
    curves = [np.array([3.0, np.nan, -1.0]), np.array([2.0])]
    dialog.picture.show_losses([CurveGroup("one", curves), CurveGroup("two", [])], "loss")
    assert dialog.picture.currentWidget() is dialog.picture.losses
    ones = np.array([0.5, 0.25])
    dialog.picture.show_rows(RowsCurve("RMSE", np.array([10.0, 20.0]), ones, ones, ones))
    assert dialog.picture.currentWidget() is dialog.picture.rows
