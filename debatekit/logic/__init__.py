"""What follows from a lesson by argument alone; pure functions that every spoke may use."""
