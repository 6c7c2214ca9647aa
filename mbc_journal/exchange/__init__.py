"""Files of other programs, and files for them: one module a format."""
