"""A scenario that NegMAS loads: issues, options and somebody's own linear-additive utilities.

The files are JSON, which is YAML as well. NegMAS itself is never imported: it is AGPL and takes 791 MB.
"""

import json
from pathlib import Path
from typing import Any

from peacecli.atomic import put, refuse_as_folder
from peacecli.core.deal.weighed import Preferences, Weights
from peacecli.core.record import Negotiation
from peacecli.errors import DataError
from peacecli.writers.markdown import escaped
from peacecli.writers.safe import safe

STABLE = 2047
"""NegMAS's bits for utilities that do not change during a negotiation."""
README = """# {title}, for NegMAS

Made by peacecli from the record `{id}` {version} (digest {digest}) and the weights in `{name}`. To load it:

    from negmas import Scenario
    scenario = Scenario.from_yaml_folder("{folder}")

The weights are those of the file that was given; peacecli has none. This format cannot hold, so here is not:

- any other party than {parties}, and any issue that the file does not weigh;
- what is acceptable, unacceptable or unclear to a party; conditions (`unless`, `provided`, any of, all of), and so
  every conflict that spans issues; utilities here are sums over single issues;
- the order of a scale: every issue is a list of names without order; of quantities only the numbers that are weighed;
- the status quo, bracketed text, texts and their points; dates: it is one state of the record, not a history;
- statements, sources and grades: nothing here leads to one;
- exact decimals: NegMAS reckons with binary floating point.
"""


def write_negmas(record: Negotiation, preferences: Preferences, path: Path) -> None:
    """The scenario in a new folder, whole or not at all. Raises UsageError and DataError."""

    def fill(beside: Path) -> None:
        beside.mkdir()
        for name, text in scenario(record, preferences, path.name).items():
            (beside / name).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")

    refuse_as_folder(path)
    put(fill, path)


def scenario(record: Negotiation, preferences: Preferences, folder: str) -> dict[str, str]:
    """The files of the scenario by name: the outcome space, either party's utility, and a README. Raises
    DataError where two would have one name.
    """
    both = (preferences.one, preferences.other)
    parties = " and ".join(record.parties[one.party].label for one in both)
    about = {"title": record.title, "id": record.id, "version": record.version, "digest": record.digest}
    texts = {**about, "name": preferences.name, "folder": folder, "parties": escaped(parties)}
    texts["title"] = escaped(record.title)
    readme = README.format(**{name: safe(" ".join(text.split())) for name, text in texts.items()})
    if f"{record.id}-issues" in {one.party for one in both}:
        raise DataError("like-id", f"the party {record.id}-issues would stand in the file of the issues")
    files = {f"{record.id}-issues.yml": _outcome_space(record, preferences.one)}
    files |= {f"{one.party}.yml": _utility(record, one) for one in both}
    return {name: json.dumps(content, indent=2) + "\n" for name, content in files.items()} | {"README.md": readme}


def _outcome_space(record: Negotiation, weights: Weights) -> dict[str, Any]:
    issues = [
        {"name": issue, "type": "CategoricalIssue", "values": [_name(record, issue, where) for where in values]}
        for issue, values in weights.values.items()
    ]
    return {"name": f"{record.id}-issues", "type": "DiscreteCartesianOutcomeSpace", "issues": issues}


def _utility(record: Negotiation, weights: Weights) -> dict[str, Any]:
    tables = [
        {"type": "TableFun", "mapping": {_name(record, issue, where): float(value) for where, value in values.items()}}
        for issue, values in weights.values.items()
    ]
    return {
        "name": weights.party,
        "type": "LinearAdditiveUtilityFunction",
        "reserved_value": float(weights.reservation),
        "reserved_outcome": None,
        "stability": STABLE,
        "weights": [1] * len(tables),
        "values": tables,
    }


def _name(record: Negotiation, issue: str, where: float) -> str:
    return str(record.issues[issue].space.name(where))
