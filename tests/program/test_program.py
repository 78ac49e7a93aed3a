"""The `schakel` program, run as people run it. SCHAKEL_PROGRAM is where it was built."""

import datetime
import json
import os
import pathlib
import pty
import re
import subprocess
from html.parser import HTMLParser

import pytest

PROGRAM = os.environ.get("SCHAKEL_PROGRAM", "schakel")

HARD = (
    "Conform de vigerende regelgeving dient de absentie van uw zoon of dochter, teneinde de registratie te "
    "kunnen waarborgen, door de verzorgers voorafgaand aan de aanvang van de lessen te worden gemeld, aangezien "
    "anderszins ongeoorloofd verzuim wordt geconstateerd hetgeen onwenselijke consequenties met zich meebrengt.\n"
)
EASY = "Hallo ouders. Morgen is er een feest. Het feest is op school. Kom je ook?\n"


def run(*arguments, stdin=b"", env=None, cwd=None):
    if isinstance(stdin, str):
        stdin = stdin.encode()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    environment.update(env or {})
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        input=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=cwd,
        timeout=60,
    )


def is_refused(result, *words):
    """Wrong usage or input: exit status 2, nothing on standard output, one line that names what is wrong."""
    message = result.stderr.decode()
    assert result.returncode == 2, message
    assert result.stdout == b""
    assert message.startswith("schakel: ") and message.count("\n") == 1 and message.endswith("\n"), message
    for word in words:
        assert word in message


def school(places=1, offers=True, **more):
    document = {
        "schakel": 1,
        "school": {"id": "s", "name": "De <Brug>", "stage": "po", "year_start": "2026-08-24", "year_end": "2027-07-16"},
        "concepts": [{"id": "reading", "nl": "voorlezen", "en": "reading aloud"}],
        "adults": [
            {"id": f"a{i}", "name": f"Ouder {i}", "languages": [{"tag": "nl", "speaking": "C1", "reading": "C1"}]}
            for i in range(6)
        ],
        "children": [
            {"id": "c", "ties": [{"adult": f"a{i}", "kind": "mother" if i < 3 else "father"} for i in range(6)]}
        ],
        "needs": [
            {
                "id": "n",
                "title": "Voorlezen in groep 3",
                "date": "2026-11-20",
                "start": "08:30",
                "end": "09:15",
                "places": [{"id": "p", "concept": "reading", "count": places}],
            }
        ],
    }
    if offers:
        document["offers"] = [{"id": f"o{i}", "adult": f"a{i}", "concepts": ["reading"], "notice": 14} for i in range(2)]
    document.update(more)
    return document


@pytest.fixture
def write(tmp_path):
    def write_file(name, content):
        path = tmp_path / name
        if isinstance(content, dict):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


# ---------------------------------------------------------------------- times

EVENING, MORNING, SATURDAY = "2026-10-06/19:30-21:00", "2026-10-07/08:30-09:30", "2026-10-10/10:00-12:00"


def shifts():
    """One mother can come in the evening, one in the morning; a father only on Saturday."""
    weekdays = ["mon", "tue", "wed", "thu", "fri"]
    evening = {"days": weekdays, "start": "17:00", "end": "23:00"}
    morning = {"days": weekdays, "start": "07:00", "end": "13:00"}
    return school(
        needs=[],
        offers=False,
        groups=[{"id": "g1"}, {"id": "g2"}],
        adults=[
            {"id": "eve", "name": "Eva Avondrood", "windows": [evening]},
            {"id": "mor", "windows": [morning]},
            {"id": "sat", "windows": [{"days": ["sat"], "start": "09:00", "end": "17:00"}]},
        ],
        children=[
            {"id": "c1", "group": "g1", "ties": [{"adult": "eve", "kind": "mother"}, {"adult": "sat", "kind": "father"}]},
            {"id": "c2", "group": "g2", "ties": [{"adult": "mor", "kind": "mother"}]},
        ],
        activities=[
            {"id": "a", "kind": "parents_evening", "title": "Wensavond", "why": "Samen", "date": "2026-10-06",
             "start": "19:30", "end": "21:00"}
        ],
    )  # fmt: skip


def times(write, *arguments, **more):
    return run("times", "--today", "2026-09-01", *arguments, write("school.json", shifts()), **more)


def test_times_of_one_moment_names_whom_it_shuts_out(write):
    result = times(write, "--activity", "a")
    assert result.returncode == 1 and result.stderr == b""
    lines = result.stdout.decode().splitlines()
    assert lines[0] == "Wensavond" and "Wie kan dan niet?" in lines
    assert lines[-2:] == ["  - mor", "  - sat"]


def test_times_of_several_moments_and_a_spread(write):
    result = times(write, "--slot", EVENING, f"--slot={MORNING}", "--slot", SATURDAY, "--spread", "all", "--lang", "en")
    assert result.returncode == 0 and result.stderr == b""
    text = result.stdout.decode()
    assert "Choose these moments" in text and text.count("for the first time") == 3
    assert "Can come at least once: 3 of 3 people.\nFewer moments cannot do that.\n" in text


def test_times_in_json(write):
    slots = ["--slot", EVENING, "--slot", MORNING, "--slot", SATURDAY]
    result = times(write, *slots, "--format", "json", "--spread", "2", "--each", "families")
    assert result.returncode == 0
    found = json.loads(result.stdout)
    assert list(found) == ["people", "moments", "spread"]
    assert found["people"] == {"families": 2, "adults": 3, "mothers": 2, "fathers": 1, "unknown": 0}
    assert [moment["slot"] for moment in found["moments"]] == [0, 1, 2]
    assert found["moments"][0]["shut_out"] == ["mor", "sat"]
    assert [moment["slot"] for moment in found["spread"]["moments"]] == [0, 1]
    assert found["spread"]["proof"] == {"people": 2, "reached": 2, "bound": 2, "fewest": 0, "optimal": True}
    assert result.stdout.decode() == json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def test_times_without_a_spread_has_null(write):
    result = times(write, "--slot", EVENING, "--group", "g1", "--group", "g2", "--format", "json")
    assert result.returncode == 1 and json.loads(result.stdout)["spread"] is None
    only = times(write, "--slot", MORNING, "--group", "g2", "--format", "json")
    assert only.returncode == 0 and json.loads(only.stdout)["people"]["adults"] == 1
    assert times(write, "--slot", MORNING, *["--group", "g2"] * 1001, "--format", "json").stdout == only.stdout


@pytest.mark.parametrize(
    "arguments, words",
    [
        ([], ["--slot", "expected a moment"]),
        (["--slot", "6 oktober"], ["--slot", "6 oktober", "2026-10-06/19:30-21:00"]),
        (["--slot", "2026-02-30/19:30-21:00"], ["2026-02-30"]),
        (["--slot", "2026-10-06/21:00-19:30"], ["a later end"]),
        (["--slot", "2026-10-06/19:30-21:00 uur"], ["21:00 uur"]),
        (["--slot", EVENING] * 257, ["--slot", "256"]),
        (["--activity", "x"], ["--activity", '"x"']),
        (["--activity", "a", "--group", "g1"], ["--group", "none"]),
        (["--slot", EVENING, "--group", "g1", "--group", "x"], ["--group", '"x"']),
        (["--slot", EVENING, "--spread", "0"], ["--spread", "from 1 to 256, or all"]),
        (["--slot", EVENING, "--spread", "257"], ["--spread"]),
        (["--slot", EVENING, "--spread", "-"], ["--spread"]),
        (["--slot", EVENING, "--each", "child"], ["--each", "adults or families"]),
    ],
)
def test_times_refuses_what_is_wrong(write, arguments, words):
    is_refused(times(write, *arguments), *words)


# ----------------------------------------------------------------- understand


def test_understand_says_what_is_offered_and_what_is_not():
    result = run("understand", "Ik ben kapper en spreek Turks,", "maar liever niet rijden")
    assert result.returncode == 0 and result.stderr == b""
    lines = result.stdout.decode().splitlines()
    assert lines[0] == "Aanbod" and lines[1].startswith("  kapper ") and "“kapper”" in lines[1]
    assert lines.index("Aanbod") < lines.index("Liever niet") < lines.index("Talen")
    assert any("“rijden”" in line for line in lines[lines.index("Liever niet") :])
    assert lines[-1] == "  Turks (tr)"


def test_understand_in_english_and_from_standard_input():
    result = run("understand", "--lang", "en", "-", stdin="Ik ben kapper. Ik spreek geen Turks.")
    lines = result.stdout.decode().splitlines()
    assert lines[0] == "Offers" and lines[1].startswith("  hairdresser ")
    assert lines[-1] == "  not Turks (tr)"


def test_understand_in_json():
    result = run("understand", "--format", "json", stdin="Ik ben kapper")
    found = json.loads(result.stdout)
    assert list(found) == ["concepts", "languages"] and found["languages"] == []
    first = found["concepts"][0]
    assert list(first) == ["concept", "nl", "en", "score", "excluded", "evidence"]
    assert first["concept"] == "schakel:hairdresser" and first["excluded"] is False
    assert first["evidence"][0]["start"] == 7 and first["evidence"][0]["end"] == 13


def test_understand_ends_with_1_when_nothing_is_recognised():
    result = run("understand", "Hallo!")
    assert result.returncode == 1 and result.stdout.decode().startswith("Hier is niets in herkend")


def test_understand_knows_the_concepts_of_a_school(write):
    document = school(concepts=[{"id": "reading", "nl": "voorlezen"}, {"id": "zwoffels", "nl": "zwoffels plooien"}])
    path = write("school.json", document)
    result = run("understand", "--school", path, "--format", "json", "Ik plooi zwoffels")
    assert json.loads(result.stdout)["concepts"][0]["concept"] == "zwoffels"
    is_refused(run("understand", "--school", "-", stdin=json.dumps(document)), "standard input")
    is_refused(run("understand", "--school", write("wrong.json", "{}"), "kapper"), "wrong.json")
    is_refused(run("understand", stdin=b"kapper \xff"), "UTF-8")


# ---------------------------------------------------------------------- usage


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["match", "--help"], ["reach", "-h"],
                                       ["validate", "--help"], ["check", "--lines", "--help"], ["cycle", "--help"],
                                       ["agenda", "--help"], ["view", "-h"], ["understand", "--help"], ["buddies", "--help"],
                                       ["balance", "--help"], ["survey", "--help"]])
def test_help_is_answered_with_an_example(arguments):
    result = run(*arguments)
    assert result.returncode == 0 and result.stderr == b""
    text = result.stdout.decode()
    assert text.startswith("Usage: schakel ") and "Example" in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_version_is_that_of_the_library():
    result = run("--version")
    assert result.returncode == 0
    assert re.fullmatch(r"schakel \d+\.\d+\.\d+\n", result.stdout.decode())


@pytest.mark.parametrize(
    "arguments, words",
    [
        ([], ["subcommand is missing", "schakel --help"]),
        (["chekc"], ['"chekc"', 'is "check" meant?']),
        (["zwemmen"], ['"zwemmen"', "schakel --help"]),
        (["x" * 5000], ["schakel --help"]),
        (["check", "--formt", "json"], ['"--formt"', '"--format"', "schakel check --help"]),
        (["check", "--line"], ['"--lines"']),
        (["check", "-x"], ['"-x"', "schakel check --help"]),
        (["check", "--" + "y" * 5000], ["schakel check --help"]),
        (["check", "--format", "xml"], ['"xml"', "text, json or html"]),
        (["check", "--format"], ["--format needs a value"]),
        (["check", "--lines=yes"], ["--lines takes no value"]),
        (["check", "--target", "C2"], ['"C2"', "A1, A2, B1, B2 or C1"]),
        (["check", "--target="], ['""']),
        (["check", "--lang=fr"], ['"fr"', "nl or en"]),
        (["check", "--lines", "--format", "html"], ["one text"]),
        (["check", "--format", "html", "a", "b"], ["one text"]),
        (["check", "--style"], ["--style needs a value"]),
        (["check", "--stile", "x"], ['"--style"']),
        (["check", "--style", "-"], ["standard input", "house style"]),
        (["check", "--style", "-", "a", "-"], ["standard input", "house style"]),
        (["match", "--format", "xml"], ['"xml"', "text, json or html"]),
        (["match", "--repair"], ["--repair needs a value"]),
        (["match", "--calendar=yes"], ["--calendar takes no value"]),
        (["match", "--calender"], ['"--calendar"']),
        (["match", "--today", "2026-02-30"], ['"2026-02-30"', "2026-09-01"]),
        (["reach", "--today=tomorrow"], ['"tomorrow"']),
        (["match", "a.json", "b.json"], ['"b.json"', "one too many"]),
        (["validate", "--format", "json"], ['"--format"', "schakel validate --help"]),
        (["cycle", "--format", "html"], ['"html"', "text or json"]),
        (["cycle", "--chidl", "c"], ['"--chidl"', '"--child"']),
        (["view", "--for", "fun"], ['"fun"', "organise, dialogue or care"]),
        (["viw"], ['is "view" meant?']),
    ],
)
def test_wrong_usage_says_what_was_expected(arguments, words):
    is_refused(run(*arguments), *words)


# ---------------------------------------------------------------------- input


@pytest.mark.parametrize("subcommand", ["check", "match", "cycle", "agenda", "view", "reach", "validate", "buddies",
                                        "balance", "survey"])
def test_a_file_that_cannot_be_read_is_named(subcommand, tmp_path):
    is_refused(run(subcommand, tmp_path / "nothing.txt"), "nothing.txt", "cannot be read", "No such file")
    is_refused(run(subcommand, tmp_path), str(tmp_path), "cannot be read")


def test_text_that_is_not_utf8_is_named_with_its_place(write):
    path = write("bad.txt", b"Goed.\nNiet \xff goed.\n")
    is_refused(run("check", path), "bad.txt:2:6:")
    is_refused(run("check", "--lines", "--format", "json", path), "bad.txt:2:6:")
    is_refused(run("check", stdin=b"\xc3"), "(standard input):1:1:")


def test_a_bad_text_among_good_ones_leaves_standard_output_empty(write):
    is_refused(run("check", write("good.txt", EASY), write("bad.txt", b"\xff")), "bad.txt:1:1:")


@pytest.mark.parametrize(
    "content, words",
    [
        ("", []),
        ("{", []),
        ("[]", []),
        (json.dumps(school())[:-1] + ', "adults": []}', ["adults"]),
        (school(teachers=[]), ["teachers"]),
        (school(needs=[{"id": "n", "date": "2026-02-30", "places": []}]), ["/needs/0/date", "2026-02-30"]),
        (b'{"schakel": 1, "school": "\xff"}', [":1:27:"]),
    ],
    ids=["empty", "cut off", "array", "twice", "unknown member", "no such date", "not UTF-8"],
)
@pytest.mark.parametrize("subcommand", ["match", "reach", "validate"])
def test_a_wrong_document_is_named_with_its_place(subcommand, content, words, write):
    is_refused(run(subcommand, write("school.json", content)), "school.json", *words)


def test_a_text_is_no_school():
    is_refused(run("match", "--today", "2026-09-01", stdin=EASY), "(standard input)")


# ---------------------------------------------------------------------- check


@pytest.mark.parametrize("arguments", [[], ["-"], ["--", "-"]])
def test_standard_input_is_read(arguments):
    result = run("check", *arguments, stdin=HARD)
    assert result.returncode == 1
    assert "Conform" in result.stdout.decode()


def test_the_exit_status_tells_whether_the_target_is_met():
    assert run("check", stdin=HARD).returncode == 1
    assert run("check", "--target", "A2", stdin=HARD).returncode == 1
    assert run("check", stdin="").returncode == 0
    assert run("check", "--target", "c1", stdin=EASY).returncode == 0


def test_an_option_is_written_with_a_space_or_an_equals_sign():
    spaced = run("check", "--format", "json", "--target", "B1", stdin=EASY)
    joined = run("check", "--format=json", "--target=B1", stdin=EASY)
    assert spaced.stdout == joined.stdout and spaced.returncode == joined.returncode


def test_a_text_is_one_line_of_json(write):
    path = write("brief.txt", HARD + "\n" + EASY)
    result = run("check", "--format", "json", path, "-", stdin=EASY)
    lines = result.stdout.decode().splitlines()
    assert len(lines) == 2 and result.stdout.endswith(b"\n")
    first, second = map(json.loads, lines)
    assert first["file"] == str(path) and second["file"] is None
    assert set(first) >= {"difficulty", "level", "confidence", "meets_target", "metrics", "findings"}
    assert first["language"] == "nl" and {"name", "points", "text"} == set(first["reasons"][0])
    assert first["meets_target"] is False and first["findings"]
    content = path.read_bytes()
    for finding in first["findings"]:
        assert 0 <= finding["start"] <= finding["end"] <= len(content)


@pytest.mark.parametrize(
    "text, count",
    [
        ("", 0),
        ("\n", 1),
        ("Dag.", 1),
        ("Dag.\n", 1),
        ("Dag.\n\n", 2),
        ("\n\nDag.", 3),
        ("Dag.\r\n\r\nHallo.\r\n", 3),
        ("Dag.\n" * 1000, 1000),
    ],
)
def test_with_lines_every_line_is_a_text(text, count):
    result = run("check", "--lines", "--format", "json", stdin=text)
    rows = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert len(rows) == count
    assert result.returncode in (0, 1)


def test_with_lines_an_empty_line_has_no_words_and_no_carriage_return():
    rows = run("check", "--lines", "--format", "json", stdin="\r\nDag.\r\n").stdout.decode().splitlines()
    first, second = map(json.loads, rows)
    assert first["metrics"]["words"] == first["metrics"]["bytes"] == 0 and first["meets_target"] is True
    assert second["metrics"]["bytes"] == 4


def test_with_lines_places_are_those_in_the_file(write):
    path = write("brief.txt", EASY + "\n" + HARD)
    result = run("check", "--lines", path)
    assert f"{path}:3:1: " in result.stdout.decode()


def test_text_shows_the_place_and_a_summary(write):
    path = write("brief.txt", HARD)
    result = run("check", path)
    text = result.stdout.decode()
    assert re.search(re.escape(str(path)) + r":1:\d+: (tip|let op|fout) \[[a-z-]+\]\n", text)
    assert re.search(r"^ 1 \| .*Conform.*\n   \| +?\^", text, re.M) or re.search(r"^ 1 \| .*\n   \| *\^~*", text, re.M)
    assert f"{path}: te moeilijk voor niveau A2" in text
    assert "\x1b" not in text
    assert "too hard for level A2" in run("check", "--lang", "en", path).stdout.decode()


def test_several_texts_are_parted_by_an_empty_line(write):
    result = run("check", write("a.txt", ""), write("b.txt", ""))
    first, second = result.stdout.decode().split("\n\n")
    assert "a.txt" in first and "b.txt" in second


def test_html_is_one_page_that_fetches_nothing(write):
    path = write("brief<1>.txt", "<script>alert(1)</script> " + HARD)
    page = run("check", "--format", "html", path).stdout.decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">') and page.endswith("</html>\n")
    assert "<script" not in page and "&lt;script&gt;" in page and "brief&lt;1&gt;.txt" in page
    assert "http" not in page and "url(" not in page and "@import" not in page
    assert "<mark" in page and "<svg" in page and 'aria-label="' in page


class Outline(HTMLParser):
    """What a page consists of: headings, ids, links within it, languages, and whether elements nest."""

    def __init__(self, page):
        super().__init__()
        self.headings, self.ids, self.links, self.languages, self.open = [], [], [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.headings += [int(tag[1])] if re.fullmatch(r"h\d", tag) else []
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []
        self.languages += [attributes["lang"]] if "lang" in attributes else []
        assert not {"src", "onclick", "style"} & set(attributes)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in {"rect", "path"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


LETTERS = sorted((pathlib.Path(__file__).parents[2] / "examples" / "data" / "letters").glob("*.md"))


def test_a_page_is_called_after_the_file_not_the_folder(write):
    path = write("brief.txt", EASY)
    assert "<title>brief.txt</title>" in run("check", "--format", "html", path).stdout.decode()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_page_is_well_formed_and_its_links_lead_somewhere(path, language):
    outline = Outline(run("check", "--format", "html", "--lang", language, path).stdout.decode())
    assert outline.headings[0] == 1 and set(outline.headings[1:]) == {2}
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link[1:] for link in outline.links} <= set(outline.ids) and all(link[0] == "#" for link in outline.links)
    assert outline.languages[0] == language and set(outline.languages) <= {"nl", language}


def test_a_page_says_what_to_do_first(write):
    page = run("check", "--format", "html", write("brief.txt", HARD)).stdout.decode()
    steps = re.search(r'<section class="steps">(.*?)</section>', page, re.DOTALL).group(1)
    assert 1 <= steps.count("<li>") <= 3 and "Wat doet u eerst?" in steps
    assert re.search(r'plek(ken)?.* <a href="#p\d+">', steps)
    assert "Wat doet u eerst?" not in run("check", "--format", "html", stdin="").stdout.decode()


def test_a_page_of_another_language_shows_no_level(write):
    english = "Dear parents, the school is closed on Friday because of the weather.\n"
    page = run("check", "--format", "html", stdin=english).stdout.decode()
    assert "Niet" not in page and "niet beoordeeld: deze tekst is in het Engels" in page
    assert "<svg" not in page and "Wat doet u eerst?" not in page and '<div class="text" lang="en"' in page


STYLE = "# Onze school\nword\tkanjertraining\tA2\nreplace\tkernteam\tde leraren\nrule\tunclear-time\toff\n"


def test_a_house_style_is_followed(write):
    style, text = write("huisstijl.tsv", STYLE), "Het kernteam geeft om half 8 kanjertraining.\n"
    found = json.loads(run("check", "--format", "json", "--style", style, stdin=text).stdout)["findings"]
    assert [(f["rule"], f["suggestions"]) for f in found] == [("formal-wording", ["de leraren"])]
    path = write("brief.txt", text)
    assert json.loads(run("check", "--format", "json", "--style", "-", path, stdin=STYLE).stdout)["findings"] == found
    without = json.loads(run("check", "--format", "json", path).stdout)["findings"]
    assert "unclear-time" in {f["rule"] for f in without} and len(without) > len(found)


def test_the_sample_house_style_is_read():
    style = LETTERS[0].parent.parent / "huisstijl.tsv"
    found = json.loads(run("check", "--format", "json", "--style", style, stdin="De ouderkamer. De kanjerles.").stdout)
    assert [f["rule"] for f in found["findings"]] == ["school-term"]


@pytest.mark.parametrize(
    "line, words",
    [
        ("kanjertraining\tA2", ["word, replace, term or rule"]),
        ("word\tkanjertraining\tZ9", ["kanjertraining", "A1 to C1"]),
        ("rule\tguilt\tno", ["on or off", "no"]),
        ("rule\tshame\toff", ["shame"]),
        (b"word\tkanj\xffer\tA2", ["UTF-8"]),
    ],
)
def test_a_wrong_house_style_is_named_with_its_line(line, words, write):
    line = line if isinstance(line, bytes) else line.encode()
    style = write("huisstijl.tsv", STYLE.encode() + line + b"\nword\tb\tA2\n")
    is_refused(run("check", "--style", style, stdin=EASY), "huisstijl.tsv:5:", *words)


def test_a_house_style_that_cannot_be_read_is_named(tmp_path):
    is_refused(run("check", "--style", tmp_path / "nothing.tsv", stdin=EASY), "nothing.tsv", "No such file")


def test_another_language_is_said_and_not_judged():
    english = "Dear parents, the school is closed on Friday because of the weather.\n"
    result = run("check", stdin=english)
    assert result.returncode == 1 and "Engels" in result.stdout.decode()
    assert "English" in run("check", "--lang", "en", stdin=english).stdout.decode()
    found = json.loads(run("check", "--format", "json", stdin=english).stdout)
    assert (found["language"], found["level"], found["reasons"]) == ("en", "unknown", [])


def on_a_terminal(arguments, env):
    """Run with a terminal as standard output; returns what it showed."""
    ours, theirs = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    environment.update({"TERM": "xterm", **env})
    process = subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=theirs, stderr=subprocess.DEVNULL,
                               env=environment)
    os.close(theirs)
    process.stdin.write(HARD.encode())
    process.stdin.close()
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux's way of saying that the other end is closed
            break
        if not part:
            break
        shown += part
    process.wait(60)
    os.close(ours)
    return shown


def test_colour_on_a_terminal_unless_no_color_is_set():
    assert b"\x1b[" in on_a_terminal(["check"], {})
    assert b"\x1b[" in on_a_terminal(["check"], {"NO_COLOR": ""})
    assert b"\x1b[" not in on_a_terminal(["check"], {"NO_COLOR": "1"})
    assert b"\x1b[" not in on_a_terminal(["check"], {"TERM": "dumb"})
    assert b"\x1b[" not in on_a_terminal(["check", "--format", "json"], {})


# -------------------------------------------------------- buddies and balance


def newcomers(**more):
    """Nora is new and speaks Tigrinya; a0 has been here for years and helps newcomers in it."""
    tigrinya = [{"tag": "ti", "speaking": "C1"}]
    document = school(offers=False)
    document["adults"][0].update(since="2020-08-24", languages=tigrinya)
    document["adults"].append({"id": "nora", "name": "Nora Dauwkruid", "since": "2026-08-24", "languages": tigrinya})
    document["children"].append({"id": "d", "ties": [{"adult": "nora", "kind": "mother"}]})
    document["offers"] = [{"id": "o", "adult": "a0", "concepts": ["schakel:help-welcome"]}]
    document.update(more)
    return document


def test_buddies_says_whom_to_ask(write):
    path = write("school.json", newcomers())
    result = run("buddies", "--today", "2026-09-01", path)
    assert result.returncode == 0 and result.stderr == b""
    assert "  - Nora Dauwkruid: vraag Ouder 0 (Tigrinya)\n" in result.stdout.decode()
    pairs = json.loads(run("buddies", "--today", "2026-09-01", "--format", "json", path).stdout)["pairs"]
    assert [(p["newcomer"], p["buddy"], p["fit"]) for p in pairs] == [("nora", "a0", 400)]


def test_buddies_ends_with_1_when_a_newcomer_has_nobody(write):
    result = run("buddies", "--today", "2026-09-01", "--lang", "en", write("school.json", newcomers(offers=[])))
    assert result.returncode == 1
    assert result.stdout.decode().startswith("Who is still without a buddy?\nNobody offers this now. ")
    assert result.stdout.decode().endswith(" want to help.\n  - Nora Dauwkruid (Tigrinya)\n")
    later = run("buddies", "--today", "2027-09-01", write("school.json", newcomers(offers=[])))
    assert later.returncode == 0 and later.stdout.decode() == "Geen nieuwe ouder zoekt nog een maatje.\n"


def days_until_september(since):
    return (datetime.date(2026, 9, 1) - datetime.date.fromisoformat(since)).days


@pytest.mark.parametrize("option, since, changes", [
    ("--newcomer-days", "2026-08-24", 1),  # Nora is new up to the day on which she is here so long
    ("--experience-days", "2020-08-24", 0),  # a0 is experienced from that day
])
def test_buddies_takes_who_is_new_and_who_experienced_from_its_options(write, option, since, changes):
    path = write("school.json", newcomers())
    limit = days_until_september(since)
    for days, is_helped in [(limit, not changes), (limit + 1, changes)]:
        made = run("buddies", option, str(days), "--today", "2026-09-01", "--format", "json", path)
        pairs = json.loads(made.stdout)["pairs"]
        assert [pair["newcomer"] for pair in pairs if pair["buddy"]] == ["nora"] * is_helped, days
        assert made.returncode == any(pair["buddy"] is None for pair in pairs)


def test_buddies_gives_each_no_more_newcomers_than_its_option_says(write):
    document = newcomers()
    document["adults"] += [dict(document["adults"][-1], id=id) for id in ["odd", "pia"]]
    document["children"] += [{"id": id, "ties": [{"adult": id, "kind": "mother"}]} for id in ["odd", "pia"]]
    path = write("school.json", document)
    for option, helped in [(["--each", "1"], 1), ([], 2), (["--each=3"], 3)]:
        made = run("buddies", *option, "--today", "2026-09-01", "--format", "json", path)
        assert sum(pair["buddy"] == "a0" for pair in json.loads(made.stdout)["pairs"]) == helped


@pytest.mark.parametrize("option, values, words", [
    ("--each", ["0", "101", "many"], "1 to 100"),
    ("--newcomer-days", ["0", "3651", ""], "1 to 3650"),
    ("--experience-days", ["0", "3651", "-3"], "1 to 3650"),
])
def test_buddies_names_the_option_that_is_out_of_range(write, option, values, words):
    path = write("school.json", newcomers())
    for value in values:
        is_refused(run("buddies", f"{option}={value}", path), f"{option}: ", words)


def test_balance_says_who_is_asked_too_often_and_who_never(write):
    document = school()
    document["adults"][2]["cap"] = 1
    document["asks"] = [
        {"id": f"k{i}", "adult": "a2", "date": day, "state": "yes"} for i, day in enumerate(["2026-09-01", "2026-12-01"])
    ]
    path = write("school.json", document)
    result = run("balance", "--today", "2026-12-01", path)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 1 and result.stderr == b""
    assert lines[:2] == ["Te vaak gevraagd", "  - Ouder 2: 2 keer gevraagd, wil hoogstens 1 keer"]
    assert lines[-2:] == ["  - Ouder 0: voorlezen", "  - Ouder 1: voorlezen"]
    # The day before, and before the school year, the second ask does not count.
    for today in ["2026-11-30", "2020-01-01"]:
        found = run("balance", "--today", today, "--format", "json", path)
        assert found.returncode == 0
        assert [row["kind"] for row in json.loads(found.stdout)["adults"]] == ["never", "never"]
    assert run("balance", "--today", "2030-01-01", path).returncode == 1
    # From the day after the first ask, one is left; from a day before the school year, both are there.
    for first, status in [("2026-09-02", 0), ("2026-09-01", 1), ("2020-01-01", 1)]:
        assert run("balance", "--from", first, "--today", "2026-12-01", path).returncode == status
    # No day counts after the end of the school year, or before the first.
    year_end = document["school"]["year_end"]
    is_refused(run("balance", "--from", "2029-01-01", "--today", "2030-01-01", path), f"the last day that counts is {year_end}")
    is_refused(run("balance", "--from", "2026-02-30", path), '--from is "2026-02-30"')


# ------------------------------------------------------ cycle, agenda and view


def talking():
    """A school in which a talk was held, something was agreed, and a wish waits."""
    return school(
        staff=[{"id": "juf", "name": "Els Waterlelie", "role": "counsellor"}],
        wishes=[{"id": "w", "kind": "wish", "date": "2026-09-01", "text": "Meer groen."}],
        talks=[{"id": "t", "kind": "introductory_talk", "child": "c", "date": "2026-09-03", "state": "held",
                "staff": ["juf"], "adults": ["a0"]}],
        agreements=[{"id": "k", "child": "c", "talk": "t", "text": "Samen lezen.", "by_adult": "a0",
                     "date": "2026-09-03", "due": "2026-10-01"}],
    )


def test_cycle_says_what_is_due_and_what_comes_back(write):
    path = write("school.json", talking())
    result = run("cycle", "--child", "c", "--today", "2027-02-01", path)
    text = result.stdout.decode()
    assert result.returncode == 1, result.stderr  # a talk must be planned
    assert "Startgesprek: geweest, donderdag 3 september 2026\n" in text
    assert "Voortgangsgesprek: te plannen, van 18 januari 2027 tot en met 7 maart 2027\n" in text
    assert "      - Ouder 0: Samen lezen.\n" in text and "Wat gaat goed?" in text
    rows = json.loads(run("cycle", "--today", "2027-02-01", "--format", "json", path).stdout)["rows"]
    assert [row["due"] for row in rows] == ["done", "due", "later"]
    is_refused(run("cycle", "--child", "z", path), "--child", '"z"')
    early = run("cycle", "--today", "2026-09-10", "--lang", "en", path)
    assert early.returncode == 0 and b"done, Thursday 3 September 2026" in early.stdout


def test_agenda_says_what_asks_for_care(write):
    path = write("school.json", talking())
    result = run("agenda", "--today", "2026-09-10", path)
    text = result.stdout.decode()
    assert result.returncode == 1, result.stderr
    assert "Het is tijd voor deze afspraak. Is het gelukt?\n  - 1 oktober 2026: Ouder 0: Samen lezen." in text
    assert "Er is nog geen antwoord op deze wens." in text
    items = json.loads(run("agenda", "--today=2026-09-10", "--days=7", "--format=json", path).stdout)["items"]
    assert [item["kind"] for item in items] == ["wish"]
    quiet = run("agenda", "--today", "2026-08-25", write("quiet.json", school()))
    assert quiet.returncode == 0 and "Er staat niets op de agenda." in quiet.stdout.decode()
    due = run("agenda", "--today", "2026-09-10", write("quiet.json", school())).stdout.decode()
    assert "  - c: Startgesprek, uiterlijk zondag 4 oktober 2026\n" in due
    is_refused(run("agenda", "--days", "1000", path), "--days", "366")
    is_refused(run("agenda", "--days", "soon", path), "--days", "366")


def test_view_is_a_school_that_holds_no_more_than_may_be_seen(write):
    document = talking()
    document["adults"].append({"id": "vreemd", "name": "Vreemde Vogel"})
    path = write("school.json", document)
    mother = run("view", "--as", "a0", "--today", "2026-09-10", "--format", "json", path)
    seen = json.loads(mother.stdout)
    assert mother.returncode == 0 and [talk["id"] for talk in seen["talks"]] == ["t"]
    assert "vreemd" not in mother.stdout.decode() and "wishes" not in seen
    again = run("cycle", "--today", "2026-09-10", "-", stdin=mother.stdout)
    assert again.returncode == 0, again.stderr
    text = run("view", "--as", "vreemd", "--today", "2026-09-10", path).stdout.decode()
    assert text.startswith("Dit mag Vreemde Vogel zien om te praten over hoe het gaat\n")
    assert "Ouder 0" not in text and "Samen lezen" not in text
    care = run("view", "--as", "staff:juf", "--for", "care", "--lang", "en", "--today", "2026-09-10", path)
    assert b"Samen lezen." in care.stdout and b"What Els Waterlelie may see" in care.stdout
    is_refused(run("view", path), "--as")
    is_refused(run("view", "--as", "niemand", path), "niemand")
    document["staff"].append({"id": "a0"})
    is_refused(run("view", "--as", "a0", write("twice.json", document)), "adult:ID")


# ---------------------------------------------------------- invite and readers


def inviting():
    """A school with an evening; of its six parents one hardly reads and one can only come in the morning."""
    document = school(
        groups=[{"id": "g"}],
        activities=[{"id": "avond", "title": "Samen lezen", "kind": "parents_evening", "why": "Lezen",
                     "date": "2026-10-06", "start": "19:30", "end": "21:00"}],
    )
    document["adults"][0]["languages"] = [{"tag": "nl", "speaking": "A1", "reading": "none"},
                                          {"tag": "tr", "speaking": "C2"}]
    document["adults"][1]["windows"] = [{"days": ["tue"], "start": "08:00", "end": "12:00"}]
    return document


def test_invite_says_whom_to_invite_how_and_when(write):
    path, letter = write("school.json", inviting()), write("brief.txt", "# Avond\n\nKom op dinsdag 6 oktober 2026.\n")
    result = run("invite", "--activity", "avond", "--today", "2026-09-01", "--text", letter, path)
    text = result.stdout.decode()
    assert result.returncode == 1, result.stderr  # it answers no wish
    assert text.startswith("Samen lezen\nWanneer: dinsdag 6 oktober 2026, 19:30 tot 21:00 uur\n"
                           "Nodig uiterlijk op dinsdag 15 september 2026 uit.\n")
    assert "  - Deze activiteit hoort nog niet bij een wens" in text
    assert "Praat met deze mensen op school (1)\n  Ouder 0 (c): kan de tekst niet lezen, Turks\n" in text
    assert "  Ouder 1 (c): kan niet komen\n" in text
    assert "Turks (\u2068Türkçe\u2069), 1 persoon\n    \u2068" in text

    slots = ["--slot", "2026-10-07/09:00-10:00", "--slot=2026-10-06/09:00-10:00"]
    made = run("invite", "--activity", "avond", "--today", "2026-09-01", "--notice", "7", "--format", "json", *slots, path)
    invitation = json.loads(made.stdout)
    assert invitation["slot"] == {"date": "2026-10-06", "start": "09:00", "end": "10:00"}
    assert invitation["invite_by"] == "2026-09-29" and len(invitation["invitees"]) == 6
    assert invitation["invitees"][0]["reach"]["channel"] == "in_person"
    channels = ["--channel", "visit", "--channel=MAIL"]
    made = run("invite", "--activity", "avond", "--today", "2026-09-01", *channels, "--format", "json", path)
    reaches = [invitee["reach"] for invitee in json.loads(made.stdout)["invitees"]]
    assert [reach["channel"] for reach in reaches] == ["visit"] + ["mail"] * 5
    assert reaches[0]["second"] == "mail" and reaches[1]["second"] == "visit"


def test_an_invitation_with_nothing_to_see_to_is_fine(write):
    document = inviting()
    document["wishes"] = [{"id": "w", "kind": "wish", "date": "2026-08-25", "text": "Samen lezen"}]
    document["activities"][0]["wishes"] = ["w"]
    result = run("invite", "--activity", "avond", "--today", "2026-09-01", "--lang", "en", write("school.json", document))
    assert result.returncode == 0, result.stdout
    assert b"Invite no later than Tuesday 15 September 2026.\n" in result.stdout


def test_what_invite_cannot_do_is_named(write):
    path = write("school.json", inviting())
    is_refused(run("invite", path), "--activity")
    is_refused(run("invite", "--activity", "feest", path), "--activity", '"feest"')
    is_refused(run("invite", "--activity", "avond", "--notice", "400", path), "--notice", "366")
    is_refused(run("invite", "--activity", "avond", "--slot", "2026-10-06", path), "--slot", "2026-10-06/19:30-21:00")
    is_refused(run("invite", "--activity", "avond", "--text", path.parent / "weg.txt", path), "weg.txt")
    is_refused(run("invite", "--activity", "avond", "--text", write("raar.txt", b"\xff"), path), "raar.txt:1:1")
    for text in ["Dear parents, please come to our school next week.", ""]:
        other = write("other.txt", text)
        judged = run("invite", "--activity", "avond", "--today", "2026-09-01", "--text", other, path)
        is_refused(judged, "other.txt: ", "Dutch", "--text")
    late = ["invite", "--activity", "avond", "--today", "2026-10-07", path]
    is_refused(run(*late), "--activity: ", "2026-10-07", "found 2026-10-06")
    is_refused(run(*late, "--slot", "2026-10-06/19:30-21:00"), "--slot: ", "2026-10-07", "found 2026-10-06")
    is_refused(run("invite", "--activity", "avond", "--text", "-", "-", stdin=json.dumps(inviting())), "both the letter")


def test_readers_says_who_cannot_read_a_letter(write):
    path = write("school.json", inviting())
    result = run("readers", "--level", "a2", "--today", "2026-09-01", path)
    text = result.stdout.decode()
    assert result.returncode == 1, result.stderr
    assert text.startswith("De brief is op niveau A2.\n1 persoon kan de brief niet lezen.\n5 mensen kunnen de brief lezen.\n")
    assert "Praat op school over de brief, met een tolk of in de eigen taal. (1)\n  Ouder 0: leest geen Nederlands, Turks\n" in text
    letter = write("brief.txt", "Beste ouders,\n\nMorgen is er geen school. Uw kind is vrij.\n")
    made = run("readers", "--text", letter, "--activity", "avond", "--today", "2026-09-01", "--format", "json", path)
    readers = json.loads(made.stdout)
    assert readers["level"] in ("A1", "A2") and [reader["reads"] for reader in readers["readers"]] == ["no"] + ["yes"] * 5
    visited = run("readers", "--level", "A2", "--channel", "visit", "--today", "2026-09-01", path).stdout.decode()
    assert "Ga langs met een tolk en vertel wat er in de brief staat. (1)\n  Ouder 0: " in visited
    nobody = run("readers", "--level", "A2", "--group", "g", "--today", "2026-09-01", path)
    assert nobody.returncode == 0 and "Niemand krijgt deze brief." in nobody.stdout.decode()


def test_what_readers_cannot_do_is_named(write):
    path, letter = write("school.json", inviting()), write("letter.txt", "Dear parents, tomorrow there is no school for you.")
    is_refused(run("readers", path), "--text", "--level")
    is_refused(run("readers", "--text", letter, "--level", "A2", path), "--text", "--level")
    is_refused(run("readers", "--text", letter, path), "letter.txt", "Dutch")
    is_refused(run("readers", "--level", "A9", path), "--level", "C2")
    is_refused(run("readers", "--level", "A2", "--channel", "fax", path), "--channel", "film or newsletter")
    is_refused(run("readers", "--level", "A2", "--group", "g", "--group", "z", path), "--group", '"z"')
    is_refused(run("readers", "--level", "A2", "--activity", "z", path), "--activity", '"z"')
    is_refused(run("readers", "--level", "A2", "--activity", "avond", "--group", "g", path), "--group")


# ------------------------------------------------------------- match and reach


def test_match_says_whom_to_ask_by_when(write):
    result = run("match", "--today", "2026-09-01", write("school.json", school()))
    text = result.stdout.decode()
    assert result.returncode == 0, result.stderr
    assert "Vraag uiterlijk op vrijdag 6 november 2026\n" in text
    assert re.search(r"^  Ouder [01] voor Voorlezen in groep 3 \(voorlezen\), vrijdag 20 november 2026, "
                     r"08:30 tot 09:15 uur$", text, re.M)
    assert re.search(r"^    bij nee: Ouder [01]$", text, re.M)
    assert text.endswith("1 vraag te stellen; alle plaatsen zijn gevuld.\nBewezen: beter kan niet.\n")


def test_match_ends_with_1_when_a_place_stays_open(write):
    result = run("match", "--today=2026-09-01", "--lang=en", write("school.json", school(offers=False)))
    assert result.returncode == 1
    assert "This stays open" in result.stdout.decode() and "1 place stays open." in result.stdout.decode()


def test_match_in_json(write):
    result = run("match", "--today", "2026-09-01", "--format", "json", write("school.json", school(places=3)))
    matching = json.loads(result.stdout)
    assert result.returncode == 1
    assert [ask["adult"] for ask in matching["asks"]] == ["a0", "a1"]
    assert matching["open"][0]["missing"] == 1 and matching["proof"]["optimal"] is True


def test_match_reads_standard_input_and_knows_todays_date():
    result = run("match", stdin=json.dumps(school(needs=[])))
    assert result.returncode == 0 and "Er is niets te vragen." in result.stdout.decode()


def plan_of(path, **options):
    more = [f"--{name}={value}" for name, value in options.items()]
    return json.loads(run("match", "--today", "2026-09-01", "--format", "json", *more, path).stdout)


def helpers(plan):
    return [ask["adult"] for ask in plan["asks"]]


def test_a_plan_is_repaired_when_somebody_says_no(write):
    document = school(places=2)
    document["offers"].append({"id": "o2", "adult": "a2", "concepts": ["reading"], "notice": 14})
    path = write("school.json", document)
    first = run("match", "--today", "2026-09-01", "--format", "json", path)
    plan = write("plan.json", first.stdout)
    assert helpers(json.loads(first.stdout)) == ["a0", "a1"]
    assert [ask["was_planned"] for ask in json.loads(first.stdout)["asks"]] == [False, False]
    assert json.loads(first.stdout)["dropped"] == []

    # a2 was asked least when the plan is made anew, and still nobody is changed.
    document["asks"] = [{"id": f"q{i}", "adult": f"a{i}", "date": "2026-08-30", "state": "yes"} for i in range(2)]
    same = plan_of(write("asked.json", document), repair=plan)
    assert helpers(same) == ["a0", "a1"] and all(ask["was_planned"] for ask in same["asks"])
    assert "a2" in helpers(plan_of(write("asked.json", document)))

    document["asks"] = [{"id": "q", "adult": "a0", "need": "n", "place": "p", "date": "2026-08-30", "state": "no"}]
    path = write("no.json", document)
    repaired = plan_of(path, repair=plan)
    assert [(ask["adult"], ask["was_planned"]) for ask in repaired["asks"]] == [("a1", True), ("a2", False)]
    assert [(drop["need"], drop["place"], drop["adult"], drop["why"]) for drop in repaired["dropped"]] == [
        ("n", "p", "a0", "declined")
    ]
    text = run("match", "--today", "2026-09-01", "--repair", plan, path).stdout.decode()
    assert re.search(r"^Dit valt af\n  Ouder 0 voor Voorlezen in groep 3", text)
    assert re.search(r"^Dit is nieuw\n.*\n  Ouder 2 voor", text, re.M)
    assert re.search(r"^Dit blijft zoals het was\n.*\n  Ouder 1 voor", text, re.M)
    assert "2 vragen te stellen, waarvan 1 nieuw; 1 uit het vorige plan valt af; alle plaatsen zijn gevuld.\n" in text
    assert run("match", "--today", "2026-09-01", "--repair", "-", path, stdin=first.stdout).stdout.decode() == text


def test_what_is_no_plan_is_named_with_its_place(write):
    path = write("school.json", school())
    repair = ["match", "--today", "2026-09-01", "--repair"]
    is_refused(run(*repair, write("plan.json", "{"), path), "plan.json:1:")
    is_refused(run(*repair, write("plan.json", '{"asks": [\n{"need": "n", "place": "p", "adult": 3}]}'), path),
               "plan.json:2:38: /asks/0/adult: expected a string, found 3")
    is_refused(run(*repair, path, path), "school.json", '"asks"')
    is_refused(run(*repair, path.parent / "nothing.json", path), "nothing.json", "No such file")
    is_refused(run(*repair, "-", stdin=json.dumps(school())), "standard input", "plan")


def test_the_calendar_says_in_which_week(write):
    path = write("school.json", school())
    result = run("match", "--calendar", "--today", "2026-09-01", path)
    text = result.stdout.decode()
    assert result.returncode == 0, result.stderr
    # Asked by 6 November, with a week to ask the other: by 30 October, a Friday; messages go out on Mondays.
    assert text.startswith("Week 44, maandag 26 oktober 2026: vraag\n  Ouder ")
    assert "Bedank wie iets aanbiedt" in text and text.endswith("1 vraag in 1 bericht; 1 persoon te bedanken.\n")
    calendar = json.loads(run("match", "--calendar", "--today=2026-09-01", "--format=json", path).stdout)
    assert calendar["today"] == "2026-09-01"
    assert [(ask["send_on"], ask["ask_by"], ask["urgent"]) for ask in calendar["asks"]] == [
        ("2026-10-26", "2026-11-06", False)
    ]
    assert [thanks["why"] for thanks in calendar["thanks"]] == ["enough"]
    page = run("match", "--calendar", "--today=2026-09-01", "--format=html", "--lang=en", path).stdout.decode()
    assert Outline(page).headings[:3] == [1, 2, 3] and "Week 44, Monday 26 October 2026" in page


def test_a_need_without_enough_people_is_off(write):
    document = school(places=4)
    document["needs"][0]["places"][0]["minimum"] = 3
    result = run("match", "--today", "2026-09-01", write("school.json", document))
    assert result.returncode == 1
    assert "  Voorlezen in groep 3, vrijdag 20 november 2026, 08:30 tot 09:15 uur\n" \
           "    gaat nog niet door: nog 3 mensen nodig\n" in result.stdout.decode()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_of_a_plan_is_well_formed_and_fetches_nothing(language, write):
    document = school(places=3)
    document["adults"][0]["name"] = "Ouder <script>0</script>"
    path = write("school.json", document)
    plan = write("plan.json", run("match", "--today", "2026-09-01", "--format", "json", path).stdout)
    document["offers"][0]["limit"] = "never"
    path = write("school.json", document)
    for arguments in ([], ["--repair", plan]):
        result = run("match", "--today", "2026-09-01", "--format", "html", "--lang", language, *arguments, path)
        page = result.stdout.decode()
        assert result.returncode == 1, result.stderr
        outline = Outline(page)
        assert outline.headings[0] == 1 and set(outline.headings[1:]) == {2, 3}
        assert len(set(outline.ids)) == len(outline.ids)
        assert {link[1:] for link in outline.links} <= set(outline.ids)
        assert "De &lt;Brug&gt;" in page and "<script" not in page and "http" not in page and "@import" not in page
        assert ("changes" in outline.ids) == (arguments != [])


def test_the_page_of_the_sample_plan_is_well_formed():
    path = LETTERS[0].parent.parent / "school.json"
    page = run("match", "--today", "2026-09-01", "--format", "html", path).stdout.decode()
    outline = Outline(page)
    assert {"open", "weeks", "thanks", "needs", "spread"} <= set(outline.ids)
    assert "gaat nog niet door" in page and "met VOG" in page and "<svg" in page


def test_reach_in_three_formats(write):
    path = write("school.json", school())
    text = run("reach", "--today", "2026-10-01", path)
    assert text.returncode == 0
    assert text.stdout.decode().startswith("De <Brug>: Wie bereiken we, en wie niet?\n"
                                           "Van 24 augustus 2026 tot en met 1 oktober 2026.\n")
    assert "Wie is gevraagd, en wie nooit?" in text.stdout.decode()
    assert re.search(r"^iedereen +6 +0 +6 +0 ", text.stdout.decode(), re.M)
    found = json.loads(run("reach", "--today", "2026-10-01", "--format", "json", path).stdout)
    assert found["school"] == "s" and found["asks"]["rows"][0]["adults"] == 6
    assert found["rows"][0]["people"] == 6 and found["rows"][0]["reached"] == 0
    page = run("reach", "--today", "2026-10-01", "--format", "html", "--lang", "en", path).stdout.decode()
    assert '<html lang="en">' in page and "De &lt;Brug&gt;" in page and "<table>" in page and "http" not in page


def test_reach_of_the_sample_school_tells_last_year():
    path = LETTERS[0].parent.parent / "school.json"
    days = ["--from", "2025-09-01", "--today", "2026-07-17"]
    text = run("reach", *days, path).stdout.decode()
    assert text.startswith("De Springplank: Wie bereiken we, en wie niet?\nVan 1 september 2025 tot en met 17 juli 2026.\n")
    assert re.search(r"^Van de \d+ gezinnen zijn er \d+ bereikt", text, re.M)
    assert "Steeds dezelfde gezinnen komen bij: ouderavond" in text
    assert re.search(r"^  vaderavond +1 ", text, re.M) and re.search(r"^  september 2025 ", text, re.M)
    page = run("reach", *days, "--format", "html", path).stdout.decode()
    outline = Outline(page)
    assert {"engaged-units", "engaged-ways", "engaged-months"} <= set(outline.ids)
    assert page.count("<svg") > 3 and "http" not in page and "<script" not in page
    is_refused(run("reach", "--from", "1 mei", path), '"1 mei"')
    is_refused(run("reach", "--from", "2027-01-01", "--today", "2026-12-01", path), "the last day that counts is 2026-12-01")


def test_reach_reads_many_schools_one_a_line(write):
    lines = [json.dumps(school()), "", "{}", json.dumps(school(places=2))]
    path = write("schools.ndjson", "\n".join(lines))
    result = run("reach", "--lines", "--format", "json", "--today", "2026-10-01", path)
    assert result.returncode == 2 and "schools.ndjson:3:" in result.stderr.decode()
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(found) == 2 and all(one["school"] == "s" and one["asks"]["rows"] for one in found)
    whole = json.loads(run("reach", "--format", "json", "--today", "2026-10-01", write("one.json", school())).stdout)
    assert found[0] == whole
    is_refused(run("reach", "--lines", path), "--format json")


@pytest.mark.parametrize("today, last", [("2020-01-01", "Op 24 augustus 2026"), ("2030-01-01", "tot en met 16 juli 2027")])
def test_reach_stays_within_the_school_year(today, last, write):
    result = run("reach", "--today", today, write("school.json", school()))
    assert result.returncode == 0 and f"{last}." in result.stdout.decode()


def surveys(*ids):
    """Thirty parents of a school who each fill in these surveys: fathers feel less welcome."""
    questions = [{"id": f"{id}-q", "survey": id, "theme": "role", "text": "Voelt u zich welkom?",
                  "choices": ["ja", "nee"], "counted": ["ja"]} for id in ids]
    responses = [{"id": f"{id}-{i}", "survey": id, "role": "mother" if i < 15 else "father",
                  "replies": [{"question": f"{id}-q", "choice": "ja" if i < 14 or i >= 25 else "nee"}]}
                 for id in ids for i in range(30)]
    return school(surveys=[{"id": id, "title": "Welkom op <school>?"} for id in ids], survey_questions=questions,
                  responses=responses)


def test_survey_in_three_formats(write):
    path = write("school.json", surveys("s"))
    text = run("survey", path)
    assert text.returncode == 0 and text.stderr == b""
    assert text.stdout.decode().startswith("De <Brug>: Welkom op <school>?\n30 mensen hebben de vragen ingevuld.\n")
    assert "63% zegt “ja”: 19 van de 30 mensen." in text.stdout.decode()
    result = json.loads(run("survey", "--format", "json", path).stdout)
    assert result["responses"] == 30 and result["questions"][0]["share"] == 0.6333
    assert [row["n"] for row in result["rows"] if row["breakdown"] == "role"] == [None, None]  # one mother said no
    page = run("survey", "--survey", "s", "--format", "html", "--lang", "en", path).stdout.decode()
    assert '<html lang="en">' in page and "Welkom op &lt;school&gt;?" in page and "<svg" in page and "http" not in page


def test_survey_asks_which_one_is_meant(write):
    path = write("school.json", surveys("spring", "autumn"))
    is_refused(run("survey", path), "--survey", "spring, autumn")
    assert run("survey", "--survey", "autumn", path).returncode == 0
    is_refused(run("survey", "--survey", "winter", path), "--survey", "winter")
    is_refused(run("survey", write("other.json", school())), "other.json", "no survey")
    many = run("survey", write("many.json", surveys(*(f"survey-with-a-long-name-{i}" for i in range(30)))))
    is_refused(many, "long-name-0, ", ", ...")


def test_survey_names_as_many_as_fit(write):
    """Ids of any length: what says that there are more must fit too."""
    for length in range(1, 30):
        ids = [f"{i}" + "i" * 59 for i in range(6)] + ["n" * length, "z" * 60]
        path = write("school.json", school(surveys=[{"id": id} for id in ids]))
        result = run("survey", path)
        is_refused(result, ids[0], ids[5], ", ...")
        assert len(result.stderr.decode().partition("There are")[2].rstrip("\n")) < 400


def test_validate_counts_what_is_there(write):
    path = write("school.json", school())
    result = run("validate", path, path)
    line = f"{path}: in orde (6 volwassenen, 1 kind, 2 keer aanbod, 1 vraag)\n"
    assert result.returncode == 0 and result.stdout.decode() == line * 2
    english = run("validate", "--lang", "en", stdin=path.read_bytes()).stdout.decode()
    assert english == "(standard input): fine (6 adults, 1 child, 2 offers, 1 need)\n"


def test_validate_of_an_empty_school(write):
    nothing = {"schakel": 1, "school": school()["school"]}
    assert run("validate", write("school.json", nothing)).stdout.endswith(b"school.json: in orde\n")


def test_validate_names_every_wrong_document(write):
    good, one, two = write("good.json", school()), write("one.json", "{"), write("two.json", "[]")
    result = run("validate", one, good, two)
    assert result.returncode == 2 and result.stdout == b""
    errors = result.stderr.decode().splitlines()
    assert len(errors) == 2 and "one.json" in errors[0] and "two.json" in errors[1]


def test_validate_says_all_that_is_wrong(write):
    document = school()
    document["adults"][1]["cap"] = -1
    document["needs"][0]["places"][0]["count"] = 0
    result = run("validate", write("school.json", document))
    lines = result.stderr.decode().splitlines()
    assert result.returncode == 2 and result.stdout == b""
    assert [line.split(": ")[2] for line in lines] == ["/adults/1/cap", "/needs/0/places/0/count"]
    document["adults"] = [{"id": 1}] * 150
    lines = run("validate", write("school.json", document)).stderr.decode().splitlines()
    assert len(lines) == 101 and lines[-1].endswith("school.json: and 51 more")


# --------------------------------------------------------------------- output


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_an_error():
    with open("/dev/full", "wb") as full:
        result = subprocess.run([PROGRAM, "check"], input=HARD.encode(), stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert result.returncode == 2 and b"cannot be written: No space left" in result.stderr


def test_a_closed_pipe_is_an_error():
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run([PROGRAM, "check"], input=HARD.encode(), stdout=writing, stderr=subprocess.PIPE, timeout=60)
    os.close(writing)
    assert result.returncode == 2 and b"cannot be written: Broken pipe" in result.stderr


def test_a_closed_standard_output_is_an_error(write):
    result = subprocess.run(["sh", "-c", '"$0" check "$1" >&-', PROGRAM, str(write("brief.txt", HARD))],
                            stderr=subprocess.PIPE, timeout=60)
    assert result.returncode == 2 and b"cannot be written" in result.stderr


def test_the_same_input_gives_the_same_bytes():
    assert run("check", stdin=HARD).stdout == run("check", stdin=HARD, env={"LC_ALL": "nl_NL.UTF-8"}).stdout


# --------------------------------------------------------------------- bridge


def bridge_school():
    turkish = [{"tag": "tr", "speaking": "C2", "reading": "A1"}]
    document = school(
        staff=[{"id": "s1", "name": "Ines Rietkraag"}, {"id": "s2", "languages": [{"tag": "tr", "speaking": "B2"}]}],
        adults=[
            {"id": "a0", "name": "Derya Varenblad", "languages": turkish},
            {"id": "a1", "languages": [{"tag": "nl", "speaking": "A1"}]},
            {"id": "a2", "name": "Omar Zonnedauw", "languages": [*turkish, {"tag": "nl", "speaking": "C1"}]},
        ],
        children=[],
    )
    document["offers"] = [{"id": "o", "adult": "a2", "concepts": ["schakel:interpreter"]}]
    return document


def test_bridge_says_how_to_understand_each_other(write):
    path = write("school.json", bridge_school())
    result = run("bridge", "--adult", "a0", "--staff", "s1", "--date", "2026-11-24", "--start", "09:00", path)
    assert result.returncode == 0 and result.stderr == b""
    lines = result.stdout.decode().splitlines()
    assert lines[0] == "Laat een volwassene meekomen die beide talen goed spreekt."
    assert lines[1] == "  taal: Turks (\u2068Türkçe\u2069)"
    assert lines[2] == "  dinsdag 24 november 2026, 09:00 uur, 30 minuten"
    assert "24 Kasım 2026 Salı" in lines[3]
    assert "  - iemand komt mee: Omar Zonnedauw" in lines


def test_bridge_in_json_with_several_people(write):
    path = write("school.json", bridge_school())
    people = ["--adult=a0", "--staff", "s1", "--adult", "a2", "--staff=s2"]
    result = run("bridge", *people, "--minutes", "20", "--today", "2026-11-24", "--format=json", "--lang=en", path)
    plan = json.loads(result.stdout)
    assert list(plan) == ["needed", "bridge", "language", "date", "start", "minutes", "text", "ways", "preparations"]
    assert plan["bridge"] == "shared_language" and plan["language"] == "tr" and plan["ways"][0]["staff"] == "s2"
    assert plan["date"] == "2026-11-24" and plan["start"] is None and plan["minutes"] == 35
    assert [way["adult"] for way in plan["ways"]] == [None] * 5  # Omar is in the talk himself
    assert plan["text"] == "Talk in the language that you and the parent both speak well."
    ways = ["--way", "machine", "--way=telephone"]
    fewer = json.loads(run("bridge", *people, *ways, "--today", "2026-11-24", "--format=json", path).stdout)
    assert [way["bridge"] for way in fewer["ways"] if way["possible"]] == ["machine", "telephone"]
    longer = run("bridge", *people, "--minutes=20", "--bridge-minutes", "25", "--format=json", path)
    assert json.loads(longer.stdout)["minutes"] == 45


def test_bridge_ends_with_1_when_there_is_none_yet(write):
    path = write("school.json", bridge_school())
    none = run("bridge", "--adult", "a1", "--staff", "s1", path)
    assert none.returncode == 1 and none.stdout.decode().startswith("Vraag eerst welke taal")
    needless = run("bridge", "--adult", "a2", "--staff", "s1", path)
    assert needless.returncode == 0 and needless.stdout.decode().startswith("Er is geen hulp nodig")


def test_bridge_says_what_is_wrong(write):
    path = write("school.json", bridge_school())
    is_refused(run("bridge", "--staff", "s1", path), "--adult", "at least one")
    is_refused(run("bridge", "--adult", "a0", path), "--staff", "at least one")
    is_refused(run("bridge", "--adult", "a0", "--adult", "zed", "--staff", "s1", path), "--adult", '"zed"')
    is_refused(run("bridge", "--adult", "a0", "--staff", "a0", path), "--staff", '"a0"')
    people = ["--adult", "a0", "--staff", "s1"]
    is_refused(run("bridge", *people, "--date", "tomorrow", path), "--date", '"tomorrow"')
    is_refused(run("bridge", *people, "--start", "9:00", path), "--start", '"9:00"', "09:00")
    is_refused(run("bridge", *people, "--start", "23:50", path), "--start", "up to 23:30", "found 23:50")
    is_refused(run("bridge", *people, "--minutes", "long", path), "--minutes", "5 to 240")
    is_refused(run("bridge", *people, "--way", "telephone", "--way", "none", path), "--way", "machine or telephone")
    is_refused(run("bridge", *people, "--bridge-minutes", "241", path), "--bridge-minutes", "0 to 240")
    is_refused(run("bridge", *people, path.with_name("nothing.json")), "nothing.json", "cannot be read")
    is_refused(run("bridge", "--adlut", "a0"), '"--adlut"', '"--adult"')
    is_refused(run("brigde"), 'is "bridge" meant?')


def test_bridge_help_has_an_example():
    text = run("bridge", "--help").stdout.decode()
    assert text.startswith("Usage: schakel bridge ") and "Example" in text
    assert max(map(len, text.splitlines())) <= 100


def round_school():
    dutch = [{"tag": "nl", "speaking": "C1", "reading": "C1"}]
    block = {"staff": "s1", "date": "2026-09-15", "start": "15:00", "end": "16:00", "room": "lokaal <4>"}
    document = school(
        staff=[{"id": "s1", "name": "Joost Eikenblad"}, {"id": "s2", "name": "Ellen Boterbloem"}],
        groups=[{"id": "g", "staff": ["s1"]}],
        adults=[
            {"id": "a0", "name": "Marieke Korenaar", "languages": dutch},
            {"id": "a1", "name": "Selam Avondrood", "languages": [{"tag": "ti", "speaking": "C2", "reading": "C1"},
                                                                  {"tag": "nl", "speaking": "A1", "reading": "A1"}]},
        ],
        children=[
            {"id": "c0", "name": "Saar Korenaar", "group": "g", "ties": [{"adult": "a0", "kind": "mother"}]},
            {"id": "c1", "name": "Delina Avondrood", "group": "g", "ties": [{"adult": "a1", "kind": "mother"}]},
        ],
        rounds=[{"id": "start", "title": "Startgesprekken", "kind": "introductory_talk", "blocks": [block]}],
    )
    return {**document, "offers": [], "needs": [], "asks": []}


def test_plan_makes_a_timetable(write):
    path = write("school.json", round_school())
    result = run("plan", "--round", "start", "--today", "2026-09-01", path)
    assert result.returncode == 0 and result.stderr == b""
    lines = result.stdout.decode().splitlines()
    assert lines[:2] == ["Startgesprekken", "  Elk gesprek heeft een tijd: 2 in totaal."]
    assert "dinsdag 15 september 2026" in lines and "  Joost Eikenblad" in lines
    assert sum("Saar Korenaar, met Marieke Korenaar; lokaal <4>" in line for line in lines) == 1
    teacher = run("plan", "--round=start", "--staff=s1", "--today", "2026-09-01", "--lang", "en", path)
    assert teacher.stdout.decode().startswith("Startgesprekken: Joost Eikenblad\n\nTuesday 15 September 2026\n")
    nobody = run("plan", "--round=start", "--staff=s2", "--today", "2026-09-01", path)
    assert nobody.returncode == 0 and "Er is geen gesprek met een tijd." in nobody.stdout.decode()


def test_plan_in_json(write):
    path = write("school.json", round_school())
    plan = json.loads(run("plan", "--round", "start", "--today", "2026-09-01", "--format", "json", path).stdout)
    assert list(plan) == ["round", "talks", "summary"] and plan["round"] == "start"
    assert {talk["child"]: talk["minutes"] for talk in plan["talks"]} == {"c0": 15, "c1": 30}
    assert all(talk["date"] == "2026-09-15" and talk["reason"] is None for talk in plan["talks"])
    assert plan["summary"]["talks"] == plan["summary"]["placed"] == plan["summary"]["most"] == 2


def test_plan_writes_letters_that_are_plain_dutch(write):
    path = write("school.json", round_school())
    letter = run("plan", "--round", "start", "--child", "c1", "--today", "2026-09-01", path)
    assert letter.returncode == 0
    text = letter.stdout.decode()
    assert text.startswith("# Kom praten over Delina Avondrood\n\nBeste Selam Avondrood,\n")
    assert "U vertelt, wij luisteren." in text and "መስከረም" in text and "Saar" not in text
    checked = run("check", "-", stdin=text)
    assert checked.returncode == 0 and "incomplete-invitation" not in checked.stdout.decode()


def test_plan_writes_the_letters_to_all(write):
    path = write("school.json", round_school())
    start = ["plan", "--round", "start", "--today", "2026-09-01"]
    each = [run(*start, "--child", child, path).stdout.decode() for child in ("c0", "c1")]
    assert run(*start, "--letters", path).stdout.decode() == "\n---\n\n".join(each)


def test_plan_is_applied_to_the_school(write):
    path = write("school.json", round_school())
    start = ["plan", "--round", "start", "--today", "2026-09-01"]
    shown = run(*start, path).stdout
    first = run(*start, "--apply", path, path)
    assert first.returncode == 0 and first.stdout == shown
    document = json.loads(path.read_text())
    planned = {talk["child"]: talk for talk in document["talks"]}
    assert {talk["state"] for talk in planned.values()} == {"planned"} and len(planned) == 2
    # One family cannot come any more when it would: the talk of the other stays where it is.
    assert (planned["c1"]["start"], planned["c0"]["start"]) == ("15:00", "15:30")
    document["adults"][0]["windows"] = [{"days": ["tue"], "start": "15:45", "end": "16:00"}]
    path = write("changed.json", document)
    run(*start, "--apply", path, path)
    again = {talk["child"]: talk for talk in json.loads(path.read_text())["talks"]}
    assert again == {"c1": planned["c1"], "c0": {**planned["c0"], "start": "15:45"}}


def test_plan_gives_notice(write):
    path = write("school.json", round_school())
    late = ["plan", "--round", "start", "--today", "2026-09-10", path]
    assert run(*late).returncode == 1 and run(*late, "--notice", "5").returncode == 0
    is_refused(run(*late, "--notice", "soon"), "--notice: expected a number from 0 to 366")
    is_refused(run(*late, "--notice", "367"), "--notice: expected a number from 0 to 366, found 367")


def test_a_plan_that_cannot_be_written_is_told(write):
    path = write("school.json", round_school())
    start = ["plan", "--round", "start", "--today", "2026-09-01", path]
    is_refused(run(*start, "--apply", path / "nowhere.json"), "--apply ", "nowhere.json")
    is_refused(run(*start, "--apply", "-"), "--apply needs the name of a file")
    assert json.loads(path.read_text()) == round_school()


def test_plan_pages_are_whole(write):
    path = write("school.json", round_school())
    for part, headings in ([], [1, 2, 2, 3]), (["--staff", "s1"], [1, 2, 3]), (["--child", "c1"], [1, 2, 3, 3, 3]):
        result = run("plan", "--round", "start", *part, "--today", "2026-09-01", "--format", "html", path)
        assert result.returncode == 0
        page = Outline(result.stdout.decode())
        assert page.headings == headings and page.languages[0] == "nl" and page.links == []
    assert "ti" in page.languages


def test_plan_ends_with_1_when_a_talk_has_no_time(write):
    document = round_school()
    document["adults"][0]["windows"] = [{"days": ["wed"], "start": "08:00", "end": "12:00"}]
    result = run("plan", "--round", "start", "--today", "2026-09-01", write("school.json", document))
    text = result.stdout.decode()
    assert result.returncode == 1
    assert "  1 van de 2 gesprekken heeft een tijd. Meer kan niet.\n" in text
    assert "\nNog geen tijd\n  - Saar Korenaar, met Marieke Korenaar\n" in text


def test_plan_says_what_is_wrong(write):
    path = write("school.json", round_school())
    today = ["--today", "2026-09-01"]
    is_refused(run("plan", *today, path), "--round is missing", 'expected "start"')
    is_refused(run("plan", "--round", "begin", *today, path), '--round is "begin"', 'expected "start"')
    without = write("other.json", {**round_school(), "rounds": []})
    is_refused(run("plan", "--round", "start", *today, without), "the school has none")
    start = ["--round", "start", *today]
    is_refused(run("plan", *start, "--staff", "zed", path), "--staff", '"zed"')
    is_refused(run("plan", *start, "--child", "zed", path), "--child", '"zed"')
    is_refused(run("plan", *start, "--child", "c0", "--staff", "s1", path), "--staff, --child and --letters")
    is_refused(run("plan", *start, "--child", "c0", "--letters", path), "expected one of them")
    is_refused(run("plan", *start, "--child", "c0", "--format", "json", path), "JSON has the whole round")
    is_refused(run("plan", "--round", "start", "--today", "later", path), "--today", '"later"')
    is_refused(run("plan", *start, "--chlid", "c0", path), '"--child" meant?')


def test_plan_help_has_examples():
    text = run("plan", "--help").stdout.decode()
    assert text.startswith("Usage: schakel plan ") and "Examples" in text
    assert max(map(len, text.splitlines())) <= 100
