"""What several test modules share; `helpers` is importable because pytest puts `tests` on the path."""
