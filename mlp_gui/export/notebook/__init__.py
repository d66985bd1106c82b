"""The run as a notebook that loads the network, trains it again from its table, and draws what came of it."""
