"""What every chart is drawn with: an empty figure of rows and columns, marks, boxes, lines and words."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import plotly.graph_objects as go

from assessment.pictures.colours import BANDS, INK, PAPER

#: The last band's colour stands for levels too, as in the report.
TEAL: Final = BANDS[-1]
BROWN: Final = "#97510f"
RED: Final = "#7c1f1f"
RULE: Final = "#928c7b"
#: Where words stand from their place.
_BESIDE: Final = {"left": "middle right", "center": "middle center", "right": "middle left"}
FONT: Final = "Atkinson Hyperlegible Next, sans-serif"


class Sheet:
    """A figure that is being drawn. Plotly is given all of it at once, since it checks the whole at every change."""

    def __init__(self, **layout: Any) -> None:
        self._layout = layout
        self._traces: list[dict[str, Any]] = []
        self._words: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []

    def bars(self, **bars: Any) -> None:
        """Put bars in, which lie over each other."""
        self._layout["barmode"] = "overlay"
        self._traces.append({"type": "bar", **bars})

    def points(self, **points: Any) -> None:
        """Put points in."""
        self._traces.append({"type": "scatter", **points})

    def write(self, **word: Any) -> None:
        """Put words somewhere."""
        self._words.append(word)

    def draw(self, **shape: Any) -> None:
        """Put a shape somewhere."""
        self._shapes.append(shape)

    def finished(self) -> go.Figure:
        """The figure with everything in it."""
        beside = [word for word in self._words if word["yshift"]]
        inside = [word for word in self._words if not word["yshift"]]
        traces = [*self._traces, _text(inside)] if inside else self._traces
        return go.Figure(traces, {**self._layout, "annotations": beside, "shapes": self._shapes})


def _text(inside: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Words among the marks, as one trace: as annotations a browser measures each one before it draws the next."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [word["x"] for word in inside],
        "y": [word["y"] for word in inside],
        "text": [word["text"] for word in inside],
        "textposition": [_BESIDE[word["xanchor"]] for word in inside],
        "textfont": {name: [word["font"][name] for word in inside] for name in ("color", "size")},
        # No word grows pale where a mark is pressed: with a colour for the pressed, the others keep their own.
        "selected": {"textfont": {"color": INK}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def empty(rows: int, row_height: int, top: int, columns: int) -> Sheet:
    """An empty figure whose rows count downwards from 0 and whose columns count from 0."""
    return Sheet(
        height=top + rows * row_height + 8,
        margin={"l": 0, "r": 0, "t": top, "b": 8, "pad": 0},
        font={"family": FONT, "size": 14, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        dragmode=False,
        hoverlabel={"bgcolor": INK, "font": {"family": FONT, "size": 14, "color": PAPER}, "bordercolor": INK},
        xaxis={"visible": False, "range": [-0.5, columns - 0.5], "fixedrange": True},
        yaxis={"visible": False, "range": [rows - 0.5, -0.5], "fixedrange": True},
    )


def marks(
    figure: Sheet,
    across: Sequence[float] | range,
    down: Sequence[float],
    symbol: str,
    colour: str,
    size: int,
    *,
    stroke: int = 2,
    edge: str = "",
    hover: Sequence[str] = (),
    name: str = "",
    picked: Sequence[Any] = (),
) -> None:
    """Marks of one kind; `hover` is what each says under a pointer, `picked` what it stands for when it is chosen."""
    figure.points(
        x=list(across),
        y=list(down),
        mode="markers",
        marker={"symbol": symbol, "size": size, "color": colour, "line": {"color": edge or colour, "width": stroke}},
        text=list(hover),
        hoverinfo="text" if hover else "skip",
        name=name,
        customdata=list(picked) or None,
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )


def box(figure: Sheet, x0: float, x1: float, y0: float, y1: float, ground: str, *, edge: str = "") -> None:
    """A box behind everything else."""
    drawn = {"color": edge, "width": 1} if edge else {"width": 0}
    figure.draw(type="rect", x0=x0, x1=x1, y0=y0, y1=y1, fillcolor=ground, line=drawn, layer="below")


def line(figure: Sheet, x0: float, x1: float, y: float, colour: str) -> None:
    """A line across, behind everything else."""
    figure.draw(type="line", x0=x0, x1=x1, y0=y, y1=y, line={"color": colour, "width": 1}, layer="below")


def words(
    figure: Sheet,
    x: float,
    y: float,
    text: str,
    *,
    colour: str = INK,
    size: int = 14,
    anchor: str = "left",
    up: int = 0,
) -> None:
    """Words at a place, which begin, end or have their middle there."""
    figure.write(
        x=x, y=y, text=text, showarrow=False, xanchor=anchor, yanchor="middle", yshift=up, align=anchor, borderpad=0,
        borderwidth=0, font={"color": colour, "size": size},
    )  # fmt: skip


def broken(text: str) -> str:
    """A name on two lines at most: broken at the space nearest its middle if it is long, or else after its hyphen."""
    breaks = [at for at, letter in enumerate(text) if letter == " "] if len(text) > 11 else []
    if not breaks and " " not in text and len(text) > 7:
        breaks = [at for at, letter in enumerate(text) if letter == "-"]
    if not breaks:
        return text
    middle = min(breaks, key=lambda at: abs(at - len(text) / 2))
    return f"{text[: middle + 1].rstrip()}<br>{text[middle + 1 :]}"


def short(text: str, most: int = 46) -> str:
    """A text, cut with an ellipsis if it is longer."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def bold(text: str) -> str:
    """A text in bold."""
    return f"<b>{text}</b>"


def cycle(colours: Sequence[str]) -> Sequence[str]:
    """Colours for a few more things than there are colours."""
    return [*colours] * 4
