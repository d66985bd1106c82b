"""Leaks: what would make held-out rows look easier than new ones; each is named with its cure."""
