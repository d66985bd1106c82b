"""The trained network as a spreadsheet that computes."""
