"""Delimited text files: detecting how one is written, reading it in blocks, and writing one."""
