"""What is sent to a browser leaves at once."""

import socket

from assessment.ui.shell.prompt import send_at_once


def test_a_connection_waits_for_no_confirmation():
    """A connection to a socket made as Streamlit makes it sends small messages without waiting."""
    with socket.socket(family=socket.AF_INET) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        send_at_once()
        with socket.create_connection(listener.getsockname()), listener.accept()[0] as connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_other_sockets_are_left_alone():
    """A socket that nobody can call, or that was closed, is none of ours."""
    with socket.socket() as quiet, socket.socket() as gone:
        gone.close()
        send_at_once()
        assert not quiet.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
