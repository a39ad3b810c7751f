"""Around the Streamlit script: language, policy, injected script, routes, and what must be refused."""

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from assessment.ui.shell.addresses import HOSTS, LocalOnly, refuse_other_addresses
from assessment.ui.shell.assets import FOLDER, send_icon, send_script, send_style
from assessment.ui.shell.callbacks import let_callbacks_finish
from assessment.ui.shell.lifespan import lifespan
from assessment.ui.shell.mishap import keep_messages_out_of_the_log, tell_of_a_mishap
from assessment.ui.shell.page import HtmlPage
from assessment.ui.shell.switch import switch_language

__all__ = ["MIDDLEWARE", "ROUTES", "lifespan", "refuse_other_addresses", "tell_of_a_mishap"]

ROUTES = [
    Route("/gyda/language", switch_language),
    Route("/gyda/script-{language}.js", send_script),
    Route("/gyda/style.css", send_style),
    Route("/gyda/icon.svg", send_icon),
    Mount("/gyda/fonts", StaticFiles(directory=FOLDER / "fonts")),
]

MIDDLEWARE = [
    Middleware(LocalOnly),
    Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False),
    Middleware(HtmlPage),
]

keep_messages_out_of_the_log()
let_callbacks_finish()
