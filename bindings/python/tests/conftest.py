"""The tests import `schakel` from the environment: installed, or a build folder on PYTHONPATH."""
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
SOURCE = ROOT / "bindings" / "python"

# `python3 -m pytest` looks in the current folder first, where the package lacks its compiled half.
if not list(SOURCE.glob("schakel/_schakel*.so")):
    sys.path[:] = [folder for folder in sys.path if pathlib.Path(folder).resolve() != SOURCE]

import schakel  # noqa: E402


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def sample_path():
    return ROOT / "examples" / "data" / "school.json"


@pytest.fixture(scope="session")
def sample(sample_path):
    return schakel.School.load(sample_path)


@pytest.fixture
def document():
    """A small school, worked out by hand: what should come of it is plain to see."""
    return {
        "schakel": 1,
        "school": {
            "id": "klein",
            "name": "De Kleine School",
            "stage": "po",
            "year_start": "2026-08-24",
            "year_end": "2027-07-16",
        },
        "groups": [{"id": "g3", "name": "Groep 3", "year": 3}],
        "concepts": [
            {"id": "making", "nl": "Maken", "en": "Making"},
            {"id": "sewing", "nl": "Naaien", "en": "Sewing", "broader": "making"},
        ],
        "adults": [
            {"id": "asked", "languages": [{"tag": "nl", "speaking": "C1", "reading": "B1"}]},
            {"id": "fresh", "languages": [{"tag": "tr", "speaking": "C2", "reading": "C1"}]},
        ],
        "children": [
            {
                "id": "c1",
                "group": "g3",
                "ties": [{"adult": "asked", "kind": "mother"}, {"adult": "fresh", "kind": "father"}],
            }
        ],
        "offers": [
            {"id": "o1", "adult": "asked", "concepts": ["sewing"], "notice": 7},
            {"id": "o2", "adult": "fresh", "concepts": ["sewing"], "notice": 7},
        ],
        "needs": [
            {
                "id": "n1",
                "title": "Leren naaien",
                "date": "2026-09-15",
                "start": "09:00",
                "end": "10:00",
                "places": [{"id": "p1", "concept": "sewing"}],
            },
            {
                "id": "n2",
                "title": "Meubels maken",
                "date": "2026-09-03",
                "places": [{"id": "p1", "concept": "making", "count": 2}],
            },
        ],
        "asks": [{"id": "q1", "adult": "asked", "date": "2026-08-25", "state": "done"}],
    }
