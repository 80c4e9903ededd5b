"""Prints, as JSON, all that FastAPI, Starlette and REST framework answer by themselves: the texts in their sources.

A text that this cannot read ends it with an error, so that none is overlooked.
"""

import ast
import http.client
import json
import sys
from pathlib import Path

import django
import fastapi
import rest_framework
import starlette
from django.conf import settings

settings.configure(USE_I18N=False)
django.setup()

from rest_framework import exceptions
from rest_framework.views import exception_handler
from starlette import status as statuses
from starlette.exceptions import HTTPException

from sources import Source, Texts, around, argument, called


def files(package):
    root = Path(package.__file__).parent
    return [Source(package, str(path.relative_to(root))) for path in sorted(root.rglob("*.py"))]


def answer(place, status, text):
    return {"source": place, "status": status, "body": {"detail": text}}


def raised(source, name, known=None):
    """The texts of all exceptions of this name."""
    texts = Texts(source, known)
    return [text for call in source.calls(name) for text in texts.of(argument(call, 0, "message"))]


def subclasses(source):
    """How classes of such exceptions call what they derive from."""
    derived = [kind for kind in source.all(ast.ClassDef) if "HTTPException" in map(called, kind.bases)]
    return [call for call in source.calls("__init__") if around(call, ast.ClassDef) in derived]


def fastapi_answers():
    for status, phrase in http.client.responses.items():
        if status >= 400:
            assert HTTPException(status).detail == phrase
            yield answer("http.client.responses", int(status), phrase)
    forms = {"MultiPartException": raised(Source(starlette, "formparsers.py"), "MultiPartException")}
    for source in files(starlette) + files(fastapi):
        for call in source.calls("HTTPException") + subclasses(source):
            code, detail = argument(call, 0, "status_code"), argument(call, 1, "detail")
            if detail is None:
                # The phrase of the status.
                continue
            texts = Texts(source, forms).of(detail)
            if texts is None:
                sys.exit(f"{source.place(call)}: what text is {ast.unparse(call)}?")
            for text in texts:
                number = code.value if isinstance(code, ast.Constant) else getattr(statuses, code.id)
                yield answer(source.place(call), number, text)


def csrf_reasons():
    """What Django's check says when it refuses."""
    source = Source(django, "middleware/csrf.py")
    tokens = {"InvalidTokenFormat": raised(source, "InvalidTokenFormat")}
    rejected = {"RejectRequest": raised(source, "RejectRequest", tokens)}
    texts = Texts(source, rejected)
    return sorted({text for call in source.calls("_reject") for text in texts.of(call.args[1])})


def rest_defaults():
    """Each exception of the framework as its own handler answers it, without words and with what it asks for."""
    unknown = {exceptions.MethodNotAllowed: [("7",)], exceptions.UnsupportedMediaType: [("7",)]}
    unknown[exceptions.Throttled] = [(), (1,), (7,)]
    for kind in vars(exceptions).values():
        if isinstance(kind, type) and issubclass(kind, exceptions.APIException):
            for arguments in unknown.get(kind, [()]):
                response = exception_handler(kind(*arguments), {})
                for status in [response.status_code, *unidentified(kind)]:
                    yield {"source": f"exceptions.py: {kind.__name__}", "status": status, "body": response.data}


def unidentified(kind):
    """A view without a challenge sends 403 for who is not known."""
    return [403] if issubclass(kind, (exceptions.NotAuthenticated, exceptions.AuthenticationFailed)) else []


def rest_answers():
    yield from rest_defaults()
    known = {"process_view": csrf_reasons()}
    # These take something else than a text first.
    no_text = {"ValidationError", "MethodNotAllowed", "UnsupportedMediaType", "Throttled"}
    for source in files(rest_framework) + [Source(django, "shortcuts.py")]:
        for node in source.all(ast.Raise):
            name = called(node.exc) if node.exc else None
            kind = {"Http404": exceptions.NotFound}.get(name, getattr(exceptions, name or "", None))
            detail = argument(node.exc, 0, "detail") if isinstance(node.exc, ast.Call) else None
            if kind is None or name in no_text or detail is None:
                continue
            texts = Texts(source, known).of(detail)
            if texts is None:
                sys.exit(f"{source.place(node)}: what text is {ast.unparse(node)}?")
            for text in texts:
                for status in [kind.status_code, *unidentified(kind)]:
                    yield answer(source.place(node), status, text)


print(json.dumps({"fastapi": list(fastapi_answers()), "rest_framework": list(rest_answers())}))
