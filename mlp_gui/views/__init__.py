"""Widgets and plots: they show values and emit intents, and know neither a thread nor a training run."""
