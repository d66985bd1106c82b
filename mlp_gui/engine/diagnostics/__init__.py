"""What is wrong with a run: evidence, and the rules that judge it."""
