"""The run: its thread, worker, phase, undo stack and displayed weights."""
