"""What had been said by a day: nothing that is dated later."""

from peacecli.core.dates import within
from peacecli.core.evidence import Evidence
from peacecli.core.record import Date, Plan
from peacecli.core.scope import OWN_DATE, Scope


def said_by(date: Date | None, day: Date) -> bool:
    """Whether something can have been said by a day: also what has no date, or an approximate one in its month."""
    return date is None or within(date[:7] if date.endswith("~") else date, None, day)


def plan_by(plan: Plan, scope: Scope) -> Plan:
    """The plan with what others had judged of it by the day asked about; all of it where that is the text's own date,
    since a text is judged by others once it is there.
    """
    if scope.as_of == OWN_DATE:
        return plan
    return plan._replace(assessments=tuple(one for one in plan.assessments if said_by(one.date, scope.as_of)))


def evidence_by(evidence: Evidence, day: Date) -> Evidence:
    """The evidence with denials, reactions and differences as they stood on a day; with one side left there is none."""
    statements = {
        name: one._replace(denied_by=tuple(denial for denial in one.denied_by if said_by(denial.date, day)))
        for name, one in evidence.statements.items()
    }
    differences = (
        one._replace(sides=tuple(side for side in one.sides if said_by(side.date, day))) for one in evidence.differences
    )
    return evidence._replace(
        statements=statements,
        reactions=tuple(one for one in evidence.reactions if said_by(one.date, day)),
        differences=tuple(one for one in differences if len(one.sides) > 1),
    )
