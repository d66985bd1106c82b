"""The network as one interactive HTML file: a report that computes where a browser is all there is."""
