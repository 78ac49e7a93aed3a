"""What can go wrong, as exceptions."""
from __future__ import annotations

from typing import Any

from ._names import Status
from ._schakel import ffi


class Error(Exception):
    """A call to the library failed.

    `str()` of it is one line. The places are 0, and the path is empty, when there is nothing to point at.
    """

    #: how the call ended
    status: Status
    #: place in a document (a JSON Pointer such as "/needs/3/date"), or the name of a file or an option
    path: str
    #: line in the input, from 1
    line: int
    #: byte column in that line, from 1
    column: int
    #: byte offset in the input
    offset: int
    #: what was found and what was expected
    message: str

    def __init__(
        self, status: Status, message: str, path: str = "", line: int = 0, column: int = 0, offset: int = 0
    ) -> None:
        super().__init__(message)
        self.status = Status(status)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.offset = offset

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f"{', ' if place else ''}line {self.line}, column {self.column}"
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.status, self.message, self.path, self.line, self.column, self.offset)


class InvalidInput(Error, ValueError):
    """A text, a document or an option is not as it should be."""


class OutOfMemory(Error, MemoryError):
    """There was not enough memory; nothing has changed."""


class FileError(Error, OSError):
    """A file could not be read or written; `message` has the system's reason."""


_CLASSES = {
    Status.NO_MEMORY: OutOfMemory,
    Status.SYNTAX: InvalidInput,
    Status.INVALID: InvalidInput,
    Status.DUPLICATE: InvalidInput,
    Status.NOT_FOUND: InvalidInput,
    Status.TOO_LARGE: InvalidInput,
    Status.IO: FileError,
}


def from_c(status: int, error: Any) -> Error:
    """The exception for a `schakel_error *` that a call filled."""
    code = Status(status)
    return _CLASSES.get(code, Error)(
        code,
        ffi.string(error.message).decode("utf-8", "replace"),
        ffi.string(error.path).decode("utf-8", "replace"),
        error.line,
        error.column,
        error.offset,
    )
