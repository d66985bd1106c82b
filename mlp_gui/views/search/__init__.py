"""The search for good settings: its dialog and its picture."""
