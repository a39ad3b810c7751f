"""One function a chart: a picture's values -> a Plotly figure.

Charts are drawn for 340 pixels first: every row's name stands above the row, so that a phone shows the
same as a desk. Nothing is told by colour alone: place, shape and words say it too. Text alternative and
table come with the picture (assessment/pictures).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import plotly.graph_objects as go

from assessment.charts.result import matrix, spectrum, taking_part, values
from assessment.pictures.shapes import Matrix, Spectrum, TakingPart, Values

#: No toolbar, no zoom: on a phone a finger on a chart still moves the page.
CONFIG: Final[Mapping[str, Any]] = MappingProxyType(
    {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showAxisDragHandles": False}
)

CHARTS: Final[Mapping[type, Callable[[Any], go.Figure]]] = MappingProxyType(
    {Spectrum: spectrum, Values: values, Matrix: matrix, TakingPart: taking_part}
)
