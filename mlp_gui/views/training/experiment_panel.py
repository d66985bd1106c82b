"""The left side of the window: data, network, training and take-away as four steps of one story."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core import number_format
from mlp_gui.core.params import strip_brackets
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.training.config import NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.views.data.panel.data_panel import DataPanel
from mlp_gui.views.forms.config_form import ConfigForm
from mlp_gui.views.forms.layer_list import LayerList
from mlp_gui.views.theme import style
from mlp_gui.views.training.export_panel import ExportPanel
from mlp_gui.views.training.network_size_choice import NetworkSizeChoice
from mlp_gui.views.training.side_bar import SideBar
from mlp_gui.views.widgets.notice import Notice

NETWORK_LOCKED = mark("Reset the run to change this: it shapes the network.")
TRAINING_LOCKED = mark("Reset the run to change this: the epochs so far belong to the old setting.")
NO_DATA = mark("Open a table and choose a target first.")


class ExperimentPanel(QWidget):
    """Shows how a run is set up.

    Attributes
    ----------
    data : DataPanel
        The first step, with signals of its own.
    network, training : ConfigForm
    network_size : NetworkSizeChoice
        The sizes that are proposed, with a signal of its own.
    export_panel : ExportPanel
    side_bar : SideBar
    data_step, network_step, training_step, export_step : SideBarStep
        What holds these four.
    network_reasons, training_reasons : Notice
        Why the suggested settings are what they are.

    Signals
    -------
    config_edited(RunConfig)
        After every edit, with all settings of the run.
    export_requested(str)
        Name of the format.
    """

    config_edited = Signal(object)
    export_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._config = RunConfig()
        self.data = DataPanel()
        self.network = ConfigForm(NetworkConfig)
        self.training = ConfigForm(TrainingConfig)
        self.export_panel = ExportPanel()
        self.side_bar = SideBar()
        self.data_step = self.side_bar.add(tr("Data"), self.data, is_open=True)
        self.network_reasons, self.training_reasons = Notice("info"), Notice("info")
        self.network_size = NetworkSizeChoice()
        network = _below(self.network_size, self.network_reasons, self.network)
        training = _below(self.training_reasons, self.training)
        self.network_step = self.side_bar.add(tr("Network"), network, is_open=False)
        self.training_step = self.side_bar.add(tr("Training"), training, is_open=False)
        self.export_step = self.side_bar.add(tr("Export"), self.export_panel, is_open=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.side_bar)
        self._shape = ""
        self._lock, self._fixed, self._why_fixed = ("none", ""), frozenset[str](), ""
        self.network.config_edited.connect(self._on_network)
        self.training.config_edited.connect(self._on_training)
        self.export_panel.export_requested.connect(self.export_requested)
        self.data.changed.connect(self._summarise)
        self.show_config(self._config)
        self.show_ready(False)

    def show_config(self, config: RunConfig) -> None:
        """Show the settings of the run; nothing is emitted."""
        self._config = config
        self.network.show_config(config.network)
        self.training.show_config(config.training)
        self._summarise()

    def show_shape(self, text: str) -> None:
        """Show the network in one line, e.g. "13 – 10 – 5 – 1 · 201 weights"."""
        self._shape = text
        layers = self.network.editor("hidden")
        assert isinstance(layers, LayerList)
        layers.show_shape(text)
        self._summarise()

    def show_reasons(self, network: tuple[str, ...], training: tuple[str, ...]) -> None:
        """Say why the settings are as they are, as far as they were proposed; none hides the notice."""
        for notice, sentences in ((self.network_reasons, network), (self.training_reasons, training)):
            notice.show_sentences(tr("Why these settings?") if sentences else "", sentences)

    def show_ready(self, ready: bool, missing: str = "") -> None:
        """Set whether there is a dataset to train on; if not, the later steps say what is missing."""
        for step in (self.network_step, self.training_step, self.export_step):
            step.show_missing("" if ready else missing or tr(NO_DATA))

    def show_exportable(self, reason: str | None) -> None:
        """Say why nothing can be taken away yet; None when it can."""
        self.export_panel.show_allowed(reason)
        self.export_step.show_summary(reason or tr("Weights, history, predictions"))

    def open_export_panel(self) -> None:
        """Unfold the last step, bring it into view and give it the focus."""
        self.export_step.set_open(True)
        # An unfolded step gets its height in the layout's own turn; before that there is nothing to scroll to.
        QTimer.singleShot(0, self, self._reveal_take_away)

    def set_locked(self, kind: str, reason: str = "") -> None:
        """Disable what cannot be edited now.

        Parameters
        ----------
        kind : str
            "none", "live_only" (a started run) or "all".
        reason : str
            Tooltip of what is disabled.
        """
        self._lock = (kind, reason)
        self.data.set_locked(kind, reason or tr(TRAINING_LOCKED))
        self.network.set_locked(kind, reason or tr(NETWORK_LOCKED))
        self.network_size.set_locked("" if kind == "none" else reason or tr(NETWORK_LOCKED))
        self.training.set_locked(kind, reason or tr(TRAINING_LOCKED))
        for path in self._fixed:  # whatever the run would allow
            form, _, rest = path.partition(".")
            if form == "data":
                self.data.set_locked("all", self._why_fixed)
            elif form in ("network", "training"):
                getattr(self, form).row(rest).set_locked("all", self._why_fixed)
        if "network.hidden" in self._fixed:
            self.network_size.set_locked(self._why_fixed)

    def set_fixed(self, paths: Iterable[str], reason: str) -> None:
        """Disable settings for good, until others are named.

        Parameters
        ----------
        paths : iterable of str
            Of declared settings, such as "training.learning_rate"; "data" for the first step.
        reason : str
            Tooltip of what is disabled.
        """
        self._fixed, self._why_fixed = frozenset(paths), reason
        self.set_locked(*self._lock)

    def open_steps(self) -> list[int]:
        """Return the numbers of the open steps, from 1, to be remembered."""
        return [i + 1 for i, step in enumerate(self.side_bar.steps) if step.is_open()]

    def set_open_steps(self, numbers_: list[int]) -> None:
        for i, step in enumerate(self.side_bar.steps):
            step.set_open(i + 1 in numbers_)

    # --- own ---

    @Slot()
    def _reveal_take_away(self) -> None:
        self.side_bar.ensureWidgetVisible(self.export_step, 0, 0)
        next(iter(self.export_panel.buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_network(self, network: NetworkConfig) -> None:
        self._emit(self._config.replace(network=network))

    @Slot(object)
    def _on_training(self, training: TrainingConfig) -> None:
        self._emit(self._config.replace(training=training))

    def _emit(self, config: RunConfig) -> None:
        self._config = config
        self._summarise()
        self.config_edited.emit(config)

    @Slot()
    def _summarise(self) -> None:
        self.data_step.show_summary(self.data.summary())
        self.network_step.show_summary("\n".join(s for s in (self._shape, activations(self._config.network)) if s))
        self.training_step.show_summary(training_summary(self._config.training))


def _below(*parts: QWidget) -> QWidget:
    """Put the choice and the reasons above the settings that they are about."""
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SPACE[1])
    for part in parts:
        column.addWidget(part)
    return step


def activations(network: NetworkConfig) -> str:
    """Return the name of the activation, "Tanh", when all layers share it, else one per layer."""
    labels = [strip_brackets(tr(layer.activation.label)) for layer in network.hidden]
    if not labels:
        return tr("No hidden layer")
    return labels[0] if len(set(labels)) == 1 else ", ".join(labels)


def training_summary(training: TrainingConfig) -> str:
    """Say in two lines how it learns, and when it stops."""
    stopping = training.stopping
    first = tr(
        "{optimizer} {rate}, batch {size:,}",
        optimizer=strip_brackets(tr(training.optimizer.label)),
        rate=number_format.format_setting(training.learning_rate),
        size=training.batch_size,
    )  # fmt: skip
    second = tr_n("at most {n:,} epoch", "at most {n:,} epochs", training.max_epochs)
    if stopping.enabled:
        second = tr(
            "{at_most}, stops after {worse:,} epochs without improvement", at_most=second, worse=stopping.patience
        )
    return f"{first}\n{second}"
