"""Completes the structure tree that WeasyPrint makes: the language of what is in another one, and what a header heads.

WeasyPrint 70 forgets the language of everything but the whole. It keeps the order: the boxes of the pages are
walked as it walks them, and each `<article>` there is one `/Art` in the tree, or one on each page that it stands on.
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint import Document as Pages
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

SCOPES = {"/THead": "/Column", "/TBody": "/Row"}


def complete(pages: Pages, pdf: Any) -> None:
    """Mark the finished tree, before it is written. RuntimeError if it is not in the order of the boxes."""
    elements: list[Any] = [one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/StructElem"]
    articles = [one for one in elements if one["S"] == "/Art"]
    languages = [language for page in pages.pages for language in _languages(page._page_box)]
    if len(articles) != len(languages):
        raise RuntimeError(f"{len(languages)} articles on the pages, {len(articles)} in the tree")
    for article, language in zip(articles, languages, strict=True):
        article["Lang"] = pydyf.String(language)
    there = {one.reference: one for one in elements}
    for header in (one for one in elements if one["S"] == "/TH"):
        part = there[there[header["P"]]["P"]]
        header.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = SCOPES.get(part["S"], "/Row")


def _languages(box: Any) -> Iterator[str]:
    """The languages of the articles in a box, those of the page's margins left out."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(box, boxes.MarginBox):
        return
    if box.element_tag == "article":
        yield box.element.attrib["lang"]
    for child in getattr(box, "children", ()):
        for inner in child.children if isinstance(child, boxes.LineBox) else [child]:
            if not isinstance(inner, boxes.TextBox):
                yield from _languages(inner)
