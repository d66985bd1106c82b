"""The network: activations, initializers, losses, and the tape of operations that runs it forward and backward."""
