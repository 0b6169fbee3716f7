"""How text gets to a screen or into a file: in lines that fit, safe, whole or not at all."""
