"""The settings of a run: the network, how it is trained, and when it stops."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.params import Config, changed_params, param
from mlp_gui.core.search_range import SearchRange
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig
from mlp_gui.engine.network.config import LayerConfig, NetworkConfig
from mlp_gui.engine.network.losses import MSE, Loss, losses
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, Optimizer, optimizers
from mlp_gui.engine.optimizers.schedules import Constant, Schedule, schedules
from mlp_gui.engine.training.stopping_config import StoppingConfig

__all__ = ["LayerConfig", "NetworkConfig", "RunConfig", "StoppingConfig", "TrainingConfig", "UncertaintyConfig"]

# Settings that mean nothing to an optimizer which takes all rows and finds the length of its steps itself.
MINI_BATCHES = "optimizer=" + "|".join(o.name for o in optimizers if not issubclass(o, FullBatchOptimizer))
# Those of them that would change the loss or the steps of such an optimizer: they have to be off.
OFF_FOR_ALL_ROWS = ("dropout", "input_noise", "clip", "max_norm", "weight_decay", "averaging")


@dataclass(frozen=True)
class TrainingConfig(Config):
    """How the weights learn."""

    loss: Loss = param(
        MSE(),
        "Loss",
        family=losses,
        also_called="Keras loss, PyTorch criterion",
        help="The number that training makes small.",
    )
    optimizer: Optimizer = param(
        Adam(),
        "Optimizer",
        family=optimizers,
        also_called="scikit-learn solver, Keras optimizer",
        help="How a gradient becomes a step.",
    )
    learning_rate: float = param(
        0.001,
        "Learning rate",
        low=0,
        low_open=True,
        high=1e9,
        scale="log",
        symbol="η",
        live=True,
        also_called="scikit-learn learning_rate_init, Keras learning_rate, PyTorch lr",
        help="The size of the steps. Too high: the loss jumps or explodes. Too low: it hardly falls.",
        search=SearchRange(1e-4, 0.1, is_log=True),
        when=MINI_BATCHES,
    )
    schedule: Schedule = param(
        Constant(),
        "Schedule",
        family=schedules,
        also_called="scikit-learn learning_rate, Keras LearningRateSchedule",
        live=True,
        advanced=True,
        help="How the learning rate changes.",
        when=MINI_BATCHES,
    )
    batch_size: int = param(
        32,
        "Batch size",
        low=1,
        high=100_000_000,
        scale="log",
        also_called="scikit-learn batch_size, Keras batch_size, PyTorch batch_size",
        unit="rows",
        help="Rows per update. More rows than there are means one update per epoch with all of them.",
        search=SearchRange(8, 256, is_log=True),
        when=MINI_BATCHES,
    )
    shuffle: bool = param(True, "Shuffle", help="New order of the training rows in every epoch.", when=MINI_BATCHES)
    max_epochs: int = param(
        1000,
        "Epochs",
        low=1,
        high=1_000_000_000,
        scale="log",
        also_called="scikit-learn max_iter, Keras epochs",
        option="epochs",
        live=True,
        help="An epoch passes all training rows once. The run ends after this many at the latest.",
    )
    l1: float = param(
        0.0,
        "L1 penalty",
        low=0,
        high=1e6,
        scale="log",
        also_called="Keras kernel_regularizer=L1(λ₁)",
        live=True,
        advanced=True,
        symbol="λ₁",
        help="Adds λ₁ Σ|W| to the loss of every batch, biases excepted. Drives weights to 0.",
    )
    l2: float = param(
        0.0,
        "L2 penalty",
        low=0,
        high=1e6,
        scale="log",
        live=True,
        symbol="λ₂",
        also_called="scikit-learn alpha = λ₂ · batch_size, Keras kernel_regularizer=L2(λ₂/2)",
        search=SearchRange(1e-6, 0.1, is_log=True),
        help="Adds λ₂/2 ΣW² to the loss of every batch, biases excepted. Keeps weights small.",
    )
    weight_decay: float = param(
        0.0,
        "Weight decay",
        also_called="Keras weight_decay, PyTorch weight_decay",
        low=0,
        high=1,
        live=True,
        advanced=True,
        symbol="λ",
        help="Takes this share, times the learning rate, off each weight after every update.",
        when=MINI_BATCHES,
    )
    dropout: float = param(
        0.0,
        "Dropout",
        also_called="Keras Dropout, PyTorch nn.Dropout",
        low=0,
        high=1,
        high_open=True,
        live=True,
        help="Share of hidden units left out at random in every training batch; none is left out when predicting.",
        search=SearchRange(0, 0.5),
        when=MINI_BATCHES,
    )
    input_noise: float = param(
        0.0,
        "Input noise",
        also_called="Keras GaussianNoise",
        low=0,
        high=100,
        live=True,
        advanced=True,
        help="Standard deviation of normal noise added to the scaled inputs of every training batch.",
        when=MINI_BATCHES,
    )
    clip: str = param(
        "none",
        "Gradient clipping",
        also_called="Keras clipvalue, clipnorm, global_clipnorm",
        choices=(
            ("none", "None"),
            ("value", "Each number"),
            ("norm", "Norm of each layer"),
            ("global_norm", "Norm of all layers together"),
        ),
        live=True,
        advanced=True,
        help="Keeps a steep gradient from making a huge step.",
        when=MINI_BATCHES,
    )
    clip_limit: float = param(
        1.0,
        "Clipping limit",
        low=0,
        low_open=True,
        high=1e9,
        scale="log",
        live=True,
        advanced=True,
        when="clip=value|norm|global_norm",
        help="The largest size the gradient may have.",
    )
    max_norm: float | None = param(
        None,
        "Max-norm",
        also_called="Keras kernel_constraint=MaxNorm",
        low=0,
        low_open=True,
        high=1e6,
        live=True,
        advanced=True,
        help="After every update, the incoming weights of each unit are scaled down to this norm if they are longer.",
        when=MINI_BATCHES,
    )
    averaging: float = param(
        0.0,
        "Weight averaging",
        also_called="Keras ema_momentum, PyTorch AveragedModel",
        low=0,
        high=1,
        high_open=True,
        advanced=True,
        symbol="β",
        help="After every update, a moving average of the weights keeps this share of itself and takes the rest from "
        "the new weights; 0: none. Validation and results use the average, while training goes on with the weights.",
        when=MINI_BATCHES,
    )
    class_weight: str = param(
        "none",
        "Class weights",
        when="loss=bce|ce",
        also_called="scikit-learn class_weight, Keras class_weight",
        choices=(("none", "All rows alike"), ("balanced", "Balanced"), ("given", "As given")),
        help="Balanced: each class counts the same in the loss, however many rows it has.",
    )
    class_weights: str = param(
        "",
        "Weight of each class",
        when="class_weight=given",
        help="One number per class, in the order of the classes: 1, 3",
    )
    epoch_loss: str = param(
        "weighted",
        "Training loss of an epoch",
        choices=(("weighted", "Mean over the rows"), ("batch_mean", "Plain mean of the batches")),
        advanced=True,
        help="How the losses of the batches are averaged. They differ when the last batch is smaller.",
        when=MINI_BATCHES,
    )
    seed: int = param(
        0, "Seed of the training", low=0, high=2**32 - 1, help="Fixes the shuffling, dropout and noise.", advanced=True
    )
    stopping: StoppingConfig = param(StoppingConfig(), "Stopping", help="When the run ends by itself.")


@dataclass(frozen=True)
class RunConfig(Config):
    """All settings of a run."""

    network: NetworkConfig = param(NetworkConfig(), "Network")
    training: TrainingConfig = param(TrainingConfig(), "Training")
    # Left out of files while it is as declared: earlier versions and the digests of studies know nothing of it.
    uncertainty: UncertaintyConfig = param(UncertaintyConfig(), "Uncertainty", sparse=True)

    def live_changes_only(self, new: RunConfig) -> bool:
        """Return whether a paused run can take on the new settings without a reset."""
        return all(p.live for p in changed_params(self, new))
