"""The tables of an export: their columns, keys, and which refers to which. Every table begins with `negotiation`, so
that the exports of many negotiations can be read as one.
"""

from typing import Literal, NamedTuple

Kind = Literal["text", "integer", "number", "boolean"]
Value = str | int | float | bool | None
ID = "negotiation"


class Column(NamedTuple):
    """A column; `optional`: it may be null."""

    name: str
    kind: Kind
    optional: bool


class Reference(NamedTuple):
    """Columns that name a row of another table, by that table's key."""

    columns: tuple[str, ...]
    table: str


class Table(NamedTuple):
    """A table; its rows stand in the order of the record."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]


_KINDS: dict[str, Kind] = {"int": "integer", "num": "number", "bool": "boolean"}


def _column(spec: str) -> Column:
    name, _, kind = spec.rstrip("?").partition(":")
    return Column(name, _KINDS.get(kind, "text"), spec.endswith("?"))


def _table(name: str, key: str, rest: str, *references: str) -> Table:
    """A table from words: key columns, further columns (`name:kind?`), and `columns > table`."""
    refers = [Reference((ID,), ID)] if name != ID else []
    for reference in references:
        columns, _, table = reference.partition(" > ")
        refers.append(Reference((ID, *columns.split()), table))
    specs = [ID] if name != ID else []
    keys = (*specs, *(_column(spec).name for spec in key.split()))
    return Table(name, tuple(_column(spec) for spec in (*specs, *key.split(), *rest.split())), keys, tuple(refers))


_RANGE = "outcome? at_least:num? at_most:num? above:num? below:num? unlimited:bool"
_OF_PLAN = "plan > plan"

TABLES = (
    _table(ID, ID, "title version as_of digest"),
    _table("topic", "topic", "label summary?"),
    _table("party", "party", "label short covered_since covered_until note?"),
    _table("issue", "issue", "topic label question kind ordered_by? unit? unlimited:bool note?", "topic > topic"),
    _table("option", "issue option", "place:int label meaning?", "issue > issue"),
    _table("source", "source", "publisher title url? seed? date kind reliability origin ownership read note?"),
    _table("status_quo", "issue", "says date? note?", "issue > issue"),
    _table("status_quo_outcome", "issue place:int", _RANGE, "issue > status_quo"),
    _table("status_quo_source", "issue source", "", "issue > status_quo", "source > source"),
    _table("speaker", "speaker", "name"),
    _table("role", "speaker place:int", "role since? until?", "speaker > speaker"),
    _table("role_party", "speaker place:int party", "", "speaker place > role", "party > party"),
    _table("plan", "plan",
           "title kind date textual_status completeness drafting? status? summary? points_in_text:int? "
           "featured:int?"),
    _table("plan_author", "plan party", "", _OF_PLAN, "party > party"),
    _table("plan_supersedes", "plan earlier", "", _OF_PLAN, "earlier > plan"),
    _table("plan_source", "plan source", "", _OF_PLAN, "source > source"),
    _table("plan_note", "plan place:int", "note", _OF_PLAN),
    _table("alias", "kind id alias", ""),
    _table("point", "plan point", "place:int label? says no_term? credibility:int disagreement? thin?", _OF_PLAN),
    _table("point_source", "plan point source", "", "plan point > point", "source > source"),
    _table("term", "plan issue", "says status condition? force? scope? basis credibility:int? note?",
           _OF_PLAN, "issue > issue"),
    _table("term_point", "plan issue point", "", "plan issue > term", "plan point > point"),
    _table("term_obliges", "plan issue party", "", "plan issue > term", "party > party"),
    _table("term_option", "plan issue place:int", "says note?", "plan issue > term"),
    _table("term_option_outcome", "plan issue option_place:int place:int", _RANGE,
           "plan issue option_place > term_option"),
    _table("term_option_party", "plan issue place:int party", "", "plan issue place > term_option", "party > party"),
    _table("term_option_source", "plan issue place:int source", "", "plan issue place > term_option",
           "source > source"),
    _table("companion", "plan place:int", "title status date? says", _OF_PLAN),
    _table("companion_source", "plan place:int source", "", "plan place > companion", "source > source"),
    _table("variant", "plan variant", "title kind date? says?", _OF_PLAN),
    _table("variant_source", "plan variant source", "", "plan variant > variant", "source > source"),
    _table("term_option_variant", "plan issue place:int variant", "", "plan issue place > term_option",
           "plan variant > variant"),
    _table("term_absent_from", "plan issue variant", "", "plan issue > term", "plan variant > variant"),
    _table("struck", "plan place:int", "issue? says still_discussed:bool", _OF_PLAN, "issue > issue"),
    _table("struck_source", "plan place:int source", "", "plan place > struck", "source > source"),
    _table("not_in_text", "plan place:int", "says claimed_by", _OF_PLAN),
    _table("not_in_text_source", "plan place:int source", "", "plan place > not_in_text", "source > source"),
    _table("account", "plan account:int", "point? about", _OF_PLAN),
    _table("claim", "plan account:int place:int", "by says credibility:int?", "plan account > account"),
    _table("claim_source", "plan account:int place:int source", "", "plan account place > claim", "source > source"),
    _table("assessment", "plan place:int", "by date party judgement says credibility:int", _OF_PLAN, "party > party"),
    _table("assessment_source", "plan place:int source", "", "plan place > assessment", "source > source"),
    _table("assessment_position", "plan place:int position", "", "plan place > assessment", "position > position"),
    _table("position", "position", "party stance strength basis says note? last_stated rests_on? thin?",
           "party > party", "rests_on > plan"),
    _table("period", "position place:int", "since until?", "position > position"),
    _table("atom", "position period:int alternative:int atom:int", "issue acceptable unclear? ideal?",
           "position period > period", "issue > issue"),
    _table("atom_outcome", "position period:int alternative:int atom:int part place:int", _RANGE,
           "position period alternative atom > atom"),
    _table("statement", "statement", "position date speaker says channel credibility:int plan? note?",
           "position > position", "speaker > speaker", "plan > plan"),
    _table("statement_source", "statement source", "", "statement > statement", "source > source"),
    _table("denial", "statement place:int", "speaker date says", "statement > statement", "speaker > speaker"),
    _table("denial_source", "statement place:int source", "", "statement place > denial", "source > source"),
    _table("reaction", "reaction:int", "party plan date speaker response says channel credibility:int note?",
           "party > party", _OF_PLAN, "speaker > speaker"),
    _table("reaction_source", "reaction:int source", "", "reaction > reaction", "source > source"),
    _table("difference", "difference", "party about note?", "party > party"),
    _table("difference_issue", "difference issue", "", "difference > difference", "issue > issue"),
    _table("difference_source", "difference source", "", "difference > difference", "source > source"),
    _table("side", "difference place:int", "says speaker? date?", "difference > difference", "speaker > speaker"),
    _table("side_source", "difference place:int source", "", "difference place > side", "source > source"),
    _table("event", "event", "date until? kind label says credibility:int"),
    _table("event_party", "event party", "", "event > event", "party > party"),
    _table("event_plan", "event plan", "", "event > event", _OF_PLAN),
    _table("event_source", "event source", "", "event > event", "source > source"),
    _table("verdict", "plan position", "party stance verdict open_because? if_nothing_changes? rests_on_this_plan:bool "
           "reason", _OF_PLAN, "position > position", "party > party"),
)  # fmt: skip
"""Tables stand after those that they refer to, but for those of plans that refer to positions."""
KEYS = {table.name: table.key for table in TABLES}
"""The key of each table."""
