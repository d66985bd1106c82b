"""What plots are built of: the chart, its axes, items and hover text."""
