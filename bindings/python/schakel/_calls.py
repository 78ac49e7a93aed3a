"""Calling the C library: records, errors, strings, and handles that are freed in time."""
from __future__ import annotations

import datetime
import os
from typing import Any, Callable, Optional, Union

from ._errors import from_c
from ._names import FORMATS, LANGUAGES, number
from ._schakel import ffi, lib

Date = Union[datetime.date, str]
_EPOCH = datetime.date(1970, 1, 1)


def new(record: str) -> Any:
    """A record that starts as its _INIT macro says."""
    made = ffi.new(f"{record} *")
    getattr(lib, f"start_{record}")(made)
    return made


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Call a function whose last parameter is the error, and raise what it reports."""
    error = new("schakel_error")
    status = function(*arguments, error)
    if status != lib.SCHAKEL_OK:
        raise from_c(status, error)


def get(function: Callable[..., int], record: str, *arguments: Any) -> Any:
    """Fill a record by a function that can only fail by misuse."""
    made = new(record)
    status = function(*arguments, made)
    if status != lib.SCHAKEL_OK:
        raise from_c(status, new("schakel_error"))
    return made


def make(
    handle: str, destroy: Callable[[Any], None], function: Callable[..., int], *arguments: Any, keep: Any = None
) -> Any:
    """Make a handle by a function that ends in (..., out, error).

    The handle is destroyed when Python lets go of it, and not before; `keep` lives until then.
    """
    out = ffi.new(f"{handle} **")
    call(function, *arguments, out)
    if out[0] == ffi.NULL:
        return None

    def end(pointer: Any, kept: Any = keep) -> None:
        destroy(pointer)

    return ffi.gc(out[0], end)


def take(function: Callable[..., int], *arguments: Any) -> bytes:
    """The bytes that a function hands out through (..., out, length, error)."""
    out = ffi.new("char **")
    length = ffi.new("size_t *")
    call(function, *arguments, out, length)
    try:
        return bytes(ffi.buffer(out[0], length[0]))
    finally:
        lib.schakel_buffer_free(out[0])


def c_string(text: Union[str, bytes], what: str) -> bytes:
    """Text for a NUL-terminated parameter; C would stop reading at a NUL inside it."""
    data = text.encode() if isinstance(text, str) else text
    if b"\0" in data:
        raise ValueError(f"{what} has a NUL character in it")
    return data


def c_path(path: Union[str, os.PathLike[str]]) -> bytes:
    """The name of a file."""
    return c_string(os.fsencode(path), "the path")


def string(pointer: Any) -> Optional[str]:
    """A NUL-terminated string of the library's, or None."""
    return None if pointer == ffi.NULL else ffi.string(pointer).decode("utf-8")


def level_name(level: int) -> Optional[str]:
    """ "none", "A1" to "C2", or None when it is unknown."""
    return None if level == lib.SCHAKEL_LEVEL_UNKNOWN else string(lib.schakel_level_name(level))


def language_number(language: str) -> int:
    return number(LANGUAGES, language, "language")


def date_number(date: Date, what: str) -> int:
    """Days since 1970-01-01, of a date or of text such as "2026-09-01"."""
    if isinstance(date, datetime.date):
        return date.toordinal() - _EPOCH.toordinal()
    if not isinstance(date, str):
        raise TypeError(f"{what} must be a date or a str, not {type(date).__name__}")
    days = lib.schakel_date_parse(c_string(date, what))
    if days == lib.SCHAKEL_NO_DATE:
        raise ValueError(f"{what} must be a date written as YYYY-MM-DD, not {date!r}")
    return days


def present(
    function: Callable[..., int], *arguments: Any, format: str, language: str, title: Optional[str], colour: bool
) -> str:
    """A result as people read it."""
    options = new("schakel_present_options")
    options.format = number(FORMATS, format, "format")
    options.language = language_number(language)
    options.colour = int(colour)
    lent = None if title is None else ffi.new("char[]", c_string(title, "title"))
    if lent is not None:
        options.title = lent
    return take(function, *arguments, options).decode()
