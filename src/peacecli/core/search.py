"""Words found in issues, parties, plans, points, positions, statements, reactions and sources."""

from collections.abc import Iterator, Sequence
from typing import Literal

from peacecli.core.describe import data
from peacecli.core.evidence import Evidence, Reaction, Statement
from peacecli.core.record import Negotiation
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.search import Hit, Search
from peacecli.core.sourced import role


def search(record: Negotiation, evidence: Evidence, words: Sequence[str], limit: int | None = None) -> Search:
    """Everything in which all of the words occur, kind by kind in the record's order, at most `limit` of them."""
    wanted = [word.casefold() for word in words]
    hits = [hit for hit in _everything(record, evidence) if _has_all(hit, wanted)]
    return Search(SCHEMA_VERSION, "search", data(record), tuple(words), len(hits), tuple(hits[:limit]))


def _has_all(hit: Hit, words: list[str]) -> bool:
    text = f"{hit.id} {hit.label} {hit.text} {hit.note or ''}".casefold()
    return all(word in text for word in words)


def _everything(record: Negotiation, evidence: Evidence) -> Iterator[Hit]:
    for issue in record.issues.values():
        meanings = [f"{option.label}: {option.meaning}" if option.meaning else option.label for option in issue.options]
        text = _joined(issue.question, *meanings, *issue.aliases, issue.note)
        yield Hit("issue", issue.id, issue.label, text, None)
    for party in record.parties.values():
        yield Hit("party", party.id, party.label, _joined(*party.aliases, party.note), None)
    for plan in record.plans.values():
        text = _joined(*plan.aliases, plan.status, plan.summary, *plan.notes)
        yield Hit("plan", plan.id, plan.title, text, plan.date)
    for plan in record.plans.values():
        for point in plan.points:
            text = _joined(point.says, point.disagreement)
            yield Hit("point", f"{plan.id}:{point.number}", point.label or f"Point {point.number}", text, plan.date)
    for position in record.positions.values():
        label = record.parties[position.party].label
        yield Hit("position", position.id, label, _joined(position.says, position.note), position.last_stated)
    for said in evidence.statements.values():
        yield _spoken("statement", said.id, evidence, said)
    for reaction in evidence.reactions:
        yield _spoken("reaction", f"{reaction.plan}/{reaction.date}", evidence, reaction)
    for source in evidence.sources.values():
        yield Hit("source", source.id, source.publisher, _joined(source.title, source.note), source.date)


def _spoken(kind: Literal["statement", "reaction"], id: str, evidence: Evidence, said: Statement | Reaction) -> Hit:
    name = evidence.speakers[said.speaker].name
    return Hit(kind, id, name, said.says, said.date, role(evidence, said.speaker, said.date), said.note)


def _joined(*parts: str | None) -> str:
    return " | ".join(part for part in parts if part)
