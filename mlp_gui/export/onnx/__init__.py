"""The trained pipeline and network as one ONNX graph."""
