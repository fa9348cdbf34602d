"""One copy, read-out or translation of a text."""

import pytest

from peacecli.core import select
from peacecli.core.record import Plan, Term, Variant
from peacecli.core.variants import variant_of
from peacecli.errors import UsageError
from tests.core.building import bracketed, disputed, negotiation, outcomes, plan, settled


def _carried(term: Term, *variants: tuple[str, ...]) -> Term:
    """The term with the variants that carry each of its readings."""
    options = (one._replace(variants=carried) for one, carried in zip(term.options, variants, strict=True))
    return term._replace(options=tuple(options))


@pytest.fixture
def read_out() -> Plan:
    """A plan that a paper and a broadcaster have in their own ways."""
    terms = (
        _carried(disputed("path", "in", "out"), ("paper",), ("radio",)),
        _carried(disputed("army", 5, 6), ("paper", "radio"), ("radio",)),
        settled("years", 5)._replace(absent_from=("paper",)),
        bracketed("keeper", "east", "west"),
    )
    variants = tuple(Variant(name, f"As {name} has it", "copy", None, None, ()) for name in ("paper", "radio"))
    return plan("one", *terms, unknown=("years",))._replace(variants=variants)


@pytest.mark.parametrize(("variant", "said"), [("paper", "in"), ("radio", "out")])
def test_reading(read_out: Plan, variant: str, said: str) -> None:
    """Where a variant carries one of the readings, that is what it says."""
    term = variant_of(read_out, variant).terms["path"]

    assert (term.status, term.outcomes) == ("settled", outcomes("path", said))


def test_both_readings(read_out: Plan) -> None:
    """A variant that carries both readings settles nothing."""
    assert variant_of(read_out, "radio").terms["army"] == read_out.terms["army"]


def test_left_out(read_out: Plan) -> None:
    """What a variant lacks is not in it; what no variant is said to lack is in all."""
    assert ["years" in variant_of(read_out, name).terms for name in ("paper", "radio")] == [False, True]
    assert variant_of(read_out, "paper").terms["keeper"] == read_out.terms["keeper"]


def test_names(read_out: Plan) -> None:
    """A variant has the version's id before its own, and says which version it is of."""
    one = variant_of(read_out, "paper")

    assert (one.id, one.version, one.title) == ("one@paper", "one", "The one plan: As paper has it")


@pytest.mark.parametrize("typed", ["one@paper", "ONE@Paper", "one@papr"])
def test_select(read_out: Plan, typed: str) -> None:
    """A variant is chosen by the version and its own id; a near miss is offered the right one."""
    record = negotiation(read_out)

    if "papr" in typed:
        with pytest.raises(UsageError) as caught:
            select.plan(record, typed)
        assert (caught.value.code, caught.value.candidates) == ("unknown-variant", ("paper",))
    else:
        assert select.plan(record, typed) == variant_of(read_out, "paper")
