"""How rows are divided into training, validation and test, and which are left out."""
