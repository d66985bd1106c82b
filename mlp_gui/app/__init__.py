"""The windowed program's composition root: checks, start, and the table that wires session and views together."""
