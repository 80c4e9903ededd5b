"""How the applications run: on a free port, whose address they print, until their standard input ends."""

import os
import socket
import sys
import threading

import uvicorn


def end_with_the_parent():
    sys.stdin.buffer.read()
    os._exit(0)


def serve(app):
    threading.Thread(target=end_with_the_parent, daemon=True).start()
    listener = socket.create_server(("127.0.0.1", 0))
    print("http://127.0.0.1:%d" % listener.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="critical")).run([listener])
