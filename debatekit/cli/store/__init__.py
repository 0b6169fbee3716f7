"""The score file as commands meet it: opened, damaged, handed in, and what is due by it."""
