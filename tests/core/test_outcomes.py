"""Outcome spaces and sets of outcomes: the algebra, how sets are written, and betweenness."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.authoring import sets as authored
from peacecli.authoring.fields import AllBut, Bounds, Item
from peacecli.core.outcomes import Outcome, Outcomes, Range, Space, closer
from tests import strategies as my
from tests.core.building import ARMY, KEEPER, PATH, YEARS
from tests.core.oracle import everything, inside, listed

BIG = 10**6


@st.composite
def _several(draw: st.DrawFn, count: int) -> tuple[Space, list[Outcomes]]:
    space = draw(my.spaces())
    return space, [draw(my.sets(space)) for _ in range(count)]


class TestAlgebra:
    """The laws of sets hold on every kind of space."""

    @given(st.data())
    def test_as_listed(self, data: st.DataObject) -> None:
        """A set holds exactly the outcomes that its author named."""
        space = data.draw(my.spaces())
        said = data.draw(my.written(space))

        assert listed(space, said) == inside(space, authored.outcomes(space, said))

    @given(_several(2))
    def test_operators_agree_with_frozensets(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """Union, intersection, difference, subset and disjointness are those of plain sets of outcomes."""
        space, (one, other) = drawn
        listed_one, listed_other = inside(space, one), inside(space, other)

        assert listed_one | listed_other == inside(space, one | other)
        assert listed_one & listed_other == inside(space, one & other)
        assert listed_one - listed_other == inside(space, one - other)
        assert (listed_one <= listed_other) == (one <= other)
        assert listed_one.isdisjoint(listed_other) == one.isdisjoint(other)
        assert (listed_one == listed_other) == (one == other)

    @given(_several(3))
    def test_laws(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """Order and grouping do not matter, and union and intersection distribute over one another."""
        _, (a, b, c) = drawn

        assert a | b == b | a
        assert a & b == b & a
        assert (a | b) | c == a | (b | c)
        assert (a & b) & c == a & (b & c)
        assert a & (b | c) == (a & b) | (a & c)
        assert a | (b & c) == (a | b) & (a | c)

    @given(_several(2))
    def test_subset(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """Subset can be said with union, with intersection and with difference."""
        _, (a, b) = drawn

        assert (a <= b) == (a | b == b) == (a & b == a) == (not a - b)

    @given(_several(2))
    def test_difference_splits(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """What is outside and what is inside another set make up the whole, and share nothing."""
        _, (a, b) = drawn

        assert a == (a - b) | (a & b)
        assert (a - b).isdisjoint(b)

    @given(_several(2))
    def test_de_morgan(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """The complement of a union is the intersection of the complements."""
        space, (a, b) = drawn

        assert space.whole - (a | b) == (space.whole - a) & (space.whole - b)
        assert space.whole - (a & b) == (space.whole - a) | (space.whole - b)

    @given(_several(1))
    def test_within_the_whole(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """Every set lies in its space, and its complement twice is the set."""
        space, (a,) = drawn

        assert a <= space.whole
        assert a == space.whole - (space.whole - a)

    @given(_several(2))
    def test_equal_sets_hash_alike(self, drawn: tuple[Space, list[Outcomes]]) -> None:
        """However a set came about, equal sets are one key."""
        _, (a, b) = drawn

        assert hash(a | b) == hash((b - a) | (a & b) | (a - b))

    def test_empty_is_false(self) -> None:
        """A set is true when it holds anything."""
        assert (bool(Outcomes()), bool(Outcomes.of(0))) == (False, True)

    def test_not_equal_to_others(self) -> None:
        """A set equals no other kind of thing."""
        assert Outcomes.of(1) != {1}

    def test_repr_shows_the_spans(self) -> None:
        """A set in a traceback shows what it holds."""
        assert repr(Outcomes.of(1)) == "Outcomes((((1, -1), (1, 1)),))"


class TestSpace:
    """What the outcomes of an issue are."""

    @pytest.mark.parametrize(("space", "ordered"), [(PATH, True), (KEEPER, False), (ARMY, True), (YEARS, True)])
    def test_ordered(self, space: Space, ordered: bool) -> None:
        """Scales and quantities are ordered, choices are not."""
        assert ordered == space.ordered

    @given(my.spaces(), st.data())
    def test_name_and_point(self, space: Space, data: st.DataObject) -> None:
        """An outcome's name leads to its place and back."""
        where = data.draw(my.points(space))

        assert where == space.point(space.name(where))

    @pytest.mark.parametrize(
        ("space", "name"),
        [
            (PATH, "elsewhere"),
            (PATH, 1),
            (KEEPER, "unlimited"),
            (ARMY, "in"),
            (YEARS, "unlimited"),
            (ARMY, math.inf),
            (ARMY, math.nan),
        ],
    )
    def test_no_such_outcome(self, space: Space, name: str | float) -> None:
        """What is none of the outcomes has no place."""
        with pytest.raises(ValueError, match="is not"):
            space.point(name)

    def test_unlimited_is_above_every_number(self) -> None:
        """`at least` any number holds `unlimited`, `at most` any number does not."""
        unlimited = ARMY.outcomes(["unlimited"])

        assert unlimited <= ARMY.between(BIG, None)
        assert unlimited.isdisjoint(ARMY.between(None, BIG))

    def test_finite(self) -> None:
        """`finite` is everything but `unlimited`, and everything where there is no `unlimited`."""
        assert ARMY.finite == ARMY.whole - ARMY.outcomes(["unlimited"])
        assert YEARS.finite == YEARS.whole

    @given(my.spaces(), st.data())
    def test_between_its_own_ends(self, space: Space, data: st.DataObject) -> None:
        """A range holds its ends and what lies between them, and nothing when they are the wrong way round."""
        low, high = data.draw(my.points(space)), data.draw(my.points(space))
        expected = frozenset(where for where in everything(space) if low <= where <= high)

        assert expected == inside(space, space.between(space.name(low), space.name(high)))

    @given(my.spaces())
    def test_between_open_ends(self, space: Space) -> None:
        """A range without ends is everything."""
        assert space.whole == space.between(None, None)


class TestWriting:
    """`names` writes a set, `outcomes` reads it back."""

    @pytest.mark.parametrize(
        ("space", "said", "names"),
        [
            (PATH, ("far", "in"), ("in", "far")),
            (PATH, (Bounds(at_least="near"),), ("near", "far", "out")),
            (PATH, (Bounds(at_most="near"),), ("in", "near")),
            (KEEPER, (AllBut(all_but=("west", "both")),), ("east", "nobody")),
            (ARMY, ("800000", "600000", "800000"), (600000, 800000)),
            (ARMY, ("2.5",), (2.5,)),
            (ARMY, ("-3",), (-3,)),
            (ARMY, ("unlimited",), ("unlimited",)),
            (ARMY, ("unlimited", "5"), (5, "unlimited")),
            (ARMY, (Bounds(at_least="5"),), (Range(5, None, True),)),
            (YEARS, (Bounds(at_least="5"),), (Range(5, None, False),)),
            (ARMY, (Bounds(at_most="5"),), (Range(None, 5, False),)),
            (ARMY, (Bounds(at_least="5", at_most="7"),), (Range(5, 7, False),)),
            (ARMY, (Bounds(at_least="5", at_most="7"), Bounds(at_least="6", at_most="9")), (Range(5, 9, False),)),
            (ARMY, ("finite",), (Range(None, None, False),)),
            (ARMY, ("finite", "unlimited"), (Range(None, None, True),)),
            (ARMY, (AllBut(all_but=("unlimited",)),), (Range(None, None, False),)),
        ],
    )
    def test_names(self, space: Space, said: tuple[Item, ...], names: tuple[Outcome, ...]) -> None:
        """A set is written in the order of its space, each outcome once, ranges as ranges."""
        assert names == space.names(authored.outcomes(space, said))

    @given(my.spaces(), st.data())
    def test_round_trip_of_closed_sets(self, space: Space, data: st.DataObject) -> None:
        """A set written and read back is the same set."""
        said = data.draw(st.lists(my.closed_items(space), max_size=3))
        made = authored.outcomes(space, said)

        assert made == space.outcomes(space.names(made))

    @given(my.spaces(), st.data())
    def test_round_trip(self, space: Space, data: st.DataObject) -> None:
        """A set written and read back is the same set, also where it leaves a number out."""
        made = data.draw(my.sets(space))

        assert made == space.outcomes(space.names(made))

    def test_written_apart_from_its_complement(self) -> None:
        """No number stands both in a set as written and in what the set leaves out."""
        accepted = ARMY.outcomes([600000])
        left_out = ARMY.outcomes(ARMY.names(ARMY.whole - accepted))

        assert accepted.isdisjoint(left_out)

    @pytest.mark.parametrize(
        ("space", "item"),
        [
            (PATH, "elsewhere"),
            (PATH, "finite"),
            (PATH, Bounds(at_least="out", at_most="in")),
            (ARMY, Bounds(at_least="9", at_most="5")),
            (ARMY, "many"),
            (ARMY, "1e3"),
            (YEARS, "unlimited"),
            (KEEPER, AllBut(all_but=("north",))),
        ],
    )
    def test_refused(self, space: Space, item: Item) -> None:
        """An author's words that name no outcome are an error, not the empty set."""
        with pytest.raises(ValueError, match=r"."):
            authored.outcomes(space, (item,))

    @pytest.mark.parametrize("item", ["in", Bounds(at_least="in", at_most="far"), AllBut(all_but=("in", "far"))])
    def test_words(self, item: Item) -> None:
        """`words` finds every outcome that an item names."""
        assert "in" in [word for _, word in authored.words(item)]

    def test_words_of_an_open_range(self) -> None:
        """An open end names no outcome."""
        assert authored.words(Bounds(at_most="far")) == [(("at_most",), "far")]


class TestCloser:
    """Betweenness: no steps are added up, there is no distance."""

    @pytest.mark.parametrize(
        ("old", "new", "ideal", "expected"),
        [
            (("out",), ("far",), "in", True),
            (("out",), ("in",), "in", True),
            (("far",), ("out",), "in", False),
            (("far",), ("far",), "in", False),
            (("in",), ("near",), "in", False),
            (("near",), ("out",), "far", False),
            (("out",), ("near",), "far", False),
            (("near", "out"), ("near", "far"), "in", True),
            (("near", "out"), ("in", "out"), "in", True),
            (("far", "out"), ("near", "out"), "in", True),
            (("near", "far"), ("in", "out"), "in", False),
            (("in", "out"), ("near", "far"), "in", False),
            (("near", "out"), ("far",), "far", True),
            (("near", "out"), ("near",), "far", False),
        ],
    )
    def test_table(self, old: tuple[str, ...], new: tuple[str, ...], ideal: str, expected: bool) -> None:
        """Closer is what lies between the old outcome and the ideal; a set only if both its ends do."""
        assert expected == closer(PATH.outcomes(old), PATH.outcomes(new), PATH.point(ideal))

    @pytest.mark.parametrize(
        ("old", "new", "ideal", "expected"),
        [
            (600000, 800000, "unlimited", True),
            (800000, 600000, "unlimited", False),
            (800000, "unlimited", "unlimited", True),
            (600000, Range(800000, None, True), "unlimited", True),
            (Range(600000, None, True), Range(800000, None, True), "unlimited", True),
            (600000, 100000, 85000, True),
            (600000, 50000, 85000, False),
        ],
    )
    def test_quantities(self, old: Outcome, new: Outcome, ideal: str | float, expected: bool) -> None:
        """Numbers have betweenness too, and `unlimited` lies at the far end."""
        assert expected == closer(ARMY.outcomes([old]), ARMY.outcomes([new]), ARMY.point(ideal))

    @given(my.ordered_spaces(), st.data())
    def test_single_points(self, space: Space, data: st.DataObject) -> None:
        """Of single outcomes, closer is between: not the old one, and on the way from it to the ideal."""
        old, new, ideal = (data.draw(my.points(space)) for _ in range(3))
        between = min(old, ideal) <= new <= max(old, ideal) and new != old

        assert between == closer(Outcomes.of(old), Outcomes.of(new), ideal)

    @given(my.ordered_spaces(), st.data())
    def test_irreflexive(self, space: Space, data: st.DataObject) -> None:
        """Nothing is closer than itself."""
        one, ideal = data.draw(my.sets(space, least=1)), data.draw(my.points(space))

        assert not closer(one, one, ideal)

    @given(my.ordered_spaces(), st.data())
    def test_asymmetric(self, space: Space, data: st.DataObject) -> None:
        """Of two sets at most one is closer than the other."""
        one, other = (data.draw(my.sets(space, least=1)) for _ in range(2))
        ideal = data.draw(my.points(space))

        assert not (closer(one, other, ideal) and closer(other, one, ideal))

    def test_asymmetric_with_a_gap(self) -> None:
        """Filling the gap in a set is neither closer nor further."""
        gap, filled = PATH.outcomes(["near", "out"]), PATH.outcomes(["near", "far", "out"])
        ideal = PATH.point("in")

        assert [closer(gap, filled, ideal), closer(filled, gap, ideal)] == [False, False]

    @given(my.ordered_spaces(), st.data())
    def test_transitive_on_one_side(self, space: Space, data: st.DataObject) -> None:
        """Two steps that each lead closer on one side of the ideal lead closer together."""
        ideal = data.draw(my.points(space))
        above = data.draw(st.booleans())
        name = space.name(ideal)
        side = space.between(name, None) if above else space.between(None, name)
        one, two, three = ((data.draw(my.sets(space)) & side) or Outcomes.of(ideal) for _ in range(3))

        if closer(one, two, ideal) and closer(two, three, ideal):
            assert closer(one, three, ideal)

    @given(my.ordered_spaces(), st.data())
    def test_the_ideal_is_closest(self, space: Space, data: st.DataObject) -> None:
        """Anything else comes closer by becoming the ideal, and nothing is closer than the ideal."""
        ideal = data.draw(my.points(space))
        other = data.draw(my.sets(space, least=1))
        goal = Outcomes.of(ideal)

        assert (other != goal) == closer(other, goal, ideal)
        assert not closer(goal, other, ideal)
