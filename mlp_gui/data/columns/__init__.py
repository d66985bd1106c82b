"""A table in memory: its columns, and what the cells of a column are parsed as."""
