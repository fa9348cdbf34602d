"""Plans that are no version of the record: drafts of one's own, and packages."""

from collections.abc import Mapping

from peacecli.core.record import Completeness, Date, Negotiation, Plan, Term

OWN_DRAFT = "own draft"
"""The textual status of what is no version of the record."""


def own_text(
    record: Negotiation,
    name: str,
    title: str,
    date: Date,
    terms: Mapping[str, Term],
    authors: tuple[str, ...] = (),
    completeness: Completeness = "complete",
    note: str | None = None,
) -> Plan:
    """A plan with these terms in the order of the issues, and nothing else."""
    return Plan(
        id=name,
        title=title,
        kind="draft",
        date=date,
        textual_status=OWN_DRAFT,
        completeness=completeness,
        authors=authors,
        aliases=(),
        drafting=None,
        status=None,
        summary=note,
        supersedes=(),
        points_in_text=None,
        notes=(),
        points=(),
        terms={issue: terms[issue] for issue in record.issues if issue in terms},
        companions=(),
        variants=(),
        struck=(),
        not_in_text=(),
        accounts=(),
        assessments=(),
        sources=(),
    )
