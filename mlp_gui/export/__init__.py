"""Formats on disk: one file per format, every write atomic, every file read back before "saved" is said."""
