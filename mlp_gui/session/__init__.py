"""The owner of the program's state: the table on the desk, the run, the thread, the phase. QtCore only."""
