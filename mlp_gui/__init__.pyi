from mlp_gui.api import Model as Model
from mlp_gui.api import UserError as UserError
from mlp_gui.api import fit as fit
from mlp_gui.api import load as load

__version__: str
__all__ = ["Model", "UserError", "__version__", "fit", "load"]
