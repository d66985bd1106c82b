"""What changes the weights: first- and second-order optimizers and learning rate schedules."""
