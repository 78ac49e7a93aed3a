"""Reaching every parent, from Python: small cases worked out by hand, and the sample school."""
import datetime

import pytest

import schakel

TODAY = "2026-09-01"
EVENING, MORNING = ("2026-09-15", "19:30", "21:00"), ("2026-09-15", "08:45", "09:45")


@pytest.fixture
def small(document):
    mother, father = document["adults"]
    mother.update(since="2020-08-24", prefers=["call"], windows=[{"days": ["tue"], "start": "19:00", "end": "22:00"}])
    father["languages"].append({"tag": "nl", "speaking": "A1", "reading": "none"})
    father.update(since="2026-08-24", windows=[{"days": ["tue"], "start": "08:00", "end": "12:00"}])
    document["staff"] = [{"id": "juf", "languages": [{"tag": "tr", "speaking": "C1"}]}, {"id": "meester"}]
    document["activities"] = [
        {"id": "avond", "title": "Samen praten", "kind": "group_talk", "why": "Ouders willen elkaar leren kennen.",
         "date": "2026-09-15", "start": "19:30", "end": "21:00"}
    ]
    return schakel.School.loads(document)


def test_a_channel_has_a_reason(small):
    assert small.channel("asked", TODAY)["channel"] == "call"
    assert small.channel("asked", TODAY)["reasons"] == ["asked_for", "reads"]
    father = small.channel("fresh", TODAY)
    assert father["channel"] == "in_person" and "speaks_little" in father["reasons"] and father["language"] == "tr"
    assert small.channel("fresh", TODAY, offered=["mail", "call"], language="en")["channel"] == "call"
    with pytest.raises(schakel.InvalidInput):
        small.channel("nobody", TODAY)
    with pytest.raises(ValueError, match="pigeon"):
        small.channel("asked", TODAY, offered=["pigeon"])
    assert small.channel("asked", TODAY, offered=["other"])["channel"] == "other"
    assert small.channel("asked", TODAY, offered=[]) == small.channel("asked", TODAY)
    assert small.channel("asked", TODAY, language="en")["text"] == "This parent would like it this way."
    with pytest.raises(ValueError, match="language"):
        small.channel("asked", TODAY, language="klingon")


def test_readers_of_a_letter(small):
    readers = small.readers(TODAY, "A2")
    reads = {reader["adult"]: reader["reads"] for reader in readers.readers}
    assert reads == {"fresh": "no", "asked": "yes"}
    assert readers.readers[0]["text"] and "1 of 2" in repr(readers)
    report = schakel.check("Beste ouders. Er is een feest. U kunt ook komen.")
    assert small.readers(TODAY, report, groups=["g3"]).to_dict()["level"] == report.level
    assert readers.to_text(title="Brief").startswith("Brief")
    with pytest.raises(schakel.InvalidInput):
        small.readers(TODAY, "moeilijk")


def test_a_bridge_for_a_talk(small):
    bridge = small.bridge(["fresh"], ["juf"], "2026-09-15")
    assert bridge.bridge == "shared_language" and bridge.to_dict()["language"] == "tr" and bridge.preparations
    assert bridge.to_dict()["minutes"] == 30
    without = small.bridge(["fresh"], ["meester"], "2026-09-15", start="08:30", offered=["machine", "telephone"])
    assert without.bridge == "machine" and repr(without) == "<schakel.Bridge: machine, 30 minutes>"
    assert small.bridge(["asked"], ["meester"], "2026-09-15").bridge == "none"
    assert without.ways[-1]["bridge"] == "telephone" and "<pre" in without._repr_html_()
    with pytest.raises(ValueError, match="HH:MM"):
        small.bridge(["fresh"], ["juf"], "2026-09-15", start="half negen")


def test_moments_and_whom_they_shut_out(small):
    timing = small.timing(TODAY, [EVENING, MORNING])
    assert [moment["adults"] for moment in timing.moments] == [1, 1]
    shut_out = {moment["start"]: moment["shut_out"] for moment in timing.moments}
    assert shut_out == {"19:30": ["fresh"], "08:45": ["asked"]}
    both = timing.spread()
    assert len(both.moments) == 2 and both.missed == [] and both.proof["optimal"]
    one = timing.spread(each="families")
    assert len(one.moments) == 1 and one.proof["reached"] == 1
    assert len(timing.spread(times=1).missed) == 1
    assert timing.to_text(title="Avond").startswith("Avond\n\nWanneer kunnen de ouders?\n")
    assert "Kies deze momenten" not in timing.to_text()
    shown = both.to_text(language="en")
    assert shown.startswith("When can the parents come?\n") and "Choose these moments\n" in shown
    assert "Fewer moments cannot do that.\n" in shown and "<pre" in both._repr_html_()
    assert small.timing(TODAY, activity="avond").moments[0]["shut_out"] == ["fresh"]


def test_an_invitation_is_for_every_parent(small):
    invitation = small.invitation("avond", TODAY, slots=[EVENING, MORNING], notice=7)
    assert {invitee["adult"] for invitee in invitation.invitees} == {"asked", "fresh"}
    assert invitation.to_dict()["invite_by"] == "2026-09-08"
    gendered = schakel.check("Beste moeders, kom naar de moederpraatgroep op 15 september om 19.30 uur.")
    flagged = small.invitation("avond", datetime.date(2026, 9, 1), report=gendered)
    assert len(flagged.advice) > len(small.invitation("avond", TODAY).advice)
    assert "text_gendered" in [advice["kind"] for advice in flagged.advice]
    assert "Samen praten" in flagged.to_text()


def test_a_buddy_for_a_newcomer(document, small):
    assert small.buddies(TODAY).pairs[0]["buddy"] is None
    document["adults"].append(
        {"id": "helper", "since": "2021-08-23", "languages": [{"tag": "tr", "speaking": "C1"}, {"tag": "nl", "speaking": "B2"}]}
    )
    document["children"].append({"id": "c9", "group": "g3", "ties": [{"adult": "helper", "kind": "mother"}]})
    document["offers"].append({"id": "welcome", "adult": "helper", "concepts": ["schakel:help-welcome"]})
    pair = schakel.School.loads(document).buddies(TODAY).pairs[0]
    assert (pair["newcomer"], pair["buddy"], pair["language"]) == ("fresh", "helper", "tr")


@pytest.mark.parametrize("what, ask", [
    ("adults", lambda school: school.bridge("fresh", ["juf"], "2026-09-15")),
    ("staff", lambda school: school.bridge(["fresh"], "juf", "2026-09-15")),
    ("groups", lambda school: school.readers(TODAY, "A2", groups="g3")),
    ("offered", lambda school: school.invitation("avond", TODAY, offered="mail")),
])
def test_one_string_is_no_list(small, what, ask):
    with pytest.raises(TypeError, match=f"^{what} must be a list"):
        ask(small)


def test_what_is_over_or_no_moment_is_refused(small):
    with pytest.raises(schakel.InvalidInput, match="/activity: .*found 2026-09-15"):
        small.invitation("avond", "2026-09-16")
    with pytest.raises(ValueError, match=r"^slots\[1\] must be a date, a start and an end"):
        small.timing(TODAY, [EVENING, ("2026-09-15", "19:30")])


def test_words_in_the_readers_language():
    assert schakel.language_name("ti") == "Tigrinya" and schakel.language_name("nl", "tr") == "Felemenkçe"
    assert schakel.date_words("2026-11-24", "nl") == "dinsdag 24 november 2026"
    assert "2026" in schakel.date_words(datetime.date(2026, 11, 24), "ti")
    assert schakel.time_words("19:30", "nl") == "19:30"
    with pytest.raises(schakel.InvalidInput):
        schakel.date_words("2026-11-24", "rif")


def test_the_sample_school_as_a_coordinator_uses_it(sample):
    invitation = sample.invitation("vaders", TODAY)
    fathers = {tie["adult"] for child in sample.children for tie in child["ties"] if tie["kind"] == "father"}
    invited = {invitee["adult"] for invitee in invitation.invitees}
    assert invited <= fathers and len(invited) > len(fathers) - 5
    buddies = sample.buddies(TODAY)
    assert 5 < len(buddies.pairs) < 60 and any(pair["buddy"] for pair in buddies.pairs)
    slots = [("2026-10-06", "08:30", "09:30"), ("2026-10-08", "14:30", "15:30"), ("2026-10-13", "19:30", "21:00")]
    spread = sample.timing(TODAY, slots).spread(each="families")
    assert spread.proof["optimal"] and spread.proof["reached"] > 180
