"""What every picture of numbers needs, free of Qt: ticks, scales, ranges, smoothing and decimation."""
