"""Tests of the formats that come in and go out."""
