"""What the Makefile runs besides the package: measurements and schemas."""
