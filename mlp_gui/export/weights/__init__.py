"""Trained weights as files: npz, JSON, CSV, safetensors; and reading weights back."""
