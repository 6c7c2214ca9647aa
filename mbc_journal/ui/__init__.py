"""The window: Qt asks, shows and saves; it never decides and never sees SQL."""
