"""A small config with one parameter of each kind, and a visible form of it that keeps what it emitted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.registry import Registry
from mlp_gui.engine.training.config import LayerConfig
from mlp_gui.views.forms.config_form import ConfigForm

ways: Registry[Config] = Registry("way")


@ways.register("plain", "Plain")
@dataclass(frozen=True)
class Plain(Config):
    """Nothing to set."""


@ways.register("heavy", "Heavy (ball)")
@dataclass(frozen=True)
class Heavy(Config):
    """Rolls on."""

    momentum: float = param(0.9, "Momentum", low=0, high=1, high_open=True, live=True, help="What is kept.")
    nesterov: bool = param(False, "Nesterov")


@dataclass(frozen=True)
class Inner(Config):
    enabled: bool = param(True, "Enabled", live=True)
    patience: int = param(50, "Patience", low=1, unit="epochs", live=True, when="enabled=true")


@dataclass(frozen=True)
class Sample(Config):
    rate: float = param(1e-3, "Rate", low=0, low_open=True, high=10, scale="log", live=True, also_called="Keras: lr")
    units: int = param(10, "Units", low=1)
    way: Config = param(Plain(), "Way", family=ways)
    kind: str = param("a", "Kind", choices=(("a", "First"), ("b", "Second")))
    limit: float | None = param(None, "Limit", low=0, low_open=True)
    group: Inner = param(Inner(), "Group")
    words: tuple[str, ...] = param((), "Words")
    hidden: tuple[LayerConfig, ...] = param((LayerConfig(3),), "Hidden layers")
    seed: int = param(0, "Seed", low=0, advanced=True)

    def check(self) -> None:
        if self.units == 13:
            raise UserError("13 units bring bad luck.", "Take 12.")


class Shown:
    """A visible form and all that it emitted."""

    def __init__(self, qtbot, config: Config) -> None:
        self.qtbot, self.emitted = qtbot, []
        self.form = ConfigForm(type(config))
        qtbot.addWidget(self.form)
        self.form.show_config(config)
        self.form.config_edited.connect(self.emitted.append)
        self.form.resize(320, 700)
        with self.qtbot.waitExposed(self.form):
            self.form.show()

    def enter(self, path: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> QLineEdit:
        field = self.form.editor(path)
        self.qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, key)
        return field

    def choose(self, path: str, label: str) -> None:
        combo = self.form.editor(path)
        combo.setFocus()
        self.qtbot.wait(QApplication.keyboardInputInterval() + 20)  # or Qt goes on with the last search
        self.qtbot.keyClicks(combo, label)
