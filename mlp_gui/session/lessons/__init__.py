"""Lessons: their steps, what each expects, and the player."""
