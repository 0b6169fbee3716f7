"""What strangers can send, and what must not come of it; a file a surface, as docs/security.md."""
