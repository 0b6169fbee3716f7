"""What debate material is: frozen types that read no file, no clock and no screen."""
