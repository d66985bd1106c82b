"""A training run: the trainer, its batches, early stopping, history and checkpoints."""
