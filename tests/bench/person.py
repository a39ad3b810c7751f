"""One person's browser as the server sees it: Streamlit's own protocol, with the states of all widgets.

What is sent is what Streamlit's page sends, field by field; a browser test of our own was the model.
"""

import asyncio
from dataclasses import dataclass
from http.cookies import SimpleCookie
from time import perf_counter
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

XSRF = "_streamlit_xsrf"
#: The widgets that tell what is in them, whether anybody has touched them or not.
WITH_A_STATE = ("radio", "button_group", "text_area", "text_input", "selectbox", "checkbox")
WIDGETS = (*WITH_A_STATE, "button", "download_button")
WELL = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
PATIENCE = 60


@dataclass(frozen=True)
class Widget:
    """A widget as it was drawn: its kind and id, the fragment it belongs to, what can be chosen, and its file."""

    kind: str
    id: str
    fragment: str
    answers: tuple[str, ...]
    file: str = ""


class Person:
    """A person with one page open."""

    def __init__(self, port: int, page: str, query: dict[str, str]) -> None:
        self.host = f"127.0.0.1:{port}"
        self.page, self.query = page, urlencode(query)
        self.widgets: dict[str, Widget] = {}
        self.drawn: set[str] = set()
        self._states: dict[str, WidgetState] = {}
        self._page_script = self._session = ""
        self._socket: ClientConnection

    async def open(self) -> None:
        """Fetch the page as a browser does, and wait until all of it is there."""
        cookies = await asyncio.to_thread(self._cookies)
        self._socket = await connect(
            f"ws://{self.host}/_stcore/stream",
            subprotocols=["streamlit", cookies[XSRF]],
            origin=f"http://{self.host}",
            additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())},
            compression="deflate",
            max_size=None,
            ping_interval=None,
        )
        message = BackMsg()
        message.rerun_script.page_name = self.page
        await self._send(message)
        await self._finished()

    async def close(self) -> None:
        """Leave, as when a window is closed."""
        await self._socket.close()

    def chosen(self, key: str) -> str:
        """The answer that stands in a field of several answers; empty where none does."""
        return self._states[self.widgets[key].id].string_value

    async def choose(self, key: str, answer: str) -> float:
        """Choose an answer of a field: the seconds until all that it changes is here."""
        widget = self.widgets[key]
        self._states[widget.id].string_value = answer
        return await self._done(widget)

    async def press(self, key: str) -> float:
        """Press a button: the seconds until all that it does is here."""
        widget = self.widgets[key]
        return await self._done(widget, WidgetState(id=widget.id, trigger_value=True))

    async def download(self, key: str) -> bytes:
        """The file of a button, which is asked for when it is pressed."""
        message = BackMsg()
        message.backend_operation_request.request_id = key
        message.backend_operation_request.session_id = self._session
        message.backend_operation_request.deferred_file.file_id = self.widgets[key].file
        await self._socket.send(message.SerializeToString())
        answer = (await self._heard("backend_operation_response")).backend_operation_response
        return await asyncio.to_thread(self._fetched, answer.deferred_file.url)

    def _fetched(self, path: str) -> bytes:
        with urlopen(f"http://{self.host}{path}", timeout=PATIENCE) as answer:
            return bytes(answer.read())

    async def _done(self, widget: Widget, *pressed: WidgetState) -> float:
        message = BackMsg()
        message.rerun_script.widget_states.widgets.extend([*self._states.values(), *pressed])
        message.rerun_script.page_script_hash = self._page_script
        message.rerun_script.fragment_id = widget.fragment
        self.drawn.clear()
        start = perf_counter()
        await self._send(message)
        await self._finished()
        return perf_counter() - start

    def _cookies(self) -> dict[str, str]:
        """What the server gives a browser that comes for the first time."""
        jar = SimpleCookie()
        for path in (f"/{self.page}?{self.query}", "/_stcore/health", "/_stcore/host-config"):
            asked = Request(f"http://{self.host}{path}", headers={"Cookie": jar.output(attrs=[], header="", sep=";")})
            with urlopen(asked, timeout=PATIENCE) as answer:
                for given in answer.headers.get_all("Set-Cookie", []):
                    jar.load(given)
        return {name: morsel.value for name, morsel in jar.items()}

    async def _send(self, message: BackMsg) -> None:
        message.rerun_script.query_string = self.query
        context = message.rerun_script.context_info
        context.timezone, context.timezone_offset, context.locale = "Europe/London", 0, "en-GB"
        context.url, context.is_embedded, context.color_scheme = f"http://{self.host}/{self.page}", False, "light"
        await self._socket.send(message.SerializeToString())

    async def _finished(self) -> None:
        """Take in what comes until the run has ended."""
        end = (await self._heard("script_finished")).script_finished
        if end not in WELL:
            raise RuntimeError(f"the page ended with {end}")

    async def _heard(self, wanted: str) -> ForwardMsg:
        """Take in what comes until the server says what is wanted."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = ForwardMsg.FromString(await self._socket.recv(decode=False))
                kind = message.WhichOneof("type")
                if kind == "delta":
                    self._note(message.delta)
                elif kind == "new_session":
                    self._session = message.new_session.initialize.session_id
                elif kind == "navigation":
                    self._page_script = message.navigation.page_script_hash
                elif kind == wanted:
                    return message

    def _note(self, delta: Delta) -> None:
        """Remember a widget as Streamlit's page does when it draws it."""
        kind = delta.new_element.WhichOneof("type") if delta.WhichOneof("type") == "new_element" else None
        if kind not in WIDGETS:
            return
        widget = getattr(delta.new_element, kind)
        answers = [getattr(option, "content", option) for option in getattr(widget, "options", ())]
        key = widget.id[38:]  # after "$$ID-", 32 digits, "-" stands the key that the app gave it
        self.drawn.add(key)
        file = getattr(widget, "deferred_file_id", "")
        self.widgets[key] = Widget(kind, widget.id, delta.fragment_id, tuple(answers), file)
        if kind in WITH_A_STATE and (widget.set_value or widget.id not in self._states):
            self._states[widget.id] = state(kind, delta.new_element)


def state(kind: str, element: Element) -> WidgetState:
    """What a widget says of itself when it has been drawn."""
    widget = getattr(element, kind)
    told = WidgetState(id=widget.id)
    if kind == "button_group":
        chosen = widget.raw_values if widget.set_value else [widget.options[at].content for at in widget.default]
        told.string_array_value.data.extend(chosen)
    elif kind in ("radio", "selectbox"):
        if widget.set_value:
            if widget.HasField("raw_value"):
                told.string_value = widget.raw_value
        elif widget.HasField("default"):
            told.string_value = widget.options[widget.default]
    elif kind == "checkbox":
        told.bool_value = widget.value if widget.set_value else widget.default
    else:
        told.string_value = widget.value if widget.set_value else widget.default
    return told
