"""From what people write about themselves to concepts."""
from __future__ import annotations

import json
import threading
from typing import Any, Dict, List, Optional, Union

from ._calls import make, new, take
from ._schakel import ffi, lib
from ._text import _character_offsets


class Expertise:
    """What texts are understood with: the built-in concepts and those of a school. It never changes, and threads
    may share it. Making one takes some time; understanding a text hardly any."""

    def __init__(self, school_handle: Any = ffi.NULL) -> None:
        self._handle = make(
            "schakel_expertise",
            lib.schakel_expertise_destroy,
            lib.schakel_expertise_create,
            school_handle,
            ffi.NULL,
            keep=school_handle,
        )

    def understand(
        self, text: Union[str, bytes], max_concepts: Optional[int] = None, min_score: Optional[int] = None
    ) -> Dict[str, Any]:
        data = text.encode() if isinstance(text, str) else bytes(text)
        options = new("schakel_understand_options")
        if max_concepts is not None:
            options.max_concepts = max_concepts
        if min_score is not None:
            options.min_score = min_score
        handle = make(
            "schakel_understanding",
            lib.schakel_understanding_destroy,
            lib.schakel_expertise_understand,
            self._handle,
            data,
            len(data),
            options,
            keep=self._handle,
        )
        found = json.loads(take(lib.schakel_understanding_to_json, handle))
        _add_characters(data, found["languages"] + [e for c in found["concepts"] for e in c["evidence"]])
        return found


def _add_characters(data: bytes, places: List[Dict[str, Any]]) -> None:
    """Beside the bytes of each place, the characters of the str."""
    characters = _character_offsets(data, {at for place in places for at in (place["start"], place["end"])})
    for place in places:
        place["start_char"] = characters[place["start"]]
        place["end_char"] = characters[place["end"]]


_default: Optional[Expertise] = None
_default_lock = threading.Lock()


def understand(
    text: Union[str, bytes], max_concepts: Optional[int] = None, min_score: Optional[int] = None
) -> Dict[str, Any]:
    """What somebody offers, out of what they write: the object of `schakel understand --format json`.

    "concepts" has what is offered, best first, and behind that what is turned down ("excluded"); each with the
    places in the text that led to it. "languages" has the languages that are named. Places count bytes ("start",
    "end") and characters ("start_char", "end_char").

    Only built-in concepts; for those of a school see School.understand(). The limits are as in
    schakel_understand_options; None is the default.
    """
    global _default
    with _default_lock:
        if _default is None:
            _default = Expertise()
    return _default.understand(text, max_concepts, min_score)
