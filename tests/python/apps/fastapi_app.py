"""A FastAPI application that raises every kind of error that FastAPI and Starlette raise."""

from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.security import (
    APIKeyHeader,
    HTTPBasic,
    HTTPBearer,
    HTTPDigest,
    OAuth2PasswordBearer,
    OpenIdConnect,
)
from pydantic import BaseModel
from starlette.exceptions import HTTPException as StarletteHTTPException

from serving import serve

app = FastAPI()

SECURITY = {
    "bearer": HTTPBearer(),
    "digest": HTTPDigest(),
    "basic": HTTPBasic(),
    "realm": HTTPBasic(realm="kate"),
    "key": APIKeyHeader(name="x-api-key"),
    "oauth2": OAuth2PasswordBearer(tokenUrl="token"),
    "openid": OpenIdConnect(openIdConnectUrl="openid"),
}


class Item(BaseModel):
    name: str
    price: int


def guarded(scheme):
    def guard(credentials: Annotated[object, Depends(scheme)]):
        return {}

    return guard


for name, scheme in SECURITY.items():
    app.get(f"/security/{name}")(guarded(scheme))


@app.get("/items/{id}")
def show(id: int):
    raise HTTPException(404, f"Item {id} not found", headers={"X-Error": "missing item"})


@app.post("/items")
def create(item: Item):
    return item


@app.post("/subscriptions")
def subscribe():
    detail = "Insufficient token balance. Required: 500, available: 120"
    raise HTTPException(402, detail, headers={"X-Wallet": "w1"})


@app.get("/busy")
def busy():
    raise HTTPException(429, "Rate limit exceeded", headers={"Retry-After": "30"})


@app.get("/quoted")
def quoted():
    raise HTTPException(409, "“Käse” \\ \"7\"\n\t\x01\x7f\u2028 😀")


@app.get("/object")
def detail_is_an_object():
    raise HTTPException(409, {"code": "busy", "detail": "Already subscribed"})


@app.get("/list")
def detail_is_a_list():
    raise HTTPException(409, ["Already subscribed"])


@app.get("/number")
def detail_is_a_number():
    raise HTTPException(409, 7)


@app.get("/phrases/{status}")
def phrase(status: int):
    raise StarletteHTTPException(status)


@app.post("/form")
async def form(request: Request):
    await request.form(max_files=1, max_fields=2, max_part_size=2048)


@app.get("/crash")
def crash():
    raise RuntimeError("nobody handles this")


if __name__ == "__main__":
    serve(app)
