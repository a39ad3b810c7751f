"""The palette, once for screen and print. A colour never stands alone: shape, place and words say it too."""

INK = "#1d2a2e"
QUIET = "#4d585b"
LINE = "#d8d2c3"
SAND = "#f2efe6"
PAPER = "#fbfaf6"

BANDS = ("#4b5072", "#97510f", "#0b5c55")
"""The bands of a spectrum in their order (to, for, with); a rubric with more bands begins again.

Each is at least 5 : 1 on paper and under white.
"""
BAND_GROUNDS = ("#e9eaf2", "#fbeed9", "#dfeee8")
"""The pale ground of each band; ink on it is above 11 : 1."""
