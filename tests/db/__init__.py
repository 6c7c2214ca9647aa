"""Tests of the file on disk."""
