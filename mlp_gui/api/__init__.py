"""The program as a Python library: fit a table, load a saved run, predict. Without Qt, and without a window.

>>> import mlp_gui
>>> model = mlp_gui.fit(frame, target="price", hidden=(32, 16), epochs=300, seed=1)  # doctest: +SKIP
>>> model.predict(new_frame)  # doctest: +SKIP
>>> mlp_gui.load("run.mlp").explain_row(new_frame, 0)  # doctest: +SKIP

A frame is read as its CSV file would be: the same columns, kinds, gaps and dates, and so the same network, bit for bit,
as ``mlp-gui train`` gives. The index of a frame is no column. What cannot be done is refused by a `UserError`.
"""

from mlp_gui.api.fitting import fit, load
from mlp_gui.api.trained import Model
from mlp_gui.core.errors import UserError

__all__ = ["Model", "UserError", "fit", "load"]
