"""The compiled evidence read back from rows."""

from peacecli.core.codec import Row, by_id, tuples
from peacecli.core.evidence import Denial, Difference, Event, Evidence, Reaction, Role, Side, Source, Speaker, Statement


def decode_evidence(row: Row) -> Evidence:
    """The evidence that `encode` made these rows of. Raises ValueError or TypeError for other rows."""
    statements, sources, speakers, reactions, differences, events = row
    return Evidence(
        by_id(statements, _statement),
        by_id(sources, lambda one: Source(*one)),
        by_id(speakers, lambda one: Speaker(one[0], one[1], tuple(Role(*tuples(x)) for x in one[2]))),
        tuple(Reaction(*tuples(one)) for one in reactions),
        tuple(_difference(one) for one in differences),
        tuple(Event(*tuples(one)) for one in events),
    )


def _statement(row: Row) -> Statement:
    *head, sources, credibility, denials, plan, note = row
    made = tuple(Denial(*tuples(x)) for x in denials)
    return Statement._make([*head, tuple(sources), credibility, made, plan, note])


def _difference(row: Row) -> Difference:
    name, party, about, issues, sides, sources, note = row
    return Difference(
        name, party, about, tuple(issues), tuple(Side(*tuples(side)) for side in sides), tuple(sources), note
    )
