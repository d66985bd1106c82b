"""The command line: the same run as in the window, without a window and without Qt."""

COMMANDS = ("inspect", "train", "study", "predict", "export", "check", "samples")
