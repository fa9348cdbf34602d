"""A small made-up negotiation, and short ways to write its parts.

East and West talk about the path of a state (a scale), who keeps a bridge (a choice), the size of an army and
the years of a truce (quantities).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_origin, get_type_hints

from peacecli.core import record as r
from peacecli.core.outcomes import Outcome, Outcomes, Space
from peacecli.core.scope import Scope

PATH = Space("scale", ("in", "near", "far", "out"))
KEEPER = Space("choice", ("east", "west", "both", "nobody"))
ARMY = Space("quantity", unlimited=True)
YEARS = Space("quantity")
SPACES: Mapping[str, Space] = {"path": PATH, "keeper": KEEPER, "army": ARMY, "years": YEARS}

TODAY = "2025-06-01"
STANCES: tuple[r.Stance, ...] = ("red_line", "demand", "preference", "accepts")

Said = Outcome | list[Outcome]
"""One outcome, or several that the words leave open."""


@cache
def _nothing(kind: type) -> dict[str, Any]:
    """Every field of a record without content: no items where it holds several, else None."""
    origins = {name: get_origin(hint) for name, hint in get_type_hints(kind).items()}
    return {name: () if origin is tuple else {} if origin is Mapping else None for name, origin in origins.items()}


def outcomes(issue: str, said: Said) -> Outcomes:
    """The set that `said` names on an issue."""
    return SPACES[issue].outcomes(said if isinstance(said, list) else [said])


# --- terms ------------------------------------------------------------------------------------------


def settled(issue: str, *said: Outcome, point: str = "1") -> r.Term:
    """A term with one reading: one outcome, or vague words that fit several."""
    return _term(issue, "settled", [list(said)], point)


def bracketed(issue: str, *options: Said, point: str = "1") -> r.Term:
    """A term whose options stand in brackets, proposed by east and west by turns."""
    return _term(issue, "bracketed", options, point)


def disputed(issue: str, *readings: Said, point: str = "1") -> r.Term:
    """A term on which the sources disagree."""
    return _term(issue, "disputed", readings, point)


def _term(issue: str, status: r.TermStatus, options: Iterable[Said], point: str) -> r.Term:
    proposers = (("east",), ("west",)) if status == "bracketed" else ((), ())
    made = tuple(
        r.TermOption(outcomes(issue, said), proposers[index % 2], ("source",), None)
        for index, said in enumerate(options)
    )
    return r.Term(issue, status, made, (point,))


# --- positions --------------------------------------------------------------------------------------


def atom(
    issue: str, *acceptable: Outcome, unclear: tuple[Outcome, ...] = (), ideal: str | float | None = None
) -> r.Atom:
    """A condition on one issue."""
    where = None if ideal is None else SPACES[issue].point(ideal)
    return r.Atom(issue, outcomes(issue, list(acceptable)), outcomes(issue, list(unclear)), where)


def period(*alternatives: tuple[r.Atom, ...] | r.Atom, since: str = "2025-01-01", until: str | None = None) -> r.Period:
    """Any one of the alternatives; an atom alone is an alternative of one."""
    made = tuple((one,) if isinstance(one, r.Atom) else one for one in alternatives)
    issues = dict.fromkeys(one.issue for conjunction in made for one in conjunction)
    return r.Period(since=since, until=until, issues=tuple(issues), alternatives=made)


def position(
    name: str,
    *periods: r.Period | r.Atom,
    party: str = "east",
    stance: r.Stance = "red_line",
    rests_on: str | None = None,
) -> r.Position:
    """A position; an atom alone stands for a period since the beginning of 2025."""
    said: dict[str, Any] = {
        "id": name,
        "party": party,
        "stance": stance,
        "strength": "firm",
        "basis": "stated",
        "says": f"What {name} says.",
        "periods": tuple(period(one) if isinstance(one, r.Atom) else one for one in periods),
        "statements": (f"{name}/2025",),
        "texts": (rests_on,),
        "last_stated": "2025-01-01",
        "rests_on": rests_on,
    }
    return r.Position(**_nothing(r.Position) | said)


# --- plans and the whole ----------------------------------------------------------------------------


def plan(
    name: str,
    *terms: r.Term,
    completeness: r.Completeness = "complete",
    date: str = TODAY,
    aliases: tuple[str, ...] = (),
    assessments: tuple[r.Assessment, ...] = (),
    unknown: tuple[str, ...] = (),
) -> r.Plan:
    """A plan of which each point carries the terms that name it."""
    by_point: dict[str, list[str]] = {}
    for term in terms:
        by_point.setdefault(term.points[0], []).append(term.issue)
    by_issue = {term.issue: term for term in terms}
    said: dict[str, Any] = {
        "id": name,
        "title": f"The {name} plan",
        "kind": "draft",
        "date": date,
        "textual_status": "published",
        "completeness": completeness,
        "authors": ("east", "west"),
        "aliases": aliases,
        "points": tuple(_point(number, name, issues) for number, issues in by_point.items()),
        "terms": {issue: by_issue[issue] for issue in SPACES if issue in by_issue},
        "assessments": assessments,
        "unknown": unknown,
    }
    return r.Plan(**_nothing(r.Plan) | said)


def _point(number: str, plan: str, issues: Iterable[str]) -> r.Point:
    said: dict[str, Any] = {
        "number": number,
        "says": f"Point {number} of {plan}.",
        "issues": tuple(issues),
        "credibility": 1,
    }
    return r.Point(**_nothing(r.Point) | said)


def issue(name: str, status_quo: Outcome | None = None, aliases: tuple[str, ...] = ()) -> r.Issue:
    """One of the issues above, with what holds if nothing changes."""
    space = SPACES[name]
    quo = None if status_quo is None else settled(name, status_quo)._replace(points=())
    said: dict[str, Any] = {
        "id": name,
        "topic": "all",
        "label": name.capitalize(),
        "question": f"What about {name}?",
        "space": space,
        "unit": {"army": "people", "years": "years"}.get(name),
        "options": tuple(r.Option(one, one.capitalize(), None) for one in space.options),
        "aliases": aliases,
        "status_quo": quo,
        "status_quo_date": quo and TODAY,
    }
    return r.Issue(**_nothing(r.Issue) | said)


def party(name: str, since: str = "2025-01-01", until: str = "2025-12-31", aliases: tuple[str, ...] = ()) -> r.Party:
    """A party with the days for which its positions were gathered."""
    said: dict[str, Any] = {"id": name, "label": name.capitalize(), "short": name[:1].upper()}
    return r.Party(**_nothing(r.Party) | said | {"aliases": aliases, "since": since, "until": until})


def negotiation(
    *parts: r.Plan | r.Position | r.Party, status_quo: Mapping[str, Outcome] | None = None
) -> r.Negotiation:
    """A negotiation on the four issues between East and West, with these plans and positions."""
    parties = {"east": party("east"), "west": party("west")}
    parties |= {one.id: one for one in parts if isinstance(one, r.Party)}
    issues = {name: issue(name, (status_quo or {}).get(name)) for name in SPACES}
    plans = {one.id: one for one in parts if isinstance(one, r.Plan)}
    positions = {one.id: one for one in parts if isinstance(one, r.Position)}
    said: dict[str, Any] = {
        "id": "small",
        "title": "A small negotiation",
        "version": "1",
        "as_of": TODAY,
        "digest": "0123456789ab",
        "featured": tuple(plans)[:2],
        "topics": {"all": r.Topic("all", "All", None)},
        "parties": parties,
        "issues": issues,
        "plans": plans,
        "positions": dict(sorted(positions.items(), key=lambda item: list(parties).index(item[1].party))),
        "status_quo": {name: one.status_quo for name, one in issues.items() if one.status_quo},
    }
    return r.Negotiation(**_nothing(r.Negotiation) | said)


def scope(
    record: r.Negotiation,
    as_of: str = TODAY,
    parties: tuple[str, ...] | None = None,
    issues: Iterable[str] | None = None,
    stances: Iterable[r.Stance] = STANCES,
) -> Scope:
    """Everything in the record, unless narrowed."""
    return Scope(
        tuple(record.parties) if parties is None else parties,
        frozenset(record.issues if issues is None else issues),
        frozenset(stances),
        as_of,
    )
