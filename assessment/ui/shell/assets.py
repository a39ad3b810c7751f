"""Our own script, style and icon, served under names that change with their content."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from assessment.ui.languages import Language, is_language
from assessment.ui.shell.fixed_words import CLEARER, COMMANDS, FIXED_WORDS, PATTERNS

FOLDER: Final = Path(__file__).parent
_FOR_A_YEAR: Final = {"cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff"}


@cache
def script(language: Language) -> str:
    """The injected script with the fixed words that it replaces."""
    exact, patterns = (FIXED_WORDS, PATTERNS) if language == "cy" else (CLEARER, {})
    words = json.dumps({"exact": exact | COMMANDS, "patterns": list(patterns.items())}, ensure_ascii=False)
    source = (FOLDER / "script.js").read_text(encoding="utf-8")
    return source.replace("/* FIXED WORDS */ null", words)


@cache
def style() -> str:
    """The style of our own elements, file by file in order; Streamlit's are left to the theme."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "styles").glob("*.css")))


def address_of_script(language: Language) -> str:
    """Where the injected script is, with a mark of its content."""
    return f"/gyda/script-{language}.js?{_mark(script(language))}"


def address_of_style() -> str:
    """Where our style is, with a mark of its content."""
    return f"/gyda/style.css?{_mark(style())}"


async def send_script(request: Request) -> Response:
    """GET /gyda/script-cy.js or -en.js."""
    language = request.path_params["language"]
    if not is_language(language):
        raise HTTPException(404)
    return Response(script(language), media_type="text/javascript", headers=_FOR_A_YEAR)


async def send_style(_request: Request) -> Response:
    """GET /gyda/style.css."""
    return Response(style(), media_type="text/css", headers=_FOR_A_YEAR)


async def send_icon(_request: Request) -> Response:
    """GET /gyda/icon.svg."""
    icon = (FOLDER / "icon.svg").read_text(encoding="utf-8")
    return Response(icon, media_type="image/svg+xml", headers=_FOR_A_YEAR)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
