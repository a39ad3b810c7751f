"""The portfolio's part of the store. It reads only what was shown to it, whoever asks.

`showing` and `saying` write; each other module answers one question over a cut, in one query or a few.
"""
