"""What an author cannot write: each mistake is refused at its place, with a code and the nearest right word.

A case changes the small negotiation; a « marks where the complaint must point.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from peacecli.authoring.load import load
from peacecli.authoring.validate import validate
from peacecli.errors import Complaint, DataError
from tests.small import Change, Place, negotiation

HEAD = "positions.yaml"
ALDER = "parties/alder.yaml"
BIRCH = "parties/birch.yaml"
COUNCIL = "parties/council.yaml"
SEVEN = "plans/7.yaml"
LETTER = "plans/letter.yaml"
HANDSHAKE = "plans/handshake.yaml"
TABLE = "plans/table.yaml"
SOURCES = "sources/2024.yaml"


class Case(NamedTuple):
    """A mistake: its name, the code of every complaint about it, the changes, words of message or hint."""

    name: str
    code: str
    changes: tuple[Change, ...]
    words: str = ""


def case(name: str, code: str, file: str, old: str, new: str, words: str = "") -> Case:
    """A mistake made by one change."""
    return Case(name, code, (Change(file, old, new),), words)


def complaints(path: Path) -> tuple[Complaint, ...]:
    """Everything that is wrong with a negotiation."""
    with pytest.raises(DataError) as caught:
        load(path)
    return caught.value.complaints


NEW_SOURCE = """  - {mark}id: {id}
    publisher: The Gazette
    title: Again
    url: https://gazette.example/again
    date: 2024-05-20
    kind: press-report
    reliability: C
"""
SECOND_DIFFERENCE = """  - id: «alder-differ
    about: Who rakes the leaves
    sides:
      - says: She does.
      - says: He does.
"""
DEMAND = """  - {mark}id: council-tall
    stance: {stance}
    strength: soft
    says: Something about the height.
{condition}
    statements:
      - date: 2024-01-10
        speaker: clerk
        says: Said so.
        sources: [gazette]
        credibility: 1
"""


def council(condition: str, stance: str = "demand", mark: str = "") -> Change:
    """One more position of the council."""
    return Change(COUNCIL, "", DEMAND.format(condition=condition, stance=stance, mark=mark))


SHAPES = [
    case("a key nobody reads", "unknown-key", LETTER, "kind: letter\n", "kind: letter\n«titel: red\n", "`title`"),
    case("a key nobody reads, deep inside", "unknown-key", BIRCH, "ideal: felled", "«idael: felled", "`ideal`"),
    case(
        "no kind",
        "missing-key",
        LETTER,
        "plan: letter\ntitle: Birch's letter\nkind: letter\n",
        "«plan: letter\ntitle: Birch's letter\n",
        "`kind`",
    ),
    case("an unknown kind", "wrong-value", LETTER, "kind: letter", "kind: «lettre", "letter"),
    case("an unknown stance", "wrong-value", COUNCIL, "stance: preference", "stance: «wish", "preference"),
    case("an empty label", "wrong-value", HEAD, "label: The line", "«label: ''"),
    case("an id with capitals", "wrong-value", SOURCES, "id: minutes", "id: «Minutes"),
    case("a short name too long", "wrong-value", HEAD, "short: VC", "short: «VILLAGE"),
    case(
        "no statements",
        "missing-key",
        COUNCIL,
        "  - id: council-order",
        DEMAND.format(mark="«", stance="demand", condition="    issue: fence.gate\n    acceptable: no").partition(
            "    statements"
        )[0]
        + "  - id: council-order",
        "`statements`",
    ),
    case("empty statements", "wrong-value", COUNCIL, "    statements:\n", "    «statements: []\nnote: |\n"),
    case(
        "a statement without a date",
        "missing-key",
        COUNCIL,
        "- date: 2024-01-10\n        speaker",
        "- «speaker",
        "`date`",
    ),
    case(
        "a statement without a source",
        "missing-key",
        COUNCIL,
        "- date: 2024-01-10\n        speaker: clerk\n"
        "        says: Read the building rules out.\n        sources: [gazette]",
        "- «date: 2024-01-10\n        speaker: clerk\n        says: Read the building rules out.",
        "`sources`",
    ),
    case("a statement with no source listed", "wrong-value", COUNCIL, "sources: [gazette]", "«sources: []"),
    case(
        "a point without a source",
        "missing-key",
        SEVEN,
        "- number: 11\n    says: Good neighbours make good fences.\n    no_term: A wish.\n    sources: [gazette]",
        "- «number: 11\n    says: Good neighbours make good fences.\n    no_term: A wish.",
        "`sources`",
    ),
    case("a point with no source listed", "wrong-value", LETTER, "sources: [gazette]", "«sources: []"),
    case(
        "a status quo without a source",
        "missing-key",
        HEAD,
        "    status_quo:\n      value: kept\n      date: 2024-06-01~\n      sources: [survey]\n",
        "    «status_quo:\n      value: kept\n      date: 2024-06-01~\n",
        "`sources`",
    ),
    case("credibility beyond six", "wrong-value", LETTER, "credibility: 3", "credibility: «7"),
    case("credibility in words", "wrong-value", LETTER, "credibility: 3", "credibility: «low"),
    case("reliability beyond F", "wrong-value", SOURCES, "reliability: D", "reliability: «G"),
    case("a thirteenth month", "wrong-value", SOURCES, "date: 2024-03-05", "date: «2024-13-05", "no such date"),
    case("the thirtieth of February", "wrong-value", SOURCES, "date: 2024-03-05", "date: «2024-02-30", "no such date"),
    case("a date by the slash", "wrong-value", SOURCES, "date: 2024-03-05", "date: «5/1/2024", "2025-11-24"),
    case("a date with a time", "wrong-value", SOURCES, "date: 2024-03-05", "date: «2024-01-05T10:00", "not a date"),
    case("a date in words", "wrong-value", SOURCES, "date: 2024-03-05", "date: «last week", "not a date"),
    case(
        "an address without http",
        "wrong-value",
        SOURCES,
        "url: https://village.example/minutes",
        "url: «javascript:alert(1)",
        "web address",
    ),
    case(
        "a source without address",
        "wrong-value",
        SOURCES,
        "- id: minutes\n    publisher: Village council\n    title: Minutes\n    url: https://village.example/minutes\n",
        "- «id: minutes\n    publisher: Village council\n    title: Minutes\n",
        "url or a seed",
    ),
    case(
        "a scale without order",
        "wrong-value",
        HEAD,
        "- id: garden.pear\n    topic: garden\n    label: Pear tree\n    question: What becomes of the pear tree?\n"
        "    kind: scale\n    order: how much of it is left\n",
        "- «id: garden.pear\n    topic: garden\n    label: Pear tree\n    question: What becomes of the pear tree?\n"
        "    kind: scale\n",
        "order",
    ),
    case(
        "a quantity without unit",
        "wrong-value",
        HEAD,
        "- id: garden.share\n    topic: garden\n"
        "    label: Alder's share of the cost\n    question: What part of the cost does the upper house bear?\n"
        "    kind: quantity\n    unit: percent\n",
        "- «id: garden.share\n    topic: garden\n    label: Share\n    question: How much?\n    kind: quantity\n",
        "unit",
    ),
    case(
        "two shapes of condition",
        "wrong-value",
        BIRCH,
        "each_of: [line.front, line.back]",
        "issue: line.front\n    «each_of: [line.front, line.back]",
        "one of issue",
    ),
    case(
        "no condition",
        "wrong-value",
        BIRCH,
        "  - id: birch-share\n    stance: accepts\n    strength: soft\n"
        "    says: Would pay half.\n    issue: garden.share\n    acceptable: 50\n",
        "  - «id: birch-share\n    stance: accepts\n    strength: soft\n    says: Would pay half.\n",
        "issue",
    ),
    case(
        "nothing said to be acceptable",
        "wrong-value",
        BIRCH,
        "- id: birch-share\n    stance: accepts\n    strength: soft\n"
        "    says: Would pay half.\n    issue: garden.share\n    acceptable: 50\n",
        "- id: birch-share\n    stance: accepts\n    strength: soft\n    says: Would pay half.\n"
        "    issue: «garden.share\n",
        "acceptable",
    ),
    case("a range without ends", "wrong-value", ALDER, "acceptable: {at_most: 180}", "«acceptable: {}", "at_least"),
    case("a range as the ideal", "wrong-value", ALDER, "ideal: 120", "«ideal: {at_most: 120}", "not text"),
    case("a record as of a year", "wrong-value", HEAD, "as_of: 2024-06-30", "as_of: «2024", "to the day"),
    case("a record as of about a day", "wrong-value", HEAD, "as_of: 2024-06-30", "as_of: «2024-06-30~", "to the day"),
    case("a plan called like a file", "wrong-value", LETTER, "plan: letter", "plan: «letter.yaml", "read as a file"),
    case("fewer points than there are", "wrong-value", SEVEN, "points_in_text: 7", "points_in_text: «3", "4 points"),
    case("an order of what has none", "wrong-value", HEAD, "    note: Nothing", "    order: «size\n    note: Nothing"),
    case("a unit of what has options", "wrong-value", HEAD, "    note: Nothing", "    unit: «cm\n    note: Nothing"),
    case(
        "two addresses of a source", "wrong-value", SOURCES, "seed: 01-drawer", "seed: «01\n    url: https://a.example"
    ),
    case(
        "a difference between one",
        "wrong-value",
        ALDER,
        "    sides:\n      - says: It does.\n        speaker: anna\n        date: 2024-02-01\n"
        "        sources: [letter-feb]\n",
        "    «sides:\n",
        "there is only one",
    ),
    case("an empty list is acceptable", "wrong-value", BIRCH, "acceptable: 50", "«acceptable: []"),
    case(
        "derived without reason",
        "wrong-value",
        ALDER,
        "- id: alder-hedge\n    stance: demand\n    strength: soft\n"
        "    basis: derived\n    note: Coder's reading of a remark on birds.\n",
        "- id: alder-hedge\n    stance: demand\n    strength: soft\n    basis: «derived\n",
        "note",
    ),
    case(
        "a period without beginning",
        "wrong-value",
        ALDER,
        "  - id: alder-pear\n    stance: red_line\n    strength: hard\n"
        "    says: Kept the pear tree whole at first, and may now have it trimmed.\n    periods:\n"
        "      - since: 2024-02-01\n        issue: garden.pear\n",
        "  - id: alder-pear\n    stance: red_line\n    strength: hard\n    says: Keep it.\n    periods:\n"
        "      - «issue: garden.pear\n",
        "since",
    ),
    case("a number of a point in words", "wrong-value", SEVEN, "number: 11", "number: «eleven"),
    case(
        "a bracket with one option",
        "wrong-value",
        TABLE,
        "      - issue: fence.material\n        options:\n          - value: hedge\n            proposed_by: [alder]\n",
        "      - issue: fence.material\n        «options:\n",
        "two or more",
    ),
    case(
        "a bracket without proposer",
        "missing-key",
        TABLE,
        "- value: hedge\n            proposed_by: [alder]",
        "- «value: hedge",
        "`proposed_by`",
    ),
    case(
        "a term in two forms",
        "wrong-value",
        SEVEN,
        "- issue: garden.pear\n",
        "- issue: garden.pear\n        «any_of: [felled]\n",
        "one of value",
    ),
    case(
        "a point without term or reason",
        "wrong-value",
        SEVEN,
        "- number: 11\n    says: Good neighbours make good fences.\n    no_term: A wish.\n",
        "- «number: 11\n    says: Good neighbours make good fences.\n",
        "no_term",
    ),
    case(
        "an uncoded plan with points",
        "wrong-value",
        LETTER,
        "plan: letter\ntitle: Birch's letter\nkind: letter\n"
        "date: 2024-06-10~\ntextual_status: reported\ncompleteness: partial",
        "plan: letter\ntitle: Birch's letter\n"
        "kind: letter\ndate: 2024-06-10~\ntextual_status: reported\ncompleteness: «uncoded",
        "uncoded",
    ),
]

REFERENCES = [
    case(
        "the topic of an issue",
        "unknown-topic",
        HEAD,
        "topic: garden\n    label: Pear tree",
        "topic: «gardn\n    label: Pear tree",
        "`garden`",
    ),
    case("a featured plan", "unknown-plan", HEAD, "featured: [7, table]", "featured: [7, «tabel]", "`table`"),
    case(
        "the source of a status quo",
        "unknown-source",
        HEAD,
        "date: 2024-06-01~\n      sources: [survey]",
        "date: 2024-06-01~\n      sources: [«surwey]",
        "`survey`",
    ),
    case("the issue of a position", "unknown-issue", ALDER, "issue: fence.gate", "issue: «fence.gat", "`fence.gate`"),
    case(
        "the issue of an exception",
        "unknown-issue",
        ALDER,
        "unless:\n      issue: fence.height",
        "unless:\n      issue: «fence.hight",
        "`fence.height`",
    ),
    case(
        "one of several issues",
        "unknown-issue",
        BIRCH,
        "each_of: [line.front, line.back]",
        "each_of: [line.front, «line.bakc]",
        "`line.back`",
    ),
    case("the speaker of a statement", "unknown-speaker", COUNCIL, "speaker: clerk", "speaker: «clark", "`clerk`"),
    case(
        "the source of a statement",
        "unknown-source",
        ALDER,
        "sources: [minutes, gazette-copy]",
        "sources: [minutes, «gazete]",
        "`gazette`",
    ),
    case(
        "the plan of a statement",
        "unknown-plan",
        COUNCIL,
        "says: Read the building rules out.",
        "says: Read the building rules out.\n        plan: «tabel",
        "`table`",
    ),
    case(
        "the speaker of a denial",
        "unknown-speaker",
        ALDER,
        "- speaker: arno\n            date",
        "- speaker: «arnold\n            date",
        "`arno`",
    ),
    case(
        "the source of a denial",
        "unknown-source",
        ALDER,
        "says: Had not heard of it.\n            sources: [gazette]",
        "says: Had not heard of it.\n            sources: [«gazet]",
        "`gazette`",
    ),
    case("the party spoken for", "unknown-party", BIRCH, "speaks_for: [birch]", "speaks_for: [«brich]", "`birch`"),
    case("the plan of a reaction", "unknown-plan", ALDER, "plan: 7", "plan: «17", "`7`"),
    case(
        "the speaker of a reaction",
        "unknown-speaker",
        ALDER,
        "    speaker: anna\n    response",
        "    speaker: «ana\n    response",
        "`anna`",
    ),
    case(
        "the issue of a difference",
        "unknown-issue",
        ALDER,
        "issues: [garden.pear]",
        "issues: [«garden.peer]",
        "`garden.pear`",
    ),
    case(
        "the speaker of a side",
        "unknown-speaker",
        ALDER,
        "- says: It does not.\n        speaker: arno",
        "- says: It does not.\n        speaker: «aron",
        "`arno`",
    ),
    case("an author", "unknown-party", LETTER, "authors: [birch]", "authors: [«brich]", "`birch`"),
    case("an older version", "unknown-plan", TABLE, "supersedes: [7]", "supersedes: [«tabl]", "`table`"),
    case("the source of a plan", "unknown-source", HANDSHAKE, "sources: [gazette]", "sources: [«gazett]", "`gazette`"),
    case("the issue of a term", "unknown-issue", SEVEN, "issue: garden.pear", "issue: «garden.pare", "`garden.pear`"),
    case("who a term obliges", "unknown-party", SEVEN, "obliges: [alder, birch]", "obliges: [alder, «bich]", "`birch`"),
    case(
        "the source of a point",
        "unknown-source",
        SEVEN,
        "sources: [gazette, survey]",
        "sources: [gazette, «survay]",
        "`survey`",
    ),
    case(
        "the source of an option",
        "unknown-source",
        TABLE,
        "proposed_by: [birch]\n            sources: [minutes]",
        "proposed_by: [birch]\n            sources: [«minuets]",
        "`minutes`",
    ),
    case(
        "the source of a reading",
        "unknown-source",
        TABLE,
        "value: 160\n            sources: [minutes]",
        "value: 160\n            sources: [«minuets]",
        "`minutes`",
    ),
    case(
        "the source of a claim",
        "unknown-source",
        TABLE,
        "says: In his garden.\n            sources: [gazette]",
        "says: In his garden.\n            sources: [«gazet]",
        "`gazette`",
    ),
    case(
        "the source of a companion",
        "unknown-source",
        TABLE,
        "says: Where the posts go.\n    sources: [minutes]",
        "says: Where the posts go.\n    sources: [«minuets]",
        "`minutes`",
    ),
    case(
        "the position that was judged",
        "unknown-position",
        SEVEN,
        "positions: [alder-gate]",
        "positions: [«alder-gait]",
        "`alder-gate`",
    ),
    case(
        "a party without a file",
        "no-party-file",
        HEAD,
        "  - id: council\n",
        "  - id: «dog\n    label: The dog\n    short: DOG\n  - id: council\n",
        "`dog`",
    ),
    case(
        "a party by its short name",
        "unknown-party",
        TABLE,
        "authors: [alder, birch]",
        "authors: [alder, birch, «vc]",
        "`council`",
    ),
    case("an id unlike any", "unknown-source", HANDSHAKE, "sources: [gazette]", "sources: [«xyzzy]"),
]

SCALES = [
    case("an option misspelt", "off-scale", ALDER, "acceptable: hedge", "acceptable: «hegde", "`hedge`"),
    case(
        "one of several options",
        "off-scale",
        BIRCH,
        "acceptable: [felled, trimmed]",
        "acceptable: [felled, «sawn]",
        "felled, trimmed, kept",
    ),
    case("an option of another issue", "off-scale", SEVEN, "value: felled", "value: «wood", "felled, trimmed, kept"),
    case("a number for an option", "off-scale", SEVEN, "value: wood", "value: «2"),
    case("a word for a number", "off-scale", SEVEN, "value: 200", "value: «high", "a number"),
    case("no limit where there is one", "off-scale", BIRCH, "acceptable: 50", "acceptable: «unlimited", "a number"),
    case("infinity", "off-scale", BIRCH, "acceptable: 50", "acceptable: «.inf"),
    case("not a number", "off-scale", BIRCH, "acceptable: 50", "acceptable: «nan"),
    case("a number with an exponent", "off-scale", BIRCH, "acceptable: 50", "acceptable: «5e1"),
    case("a number with a comma", "off-scale", BIRCH, "acceptable: 50", "acceptable: «5,0"),
    case("a number in another base", "off-scale", BIRCH, "acceptable: 50", "acceptable: «0x32"),
    case(
        "an end of a range",
        "off-scale",
        ALDER,
        "acceptable: {at_most: 180}",
        "acceptable: {at_most: «tall}",
        "a number",
    ),
    case(
        "an exception", "off-scale", BIRCH, "acceptable: {all_but: [wire]}", "acceptable: {all_but: [«wier]}", "`wire`"
    ),
    case("a range of what has no order", "no-order", SEVEN, "value: wood", "value: {«at_least: wood}", "have no order"),
    case(
        "a range up to what has no order",
        "no-order",
        COUNCIL,
        "acceptable: [hedge, wood]",
        "acceptable: [hedge, {«at_most: wood}]",
    ),
    case("any number as the ideal", "off-scale", ALDER, "ideal: 120", "ideal: «finite", "the ideal is one"),
    case("a number in wide digits", "off-scale", BIRCH, "acceptable: 50", "acceptable: «\uff15\uff10", "None a number"),
    case(
        "any number as an end",
        "off-scale",
        ALDER,
        "acceptable: {at_most: 180}",
        "acceptable: {at_most: «finite}",
        "`finite` is every number",
    ),
    case("what is unclear", "off-scale", COUNCIL, "unclear: rest", "unclear: «wier", "`wire`"),
    case("the ideal", "off-scale", BIRCH, "ideal: felled", "ideal: «feled", "`felled`"),
    case("the status quo", "off-scale", HEAD, "value: kept", "value: «keept", "`kept`"),
    case("a bracketed option", "off-scale", TABLE, "- value: hedge", "- value: «hegde", "`hedge`"),
    case("a reading", "off-scale", TABLE, "- value: unlimited", "- value: «endless", "`unlimited`"),
    case(
        "vague words",
        "off-scale",
        TABLE,
        "any_of: [upper-wall, old-stones]",
        "any_of: [upper-wall, «old-stone]",
        "`old-stones`",
    ),
]

SETS = [
    case(
        "everything is acceptable",
        "accepts-everything",
        ALDER,
        "acceptable: no\n",
        "«acceptable: [no, yes]\n",
        "fence.gate",
    ),
    case(
        "every number is acceptable",
        "accepts-everything",
        ALDER,
        "acceptable: {at_most: 180}",
        "«acceptable: {at_most: unlimited}",
        "fence.height",
    ),
    case(
        "a range upside down",
        "empty-range",
        ALDER,
        "acceptable: {at_most: 180}",
        "«acceptable: {at_least: 180, at_most: 90}",
    ),
    case(
        "all but all",
        "empty-range",
        BIRCH,
        "acceptable: {all_but: [wire]}",
        "«acceptable: {all_but: [wire, wood, hedge]}",
    ),
    case("an ideal that is refused", "ideal-refused", BIRCH, "ideal: felled", "ideal: «kept"),
    Case(
        "an ideal beyond the own red line",
        "ideal-crosses-line",
        (
            Change(
                ALDER,
                "  - id: alder-gate",
                DEMAND.format(
                    mark="«",
                    stance="demand",
                    condition="    issue: fence.height\n    acceptable: {at_least: 150}\n    ideal: 200",
                )
                .replace("council-tall", "alder-tall")
                .replace("clerk", "anna")
                + "  - id: alder-gate",
            ),
        ),
        "alder-height",
    ),
    Case(
        "a red line that leaves the rest unclear",
        "never-crossed",
        (council("    issue: fence.gate\n    acceptable: no\n    unclear: rest", "red_line", "«"),),
    ),
    Case(
        "a red line that any outcome meets one way or the other",
        "never-crossed",
        (
            council(
                "    any_of:\n      - issue: fence.height\n        acceptable: {at_most: 100}\n"
                "      - issue: fence.height\n        acceptable: {at_least: 100}",
                "red_line",
                "«",
            ),
        ),
    ),
    Case(
        "a red line with an exception for the rest",
        "never-crossed",
        (
            council(
                "    issue: fence.gate\n    acceptable: no\n"
                "    unless:\n      issue: fence.gate\n      acceptable: yes",
                "red_line",
                "«",
            ),
        ),
    ),
    Case(
        "too many alternatives",
        "too-many",
        (
            council(
                "    all_of:\n" + "      - any_of:\n          - {issue: fence.gate, acceptable: no}\n"
                "          - {issue: fence.material, acceptable: wood}\n" * 7,
                mark="«",
            ),
        ),
    ),
]

TWICE = [
    Case(
        "a topic",
        "duplicate-id",
        (
            Change(
                HEAD,
                "  - id: garden\n    label: The garden",
                "  - id: garden\n    label: The garden\n  - id: «line\n    label: Again",
            ),
        ),
        "`line`",
    ),
    Case(
        "an option",
        "duplicate-id",
        (
            Change(HEAD, "    options:\n      - id: hedge", "    «options:\n      - id: hedge"),
            Change(HEAD, "      - id: wire\n", "      - id: wood\n        label: Planks\n      - id: wire\n"),
        ),
    ),
    Case(
        "a source in one file",
        "duplicate-id",
        (Change(SOURCES, "", NEW_SOURCE.format(mark="", id="«minutes")),),
        SOURCES,
    ),
    Case(
        "a source in two files",
        "duplicate-id",
        (Change("sources/2025.yaml", "", "sources:\n" + NEW_SOURCE.format(mark="", id="«minutes")),),
        SOURCES,
    ),
    case("a position in one file", "duplicate-id", ALDER, "id: alder-hedge", "id: «alder-height", ALDER),
    case("a position in two files", "duplicate-id", COUNCIL, "id: council-order", "id: «birch-line", BIRCH),
    Case(
        "a speaker in two files",
        "duplicate-id",
        (Change(COUNCIL, "id: clerk", "id: «anna"), Change(COUNCIL, "speaker: clerk", "speaker: anna")),
        ALDER,
    ),
    Case(
        "the file of a party",
        "duplicate-id",
        (Change("parties/z.yaml", "", "party: «council\ncovered:\n  since: 2024-01-01\n  until: 2024-06-30\n"),),
        COUNCIL,
    ),
    case("a plan", "duplicate-id", LETTER, "plan: letter", "plan: «handshake", HANDSHAKE),
    Case("a difference", "duplicate-id", (Change(ALDER, "", SECOND_DIFFERENCE),), ALDER),
    case("the alias of an issue", "duplicate-alias", HEAD, "aliases: [tree]", "aliases: [«gate]", "`fence.gate`"),
    case(
        "an alias that is an id", "duplicate-alias", HEAD, "aliases: [tree]", "aliases: [«Line Front]", "`line.front`"
    ),
    case(
        "the alias of a party", "duplicate-alias", HEAD, "[lower house, birches]", "[lower house, «Alders]", "`alder`"
    ),
    case(
        "the alias of a plan in two files", "duplicate-alias", TABLE, "aliases: [kitchen]", "aliases: [«first]", "`7`"
    ),
    case("the short name of a party", "duplicate-alias", HEAD, "short: BI", "short: «al", "`alder`"),
    case(
        "a plan's term on one issue",
        "duplicate-term",
        SEVEN,
        "issue: garden.pear\n        value: felled",
        "issue: «fence.gate\n        value: no",
        "point 2",
    ),
]

ORDER = [
    case("a point after a higher one", "order", SEVEN, "number: 11", "number: «9", "point 9"),
    case("a point twice", "order", SEVEN, "number: 2a", "number: «2", "point 2"),
    case(
        "statements",
        "order",
        ALDER,
        "- date: 2024-05-01\n        speaker: anna\n        says: Repeated",
        "- date: «2024-01-31\n        speaker: anna\n        says: Repeated",
    ),
    case(
        "periods that overlap",
        "overlap",
        ALDER,
        "- since: 2024-02-01\n        issue: garden.pear\n        acceptable: kept\n"
        "        ideal: kept\n      - since: ",
        "- since: 2024-02-01\n        until: 2024-05-02\n        issue: garden.pear\n        acceptable: kept\n"
        "        ideal: kept\n      - since: «",
    ),
    case(
        "periods that begin together", "overlap", ALDER, "- since: 2024-05-01", "- since: «2024-02-01", "began 2024-02"
    ),
    case(
        "a period from about the same month", "overlap", ALDER, "- since: 2024-05-01", "- since: «2024-02~", "first day"
    ),
    Case(
        "a proposer of a text without authors",
        "not-an-author",
        (
            Change(TABLE, "authors: [alder, birch]\n", ""),
            Change(TABLE, "proposed_by: [alder]", "proposed_by: [«alder]"),
            Change(TABLE, "proposed_by: [birch]", "proposed_by: [«birch]"),
        ),
        "name who wrote it",
    ),
    case(
        "a proposer who is no author",
        "not-an-author",
        TABLE,
        "proposed_by: [alder]",
        "proposed_by: [«council]",
        "alder, birch",
    ),
]

EVENT = """events:
  - id: fair
    date: {date}
    until: {until}
    kind: meeting
    label: Village fair
    says: Was held.
    sources: [gazette]
    credibility: 1
"""
DATES = [
    case("a denial before what it denies", "impossible-date", ALDER, "date: 2024-05-02", "date: «2024-04-29"),
    case(
        "a side before its source",
        "impossible-date",
        ALDER,
        "date: 2024-02-01\n        sources: [letter-feb]\n      - says: It does not.",
        "date: 2024-02-04\n        sources: [«letter-feb]\n      - says: It does not.",
    ),
    Case(
        "an event that ends before it begins",
        "impossible-date",
        (Change(HEAD, "", EVENT.format(date="2024-03-05", until="«2024-03-04")),),
        "2024-03-05",
    ),
    Case(
        "an event after the record",
        "impossible-date",
        (Change(HEAD, "", EVENT.format(date="«2024-07-01", until="2024-07-02")),),
        "`as_of`",
    ),
    case("a plan after the record", "impossible-date", LETTER, "date: 2024-06-10~", "date: «2025", "2024-06-30"),
    case("a source after the record", "impossible-date", SOURCES, "date: 2024-05\n", "date: «2024-07\n", "2024-06-30"),
    case("a party covered the wrong way round", "impossible-date", BIRCH, "until: 2024-06-30", "until: «2024-02"),
    case(
        "an office that ends before it begins",
        "impossible-date",
        ALDER,
        "- role: Son, who speaks for himself",
        "- role: Son, who speaks for himself\n        since: 2001\n        until: «2000",
    ),
    case(
        "a period that ends on its first day",
        "impossible-date",
        ALDER,
        "- since: 2024-05-01",
        "- since: 2024-05-01\n        until: «2024-05-01",
        "never in force",
    ),
    case(
        "a period that ends with the beginning of its month",
        "impossible-date",
        ALDER,
        "- since: 2024-05-01",
        "- since: 2024-05-20\n        until: «2024-05",
        "a month or year is read as its first day",
    ),
    case(
        "a position that ends before it was stated",
        "impossible-date",
        COUNCIL,
        "    unclear: rest\n",
        "    unclear: rest\n    until: «2024-01-09\n",
        "2024-01-10",
    ),
    case(
        "a statement before its source",
        "impossible-date",
        ALDER,
        "sources: [minutes, gazette-copy]",
        "sources: [minutes, «survey]",
        "`survey` is of 2024-03-05",
    ),
    case(
        "a denial before its source",
        "impossible-date",
        ALDER,
        "says: Had not heard of it.\n            sources: [gazette]",
        "says: Had not heard of it.\n            sources: [«letter-feb]",
    ),
    case(
        "a reaction before its source",
        "impossible-date",
        ALDER,
        "says: Took it but for the gate.\n    sources: [gazette]",
        "says: Took it but for the gate.\n    sources: [gazette, «letter-feb]",
    ),
    case(
        "a judgement before its source",
        "impossible-date",
        SEVEN,
        "says: Said so in his sermon.\n    sources: [gazette]",
        "says: Said so in his sermon.\n    sources: [«survey]",
    ),
    case(
        "a text that replaces a later one",
        "impossible-date",
        HANDSHAKE,
        "date: 2024-03",
        "date: 2024-03\nsupersedes: [«table]",
        "2024-05-15",
    ),
    case("a text that replaces itself", "circle", SEVEN, "authors: [council]", "authors: [council]\nsupersedes: [«7]"),
    Case(
        "texts that replace one another",
        "circle",
        (
            Change(HANDSHAKE, "date: 2024-03", "date: 2024-05~\nsupersedes: [«table]"),
            Change(TABLE, "supersedes: [7]", "supersedes: [7, «handshake]"),
        ),
    ),
]

REPEATED = [
    case("an author", "repeated", TABLE, "authors: [alder, birch]", "authors: [alder, birch, «alder]", "`alder`"),
    case("a proposer", "repeated", TABLE, "proposed_by: [alder]", "proposed_by: [alder, «alder]"),
    case("a featured plan", "repeated", HEAD, "featured: [7, table]", "featured: [7, table, «7]"),
    case("a plan replaced", "repeated", TABLE, "supersedes: [7]", "supersedes: [7, «7]"),
    case("one of several issues", "repeated", BIRCH, "[line.front, line.back]", "[line.front, line.back, «line.front]"),
    case("an outcome", "repeated", BIRCH, "acceptable: [felled, trimmed]", "acceptable: [felled, trimmed, «felled]"),
    case("a source of a point", "repeated", SEVEN, "sources: [gazette, survey]", "sources: [gazette, survey, «survey]"),
    case("an option", "repeated", TABLE, "- value: wood\n", "- «value: hedge\n", "all who proposed it"),
    case(
        "a reading in other words", "repeated", TABLE, "- value: unlimited\n", "- «any_of: [160]\n", "all that report"
    ),
    case(
        "a statement",
        "repeated",
        COUNCIL,
        "- date: 2024-01-10\n",
        "- date: 2024-01-10\n        speaker: clerk\n        says: Read the building rules out.\n"
        "        sources: [gazette]\n        credibility: 1\n      - «date: 2024-01-10\n",
    ),
]

VOICES = [
    case(
        "a speaker for himself",
        "no-voice",
        ALDER,
        "stance: red_line\n    strength: firm\n    says: No gate.\n    issue: fence.gate\n    acceptable: no\n"
        "    statements:\n      - date: 2024-02-01\n        speaker: anna",
        "stance: «red_line\n    strength: firm\n    says: No gate.\n    issue: fence.gate\n    acceptable: no\n"
        "    statements:\n      - date: 2024-02-01\n        speaker: arno",
        "`alder`",
    ),
    Case(
        "a speaker for another party",
        "no-voice",
        (
            Change(
                COUNCIL,
                "",
                council("    issue: fence.gate\n    acceptable: no", "red_line")
                .new.replace("stance: ", "stance: «")
                .replace("clerk", "bruno"),
            ),
        ),
    ),
    Case(
        "a speaker not yet in office",
        "no-voice",
        (
            Change(BIRCH, "speaks_for: [birch]", "speaks_for: [birch]\n        since: 2024-04"),
            Change(BIRCH, "id: birch-line\n    stance: ", "id: birch-line\n    stance: «"),
            Change(BIRCH, "id: birch-height\n    stance: ", "id: birch-height\n    stance: «"),
        ),
    ),
    Case(
        "a speaker no longer in office",
        "no-voice",
        (
            Change(BIRCH, "speaks_for: [birch]", "speaks_for: [birch]\n        until: 2024-03"),
            Change(BIRCH, "id: birch-leaves\n    stance: ", "id: birch-leaves\n    stance: «"),
        ),
    ),
]

YAML = [
    case("a key twice", "duplicate-key", LETTER, "kind: letter\n", "kind: letter\n«kind: paper\n", "`kind`"),
    case("a tag", "tag", SEVEN, "points_in_text: 7", "points_in_text: «!!int 7"),
    case(
        "a tag that would run code",
        "tag",
        SEVEN,
        "summary: Everything at once.",
        "summary: «!!python/object/apply:os.system [ls]",
    ),
    case("a tag of what is text anyway", "tag", SEVEN, "points_in_text: 7", "points_in_text: «!!str 7"),
    case("a tag without name", "tag", SEVEN, "points_in_text: 7", "points_in_text: «! 7"),
    case("a tag of a list", "tag", SEVEN, "authors: [council]", "authors: «!!seq [council]"),
    case("a tag of one's own", "tag", SEVEN, "authors: [council]", "authors: «!who [council]"),
    Case(
        "an alias",
        "alias",
        (
            Change(LETTER, "authors: [birch]", "authors: «&who [birch]"),
            Change(LETTER, "points:\n", "supersedes: *who\npoints:\n"),
        ),
    ),
    case("nesting without end", "too-deep", LETTER, "kind: letter", "kind: " + "[" * 40 + "«[" + "]" * 41),
    case("a key that is a list", "key", LETTER, "kind: letter\n", "kind: letter\n? «[a, b]\n: c\n"),
    case("a tab after spaces", "yaml", LETTER, "points:\n", "drafting:\n  - a: b\n  «\tc: d\npoints:\n", "no tabs"),
    case("a tab", "yaml", LETTER, "kind: letter\n", "kind: letter\n«\tdrafting: None\n"),
    case("a quotation without end", "yaml", HANDSHAKE, "title: A handshake", "title: «'A handshake", "close the quote"),
    case("keys merged", "key", LETTER, "kind: letter\n", "kind: letter\n«<<: {title: Another}\n", "not merged"),
    case("two documents", "yaml", LETTER, "plan: letter\n", "plan: letter\n«---\nplan: letter\n"),
]

CASES = {
    "shape": SHAPES,
    "reference": REFERENCES,
    "scale": SCALES,
    "set": SETS,
    "twice": TWICE,
    "order": ORDER,
    "date": DATES,
    "repeated": REPEATED,
    "voice": VOICES,
    "yaml": YAML,
}


@pytest.mark.parametrize("file", [HEAD, TABLE])
@pytest.mark.parametrize(
    ("alias", "words"),
    [
        ("''", "letter or digit"),
        ("'-'", "letter or digit"),
        ("-x", "an option"),
        ("first.yaml", "a file"),
        ("First.YML", "a file"),
        ("28@ap", "leave out the `@`"),
        ("'28:line'", "leave out the `:`"),
        ("tree=kept", "leave out the `=`"),
        ("tree*", "leave out the `*`"),
        ("'tree, pear'", "leave out the `,`"),
    ],
)
def test_an_alias_can_be_typed(tmp_path: Path, file: str, alias: str, words: str) -> None:
    """One that the command line would cut, or take for something else, is refused with the reason."""
    old = {HEAD: "[tree]", TABLE: "[kitchen]"}[file]
    path, places = negotiation(tmp_path, Change(file, old, f"[«{alias}]"))
    (one,) = complaints(path)
    assert ("wrong-value", places) == (one.code, [Place(one.file, one.line, one.column)])
    assert words in one.message


@pytest.mark.parametrize(
    "case", [pytest.param(one, id=f"{kind}: {one.name}") for kind, cases in CASES.items() for one in cases]
)
def test_a_mistake_is_refused_at_its_place(tmp_path: Path, case: Case) -> None:
    """One mistake makes one complaint, at the place of the mistake, with its code and the essential words."""
    path, places = negotiation(tmp_path, *case.changes)
    found = complaints(path)
    expected = [(case.code, place) for place in places]
    assert expected == [(one.code, Place(one.file, one.line, one.column)) for one in found]
    assert case.words in f"{found[0].message} {found[0].hint} {found[0].expected}"


@pytest.mark.parametrize(("each", "found"), [("yes", ["never-crossed"]), ("no", [])])
def test_a_red_line_with_many_alternatives_is_judged_in_time(tmp_path: Path, each: str, found: list[str]) -> None:
    """Whether something crosses it is not tried with every choice from every pair."""
    questions = "".join(
        f"  - {{id: line.q{number}, topic: line, label: Q, question: Q?, kind: scale, order: up,\n"
        "     options: [{id: no, label: No}, {id: yes, label: Yes}]}\n"
        for number in range(31)
    )
    pairs = "".join(
        f"      - {{each_of: [line.q{number}, line.q{number + 1}], acceptable: no}}\n" for number in range(30)
    )
    single = "".join(f"      - {{issue: line.q{number}, acceptable: {each}}}\n" for number in range(31))
    red = council(f"    any_of:\n{pairs}{single}", "red_line")
    path, _ = negotiation(tmp_path, Change(HEAD, "issues:\n", f"issues:\n{questions}"), red)
    assert [one.code for one in validate(path).complaints] == found


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (BIRCH, "speaks_for: [birch]", "speaks_for: [birch]\n        since: 2024-03"),
        (BIRCH, "speaks_for: [birch]", "speaks_for: [birch]\n        since: 2024-04-20~"),
        (BIRCH, "speaks_for: [birch]", "speaks_for: [birch]\n        until: 2024-03-05~"),
        (SOURCES, "date: 2024-03-05", "date: 2024-03-04"),
        (SOURCES, "date: 2024-03-05", "date: 2024"),
        (SOURCES, "date: 2024-03-05", "date: 2024-01~"),
        (LETTER, "date: 2024-06-10~", "date: 2024-07-10~"),
        (LETTER, "date: 2024-06-10~", "date: 2024"),
        (TABLE, "date: 2024-05-15", "date: 2024-03-15~"),
        (ALDER, "- since: 2024-02-01\n", "- since: 2024~\n"),
        (ALDER, "- since: 2024-02-01\n", "- since: 2024-02~\n        until: 2024-05~\n"),
        (ALDER, "- since: 2024-05-01", "- since: 2024-05~"),
    ],
)
def test_a_date_that_can_be_is_not_refused(tmp_path: Path, file: str, old: str, new: str) -> None:
    """An approximate date, one to the month or year, and a day's difference between clocks."""
    path, _ = negotiation(tmp_path, Change(file, old, new))
    assert load(path).record.plans
