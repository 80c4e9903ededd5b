"""Asks a server, whose address is the first argument, as FastAPI's clients do: with requests and with httpx.

The other arguments are methods and paths. Prints what each client read, as JSON.
"""

import json
import sys

import httpx
import requests

base, *targets = sys.argv[1:]

session = requests.Session()
session.trust_env = False
client = httpx.Client(trust_env=False)


def error_of(response, kind):
    """The error that such a response raises."""
    try:
        response.raise_for_status()
    except kind as error:
        return error
    sys.exit(f"no error: {response.url}")


def read(response):
    headers = {name.lower(): value for name, value in response.headers.items()}
    return {
        "status": response.status_code,
        "detail": response.json()["detail"],
        "members": list(response.json()),
        "text": response.text,
        "headers": {name: value for name, value in headers.items() if name not in ("date", "server")},
    }


answers = []
for target in targets:
    method, path = target.split()
    seen = error_of(session.request(method, base + path, timeout=20), requests.HTTPError)
    answers.append({"client": "requests", "target": target, **read(seen.response)})
    seen = error_of(client.request(method, base + path, timeout=20), httpx.HTTPStatusError)
    answers.append({"client": "httpx", "target": target, **read(seen.response)})

print(json.dumps(answers))
