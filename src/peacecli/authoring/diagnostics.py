"""From what Pydantic finds wrong with the shape of a file to complaints in our own words, each at its place."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from peacecli.authoring.documents import KEY, Document, Loc
from peacecli.authoring.fields import Authored, MisfitError
from peacecli.authoring.names import nearest
from peacecli.authoring.text import shown
from peacecli.errors import MAX_COMPLAINTS, Complaint

_KINDS = {
    "string_type": "text",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "lines of `key: value`",
    "model_type": "lines of `key: value`",
    "model_attributes_type": "lines of `key: value`",
}
_WRITTEN = {
    "^[A": ("number of a point", "such as 2, 12a or A1"),
    "^-?": ("number", "a number such as 12 or -0.5, of 9 digits at most and 6 after the point"),
    "": ("id", "lower-case letters and digits, joined by . or -"),
}
"""What a pattern asks for, by how it begins."""


class _Fault(NamedTuple):
    """One finding: its place in the file and, where several shapes are possible, where they part and which this is."""

    loc: Loc
    type: str
    message: str
    context: dict[str, Any]
    union: Loc | None
    branch: str

    @classmethod
    def of(cls, document: Document, error: Any) -> "_Fault":
        """The finding with the names of shapes taken out of its place."""
        loc: Loc = ()
        union, branch = None, ""
        last = len(error["loc"]) - 1
        for index, part in enumerate(error["loc"]):
            named = index == last and error["type"] in ("missing", "extra_forbidden")
            if named or not document.at((*loc, part))[1]:
                loc = (*loc, part)
            elif union is None and isinstance(part, str):  # a lone item has a place in no list
                union, branch = loc, str(part)
        context = error.get("ctx", {})
        misfit = context.get("error")
        if isinstance(misfit, MisfitError) and not document.at((*loc, *misfit.loc))[1]:
            loc = (*loc, *misfit.loc)
        return cls(loc, error["type"], error["msg"], context, union, branch)


def complaints(document: Document, model: type[Authored], error: ValidationError) -> list[Complaint]:
    """What is wrong with the shape of the document, one complaint a mistake, as many as are listed and one more."""
    gaps = set(_gaps(document.data)) if document.gaps else set()
    around = {gap[:-1] for gap in gaps}
    found = (_Fault.of(document, one) for one in error.errors(include_url=False, include_input=False))
    faults = _likeliest(islice((one for one in found if not _is_of_a_gap(one, gaps, around)), 4 * MAX_COMPLAINTS))
    outer = {fault.loc[:size] for fault in faults for size in range(len(fault.loc))}
    own = (fault for fault in faults if fault.type != "too_short" or fault.loc not in outer)
    return [_complaint(document, model, fault) for fault in islice(own, MAX_COMPLAINTS + 1)]


def _gaps(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Where a value is missing."""
    if data is None:
        yield loc
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in inside:
        yield from _gaps(value, (*loc, part))


def _is_of_a_gap(fault: _Fault, gaps: Collection[Loc], around: Collection[Loc]) -> bool:
    """Whether the fault is that a value is missing, or that what stands beside it does not fit together without."""
    error = fault.context.get("error")
    misfit = isinstance(error, MisfitError) and (fault.loc[:-1] in around or fault.loc[:-2] in around)
    return fault.loc in gaps or misfit or (error is not None and fault.loc in around)


def _likeliest(faults: Iterable[_Fault]) -> list[_Fault]:
    """Of a value that could have one of several shapes, only what is wrong with the shape it comes nearest to."""
    branches: dict[Loc, dict[str, list[_Fault]]] = {}
    kept: list[_Fault] = []
    for fault in faults:
        if fault.union is None:
            kept.append(fault)
        else:
            branches.setdefault(fault.union, {}).setdefault(fault.branch, []).append(fault)
    for union, shapes in branches.items():
        kinds = [any(one.loc == union and one.type in _KINDS for one in wrong) for wrong in shapes.values()]
        kept += min(zip(kinds, shapes.values(), strict=True), key=lambda shape: (shape[0], len(shape[1])))[1]
    return kept


def _complaint(document: Document, model: type[Authored], fault: _Fault) -> Complaint:
    key = str(fault.loc[-1]) if fault.loc else ""
    if fault.type == "extra_forbidden":
        keys = _keys(model, fault.loc[:-1])
        near = nearest(key, keys)
        return document.complain(
            (*fault.loc, KEY), "unknown-key", f"no key `{shown(key)}` here", near, f"one of {', '.join(keys)}"
        )
    if fault.type == "missing":
        return document.complain(fault.loc, "missing-key", f"`{key}` is missing", None, f"a key `{key}` here")
    message, hint, expected = _words(fault, document)
    named = next((part for part in reversed(fault.loc) if isinstance(part, str)), None)
    return document.complain(fault.loc, "wrong-value", f"{named}: {message}" if named else message, hint, expected)


def _words(fault: _Fault, document: Document) -> tuple[str, str | None, str | None]:
    """What is wrong, the nearest right thing, and what was expected."""
    node, _ = document.at(fault.loc)
    value = node.data if node else None
    found = f"`{shown(value)}`" if isinstance(value, str) else "a list" if isinstance(value, list) else "this"
    context = fault.context
    match fault.type:
        case "literal_error":
            options = [option.strip("'") for option in str(context["expected"]).replace(" or ", ", ").split(", ")]
            expected = f"one of {', '.join(options)}"
            return f"{found} is not known", nearest(str(value), options), expected
        case "string_pattern_mismatch":
            kind, expected = _WRITTEN.get(context["pattern"][:3], _WRITTEN[""])
            return f"{found} is no {kind}", None, expected
        case "too_short":
            one = "there is only one" if value else "there is nothing in it"
            return one, None, f"{context['min_length']} or more"
        case "too_long":
            return f"more than {context['max_length']:,} of them", None, f"{context['max_length']:,} or fewer"
        case "string_too_short":
            return "it is empty", None, "some text"
        case "string_too_long":
            return f"longer than {context['max_length']:,} characters", None, f"{context['max_length']:,} or fewer"
        case "greater_than_equal":
            return f"{found} is too small", None, f"{context['ge']} or more"
        case "less_than_equal":
            return f"{found} is too large", None, f"{context['le']} or less"
        case kind if kind in _KINDS:
            return f"{found} is not {_KINDS[kind]}", None, _KINDS[kind]
        case _:
            return fault.message.removeprefix("Value error, "), None, None


@lru_cache
def _schema(model: type[Authored]) -> dict[str, Any]:
    return model.model_json_schema()


def _keys(model: type[Authored], loc: Loc) -> list[str]:
    """The keys that may stand at a place of a file."""
    whole = _schema(model)
    shapes = _alternatives(whole, whole)
    for part in loc:
        shapes = [one for shape in shapes for inner in _inside(shape, part) for one in _alternatives(inner, whole)]
    return sorted({key for shape in shapes for key in shape.get("properties", {})})


def _alternatives(shape: dict[str, Any], whole: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in shape:
        return _alternatives(whole["$defs"][shape["$ref"].rpartition("/")[2]], whole)
    return [one for inner in shape["anyOf"] for one in _alternatives(inner, whole)] if "anyOf" in shape else [shape]


def _inside(shape: dict[str, Any], part: str | int) -> Iterator[dict[str, Any]]:
    """What may stand under a key or in a list."""
    more = shape.get("additionalProperties")
    if isinstance(part, int):
        yield from (shape[key] for key in ("items",) if key in shape)
    elif part in shape.get("properties", {}):
        yield shape["properties"][part]
    elif isinstance(more, dict):
        yield more
