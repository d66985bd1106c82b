"""What every layer may use: errors in words, declared parameters, registries, the dataset, resources."""
