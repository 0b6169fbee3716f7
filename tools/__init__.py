"""What is no part of the program: generated documents, the site, measurements, the fuzzer."""
