"""The action report: an assessment -> a PDF. `render` is the one public name."""

from reports.pdf import render

__all__ = ["render"]
