"""The trained network as source code: Python, PyTorch, Keras, scikit-learn and C."""
