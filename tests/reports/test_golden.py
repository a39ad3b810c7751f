"""The HTML of a report, as somebody has looked at it.

Every text of the rubric stands there as its place, so that a reworded question changes nothing here.
After a change that is meant: `python -m tests.reports.test_golden` writes the files anew; look at the
difference, and at the PDF.
"""

import json
from pathlib import Path

import pytest

from assessment.core.reading import read
from assessment.core.rubric import Rubric
from assessment.library import content_hash
from reports.enclosure import square
from tests.reports.reports_made import DRAFT, IN_LANGUAGES, RUBRIC, SUBMITTED, Made, full, tree

LAYOUTS = ("full", "bid", "first_look")
GOLDEN = Path(__file__).parent.parent / "golden"


def in_places(part: object, place: str = "") -> object:
    """A rubric's values with every text replaced by its place and language."""
    if isinstance(part, dict):
        if "en" in part and "cy" in part:
            return {**part, "en": f"[en {place}]", "cy": f"[cy {place}]"}
        return {key: in_places(inner, f"{place}.{key}".strip(".")) for key, inner in part.items()}
    if isinstance(part, list):
        return [in_places(inner, f"{place}.{_name(inner, at)}") for at, inner in enumerate(part)]
    return part


def _name(part: object, at: int) -> object:
    return part.get("id", part.get("code", at)) if isinstance(part, dict) else at


def bare() -> Rubric:
    """The shipped rubric without its words."""
    values = in_places(RUBRIC.model_dump(mode="json", by_alias=True))
    return Rubric.model_validate_json(json.dumps(values))


def golden(layout: str, language: str) -> str:
    """The HTML of the full answers file on that rubric, a line an element; of a fingerprint only its place."""
    rubric = bare()
    depth = {"depth": "first_look"} if layout == "first_look" else {}
    given = tree(assessment={**full()["assessment"], **depth})
    made = Made(
        read(given, rubric),
        language,
        notes=layout == "full",
        rubric=rubric,
        layout="bid" if layout == "bid" else "full",
        submission=DRAFT if layout == "first_look" else SUBMITTED,
    )
    html, fingerprint = made.html, content_hash(rubric)
    if made.enclosed:
        html = html.replace(made.enclosed.sha256, "[fingerprint]").replace(made.enclosed.short, "[fingerprint]")
        html = html.replace(square(made.enclosed, SUBMITTED.address).path, "[squares]")
    return html.replace(fingerprint, "[fingerprint]").replace(fingerprint[:12], "[fingerprint]")


@pytest.mark.parametrize("language", IN_LANGUAGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_html_is_as_it_was_looked_at(layout, language):
    """Nothing of what a report says or how it is built changes unseen."""
    looked_at = (GOLDEN / f"{layout}.{language}.html").read_text("utf-8")
    assert golden(layout, language).splitlines() == looked_at.splitlines()


if __name__ == "__main__":
    for each in LAYOUTS:
        for language in IN_LANGUAGES:
            (GOLDEN / f"{each}.{language}.html").write_text(golden(each, language), "utf-8")
