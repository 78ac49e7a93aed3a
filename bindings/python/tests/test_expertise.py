"""From free text to concepts."""
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

import schakel

TEXT = "Ik ben verpleegkundige, één dag per week vrij, en spreek Tigrinya. Liever niet rijden."


def ids(found, excluded=False):
    return [concept["concept"] for concept in found["concepts"] if concept["excluded"] == excluded]


def test_concepts_places_and_languages():
    found = schakel.understand(TEXT)
    assert ids(found)[0] == "schakel:nurse"
    assert "schakel:help-drive" in ids(found, excluded=True)
    place = found["concepts"][0]["evidence"][0]
    assert TEXT[place["start_char"] : place["end_char"]] == "verpleegkundige"
    assert TEXT.encode()[place["start"] : place["end"]] == b"verpleegkundige"
    (language,) = found["languages"]
    assert (language["tag"], language["excluded"]) == ("ti", False)
    assert TEXT[language["start_char"] : language["end_char"]] == "Tigrinya"
    assert language["start"] == language["start_char"] + 2  # two letters before it take two bytes


def test_limits():
    assert len(ids(schakel.understand(TEXT, max_concepts=1))) == 1
    assert schakel.understand(TEXT, min_score=1000)["concepts"] == []
    with pytest.raises(schakel.InvalidInput):
        schakel.understand(TEXT, max_concepts=0)
    with pytest.raises(schakel.InvalidInput) as caught:
        schakel.understand(b"kapper \xff")
    assert caught.value.offset == 7


def test_the_concepts_of_a_school(document):
    document["concepts"].append({"id": "zwoffels", "nl": "zwoffels plooien", "en": "folding zwoffels"})
    school = schakel.School.loads(document)
    assert ids(school.understand("Ik plooi zwoffels"))[0] == "zwoffels"
    assert "zwoffels" not in ids(schakel.understand("Ik plooi zwoffels"))
    assert ids(school.understand("Ik ben kapper"))[0] == "schakel:hairdresser"


def test_many_threads(document):
    school = schakel.School.loads(document)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(school.understand, [TEXT] * 40))
    assert all(result == results[0] for result in results)


@pytest.mark.skipif("SCHAKEL_PROGRAM" not in os.environ, reason="the program was not built")
def test_it_is_what_the_program_says():
    done = subprocess.run(
        [os.environ["SCHAKEL_PROGRAM"], "understand", "--format", "json", TEXT], stdout=subprocess.PIPE, check=True
    )
    found = schakel.understand(TEXT)
    for place in found["languages"] + [e for c in found["concepts"] for e in c["evidence"]]:
        del place["start_char"], place["end_char"]
    assert json.loads(done.stdout) == found
