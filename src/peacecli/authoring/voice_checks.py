"""Who can state a red line: somebody whose office could bind the party on the day of the statement."""

from collections.abc import Container, Iterable, Iterator, Mapping

from peacecli.authoring import models as m
from peacecli.authoring.names import Problem
from peacecli.authoring.time_checks import surely_before
from peacecli.core.record import Date


def check_voices(
    party: m.PartyFile, offices: Mapping[str, Iterable[m.Role]], parties: Container[str]
) -> Iterator[Problem]:
    """A complaint for each red line that nobody stated who could bind the party; none where a speaker, or a party that
    he or she speaks for, is unknown.
    """
    if party.party not in parties:
        return
    for index, position in enumerate(party.positions):
        said = [(offices.get(one.speaker), one.date) for one in position.statements]
        if position.stance == "red_line" and not any(
            roles is None or _binds(roles, party.party, day, parties) for roles, day in said
        ):
            message = f"nobody states this red line who could bind `{party.party}` on that day"
            hint = "cite somebody with a role that `speaks_for` the party then, or make it a demand"
            yield Problem(("positions", index, "stance"), "no-voice", message, hint)


def _binds(roles: Iterable[m.Role], party: str, day: Date, parties: Container[str]) -> bool:
    return any(
        any(one == party or one not in parties for one in role.speaks_for)
        and not (role.since and surely_before(day, role.since))
        and not (role.until and surely_before(role.until, day))
        for role in roles
    )
