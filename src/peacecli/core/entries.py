"""Everything dated in the record as entries of one kind: publications, events, statements, reactions."""

from collections.abc import Iterable, Iterator, Sequence

from peacecli.core.evidence import Event, Evidence, Reaction, Statement
from peacecli.core.record import Negotiation, Plan, Point, Struck, day_of
from peacecli.core.results.timeline import Entry
from peacecli.core.sourced import role
from peacecli.core.sourcing import best_reliability

ORDER = ("publication", "event", "statement", "reaction")
"""What stands first of what happened on one day."""


def entries(record: Negotiation, evidence: Evidence) -> tuple[Entry, ...]:
    """Every entry, in date order as the record sorts dates. A statement that stands under several positions with the
    same date, speaker and words is one.
    """
    together: dict[tuple[str, str, str], list[Statement]] = {}
    for said in evidence.statements.values():
        together.setdefault((said.date, said.speaker, said.says), []).append(said)
    found = [
        *(publication(evidence, plan) for plan in record.plans.values()),
        *(_event(evidence, event) for event in evidence.events),
        *(statement(record, evidence, group) for group in together.values()),
        *_reactions(evidence),
    ]
    return tuple(sorted(found, key=lambda one: (day_of(one.date), ORDER.index(one.kind), one.key)))


def publication(evidence: Evidence, plan: Plan) -> Entry:
    """A plan's text becoming known, with all that it is known from."""
    sources = _union([plan.sources, *(point.sources for point in plan.points)])
    return Entry(
        key=f"publication:{plan.id}",
        kind="publication",
        date=plan.date,
        label=plan.title,
        says=plan.summary,
        form=plan.kind,
        parties=plan.authors,
        plans=(plan.id,),
        issues=tuple(plan.terms),
        reliability=_reliability(evidence, sources),
        credibility=min((point.credibility for point in plan.points), default=None),
        sources=sources,
    )


def cited_beside(plan: Plan, points: Iterable[Point], struck: Iterable[Struck]) -> Iterator[tuple[str, ...]]:
    """What is cited of a plan besides its text: for its companions and variants, for what was struck out or is not in
    the text, and for accounts of it and of these points.
    """
    yield from (companion.sources for companion in plan.companions)
    yield from (variant.sources for variant in plan.variants)
    yield from (cut.sources for cut in struck)
    yield from (absent.sources for absent in plan.not_in_text)
    for account in (*plan.accounts, *(account for point in points for account in point.accounts)):
        yield from (claim.sources for claim in account.claims)


def _event(evidence: Evidence, event: Event) -> Entry:
    return Entry(
        key=f"event:{event.id}",
        kind="event",
        date=event.date,
        until=event.until,
        label=event.label,
        says=event.says,
        form=event.kind,
        parties=event.parties,
        plans=event.plans,
        reliability=_reliability(evidence, event.sources),
        credibility=event.credibility,
        sources=event.sources,
    )


def statement(record: Negotiation, evidence: Evidence, group: Sequence[Statement]) -> Entry:
    """One statement, with every position under which it stands."""
    said = group[0]
    positions = [record.positions[one.position] for one in group]
    sources = _union(one.sources for one in group)
    name = evidence.speakers[said.speaker].name
    return Entry(
        key=f"statement:{said.id}",
        kind="statement",
        date=said.date,
        label=name,
        says=said.says,
        form=None,
        parties=_union((one.party,) for one in positions),
        plans=_union((one.plan,) for one in group if one.plan),
        positions=tuple(one.id for one in positions),
        issues=_union(period.issues for one in positions for period in one.periods),
        speaker=said.speaker,
        name=name,
        role=role(evidence, said.speaker, said.date),
        channel=said.channel,
        denied_by=_union((denial.speaker,) for one in group for denial in one.denied_by),
        reliability=_reliability(evidence, sources),
        credibility=min(one.credibility for one in group),
        note=" ".join(_union((one.note,) for one in group if one.note)) or None,
        sources=sources,
    )


def _reactions(evidence: Evidence) -> Iterator[Entry]:
    seen: dict[str, int] = {}
    for said in evidence.reactions:
        stem = f"reaction:{said.party}/{said.plan}/{said.speaker}/{said.date.rstrip('~')}"
        seen[stem] = seen.get(stem, 0) + 1
        yield _reaction(evidence, said, stem if seen[stem] == 1 else f"{stem}-{seen[stem]}")


def _reaction(evidence: Evidence, said: Reaction, key: str) -> Entry:
    name = evidence.speakers[said.speaker].name
    return Entry(
        key=key,
        kind="reaction",
        date=said.date,
        label=f"{name} on {said.plan}: {said.response.replace('-', ' ')}",
        says=said.says,
        form=said.response,
        parties=(said.party,),
        plans=(said.plan,),
        speaker=said.speaker,
        name=name,
        role=role(evidence, said.speaker, said.date),
        channel=said.channel,
        reliability=_reliability(evidence, said.sources),
        credibility=said.credibility,
        note=said.note,
        sources=said.sources,
    )


def _union(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Everything in the lists, each once, in the order found."""
    return tuple(dict.fromkeys(one for items in lists for one in items))


def _reliability(evidence: Evidence, sources: Sequence[str]) -> str | None:
    return best_reliability(evidence, sources) if sources else None
