"""Parts of a page that are drawn on their own."""

from pathlib import Path

UI = Path(__file__).parents[2] / "assessment" / "ui"


def test_every_part_that_is_drawn_on_its_own_can_tell_of_the_stores_troubles():
    """Nobody uses Streamlit's fragment itself: in it an error of the store would end in a page of no use."""
    found = {path.name for path in UI.rglob("*.py") if "st.fragment" in path.read_text(encoding="utf-8")}
    assert found == {"block.py"}
