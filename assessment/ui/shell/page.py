"""The middleware that gives the HTML page its language, its policy and our script, and touches nothing else."""

import re
from functools import lru_cache
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.ui.languages import COOKIE, Language, chosen
from assessment.ui.person import cookie_for
from assessment.ui.shell.assets import address_of_script, address_of_style
from assessment.ui.shell.policy import content_security_policy

_NOT_PAGES: Final = ("/_stcore/", "/static/", "/media/", "/component/", "/app/static/", "/gyda/")
#: A compressed, cached or partial answer could not be rewritten.
_DROPPED_REQUEST_HEADERS: Final = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range"}
_DROPPED_RESPONSE_HEADERS: Final = ("etag", "last-modified", "accept-ranges", "content-encoding")
NO_SCRIPT: Final[dict[Language, str]] = {
    "cy": "Mae'r rhan hon o Gyda angen JavaScript. Trowch JavaScript ymlaen yn eich porwr, a llwythwch y dudalen eto.",
    "en": "This part of Gyda needs JavaScript. Turn JavaScript on in your browser, and load the page again.",
}
#: What stands in Streamlit 1.67's page, and what stands there instead. Each must be found once.
_REPLACEMENTS: Final = (
    (re.compile(r'<html lang="en">'), '<html lang="{language}">'),
    (re.compile(r"<title>Streamlit</title>"), "<title>Gyda</title>{ours}"),
    (re.compile(r'<link rel="shortcut icon" href="\./favicon\.png" />'), '<link rel="icon" href="/gyda/icon.svg" />'),
    (re.compile(r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>'), "{fonts}"),
    (re.compile(r"<noscript>.*?</noscript>", re.DOTALL), "<noscript><p>{no_script}</p></noscript>"),
)
_FONTS: Final = "".join(
    f'<link rel="preload" href="/gyda/fonts/{family}/latin.woff2" as="font" type="font/woff2" crossorigin />'
    for family in ("atkinson-hyperlegible-next", "bricolage-grotesque")
)


class UnknownPage(Exception):
    """Streamlit's page has changed, so that the shell no longer fits it."""


class HtmlPage:
    """ASGI middleware around Streamlit; see the module's line."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on untouched, except a request for a page."""
        if scope["type"] != "http" or not is_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        language = chosen(
            request.query_params.get("lang"),
            request.cookies.get(COOKIE),
            accept=request.headers.get("accept-language"),
        )
        asked = [(name, value) for name, value in scope["headers"] if name not in _DROPPED_REQUEST_HEADERS]
        rewriter = _Rewriter(send, language, scope["method"], cookie_for(request.cookies))
        await self.app({**scope, "headers": asked}, receive, rewriter)


class _Rewriter:
    """Holds a response back until it is whole, and rewrites it if it is HTML."""

    def __init__(self, send: Send, language: Language, method: str, cookie: str) -> None:
        self.send = send
        self.language = language
        self.method = method
        self.cookie = cookie
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if not Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                await self.send(message)
            else:
                self.start = message
            return
        if self.start is None or message["type"] != "http.response.body":
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body, policy = rewritten(self.body, self.language) if self.body else (b"", "")
        headers = MutableHeaders(raw=start["headers"])
        for name in _DROPPED_RESPONSE_HEADERS:
            if name in headers:
                del headers[name]
        if policy:
            headers["content-security-policy"] = policy
        if self.method != "HEAD":
            headers["content-length"] = str(len(body))
        elif "content-length" in headers:
            del headers["content-length"]
        headers["content-language"] = self.language
        headers["referrer-policy"] = "no-referrer"
        headers["x-content-type-options"] = "nosniff"
        headers["cache-control"] = "no-cache"
        if self.cookie:
            headers.append("set-cookie", self.cookie)
        headers.add_vary_header("Cookie")
        headers.add_vary_header("Accept-Language")
        await self.send({**start, "headers": headers.raw})
        await self.send({"type": "http.response.body", "body": body})


def is_page(path: str) -> bool:
    """Whether Streamlit answers this path with its HTML page (everything that is no file and no route)."""
    return not path.startswith(_NOT_PAGES) and "." not in path.rsplit("/", 1)[-1]


@lru_cache(maxsize=8)
def rewritten(body: bytes, language: Language) -> tuple[bytes, str]:
    """Streamlit's page in `language` with our script and style, and its policy.

    Raises UnknownPage if a place that must be rewritten is not there exactly once.
    """
    html = body.decode()
    ours = f'<link rel="stylesheet" href="{address_of_style()}" /><script src="{address_of_script(language)}"></script>'
    for pattern, replacement in _REPLACEMENTS:
        text = replacement.format(language=language, ours=ours, fonts=_FONTS, no_script=NO_SCRIPT[language])
        before, *after = pattern.split(html)
        html, found = text.join((before, *after)), len(after)
        if found != 1:
            raise UnknownPage(f"{pattern.pattern!r} was found {found} times in Streamlit's page, not once.")
    return html.encode(), content_security_policy(html)
