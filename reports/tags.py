"""Completes the structure tree that WeasyPrint makes: what is in another language, what a header heads, where links go.

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
    boxes_ = [box for page in pages.pages for box in _boxes(page._page_box)]
    languages = [box.element.attrib["lang"] for box in boxes_ if box.element_tag == "article"]
    if len(articles) != len(languages):
        raise RuntimeError(f"{len(languages)} articles on the pages, {len(articles)} in the tree")
    for article, language in zip(articles, languages, strict=True):
        article["Lang"] = pydyf.String(language)
    there = {one.reference: one for one in elements}
    for header in (one for one in elements if one["S"] == "/TH"):
        part = there[there[header["P"]]["P"]]
        header.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = SCOPES.get(part["S"], "/Row")
    for box in boxes_:
        # WeasyPrint tells the name of a link's target, which is ours and nobody's language.
        if box.link_annotation is not None and (said := " ".join("".join(box.element.itertext()).split())):
            box.link_annotation["Contents"] = pydyf.String(said)


def _boxes(box: Any) -> Iterator[Any]:
    """A box and those within it in the order of the tree, the page's margins left out."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(box, boxes.MarginBox):
        return
    yield box
    for child in getattr(box, "children", ()):
        for inner in child.children if isinstance(child, boxes.LineBox) else [child]:
            if not isinstance(inner, boxes.TextBox):
                yield from _boxes(inner)
