"""A small service as teams write them with FastAPI: parcels are taken, looked up, changed and cancelled."""
import hashlib
import secrets
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, Form, Header, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.security import OAuth2PasswordBearer
from pydantic import BaseModel, Field

app = FastAPI(title="Parcels")
bearer = OAuth2PasswordBearer(tokenUrl="token")
users = {"clerk": "parcel-desk-9"}
tokens: dict[str, str] = {}
parcels: dict[int, dict] = {}


class NewParcel(BaseModel):
    recipient: str = Field(min_length=1, max_length=80)
    grams: int = Field(ge=1, le=30_000)
    service: Literal["standard", "express"] = "standard"


class Change(BaseModel):
    recipient: str | None = Field(default=None, min_length=1, max_length=80)
    service: Literal["standard", "express"] | None = None


class Parcel(NewParcel):
    id: int
    state: Literal["accepted", "cancelled"] = "accepted"


@app.exception_handler(HTTPException)
async def problem(request: Request, error: HTTPException):
    """Problem details, RFC 9457."""
    return JSONResponse(
        {"type": "about:blank", "title": str(error.detail), "status": error.status_code},
        error.status_code,
        headers=error.headers,
        media_type="application/problem+json",
    )


def user(token: Annotated[str, Depends(bearer)]):
    if token not in tokens:
        raise HTTPException(401, "Not authenticated", {"WWW-Authenticate": "Bearer"})
    return tokens[token]


def found(number: int):
    if number not in parcels:
        raise HTTPException(404, "No such parcel")
    return parcels[number]


def etag(parcel: dict):
    return '"' + hashlib.sha256(repr(sorted(parcel.items())).encode()).hexdigest()[:16] + '"'


@app.post("/token")
def token(
    username: Annotated[str, Form()],
    password: Annotated[str, Form()],
    grant_type: Annotated[str, Form(pattern="^password$")],
):
    if users.get(username) != password:
        raise HTTPException(400, "Incorrect username or password")
    access = secrets.token_urlsafe(24)
    tokens[access] = username
    return {"access_token": access, "token_type": "bearer", "expires_in": 3600}


@app.get("/parcels")
def list_parcels(
    _: Annotated[str, Depends(user)],
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    cursor: Annotated[int, Query(ge=0)] = 0,
):
    page = sorted(number for number in parcels if number > cursor)[: limit + 1]
    more = len(page) > limit
    return {
        "items": [parcels[number] for number in page[:limit]],
        "next": page[limit - 1] if more else None,
    }


@app.post("/parcels", status_code=201, response_model=Parcel)
def add(parcel: NewParcel, response: Response, _: Annotated[str, Depends(user)]):
    number = max(parcels, default=0) + 1
    parcels[number] = Parcel(id=number, **parcel.model_dump()).model_dump()
    response.headers["Location"] = f"/parcels/{number}"
    response.headers["ETag"] = etag(parcels[number])
    return parcels[number]


@app.get("/parcels/{number}", response_model=Parcel)
def get(
    number: int,
    response: Response,
    _: Annotated[str, Depends(user)],
    if_none_match: Annotated[str | None, Header()] = None,
):
    parcel = found(number)
    tag = etag(parcel)
    if if_none_match and tag in if_none_match:
        return Response(status_code=304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    return parcel


@app.patch("/parcels/{number}", response_model=Parcel)
def change(
    number: int,
    change: Change,
    response: Response,
    _: Annotated[str, Depends(user)],
    if_match: Annotated[str | None, Header()] = None,
):
    parcel = found(number)
    if if_match and if_match not in ("*", etag(parcel)):
        raise HTTPException(412, "The parcel has changed")
    parcel.update(change.model_dump(exclude_unset=True, exclude_none=True))
    response.headers["ETag"] = etag(parcel)
    return parcel


@app.delete("/parcels/{number}", status_code=204)
def cancel(number: int, _: Annotated[str, Depends(user)]):
    found(number)
    del parcels[number]


@app.get("/parcels/{number}/label.txt", response_class=PlainTextResponse)
def label(number: int, _: Annotated[str, Depends(user)]):
    parcel = found(number)
    return f"To: {parcel['recipient']}\nWeight: {parcel['grams']} g\n"


@app.get("/parcels/{number}/label.pdf")
def printed(number: int, _: Annotated[str, Depends(user)]):
    found(number)
    page = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    return Response(page + b"trailer<</Root 1 0 R>>\n%%EOF\n", media_type="application/pdf")


for number, (recipient, grams) in enumerate([("Ada", 120), ("Grace", 4500), ("Edsger", 900)], 1):
    parcels[number] = Parcel(id=number, recipient=recipient, grams=grams).model_dump()
