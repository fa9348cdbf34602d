"""The compiled record as JSON rows, and back."""

import json
from typing import Any

import pytest
from hypothesis import given

from peacecli.authoring.load import Loaded
from peacecli.core.codec import decode, encode
from peacecli.core.evidence_codec import decode_evidence
from peacecli.core.outcomes import Outcomes, Range
from peacecli.core.record import Negotiation
from peacecli.errors import DataError
from tests import strategies as my
from tests.core.building import ARMY, atom, negotiation, plan, position


def _through_json(value: object) -> Any:
    return json.loads(json.dumps(encode(value), allow_nan=False))


class TestRecord:
    """Everything an analysis needs."""

    @given(my.NEGOTIATIONS)
    def test_generated(self, record: Negotiation) -> None:
        """Any record comes back equal, straight and through JSON text."""
        assert record == decode(encode(record))
        assert record == decode(_through_json(record))

    def test_real(self, loaded: Loaded) -> None:
        """The real record comes back equal, straight and through JSON text."""
        assert loaded.record == decode(encode(loaded.record))
        assert loaded.record == decode(_through_json(loaded.record))

    def test_order(self, loaded: Loaded) -> None:
        """Parties, issues, plans and positions keep their order, and so do the terms of each plan."""
        back = decode(_through_json(loaded.record))

        for name, value in loaded.record._asdict().items():
            if isinstance(value, dict):
                assert list(value) == list(getattr(back, name))
        assert [list(one.terms) for one in loaded.record.plans.values()] == [
            list(one.terms) for one in back.plans.values()
        ]

    def test_same_types(self, loaded: Loaded) -> None:
        """What comes back is made of the same types, so that it can be a key and prints the same."""
        back = decode(_through_json(loaded.record))

        assert repr(loaded.record) == repr(back._replace(plans=dict(back.plans)))

    @pytest.mark.parametrize(
        "said",
        [
            (600000,),
            (2.5,),
            ("unlimited",),
            (Range(None, None, False),),
            (Range(None, None, True),),
            (Range(5, None, True),),
            (Range(5, None, False),),
            (Range(None, 5, False),),
            (1, Range(5, 7, False), "unlimited"),
        ],
    )
    def test_numbers(self, said: tuple[float | str | Range, ...]) -> None:
        """Numbers without end have no place in JSON and come back all the same."""
        line = atom("army", *said, ideal="unlimited")
        record = negotiation(plan("one"), position("line", line))

        back = decode(_through_json(record)).positions["line"].periods[0].alternatives
        assert ((line,),) == back

    @pytest.mark.parametrize("left_out", [5, "unlimited"])
    def test_open_ends(self, left_out: float | str) -> None:
        """A set that leaves a number out comes back without it."""
        without = ARMY.whole - ARMY.outcomes([left_out])
        line = atom("army", 1)._replace(acceptable=without, unclear=Outcomes())
        record = negotiation(plan("one"), position("line", line))

        assert without == decode(_through_json(record)).positions["line"].periods[0].alternatives[0][0].acceptable


class TestEvidence:
    """What is loaded only when asked for."""

    def test_real(self, loaded: Loaded) -> None:
        """The real evidence comes back equal, straight and through JSON text, with the same types."""
        assert loaded.evidence == decode_evidence(encode(loaded.evidence))
        assert repr(loaded.evidence) == repr(decode_evidence(_through_json(loaded.evidence)))


class TestDamaged:
    """Other rows."""

    @pytest.mark.parametrize("rows", [[], [1, 2, 3], ["a"] * 12, [None] * 12])
    def test_refused(self, rows: list[Any]) -> None:
        """Rows of another shape are refused, not half read."""
        with pytest.raises((ValueError, TypeError)):
            decode(rows)

    def test_a_damaged_plan(self, loaded: Loaded) -> None:
        """A plan is read when it is asked for, and refused then if its row is damaged; the others are sound."""
        rows = _through_json(loaded.record)
        place = list(loaded.record._fields).index("plans")
        rows[place][-1] = rows[place][-1][:3]
        first, *_, last = loaded.record.plans
        back = decode(rows)

        assert loaded.record.plans[first] == back.plans[first]
        with pytest.raises(DataError, match=last):
            back.plans[last]

    def test_a_row_too_short(self, loaded: Loaded) -> None:
        """A record with a cell missing is refused."""
        rows = encode(loaded.record)

        with pytest.raises((ValueError, TypeError)):
            decode(rows[:-1])
