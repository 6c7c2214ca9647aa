"""The look of the whole program: what look.md asks of every page, in every look, size and language."""
