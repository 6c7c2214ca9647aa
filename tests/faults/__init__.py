"""Faults: real processes that are killed, and real disks that are full."""
