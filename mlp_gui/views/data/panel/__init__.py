"""The data panel: columns, target and split."""
