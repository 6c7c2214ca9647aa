"""Care Journal: a private, offline journal for people living with metastatic breast cancer."""

__version__ = "1.0.0"
