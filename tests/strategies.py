"""What Hypothesis draws: outcome spaces, sets as authors write them, conditions, and small negotiations."""

import math
from collections.abc import Sequence
from itertools import combinations

from hypothesis import strategies as st

from peacecli.authoring.fields import AllBut, Bounds, Item
from peacecli.authoring.models import Condition
from peacecli.authoring.sets import outcomes
from peacecli.core import record as r
from peacecli.core.outcomes import Outcomes, Space
from tests.core import building as b

LETTERS = "abcde"
HIGHEST = 6
"""The numbers that stand as ends of ranges run from 0 to this."""

DAYS = ("2025-02-01", "2025-04-01", "2025-06-01", "2025-08-01")

# --- spaces and sets of outcomes --------------------------------------------------------------------


def listed_spaces() -> st.SearchStrategy[Space]:
    """Scales and choices of two to five options."""
    lengths = st.integers(2, len(LETTERS))
    return st.builds(lambda kind, n: Space(kind, tuple(LETTERS[:n])), st.sampled_from(("scale", "choice")), lengths)


def quantities() -> st.SearchStrategy[Space]:
    """Quantities with and without the outcome `unlimited`."""
    return st.booleans().map(lambda unlimited: Space("quantity", unlimited=unlimited))


def spaces() -> st.SearchStrategy[Space]:
    """Every kind of space."""
    return listed_spaces() | quantities()


def ordered_spaces() -> st.SearchStrategy[Space]:
    """Spaces on which betweenness means something."""
    return spaces().filter(lambda space: space.ordered)


def _numbers() -> st.SearchStrategy[str]:
    return st.integers(0, HIGHEST).map(str)


def _words(space: Space) -> st.SearchStrategy[str]:
    if space.kind != "quantity":
        return st.sampled_from(space.options)
    return (_numbers() | st.just("unlimited")) if space.unlimited else _numbers()


@st.composite
def _bounds(draw: st.DrawFn, space: Space) -> Bounds:
    words = space.options or tuple(str(number) for number in range(HIGHEST + 1))
    low, high = sorted((draw(st.integers(0, len(words) - 1)), draw(st.integers(0, len(words) - 1))))
    ends = draw(st.sampled_from(("both", "low", "high")))
    return Bounds(at_least=None if ends == "high" else words[low], at_most=None if ends == "low" else words[high])


def _all_but(space: Space) -> st.SearchStrategy[AllBut]:
    fewest_left = len(space.options) - 1 if space.options else 2
    words = st.lists(_words(space), min_size=1, max_size=fewest_left, unique=True)
    return words.map(lambda names: AllBut(all_but=tuple(names)))


def closed_items(space: Space) -> st.SearchStrategy[Item]:
    """One item as an author writes it; every range of numbers has its ends in it."""
    items: st.SearchStrategy[Item] = _words(space) | _bounds(space)
    return items | st.just("finite") if space.kind == "quantity" else items


def items(space: Space) -> st.SearchStrategy[Item]:
    """One item as an author writes it: an outcome, a range, `finite`, or all but some."""
    return closed_items(space) | _all_but(space)


def written(space: Space, least: int = 1) -> st.SearchStrategy[tuple[Item, ...]]:
    """A set as an author writes it."""
    return st.lists(items(space), min_size=least, max_size=3).map(tuple)


def sets(space: Space, least: int = 0) -> st.SearchStrategy[Outcomes]:
    """A set of outcomes; with `least` 1 never the empty one."""
    return written(space, least).map(lambda said: outcomes(space, said))


def points(space: Space) -> st.SearchStrategy[float]:
    """One outcome, by its place."""
    return _words(space).map(lambda word: space.point(int(word) if word.isdigit() else word))


# --- conditions -------------------------------------------------------------------------------------


@st.composite
def conditions(draw: st.DrawFn, issues: Sequence[str], space: Space) -> Condition:
    """A condition that names each of these issues once, nested by any_of, all_of, unless and provided."""
    if len(issues) == 1 or draw(st.integers(0, 3)) == 0:
        return _leaf(draw, issues, space)
    cut = draw(st.integers(1, len(issues) - 1))
    one, other = draw(conditions(issues[:cut], space)), draw(conditions(issues[cut:], space))
    match draw(st.sampled_from(("any_of", "all_of", "unless", "provided"))):
        case "any_of":
            return Condition(any_of=(one, other))
        case "all_of":
            return Condition(all_of=(one, other))
        case "unless":
            return Condition(all_of=(one,), unless=other)
        case _:
            return Condition(all_of=(one,), provided=other)


def _leaf(draw: st.DrawFn, issues: Sequence[str], space: Space) -> Condition:
    acceptable = draw(written(space))
    unclear = draw(st.none() | st.just(("rest",)) | written(space))
    if len(issues) == 1:
        return Condition(issue=issues[0], acceptable=acceptable, unclear=unclear)
    return Condition(each_of=tuple(issues), acceptable=acceptable, unclear=unclear)


# --- small negotiations -----------------------------------------------------------------------------


def _subsets(space: Space) -> tuple[Outcomes, ...]:
    places = range(len(space.options))
    return tuple(Outcomes.of(*chosen) for size in places for chosen in combinations(places, size + 1))


def _ranges(space: Space) -> tuple[Outcomes, ...]:
    """Single numbers, ranges open and closed, and some of them with a gap."""
    ends = (None, 2, 4)
    closed = [space.between(low, high) for low in ends for high in ends if low is None or high is None or low <= high]
    points = [Outcomes.of(number) for number in (1, 2, 3, 4, 5)]
    edges = [space.finite, *([space.outcomes(["unlimited"])] if space.unlimited else [])]
    gaps = [space.whole - points[2], points[0] | points[4], closed[1] - points[0]]
    return (*closed, *points, *edges, *gaps)


POOL = {issue: _subsets(space) if space.options else _ranges(space) for issue, space in b.SPACES.items()}
"""The sets that small negotiations are made of."""


# Strategies that are drawn from often are made once; making them is what takes Hypothesis long.

STATUSES: st.SearchStrategy[r.TermStatus] = st.sampled_from(("settled", "settled", "bracketed", "disputed"))
"""How firmly a text says what it says."""

_COMPLETENESS: st.SearchStrategy[r.Completeness] = st.sampled_from(("complete", "complete", "partial", "unpublished"))
_ISSUE = st.sampled_from(tuple(b.SPACES))
_ISSUES = st.sets(_ISSUE, max_size=3)
_SETS = {issue: st.sampled_from(pool) for issue, pool in POOL.items()}
_PARTIES = st.sampled_from(("east", "west"))
_PROPOSERS = st.sampled_from((("east",), ("west",), ("east", "west")))
_POINTS = st.sampled_from(("1", "2", "3"))
_STANCES = st.sampled_from(b.STANCES)
_DAYS = st.sampled_from(DAYS)
_FIRST_DAYS, _LATER_DAYS = st.sampled_from(DAYS[:2]), st.sampled_from((None, *DAYS[2:]))
_LAST_DAYS = st.sampled_from((None, "2025-10-01"))
_TEXTS = st.sampled_from((None, None, "one", "two"))
_QUO = {
    issue: st.sampled_from((None, *(space.options or (1, 3, "unlimited" if space.unlimited else 5))))
    for issue, space in b.SPACES.items()
}


@st.composite
def terms(draw: st.DrawFn, issue: str) -> r.Term:
    """A term on one issue: settled, vague, bracketed or disputed."""
    status = draw(STATUSES)
    options = tuple(
        r.TermOption(draw(_SETS[issue]), draw(_PROPOSERS) if status == "bracketed" else (), (), None)
        for _ in range(1 if status == "settled" else 2)
    )
    return r.Term(issue, status, options, (draw(_POINTS),))


@st.composite
def plans(draw: st.DrawFn, name: str) -> r.Plan:
    """A plan on some of the issues, more often complete than not."""
    issues = draw(_ISSUES)
    said = [draw(terms(issue)) for issue in b.SPACES if issue in issues]
    return b.plan(name, *said, completeness=draw(_COMPLETENESS), date=draw(_DAYS))


@st.composite
def atoms(draw: st.DrawFn) -> r.Atom:
    """A condition on one issue, sometimes with an ideal, which it does not refuse."""
    issue = draw(_ISSUE)
    acceptable = draw(_SETS[issue])
    unclear = (draw(_SETS[issue]) if draw(st.booleans()) else Outcomes()) - acceptable
    ideals = [place for place in (0, 1, 2, 3, 5, math.inf) if Outcomes.of(place) <= acceptable | unclear]
    which = draw(st.integers(0, len(ideals)))
    return r.Atom(issue, acceptable, unclear, ideals[which] if which < len(ideals) else None)


_CONJUNCTIONS = st.lists(atoms(), min_size=1, max_size=2).map(tuple)
ALTERNATIVES: st.SearchStrategy[r.Alternatives] = st.lists(_CONJUNCTIONS, min_size=1, max_size=2).map(tuple)
"""One or two alternatives of one or two atoms."""


@st.composite
def positions(draw: st.DrawFn, name: str) -> r.Position:
    """A position of East or West that may change once, stated up to three times, now and then by a plan."""
    since, changed = draw(_FIRST_DAYS), draw(_LATER_DAYS)
    periods = [b.period(*draw(ALTERNATIVES), since=since, until=changed)]
    if changed:
        periods.append(b.period(*draw(ALTERNATIVES), since=changed, until=draw(_LAST_DAYS)))
    days = sorted({since, *draw(st.lists(_DAYS, max_size=2))})
    texts = tuple(draw(_TEXTS) for _ in days)
    return b.position(name, *periods, party=draw(_PARTIES), stance=draw(_STANCES))._replace(
        statements=tuple(f"{name}/{day}" for day in days),
        texts=texts,
        last_stated=days[-1],
        rests_on=r.only_text(periods[-1], zip(days, texts, strict=True)),
    )


@st.composite
def _negotiations(draw: st.DrawFn) -> r.Negotiation:
    quo = {issue: value for issue, strategy in _QUO.items() if (value := draw(strategy)) is not None}
    lines = [draw(positions(name)) for name in ("p", "q", "r")[: draw(st.integers(1, 3))]]
    return b.negotiation(draw(plans("one")), draw(plans("two")), *lines, status_quo=quo)


NEGOTIATIONS = _negotiations()
"""Two plans, `one` and `two`, up to three positions, and a status quo on some of the issues."""
