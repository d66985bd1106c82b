"""The pages of the data desk: import, columns, table and predictions."""
