"""Estimators for scikit-learn on the engine of the program: the same weights, bit for bit, as its command line trains.

scikit-learn is needed here and nowhere else: ``pip install scikit-learn``. The settings are those of
``mlp-gui train``, under the names of its options; ``settings`` takes all others as a settings file holds them.
"""

from mlp_gui.sklearn.estimators import MLPClassifier, MLPRegressor

__all__ = ["MLPClassifier", "MLPRegressor"]
