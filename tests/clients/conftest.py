"""The drivers here run inside other programs; none of them is a test."""

collect_ignore_glob = ["*_import.py"]
