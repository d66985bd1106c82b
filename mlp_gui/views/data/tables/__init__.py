"""Tables of columns and rows: models, headers and painted cells."""
