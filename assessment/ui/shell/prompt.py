"""Lets what is sent to a browser leave at once.

Streamlit 1.67 makes its socket in a way that asyncio does not know as TCP, so Nagle's algorithm stays on:
the second of two small messages waits until the browser has confirmed the first, up to 40 ms at every answer.
"""

import gc
import socket
from collections.abc import Iterator


def send_at_once() -> None:
    """Turn the waiting off where this process listens; every connection takes that over."""
    for one in listening():
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def listening() -> Iterator[socket.socket]:
    """The sockets on which this process waits for browsers. Streamlit hands them to nobody, so they are looked for."""
    for one in gc.get_objects():
        # `isinstance` would ask every object that stands in for another what it is.
        if type(one) is socket.socket and waits_for_browsers(one):
            yield one


def waits_for_browsers(one: socket.socket) -> bool:
    """Whether a socket is open, TCP, and there to be called."""
    tcp = one.fileno() >= 0 and one.type == socket.SOCK_STREAM and one.family in (socket.AF_INET, socket.AF_INET6)
    return tcp and bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
