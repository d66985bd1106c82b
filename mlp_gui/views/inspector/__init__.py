"""The inspector: one batch, step by step, with every number."""
