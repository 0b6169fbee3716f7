"""The command line: one file a command; the only part that meets a person."""
