"""Saved results re-checked from the record alone, by trying every outcome; shares no code with what found them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import inf
from typing import Any

from peacecli.core.outcomes import Outcomes, Range
from peacecli.core.record import Alternatives, Negotiation
from peacecli.core.results.verify import Checked


def verify(record: Negotiation, saved: Mapping[str, Any]) -> Iterator[Checked]:
    """One check for each claim of a saved `conflicts`, `concessions`, `packages` or `zone` answer."""
    day, stances = saved["as_of"], saved["stances"]
    asked = [one["party"] for one in saved["coverage"]]
    stated = [one for one in record.positions.values() if one.party in asked and one.stance in stances]
    lines = {one.id: period.alternatives for one in stated if (period := one.on(day))}
    items, check = {
        "conflicts": ("conflicts", _conflict),
        "concessions": ("sets", _way_out),
        "packages": ("packages", _package),
        "zone": ("zones", _zone),
    }[saved["command"]]
    for part in saved.get("clusters", [saved]):
        for one in part[items]:
            yield Checked(one["key"], check(record, lines, part, one, saved["strict"]))


def _met(alternatives: Alternatives, package: Mapping[str, float], strict: bool) -> bool:
    """Whether a package meets one of the alternatives on every issue that it names."""
    return any(
        all(
            Outcomes.of(package[atom.issue]) <= (atom.acceptable if strict else atom.acceptable | atom.unclear)
            for atom in conjunction
            if atom.issue in package
        )
        for conjunction in alternatives
    )


def _packages(record: Negotiation, lines: Sequence[Alternatives]) -> Iterator[dict[str, float]]:
    """Every package that the lines can tell apart: all options; numbers at, between and beyond the lines' edges."""
    points: dict[str, set[float]] = {}
    for atom in (one for line in lines for conjunction in line for one in conjunction):
        space, seen = record.issues[atom.issue].space, points.setdefault(atom.issue, set())
        cuts = sorted(
            {cut[0] for s in (atom.acceptable, atom.unclear) for span in s.spans for cut in span} - {inf, -inf}
        )
        if space.kind != "quantity":
            seen.update(range(len(space.options)))
        else:
            seen.update(cuts, {cut + step for cut in cuts or [0] for step in (-1, 1)}, {inf} if space.unlimited else ())
            seen.update({(a + b) / 2 for a, b in pairwise(sorted(seen - {inf}))})
    for choice in product(*points.values()):
        yield dict(zip(points, choice, strict=True))


def _conflict(record: Negotiation, lines: Mapping[str, Alternatives], _: Any, one: Any, strict: bool) -> bool:
    """No package meets all of the positions, and without any one of them some package meets the rest."""
    chosen = [lines[name] for name in one["positions"]]
    everyone = frozenset(range(len(chosen)))
    met = {frozenset(n for n in everyone if _met(chosen[n], tried, strict)) for tried in _packages(record, chosen)}
    return everyone not in met and all(any(everyone - {n} <= some for some in met) for n in everyone)


def _way_out(record: Negotiation, lines: Mapping[str, Alternatives], cluster: Any, one: Any, strict: bool) -> bool:
    """The witness meets all that is kept, and keeping any one position more would leave a conflict standing."""
    conflicts = [set(key.split("+")) for key in cluster["conflicts"]]
    kept = set[str]().union(*conflicts) - set(one["positions"])
    witness = {said["issue"]: _first(record, said) for said in one["witness"]}
    return all(_met(lines[name], witness, strict) for name in kept) and all(
        any(conflict <= kept | {name} for conflict in conflicts) for name in one["positions"]
    )


def _package(record: Negotiation, lines: Mapping[str, Alternatives], saved: Any, one: Any, strict: bool) -> bool:
    """It crosses exactly what it says, and where a frontier is claimed no other package is nowhere worse."""
    package = {said["issue"]: _first(record, said) for said in one["outcomes"]}
    crossed = {name for party in one["crossed"] for name in party["crossed"]}
    others = [other["counts"] for other in saved["packages"] if other is not one and saved["summary"]["frontier"]]
    dominated = any(all(a <= b for a, b in zip(other, one["counts"], strict=True)) for other in others)
    return not dominated and crossed == {name for name in lines if not _met(lines[name], package, strict)}


def _zone(record: Negotiation, lines: Mapping[str, Alternatives], _: Any, one: Any, strict: bool) -> bool:
    """An outcome is in the zone if and only if every position on the issue can still be met."""
    issue, space = one["issue"], record.issues[one["issue"]].space
    zone = space.outcomes(Range(**said) if isinstance(said, dict) else said for said in one["outcomes"])
    spoken = [line for line in lines.values() if any(atom.issue == issue for each in line for atom in each)]
    points = {tried[issue] for line in spoken for tried in _packages(record, [_only(line, issue)])}
    return all((Outcomes.of(p) <= zone) == all(_met(line, {issue: p}, strict) for line in spoken) for p in points)


def _only(line: Alternatives, issue: str) -> Alternatives:
    return tuple(tuple(atom for atom in conjunction if atom.issue == issue) for conjunction in line)


def _first(record: Negotiation, said: Any) -> float:
    space, name = record.issues[said["issue"]].space, said["outcomes"][0]
    if not isinstance(name, dict):
        return space.point(name)
    return inf if name["unlimited"] else name["at_least"] or name["at_most"] or 0
