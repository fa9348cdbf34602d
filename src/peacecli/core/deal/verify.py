"""Saved results re-checked from the record alone, by trying every outcome; shares no code with what found them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peacecli.core.deal.trial import Counts, Trial
from peacecli.core.record import Negotiation
from peacecli.core.results.verify import Checked

Checks = Iterator[tuple[str, bool]]


def verify(record: Negotiation, saved: Mapping[str, Any]) -> Iterator[Checked]:
    """One check for each claim of a saved `conflicts`, `concessions`, `packages` or `zone` answer. Raises DataError for
    one that takes too many trials.
    """
    checks = {"conflicts": _conflicts, "concessions": _concessions, "packages": _packages, "zone": _zones}
    return (Checked(*one) for one in checks[saved["command"]](Trial(record, saved), saved))


def _conflicts(trial: Trial, saved: Any) -> Checks:
    """No package meets all of the positions; some package meets all but any one."""
    for one in saved["conflicts"]:
        rests = [set(one["positions"]) - {name} for name in one["positions"]]
        yield one["key"], not trial.possible(one["positions"]) and all(map(trial.possible, rests))


def _concessions(trial: Trial, saved: Any) -> Checks:
    """Each conflict is one. Each way out meets every conflict with no position to spare, and in its witness all other
    positions hold. A complete list has every such set, so its first is smallest.
    """
    clusters = [[frozenset(key.split("+")) for key in cluster["conflicts"]] for cluster in saved["clusters"]]
    involved = [frozenset[str]().union(*conflicts) for conflicts in clusters]
    for cluster, conflicts, own in zip(saved["clusters"], clusters, involved, strict=True):
        hitting = {frozenset[str]()}
        for conflict in conflicts:
            hitting = {one | {name} for one in hitting for name in conflict if one.isdisjoint(conflict) or name in one}
            trial.spend(len(hitting) ** 2)
            hitting = {one for one in hitting if not any(other < one for other in hitting)}
        other = frozenset[str]().union(*involved) - own
        for way in cluster["sets"]:
            witness, given_up = trial.read(way["witness"]), frozenset(way["positions"])
            kept = [n for n in trial.ways if n in own or not trial.issues[n].isdisjoint(witness)]
            holds = all(trial.met(name, witness) for name in kept if name not in given_up | other)
            yield way["key"], given_up in hitting and holds
        listed = {frozenset(way["positions"]) for way in cluster["sets"]}
        fewest = cluster["smallest"] == min(map(len, hitting)) if cluster["complete"] else listed <= hitting
        true = not any(map(trial.possible, conflicts)) and (listed == hitting or not cluster["complete"])
        yield cluster["key"], fewest and true


def _packages(trial: Trial, saved: Any) -> Checks:
    """Each keeps to what is fixed and crosses exactly what it says; a complete list has what was asked for."""
    sides, frontier, complete = saved["sides"], saved["summary"]["frontier"], saved["summary"]["complete"]
    groups = trial.fewest(sides) if complete else [{tuple(one["counts"]) for one in saved["packages"]}]
    best = trial.in_all(groups, len(sides)) if frontier else set()
    for one in saved["packages"]:
        package, counts = trial.read(one["outcomes"]), tuple(one["counts"])
        crossed = {name for name in trial.ways if not trial.met(name, package)}
        said = {name for party in one["crossed"] for name in party["crossed"]}
        counted = tuple(sum(trial.party[name] in side for name in crossed) for side in sides)
        asked = (
            counts in best if frontier else _is_best_for(trial, groups, sides.index(one["best_for"].split("+")), counts)
        )
        within = all(package.get(issue, fixed) <= fixed for issue, fixed in trial.fixed.items())
        yield one["key"], crossed == said and counts == counted and asked and within
    if complete:
        yield "all", len(saved["packages"]) == (len(best) if frontier else len(sides))


def _is_best_for(trial: Trial, groups: Sequence[set[Counts]], side: int, counts: Counts) -> bool:
    """No package has fewer crossings for the side, or as few and, from the worst-off on, fewer for the others."""
    fewest = [{one for one in group if one[side] == min(other[side] for other in group)} for group in groups]
    found = trial.in_all(fewest, len(counts))
    return min((one[side], *sorted(one, reverse=True)) for one in found) == (
        counts[side],
        *sorted(counts, reverse=True),
    )


def _zones(trial: Trial, saved: Any) -> Checks:
    """An outcome is in the zone if and only if every position on the issue can still be met."""
    for one in saved["zones"]:
        ((issue, zone),) = trial.read([one]).items()
        spoken = [name for name in trial.ways if issue in trial.issues[name]]
        left = [{tried[issue] for tried in trial.packages([n]) if trial.met(n, tried)} for n in spoken]
        yield one["key"], all((point <= zone) == all(point in each for each in left) for point in trial.points(issue))
