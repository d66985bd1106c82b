"""Pages at full size about the table: how it was read, its columns, its rows, and predictions for another table."""
