"""Studies of the small table, as the tests make them."""

from __future__ import annotations

from mlp_gui.core.dataset import Task
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig
from mlp_gui.engine.network.config import LayerConfig, NetworkConfig
from mlp_gui.engine.training.config import RunConfig, TrainingConfig
from mlp_gui.presets import with_fitting_loss
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import Study


def spec_for(target: str = "y", **split: object) -> DataSpec:
    """X and z, whose gaps are filled by a mean, predict the target."""
    inputs = (ColumnSpec("x"), ColumnSpec("z", missing="mean"))
    config = SplitConfig(**{"train": 0.6, "validation": 0.2, "test": 0.2, **split})  # type: ignore[arg-type]
    return DataSpec((*inputs, ColumnSpec(target, role=ColumnRole.TARGET)), config, fit_on="used_rows")


def study_of(table: Table, plan: StudyPlan, target: str = "y", **split: object) -> Study:
    config = RunConfig(
        NetworkConfig(hidden=(LayerConfig(units=5),)), TrainingConfig(max_epochs=12, learning_rate=0.01, dropout=0.1)
    )
    task = Task.REGRESSION if target == "y" else Task.MULTICLASS
    return Study(table, spec_for(target, **split), with_fitting_loss(config, task), plan)
