"""What commands read of a workspace, ready to make items, and what is remembered of it."""
