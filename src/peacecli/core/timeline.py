"""What happened and who said what, in date order."""

from collections import Counter

from peacecli.core.describe import data
from peacecli.core.entries import entries
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.timeline import EntryCount, Timeline
from peacecli.core.wanted import Wanted


def timeline(record: Negotiation, evidence: Evidence, wanted: Wanted, limit: int | None = None) -> Timeline:
    """The entries asked for, the first `limit` of them, with how many there are of each kind."""
    found = [entry for entry in entries(record, evidence) if wanted.includes(entry)]
    kinds = Counter(str(entry.kind) for entry in found)
    counts = EntryCount(len(found), *(kinds[kind] for kind in EntryCount._fields[1:]))
    return Timeline(SCHEMA_VERSION, "timeline", data(record), counts, tuple(found[:limit]))
