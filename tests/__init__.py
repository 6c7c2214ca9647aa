"""The tests: one file a module, the house rules, and the way from a click to paper."""
