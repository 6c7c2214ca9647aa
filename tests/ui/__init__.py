"""Tests of the window, its pages and its parts, on a real offscreen Qt."""
