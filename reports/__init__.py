"""The action report: an assessment -> a PDF. `render` is the one public name; `press` makes it apart."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reports.pdf import render

__all__ = ["render"]


def __getattr__(name: str) -> Any:
    """Load the machinery when a report is asked for: it takes half a second, and the app leaves it to the press."""
    if name != "render":
        raise AttributeError(name)
    from reports.pdf import render

    return render
