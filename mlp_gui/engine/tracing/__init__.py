"""One batch, operation by operation, with every number and its formula; and the numeric check of its gradients."""
