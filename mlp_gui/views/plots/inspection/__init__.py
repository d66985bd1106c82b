"""Plots of what the network does with its inputs."""
