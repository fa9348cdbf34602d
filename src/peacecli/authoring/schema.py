"""JSON Schemas of everything that peacecli reads and writes, reflected from the types themselves."""

import inspect
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from peacecli.authoring import models
from peacecli.authoring.models.draft import DraftFile
from peacecli.authoring.models.preferences import PreferencesFile
from peacecli.core.results.check import Check
from peacecli.core.results.conflicts import Concessions, Conflicts
from peacecli.core.results.diff import Diff
from peacecli.core.results.explain import Explain
from peacecli.core.results.history import History
from peacecli.core.results.issue import IssueAnswer
from peacecli.core.results.listing import (
    ListEvents,
    ListIssues,
    ListParties,
    ListPlans,
    ListSources,
    ListSpeakers,
    ListStatements,
)
from peacecli.core.results.matrix import Matrix
from peacecli.core.results.meta import ErrorAnswer, Version
from peacecli.core.results.packages import Packages
from peacecli.core.results.party import PartyAnswer
from peacecli.core.results.plan import PlanAnswer
from peacecli.core.results.search import Search
from peacecli.core.results.stress import Stress
from peacecli.core.results.timeline import Timeline
from peacecli.core.results.validate import Validate
from peacecli.core.results.verify import Verification
from peacecli.core.results.weak import ListWeak
from peacecli.core.results.weighed import Weighed
from peacecli.core.results.zone import Zone

DIALECT = "https://json-schema.org/draft/2020-12/schema"
INPUTS: dict[str, type] = {
    "positions.yaml": models.NegotiationFile,
    "parties/*.yaml": models.PartyFile,
    "plans/*.yaml": models.PlanFile,
    "sources/*.yaml": models.SourcesFile,
    "draft": DraftFile,
    "preferences": PreferencesFile,
}
OUTPUTS: dict[str, type] = {
    "diff": Diff,
    "check": Check,
    "matrix": Matrix,
    "party": PartyAnswer,
    "plan": PlanAnswer,
    "issue": IssueAnswer,
    "explain": Explain,
    "search": Search,
    "timeline": Timeline,
    "list-plans": ListPlans,
    "list-parties": ListParties,
    "list-issues": ListIssues,
    "list-sources": ListSources,
    "list-statements": ListStatements,
    "list-speakers": ListSpeakers,
    "list-events": ListEvents,
    "list-weak": ListWeak,
    "validate": Validate,
    "stress": Stress,
    "version": Version,
    "history": History,
    "zone": Zone,
    "conflicts": Conflicts,
    "concessions": Concessions,
    "packages": Packages,
    "packages-preferences": Weighed,
    "verify": Verification,
    "error": ErrorAnswer,
}
NAMES = (*INPUTS, *OUTPUTS)


class _NamedTuplesAsObjects(GenerateJsonSchema):
    """Named tuples are written as closed objects, so that is how their schema describes them."""

    def named_tuple_schema(self, schema: core_schema.NamedTupleSchema) -> JsonSchemaValue:
        """The fields as the properties of an object that takes no others."""
        properties = {field["name"]: self.generate_inner(field["schema"]) for field in schema["fields"]}
        return {
            "type": "object",
            "description": inspect.getdoc(schema["cls"]),
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }


def _as_editors_read(schema: Any) -> Any:
    """The schema for files that are read with YAML's core types: there `28` is a number and `yes` may be a truth
    value, where peacecli takes the words as written. A key with nothing after it is refused, so that no value is null.
    """
    if isinstance(schema, list):
        return [_as_editors_read(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _as_editors_read(one) for key, one in schema.items() if (key, one) != ("default", None)}
    if "anyOf" in made:
        made["anyOf"] = [one for one in made["anyOf"] if one != {"type": "null"}]
    if made.get("type") == "string" and "enum" not in made and "const" not in made:
        made["type"] = ["string", "number", "boolean"]
    if made.get("type") == "boolean":
        made |= {"type": ["boolean", "string"], "enum": [True, False, "yes", "no"]}
    return made


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an input or output. Raises KeyError for any other name."""
    if name in INPUTS:
        made = _as_editors_read(TypeAdapter(INPUTS[name]).json_schema())
    else:
        made = TypeAdapter(OUTPUTS[name]).json_schema(schema_generator=_NamedTuplesAsObjects, mode="serialization")
    return {"$schema": DIALECT, "$id": f"peacecli:{name}", **made}
