"""`peacecli packages`."""

from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import assigned, one_day, one_plan, refuse_twice, scope
from peacecli.cli.run import emit, how
from peacecli.cli.search_engine import engine
from peacecli.cli.watch import LimitOption, SolverOption, TimeLimitOption, Watch
from peacecli.cli.weighing import by_weights
from peacecli.core import select
from peacecli.core.deal.packages import packages
from peacecli.core.record import Negotiation, Plan
from peacecli.core.results.packages import Packages
from peacecli.core.results.weighed import Weighed
from peacecli.errors import UsageError
from peacecli.store import Store, find


def command(
    party: o.PartyOption = None,
    camp: Annotated[
        list[str] | None, typer.Option("--camp", metavar="P,P...", help="Parties counted as one side. Repeatable.")
    ] = None,
    base: Annotated[
        str | None, typer.Option("--base", metavar="PLAN", help="What it says stands.", autocompletion=o.complete_plan)
    ] = None,
    fix: Annotated[
        list[str] | None, typer.Option("--fix", metavar="ISSUE=VALUE", help="This stands. Repeatable.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write a package as a draft.", readable=False)
    ] = None,
    pick: Annotated[int, typer.Option("--pick", min=1, metavar="N", help="Which package to save.")] = 1,
    preferences: Annotated[
        Path | None,
        typer.Option("--preferences", metavar="FILE", help="Your own weights for two parties.", readable=False),
    ] = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    strict: o.StrictOption = False,
    limit: LimitOption = None,
    time_limit: TimeLimitOption = None,
    solver: SolverOption = False,
    as_of: o.DayOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show whole packages and what each crosses.

    peacecli packages --party russia --party ukraine
    """
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    sides = _sides(record, party or (), camp or ())
    question = scope(
        record, [one for side in sides for one in side], issue, stance or ["red_line"], one_day(record, as_of)
    )
    asked_for = list(assigned(record, fix or (), "--fix"))
    refuse_twice([name for name, _ in asked_for])
    fixed = {name: outcomes[0] for name, outcomes in asked_for}
    plan = one_plan(record, base) if base else None
    by = engine(solver)
    result: Packages | Weighed
    with Watch("Looking for packages", time_limit) as watch:
        if preferences:
            others = [name for name, used in (("--camp", camp), ("--base", base), ("--fix", fix)) if used]
            result = by_weights(record, question, preferences, strict, limit, watch, others)
        else:
            result = packages(record, question, sides, plan, fixed, strict, limit, watch.stop, by.find)
    if save:
        from peacecli.cli.saving import save_draft

        save_draft(record, _picked(record, result, pick, plan), save, output)
    emit(record, result, "packages", "weighed" if preferences else "packages", asked)
    return watch.code


def _sides(record: Negotiation, parties: list[str] | tuple[()], camps: list[str] | tuple[()]) -> list[tuple[str, ...]]:
    named = [[party] for party in parties] + [camp.split(",") for camp in camps]
    sides = list(dict.fromkeys(tuple(dict.fromkeys(select.party(record, one) for one in side)) for side in named))
    everyone = [party for side in sides for party in side]
    if twice := next((party for party in everyone if everyone.count(party) > 1), None):
        raise UsageError("two-sides", f"{twice} is on two sides", "name a party once")
    return sides or [(party,) for party in record.parties]


def _picked(record: Negotiation, result: Packages | Weighed, pick: int, base: Plan | None) -> Plan:
    from peacecli.core.deal.package_text import package_text

    if pick > len(result.packages):
        raise UsageError("no-package", f"there is no package {pick} among {len(result.packages)}")
    return package_text(record, result.packages[pick - 1].outcomes, base)
