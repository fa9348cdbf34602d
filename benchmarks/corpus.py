"""A made-up negotiation of any number of plans, as an author would write it: the same one every time.

Its shape is that of the record: most issues are scales of two to five options, a plan speaks to six issues in ten,
one term in twenty is bracketed, one position in seven is a red line, one in ten spans several issues.
"""

from typing import Any
from zlib import crc32

ISSUES, TOPICS, PARTIES, POSITIONS, SOURCES = 225, 12, 6, 300, 200
STANCES = ("red_line", "demand", "demand", "accepts", "demand", "preference", "accepts")
WORDS = ("the", "parties", "agree", "that", "this", "matter", "settled", "as", "named", "here", "for", "a", "time")

File = dict[str, Any]


def _pick(among: int, *seed: object) -> int:
    """A number below `among`, spread evenly and the same for the same seed."""
    return crc32(repr(seed).encode()) % among


def _text(words: int, *seed: object) -> str:
    return " ".join(WORDS[_pick(len(WORDS), place, *seed)] for place in range(words))


def _sources(count: int, *seed: object) -> list[str]:
    return sorted({f"source-{_pick(SOURCES, place, *seed):03}" for place in range(count)})


def _kind(issue: int) -> str:
    return {7: "choice", 13: "quantity"}.get(issue % 20, "scale")


def _options(issue: int) -> list[str]:
    return ["abcde"[place] for place in range((2, 2, 3, 4, 5)[issue % 5])]


def issue_id(issue: int) -> str:
    """The id of the issue at a place in the list."""
    return f"topic-{issue % TOPICS:02}.question-{issue:03}"


def head(plans: int) -> File:
    """`positions.yaml`."""
    return {
        "negotiation": {
            "id": "made-up",
            "title": "A made-up negotiation",
            "version": "1",
            "as_of": "2025-12-31",
            "featured": [plan_id(0), plan_id(plans - 1)],
        },
        "topics": [{"id": f"topic-{topic:02}", "label": f"Topic {topic}"} for topic in range(TOPICS)],
        "parties": [
            {"id": f"party-{party}", "label": f"Party {party}", "short": f"P{party}"} for party in range(PARTIES)
        ],
        "issues": [_issue(issue) for issue in range(ISSUES)],
    }


def _issue(issue: int) -> File:
    kind = _kind(issue)
    shape: File = {"unit": "items", "unlimited": True}
    if kind != "quantity":
        shape = {"options": [{"id": option, "label": f"Option {option}"} for option in _options(issue)]}
    if kind == "scale":
        shape["order"] = "from a to e"
    if issue % 2:
        value = "1000" if kind == "quantity" else _options(issue)[issue % 2]
        shape["status_quo"] = {"value": value, "date": "2025-06-30", "sources": _sources(1, issue)}
    return {
        "id": issue_id(issue),
        "topic": f"topic-{issue % TOPICS:02}",
        "label": f"Question {issue}",
        "question": f"What holds on question {issue}?",
        "kind": kind,
        **shape,
    }


def plan_id(plan: int) -> str:
    """The id of the plan at a place in the list."""
    return f"plan-{plan:04}"


def plan(number: int) -> File:
    """`plans/<plan>.yaml`: three terms a point."""
    spoken = [issue for issue in range(ISSUES) if _pick(10, number, issue) < 6]
    return {
        "plan": plan_id(number),
        "title": f"Plan {number}",
        "kind": "draft",
        "date": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "textual_status": "published",
        "completeness": "complete",
        "authors": ["party-0", "party-1"],
        "points": [
            {
                "number": str(place // 3 + 1),
                "says": _text(28, number, place),
                "terms": [_term(number, issue) for issue in spoken[place : place + 3]],
                "sources": _sources(6, number, place),
                "credibility": 2,
            }
            for place in range(0, len(spoken), 3)
        ],
    }


def _term(number: int, issue: int) -> File:
    name = issue_id(issue)
    if _kind(issue) == "quantity":
        return {"issue": name, "value": str(100 * (1 + _pick(20, number, name)))}
    options = _options(issue)
    first = _pick(len(options), number, name)
    if _pick(20, name, number):
        return {"issue": name, "value": options[first], "force": "shall"}
    second = (first + 1) % len(options)
    pairs = ((options[first], "party-0"), (options[second], "party-1"))
    return {"issue": name, "options": [{"value": value, "proposed_by": [party]} for value, party in pairs]}


def party(number: int) -> File:
    """`parties/<party>.yaml`: every second party likes one end of every issue, the others the other end."""
    mine = range(number, POSITIONS, PARTIES)
    return {
        "party": f"party-{number}",
        "covered": {"since": "2020-01-01", "until": "2025-12-31"},
        "speakers": [
            {
                "id": f"speaker-{number}",
                "name": f"Speaker {number}",
                "roles": [{"role": "spokesperson", "speaks_for": [f"party-{number}"]}],
            }
        ],
        "positions": [_position(number, position) for position in mine],
    }


def _position(number: int, position: int) -> File:
    issue = _pick(ISSUES, position)
    condition: File = {"issue": issue_id(issue), **_sets(number, issue)}
    if position % 10 == 0:
        each = [one for one in range(ISSUES) if _kind(one) == "scale" and one % 5 == 3][position % 7 :][:4]
        condition = {"each_of": [issue_id(one) for one in each], **_sets(number, each[0])}
    shape: File = condition
    if position % 8 == 0:
        shape = {"periods": [{"since": "2020-01-01", **condition}, {"since": "2024-05-01", **condition}]}
    return {
        "id": f"position-{position:03}",
        "stance": STANCES[position // PARTIES % len(STANCES)],
        "strength": "firm",
        "says": _text(15, position),
        **shape,
        "statements": [
            {
                "date": f"202{year}-03-01",
                "speaker": f"speaker-{number}",
                "says": _text(15, position, year),
                "sources": _sources(2, position, year),
                "credibility": 2,
            }
            for year in (0, 2, 4)
        ],
    }


def _sets(number: int, issue: int) -> File:
    low = number % 2 == 0
    if _kind(issue) == "quantity":
        return {"acceptable": [{"at_most": "800"}] if low else [{"at_least": "1200"}]}
    options = _options(issue) if low else _options(issue)[::-1]
    unclear = {"unclear": [options[1]]} if len(options) > 2 else {}
    return {"acceptable": [options[0]], **unclear, "ideal": options[0]}


def sources() -> File:
    """`sources/2025.yaml`."""
    return {
        "sources": [
            {
                "id": f"source-{source:03}",
                "publisher": f"Publisher {source % 20}",
                "title": f"Report {source}",
                "url": f"https://example.org/{source}",
                "date": "2025-01-01",
                "kind": "press-report",
                "reliability": "B",
            }
            for source in range(SOURCES)
        ]
    }
