"""How fast the program is beside a bare Qt window, a raw insert and a bare Figure, measured in one run."""
