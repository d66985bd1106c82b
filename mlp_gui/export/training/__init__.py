"""Scripts that train the same run again in TensorFlow, PyTorch and scikit-learn, with what they need beside them."""
