"""A Django REST framework application, with users in a database, that raises every kind of error the framework raises."""

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="a key for tests",
    ALLOWED_HOSTS=["*"],
    SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
    ROOT_URLCONF="__main__",
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "rest_framework",
        "rest_framework.authtoken",
    ],
    # One database for all threads, for as long as one connection to it is open.
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": "file:users?mode=memory&cache=shared",
        }
    },
    # Tables straight from the models.
    MIGRATION_MODULES={"auth": None, "contenttypes": None, "authtoken": None},
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    MIDDLEWARE=[
        "django.middleware.locale.LocaleMiddleware",
        "__main__.session",
    ],
    USE_I18N=True,
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    },
)
django.setup()

from django.contrib.auth.models import User
from django.core.asgi import get_asgi_application
from django.core.files.uploadhandler import FileUploadHandler
from django.core.management import call_command
from django.http import Http404
from django.urls import include, path
from rest_framework import (
    exceptions,
    pagination,
    parsers,
    permissions,
    serializers,
    throttling,
    versioning,
)
from rest_framework.authentication import (
    BasicAuthentication,
    SessionAuthentication,
    TokenAuthentication,
)
from rest_framework.authtoken.models import Token
from rest_framework.generics import ListAPIView, get_object_or_404
from rest_framework.response import Response
from rest_framework.views import APIView

from serving import serve

handler500 = "rest_framework.exceptions.server_error"


def session(get_response):
    """Stands for a login: the user whose name the header gives."""

    def middleware(request):
        name = request.headers.get("x-session")
        request.user = User.objects.get(username=name) if name else None
        return get_response(request)

    return middleware


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["username", "email"]


class Users(ListAPIView):
    queryset = User.objects.order_by("pk")
    serializer_class = UserSerializer


class NumberedPages(pagination.PageNumberPagination):
    page_size = 1


class Cursors(pagination.CursorPagination):
    page_size = 1
    ordering = "pk"


class Fixed(throttling.BaseThrottle):
    """Always closed, for as many seconds as the header says."""

    def allow_request(self, request, view):
        self.seconds = request.headers.get("x-wait")
        return False

    def wait(self):
        return self.seconds and float(self.seconds)


class OnceADay(throttling.SimpleRateThrottle):
    rate = "1/day"

    def get_cache_key(self, request, view):
        return request.path


class Guarded(APIView):
    def get(self, request):
        return Response({})

    def post(self, request):
        return Response({})


class Reader(APIView):
    def post(self, request):
        return Response(sorted(request.data))


class Nowhere(FileUploadHandler):
    """Keeps no file."""

    def receive_data_chunk(self, raw_data, start):
        return None

    def file_complete(self, file_size):
        return None


class Uploads(APIView):
    parser_classes = [parsers.FileUploadParser]

    def post(self, request):
        request._request.upload_handlers = [Nowhere()]
        return Response(sorted(request.data))


class Validated(APIView):
    def post(self, request):
        UserSerializer(data=request.data).is_valid(raise_exception=True)
        return Response({})


def raises(error):
    """A view that raises this."""

    class Raises(APIView):
        def get(self, request):
            raise error() if callable(error) else error

    return Raises.as_view()


class Versioned(APIView):
    def get(self, request, **kwargs):
        return Response({})


def versions(scheme):
    """A view of which there is only version 1."""

    class Only(scheme):
        default_version = "1"
        allowed_versions = ["1"]

    return Versioned.as_view(versioning_class=Only)


def guarded(scheme, permission=permissions.IsAuthenticated):
    return Guarded.as_view(authentication_classes=[scheme], permission_classes=[permission])


urlpatterns = [
    path("basic", guarded(BasicAuthentication)),
    path("token", guarded(TokenAuthentication)),
    path("session", guarded(SessionAuthentication)),
    path("admin", guarded(BasicAuthentication, permission=permissions.IsAdminUser)),
    path("users/9", raises(lambda: get_object_or_404(User, pk=9))),
    path("users/pages", Users.as_view(pagination_class=NumberedPages)),
    path("users/cursors", Users.as_view(pagination_class=Cursors)),
    path("reader", Reader.as_view()),
    path("uploads", Uploads.as_view()),
    path("validated", Validated.as_view()),
    path("throttled", Versioned.as_view(throttle_classes=[Fixed])),
    path("once-a-day", Versioned.as_view(throttle_classes=[OnceADay])),
    path("versions/accept", versions(versioning.AcceptHeaderVersioning)),
    path("versions/path/<version>", versions(versioning.URLPathVersioning)),
    path("versions/namespace", include(([path("", versions(versioning.NamespaceVersioning))], "app"), namespace="v9")),
    path("versions/host", versions(versioning.HostNameVersioning)),
    path("versions/query", versions(versioning.QueryParameterVersioning)),
    path("raises/malformed", raises(exceptions.ParseError)),
    path("raises/authentication", raises(exceptions.AuthenticationFailed)),
    path("raises/missing", raises(Http404)),
    path("raises/server-error", raises(exceptions.APIException)),
    path("raises/invalid", raises(exceptions.ValidationError)),
    path("raises/object", raises(exceptions.APIException({"detail": ["busy"]}))),
    path("raises/crash", raises(RuntimeError("nobody handles this"))),
]

if __name__ == "__main__":
    call_command("migrate", run_syncdb=True, verbosity=0)
    User.objects.create_user("ann", password="secret")
    Token.objects.create(user=User.objects.create_user("ben", is_active=False), key="ben")
    serve(get_asgi_application())
