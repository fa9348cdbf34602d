"""From what somebody types to the thing meant: ids, aliases, loose words, globs, near misses."""

from collections.abc import Callable

import pytest

from peacecli.authoring.load import Loaded
from peacecli.core import select
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Issue, Negotiation, Plan, Topic
from peacecli.errors import UsageError
from tests.core.building import ARMY, KEEPER, PATH, atom, issue, negotiation, party, plan, position


def _issue(name: str, label: str, *aliases: str) -> Issue:
    return issue("path", aliases=aliases)._replace(id=name, topic=name.partition(".")[0], label=label)


@pytest.fixture(scope="module")
def record() -> Negotiation:
    """A negotiation with names that are easily confused."""
    issues = (
        _issue("sea.bridge", "Keeper of the bridge", "crossing"),
        _issue("sea.ports", "Use of the ports", "harbours", "free ports"),
        _issue("land.bridge-road", "Road to the bridge"),
        _issue("land.army.size", "Size of the army", "troops"),
        _issue("land.army.place", "Where the army stands"),
        _issue("seal", "The seal"),
    )
    made = negotiation(
        plan("28", aliases=("28-point-plan", "first draft")),
        plan("20", aliases=("20-points", "двадцать")),
        plan("harbour-2025"),
        position("east-bridge", atom("path", "in")),
        position("west-bridge", atom("path", "in"), party="west"),
        party("east", aliases=("Eastern Republic", "capital-e")),
    )
    topics = {name: Topic(name, name, None) for name in ("sea", "land", "seal")}
    return made._replace(issues={one.id: one for one in issues}, topics=topics)


class TestOne:
    """One thing from one word or several."""

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("28", "28"),
            ("28-point-plan", "28"),
            ("28 Point Plan", "28"),
            ("28POINTPLAN", "28"),
            ("First-Draft", "28"),
            ("20_points", "20"),
            ("HARBOUR-2025", "harbour-2025"),
            ("harbour 2025", "harbour-2025"),
            ("harbour", "harbour-2025"),
        ],
    )
    def test_plan(self, record: Negotiation, typed: str, expected: str) -> None:
        """A plan from its id, an alias, in any case, with any marks between the words, or from a word of its title."""
        assert expected == select.plan(record, typed).id

    @pytest.mark.parametrize("typed", ["east", "EAST", "eastern republic", "Eastern-Republic", "capital e", "republic"])
    def test_party(self, record: Negotiation, typed: str) -> None:
        """A party from its id, its label or an alias."""
        assert select.party(record, typed) == "east"

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("sea.bridge", "sea.bridge"),
            ("Sea.Bridge", "sea.bridge"),
            ("sea bridge", "sea.bridge"),
            ("crossing", "sea.bridge"),
            ("keeper", "sea.bridge"),
            ("bridge keeper", "sea.bridge"),
            ("free-ports", "sea.ports"),
            ("ports use", "sea.ports"),
            ("Road to the bridge", "land.bridge-road"),
            ("size army", "land.army.size"),
            ("TROOPS", "land.army.size"),
        ],
    )
    def test_issue(self, record: Negotiation, typed: str, expected: str) -> None:
        """An issue from its id, an alias, or words of its label in any order, where only one has them all."""
        assert expected == select.issue(record, typed)

    @pytest.mark.parametrize("typed", ["east-bridge", "East Bridge", "eastbridge"])
    def test_position(self, record: Negotiation, typed: str) -> None:
        """A position from its id."""
        assert select.position(record, typed) == "east-bridge"

    def test_id_before_alias(self, record: Negotiation) -> None:
        """What is an id is never an alias of something else."""
        odd = record._replace(plans={"odd": plan("odd", aliases=("20",)), **record.plans})

        assert select.plan(odd, "20").id == "20"

    @pytest.mark.parametrize("typed", ["", " ", "-", ".", "?!"])
    @pytest.mark.parametrize("choose", [select.plan, select.party, select.issue, select.position])
    def test_nothing_typed(
        self, record: Negotiation, choose: Callable[[Negotiation, str], str | Plan], typed: str
    ) -> None:
        """Nothing but marks means nothing."""
        with pytest.raises(UsageError):
            choose(record, typed)


class TestNearMiss:
    """Errors with the nearest right things."""

    @pytest.mark.parametrize(
        ("choose", "typed", "code", "candidate"),
        [
            (select.plan, "harbor-2025", "unknown-plan", "harbour-2025"),
            (select.plan, "28-pint-plan", "unknown-plan", "28"),
            (select.party, "easst", "unknown-party", "east"),
            (select.party, "eastern republik", "unknown-party", "east"),
            (select.issue, "sea.bridgge", "unknown-issue", "sea.bridge"),
            (select.issue, "harbors", "unknown-issue", "sea.ports"),
            (select.position, "east-brige", "unknown-position", "east-bridge"),
        ],
    )
    def test_misspelt(
        self,
        record: Negotiation,
        choose: Callable[[Negotiation, str], str | Plan],
        typed: str,
        code: str,
        candidate: str,
    ) -> None:
        """A misspelt name gives a usage error that names the right one, as an id."""
        with pytest.raises(UsageError, match=typed) as caught:
            choose(record, typed)

        assert (code, candidate) == (caught.value.code, caught.value.candidates[0])
        assert f"`{candidate}`" in (caught.value.hint or "")

    def test_several(self, record: Negotiation) -> None:
        """Words that several issues have choose none of them, and offer all."""
        with pytest.raises(UsageError) as caught:
            select.issue(record, "army")

        assert caught.value.candidates == ("land.army.size", "land.army.place")

    def test_at_most_five(self, record: Negotiation) -> None:
        """Nobody is offered a long list."""
        many = {f"plan-{n}": plan(f"plan-{n}") for n in range(9)}

        with pytest.raises(UsageError) as caught:
            select.plan(record._replace(plans=many), "plan")

        assert len(caught.value.candidates) == 5

    @pytest.mark.parametrize(
        ("choose", "kind"), [(select.plan, "plans"), (select.party, "parties"), (select.issue, "issues")]
    )
    def test_nothing_near(
        self, record: Negotiation, choose: Callable[[Negotiation, str], str | Plan], kind: str
    ) -> None:
        """Where nothing is near the hint says where to look."""
        with pytest.raises(UsageError) as caught:
            choose(record, "qqqqqqqq")

        assert caught.value.candidates == ()
        assert f"peacecli list {kind}" in (caught.value.hint or "")


class TestIssues:
    """Filters: several patterns, each an id, an alias, a topic or a glob."""

    @pytest.mark.parametrize(
        ("patterns", "expected"),
        [
            (["sea.bridge"], {"sea.bridge"}),
            (["crossing"], {"sea.bridge"}),
            (["sea"], {"sea.bridge", "sea.ports"}),
            (["land"], {"land.bridge-road", "land.army.size", "land.army.place"}),
            (["land.army"], {"land.army.size", "land.army.place"}),
            (["seal"], {"seal"}),
            (["*.bridge*"], {"sea.bridge", "land.bridge-road"}),
            (["land.*"], {"land.bridge-road", "land.army.size", "land.army.place"}),
            (["sea.port?"], {"sea.ports"}),
            (["sea.[bp]*"], {"sea.bridge", "sea.ports"}),
            (["*"], {"sea.bridge", "sea.ports", "land.bridge-road", "land.army.size", "land.army.place", "seal"}),
            (["sea", "troops"], {"sea.bridge", "sea.ports", "land.army.size"}),
            (["sea", "sea.*"], {"sea.bridge", "sea.ports"}),
        ],
    )
    def test_patterns(self, record: Negotiation, patterns: list[str], expected: set[str]) -> None:
        """What any of the patterns matches; a topic is every issue under it, and no other that begins alike."""
        assert expected == select.issues(record, patterns)

    @pytest.mark.parametrize("pattern", ["SEA", "Sea.*"])
    def test_case(self, record: Negotiation, pattern: str) -> None:
        """Topics and globs are read in any case, as ids and aliases are."""
        assert {"sea.bridge", "sea.ports"} == select.issues(record, [pattern])

    def test_none_is_every_issue(self, record: Negotiation) -> None:
        """Without a pattern nothing is left out."""
        assert record.issues.keys() == select.issues(record, [])

    @pytest.mark.parametrize("patterns", [["sky.*"], ["sea", "sky"], ["bridge"], [""]])
    def test_pattern_that_matches_nothing(self, record: Negotiation, patterns: list[str]) -> None:
        """Each pattern has to match, and to be clear."""
        with pytest.raises(UsageError) as caught:
            select.issues(record, patterns)

        assert caught.value.code == "unknown-issue"

    def test_real_topic(self, loaded: Loaded) -> None:
        """`nato` is every issue of that topic in the real record."""
        expected = {one.id for one in loaded.record.issues.values() if one.topic == "nato"}

        assert expected == select.issues(loaded.record, ["nato"])
        assert "nato.membership" in expected


class TestOutcome:
    """One outcome of an issue."""

    @pytest.mark.parametrize(
        ("of", "typed", "expected"),
        [
            (issue("path"), "near", PATH.outcomes(["near"])),
            (issue("path"), "Near", PATH.outcomes(["near"])),
            (issue("keeper"), "both", KEEPER.outcomes(["both"])),
            (issue("army"), "600000", ARMY.outcomes([600000])),
            (issue("army"), "2.5", ARMY.outcomes([2.5])),
            (issue("army"), "unlimited", ARMY.outcomes(["unlimited"])),
        ],
    )
    def test_found(self, of: Issue, typed: str, expected: Outcomes) -> None:
        """An option by its id or label, a number by its digits."""
        assert expected == select.outcome(of, typed)

    @pytest.mark.parametrize(
        ("of", "typed", "hint"),
        [
            (issue("path"), "nearr", "`near`"),
            (issue("army"), "many", "a number of people or `unlimited`"),
            (issue("years"), "unlimited", "a number of years"),
        ],
    )
    def test_not_found(self, of: Issue, typed: str, hint: str) -> None:
        """What is no outcome is a usage error that says what would be."""
        with pytest.raises(UsageError) as caught:
            select.outcome(of, typed)

        assert (caught.value.code, hint in (caught.value.hint or "")) == ("unknown-outcome", True)


@pytest.mark.parametrize("word", ["28-Point Plan", "28pointplan", "28_POINT.PLAN"])
def test_key(word: str) -> None:
    """Words are compared by their letters and digits alone."""
    assert select.key(word) == "28pointplan"


def test_every_alias_of_the_real_record(loaded: Loaded) -> None:
    """Every id and alias in the real record leads to the thing it belongs to."""
    record = loaded.record

    for one in record.plans.values():
        assert {one.id} == {select.plan(record, word).id for word in (one.id, *one.aliases)}
    for two in record.issues.values():
        assert {two.id} == {select.issue(record, word) for word in (two.id, *two.aliases)}
    for three in record.parties.values():
        assert {three.id} == {select.party(record, word) for word in (three.id, *three.aliases)}
