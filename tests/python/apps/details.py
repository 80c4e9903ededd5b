"""Prints, as JSON, every detail that FastAPI, Starlette and REST framework send themselves, read from their sources.

It fails where it cannot evaluate an expression, so that it overlooks no detail.
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

from sources import Source, Strings, around, argument, called


def files(package):
    root = Path(package.__file__).parent
    return [Source(package, str(path.relative_to(root))) for path in sorted(root.rglob("*.py"))]


def answer(location, status, detail):
    return {"source": location, "status": status, "body": {"detail": detail}}


def raised(source, name, known=None):
    """The messages of all exceptions of this name."""
    strings = Strings(source, known)
    return [string for call in source.calls(name) for string in strings.of(argument(call, 0, "message"))]


def subclasses(source):
    """The calls of the constructors of their base by subclasses of `HTTPException`."""
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
                # The detail is the phrase of the status.
                continue
            strings = Strings(source, forms).of(detail)
            if strings is None:
                sys.exit(f"{source.location(call)}: cannot evaluate {ast.unparse(call)}")
            for string in strings:
                number = code.value if isinstance(code, ast.Constant) else getattr(statuses, code.id)
                yield answer(source.location(call), number, string)


def csrf_reasons():
    """The reasons of the CSRF check of Django."""
    source = Source(django, "middleware/csrf.py")
    tokens = {"InvalidTokenFormat": raised(source, "InvalidTokenFormat")}
    rejected = {"RejectRequest": raised(source, "RejectRequest", tokens)}
    strings = Strings(source, rejected)
    return sorted({string for call in source.calls("_reject") for string in strings.of(call.args[1])})


def rest_defaults():
    """The answer of the framework to each of its exceptions, without a detail and with the arguments that it requires."""
    unknown = {exceptions.MethodNotAllowed: [("7",)], exceptions.UnsupportedMediaType: [("7",)]}
    unknown[exceptions.Throttled] = [(), (1,), (7,)]
    for kind in vars(exceptions).values():
        if isinstance(kind, type) and issubclass(kind, exceptions.APIException):
            for arguments in unknown.get(kind, [()]):
                response = exception_handler(kind(*arguments), {})
                for status in [response.status_code, *unidentified(kind)]:
                    yield {"source": f"exceptions.py: {kind.__name__}", "status": status, "body": response.data}


def unidentified(kind):
    """A view without a challenge sends 403 to an unknown user."""
    return [403] if issubclass(kind, (exceptions.NotAuthenticated, exceptions.AuthenticationFailed)) else []


def rest_answers():
    yield from rest_defaults()
    known = {"process_view": csrf_reasons()}
    # The first argument of these is no detail.
    no_detail = {"ValidationError", "MethodNotAllowed", "UnsupportedMediaType", "Throttled"}
    for source in files(rest_framework) + [Source(django, "shortcuts.py")]:
        for node in source.all(ast.Raise):
            name = called(node.exc) if node.exc else None
            kind = {"Http404": exceptions.NotFound}.get(name, getattr(exceptions, name or "", None))
            detail = argument(node.exc, 0, "detail") if isinstance(node.exc, ast.Call) else None
            if kind is None or name in no_detail or detail is None:
                continue
            strings = Strings(source, known).of(detail)
            if strings is None:
                sys.exit(f"{source.location(node)}: cannot evaluate {ast.unparse(node)}")
            for string in strings:
                for status in [kind.status_code, *unidentified(kind)]:
                    yield answer(source.location(node), status, string)


print(json.dumps({"fastapi": list(fastapi_answers()), "rest_framework": list(rest_answers())}))
