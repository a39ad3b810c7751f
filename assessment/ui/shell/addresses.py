"""Gyda listens to this machine only, until there are accounts."""

import ipaddress
import sys
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from assessment.ui.languages import Language

#: Names under which a browser on this machine may ask for Gyda.
HOSTS: Final = ("127.0.0.1", "localhost")
REFUSAL: Final[dict[Language, str]] = {
    "cy": "Dydy Gyda ddim yn cychwyn: byddai'n gwrando ar {address}, lle gallai pobl eraill ei gyrraedd.\n"
    "Does dim cyfrifon yn Gyda eto, felly gallai unrhyw un ddarllen beth sydd ynddo.\n"
    "Cychwynnwch heb --server.address, neu gyda --server.address 127.0.0.1.\n",
    "en": "Gyda does not start: it would listen on {address}, where other people could reach it.\n"
    "Gyda has no accounts yet, so anybody could read what is in it.\n"
    "Start it without --server.address, or with --server.address 127.0.0.1.\n",
}
ONLY_HERE: Final[dict[Language, str]] = {"cy": "Dim ond o'r cyfrifiadur hwn.", "en": "From this computer only."}


def refuse_other_addresses() -> None:
    """End the program, with the reason, if it is about to listen beyond this machine."""
    address = config.get_option("server.address")
    if not is_this_machine(address):
        told = "\n".join(REFUSAL.values())
        sys.stderr.write(told.format(address=address or "0.0.0.0"))  # noqa: S104  named, not bound
        raise SystemExit(2)


def is_this_machine(address: str | None) -> bool:
    """Whether an address is reached from this machine only ("" and None listen everywhere)."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


class LocalOnly:
    """Refuses a caller from elsewhere, should another server than Streamlit's own bind a wider address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from this machine."""
        caller = scope.get("client")
        if scope["type"] == "lifespan" or (caller and is_this_machine(caller[0])):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(f"Gyda: {' / '.join(ONLY_HERE.values())}", 403)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})
