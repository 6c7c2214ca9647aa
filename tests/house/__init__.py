"""The rules of the house, read from the source with `ast`; each rule also catches a small bad sample."""
