"""The lists that `peacecli list` can give, and which options each takes."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from peacecli.core import dated, listing
from peacecli.core.scope import Scope
from peacecli.core.wanted import Wanted
from peacecli.core.weak import list_weak
from peacecli.errors import UsageError
from peacecli.store import Store

ABOUT = (
    "--party", "--issue", "--plan", "--source", "--words", "--since", "--until", "--min-reliability",
    "--min-credibility",
)  # fmt: skip
TAKES: Mapping[str, tuple[str, ...]] = {
    "plans": (*ABOUT, "--chain"),
    "parties": (),
    "issues": ("--issue",),
    "sources": (*ABOUT, "--speaker", "--weak"),
    "sources --weak": ("--party", "--issue", "--plan", "--words", "--stance", "--weak"),
    "statements": (*ABOUT, "--speaker", "--stance"),
    "speakers": ("--party",),
    "events": (*ABOUT, "--speaker"),
}
KINDS = tuple(kind for kind in TAKES if " " not in kind)


class Listed(NamedTuple):
    """A list, the name of its items, and the view that lays it out."""

    result: Any
    items: str
    view: str = "listing"


def refuse(kind: str, given: Mapping[str, object]) -> None:
    """Raises UsageError where an option is given that this list does not take."""
    takes = TAKES[kind]
    for option, value in given.items():
        if value and option not in takes:
            hint = f"it takes {', '.join(takes)}" if takes else "it takes none of these options"
            raise UsageError("option-not-taken", f"`list {kind}` takes no {option}", hint)


def listed(kind: str, store: Store, scope: Scope, wanted: Wanted, chain: bool) -> Listed:
    """The list of a kind of thing, as narrowed."""
    record = store.record
    match kind:
        case "plans":
            plans = tuple(record.plans.values())
            found = plans if wanted == Wanted() else dated.plans_wanted(record, store.evidence, wanted)
            return Listed(listing.list_plans(record, found, chain), "chain" if chain else "plans")
        case "parties":
            return Listed(listing.list_parties(record), "parties")
        case "issues":
            return Listed(listing.list_issues(record, scope), "issues")
        case "sources":
            return Listed(dated.list_sources(record, store.evidence, wanted), "sources")
        case "sources --weak":
            return Listed(list_weak(record, store.evidence, scope, wanted), "weak", "weak")
        case "statements":
            return Listed(dated.list_statements(record, store.evidence, scope, wanted), "statements")
        case "speakers":
            return Listed(listing.list_speakers(record, store.evidence, wanted.parties), "speakers")
        case _:
            return Listed(dated.list_events(record, store.evidence, wanted), "events")
