"""Runs the examples of a MkDocs site and shows what really happened."""
