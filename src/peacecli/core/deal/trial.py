"""The positions that a saved answer is about, and every package that they can tell apart, for `verify` to try.

Read from the record alone: nothing here is used by the search.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import inf
from typing import Any

from peacecli.core.outcomes import Outcomes, Range
from peacecli.core.record import Negotiation
from peacecli.core.scope import Scope, in_force
from peacecli.errors import DataError

MAX_TRIALS = 50_000_000
"""So many positions tried on a package, or counts compared: a minute or so."""
Counts = tuple[int, ...]
Way = tuple[str, int]
"""One alternative of a position."""
Package = Mapping[str, Outcomes]
"""For each issue the outcomes, any of which will do."""


class Trial:
    """The positions asked about. `ways`: by name the alternatives, each (issue, outcomes let through) on its issues."""

    def __init__(self, record: Negotiation, saved: Mapping[str, Any]) -> None:
        parties, issues = (one["party"] for one in saved["coverage"]), saved.get("issues", record.issues)
        scope = Scope(tuple(parties), frozenset(issues), frozenset(saved["stances"]), saved["as_of"])
        stated = list(in_force(record, scope, scope.as_of))
        self.spaces = {issue.id: issue.space for issue in record.issues.values()}
        self.party = {position.id: position.party for position, _ in stated}
        self.issues = {position.id: frozenset(period.issues) for position, period in stated}
        self.ways = {
            position.id: [[(a.issue, a.acceptable if saved["strict"] else a.acceptable | a.unclear) for a in way]
                          for way in period.alternatives]
            for position, period in stated
        }  # fmt: skip
        self.spent = 0
        self.fixed = self.read(saved.get("fixed", ()))

    def read(self, said: Any) -> Package:
        """The outcomes that an answer names, by issue."""
        words = {one["issue"]: [Range(**o) if isinstance(o, dict) else o for o in one["outcomes"]] for one in said}
        return {issue: self.spaces[issue].outcomes(outcomes) for issue, outcomes in words.items()}

    def met(self, name: str, package: Package) -> bool:
        """Whether the package meets the position, whatever it leaves open."""
        return any(all(issue in package and package[issue] <= good for issue, good in way) for way in self.ways[name])

    def points(self, issue: str) -> list[Outcomes]:
        """All options; of numbers, those at, between and beyond the ends that anything said about them has."""
        space = self.spaces[issue]
        fixed = self.fixed.get(issue, space.whole)
        sets = [good for ways in self.ways.values() for way in ways for one, good in way if one == issue]
        ends = sorted({cut[0] for one in [*sets, fixed] for span in one.spans for cut in span} - {inf, -inf}) or [0]
        numbers = [*ends, *((a + b) / 2 for a, b in pairwise(ends)), ends[0] - 1, ends[-1] + 1, inf]
        every = map(Outcomes.of, range(len(space.options)) if space.options else numbers)
        return [point for point in every if point <= fixed]

    def packages(self, names: Collection[str]) -> Iterator[Package]:
        """Every package on the issues of these positions. Raises DataError."""
        issues = sorted(frozenset[str]().union(*(self.issues[name] for name in names)))
        for choice in product(*map(self.points, issues)):
            self.spend(len(names))
            yield dict(zip(issues, choice, strict=True))

    def spend(self, trials: int) -> None:
        """Count trials. Raises DataError when there are too many, so that no answer keeps one waiting for ever."""
        self.spent += trials
        if self.spent > MAX_TRIALS:
            raise DataError("too-many", f"to re-check this answer takes more than {MAX_TRIALS:,} trials")

    def possible(self, names: Collection[str]) -> bool:
        """Whether a package meets all of the positions."""
        return any(all(self.met(name, package) for name in names) for package in self.packages(names))

    def fewest(self, sides: Sequence[Collection[str]]) -> list[set[Counts]]:
        """The counts of positions crossed by side that no package undercuts, for each group of linked positions."""
        found, rest = [], set(self.ways)
        while rest:
            group = {min(rest)}
            while more := {n for n in rest - group if any(self.issues[n] & self.issues[m] for m in group)}:
                group |= more
            rest -= group
            found.append(self._fewest_of(group, sides))
        return found

    def in_all(self, groups: Sequence[set[Counts]], sides: int) -> set[Counts]:
        """What the counts of groups come to together, without those that are undercut."""
        found = {(0,) * sides}
        for one in groups:
            self.spend(len(found) * len(one))
            found = self._undominated({added(a, b) for a in found for b in one})
        return found

    def _fewest_of(self, group: Collection[str], sides: Sequence[Collection[str]]) -> set[Counts]:
        """The same for one group. Every outcome is tried, issue by issue; packages that leave the same ways open to
        positions not yet met or crossed are tried further as one.
        """
        ways = {(name, number): way for name in group for number, way in enumerate(self.ways[name])}
        issues = sorted(frozenset[str]().union(*(self.issues[name] for name in group)))
        tried = {frozenset(ways): {(0,) * len(sides)}}
        for place, issue in enumerate(issues, start=1):
            whole = {one for one, way in ways.items() if not any(other in issues[place:] for other, _ in way)}
            further: dict[frozenset[Way], set[Counts]] = {}
            for point in self.points(issue):
                fails = {one for one, way in ways.items() if any(n == issue and not point <= good for n, good in way)}
                self.spend(len(tried))
                for still, counts in tried.items():
                    left = still - fails
                    met = {name for name, _ in left & whole}
                    crossed = {name for name, _ in still} - {name for name, _ in left}
                    more = tuple(sum(self.party[name] in side for name in crossed) for side in sides)
                    open_ = frozenset(one for one in left if one[0] not in met)
                    further.setdefault(open_, set()).update(added(one, more) for one in counts)
            tried = {still: self._undominated(counts) for still, counts in further.items()}
        return tried[frozenset()]

    def _undominated(self, counts: set[Counts]) -> set[Counts]:
        """The counts than which none is nowhere higher."""
        kept: set[Counts] = set()
        for one in sorted(counts, key=sum):
            self.spend(len(kept))
            if not any(all(x <= y for x, y in zip(other, one, strict=True)) for other in kept):
                kept.add(one)
        return kept


def added(one: Counts, other: Counts) -> Counts:
    """Two counts added up side by side."""
    return tuple(map(sum, zip(one, other, strict=True)))
