"""The language switch: sets the cookie and goes back to where the person was."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from assessment.ui.languages import COOKIE, Language, is_language

_A_YEAR: Final = 365 * 24 * 60 * 60
NO_ADDRESS: Final[dict[Language, str]] = {
    "cy": "Dydy'r cyfeiriad hwn ddim yn un o rai Gyda.",
    "en": "This is no address of Gyda's.",
}


def address_of_switch(language: Language, path: str, query: Mapping[str, str | list[str]]) -> str:
    """The address that switches to `language` and comes back to `path` with `query`."""
    place = f"{path}?{urlencode(query, doseq=True)}" if query else path
    return f"/gyda/language?to={language}&next={quote(place, safe='')}"


async def switch_language(request: Request) -> Response:
    """GET /gyda/language?to=cy&next=/results: a cookie, and a way back to a page of this app only."""
    language = request.query_params.get("to")
    place = request.query_params.get("next", "/")
    if not is_language(language) or not is_local_path(place):
        return PlainTextResponse(" / ".join(NO_ADDRESS.values()), 400)
    parts = urlsplit(place)
    query = [("lang", language)] + [(name, value) for name, value in parse_qsl(parts.query) if name != "lang"]
    response = RedirectResponse(f"{quote(parts.path)}?{urlencode(query)}", 303)
    response.set_cookie(COOKIE, language, max_age=_A_YEAR, httponly=True, samesite="lax")
    response.headers["cache-control"] = "no-store"
    return response


def is_local_path(place: str) -> bool:
    """Whether `place` is a path of this app: "/results", never "//elsewhere" or "https://elsewhere"."""
    plain = place.isprintable() and "\\" not in place
    return plain and place.startswith("/") and not place.startswith("//")
