"""A form can draw every config of the program, and choose every member of every family."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import params_of
from mlp_gui.data.preprocessing.spec import ColumnSpec, SplitConfig
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import initializers
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, TrainingConfig
from mlp_gui.engine.training.stopping_config import StoppingConfig
from mlp_gui.views.forms.config_form import ConfigForm

FAMILIES = (activations, initializers, losses, optimizers, schedules)
CONFIGS = (
    NetworkConfig,
    TrainingConfig,
    StoppingConfig,
    LayerConfig,
    SplitConfig,
    ColumnSpec,
    *(member for family in FAMILIES for member in family),
)


@pytest.mark.parametrize("config_class", CONFIGS, ids=lambda c: c.__name__)
def test_that_every_config_can_be_drawn_with_named_editors(config_class, qtbot) -> None:
    form = ConfigForm(config_class)
    qtbot.addWidget(form)
    form.show_config(config_class())
    for p in params_of(config_class):
        if p.kind != "group":
            assert form.editor(p.name).accessibleName(), p.name
    fields = [w for w in form.findChildren(QLineEdit) if w.objectName() != "qt_spinbox_lineedit"]
    assert all(field.accessibleName() for field in fields)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f.family)
def test_that_every_member_of_every_family_can_be_chosen(family, qtbot) -> None:
    holder = next(
        (cls, p.name)
        for cls in (NetworkConfig, TrainingConfig, LayerConfig)
        for p in params_of(cls)
        if p.family is family
    )
    form = ConfigForm(holder[0])
    qtbot.addWidget(form)
    for member in family:
        try:
            config = holder[0]().replace(**{holder[1]: member()})
        except UserError:
            continue  # a member that needs other settings beside it
        form.show_config(config)
        assert form.config() == config
        assert form.editor(holder[1]).value() == member.name
