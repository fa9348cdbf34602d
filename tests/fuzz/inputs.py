"""Inputs for the targets: bytes of any kind, YAML of odd fragments, and sound files with something changed."""

from hypothesis import strategies as st

from peacecli.core.codec import compiled
from tests.fuzz.targets import FILES, fence
from tests.small import FENCE

WORDS = (
    "terms", "issue", "value", "options", "any_of", "all_but", "at_least", "at_most", "proposed_by", "fence.height",
    "fence.gate", "line.front", "garden.pear", "alder", "birch", "council", "7", "table", "no", "yes", "unlimited",
    "finite", "-1", "1.5", "9" * 16, "nan", "1e9", "~", "null", "kept", "wood", "rest", "2024-06-30", "2024~", "draft",
    "title", "authors", "completeness", "partial", "date", "note", "condition", "force", "shall", "obliges",
)  # fmt: skip
SIGNS = (": ", ":\n  ", ", ", "\n", "\n  ", "\n    ", "- ", "\n- ", "[", "]", "{", "}", "&a ", "*a", "!t ",
         "'", '"', "|\n  ", ">\n", "# ", "\t", "? ",
         "---\n", "...\n", "%YAML 1.1\n", "@", "`", "<<", "\\x1b",
         "\\ud800", "\x1b[31m", "\u202e", "\x00", "\x85", "\u2028", "\r", "é", "東", "\U0001f54a")  # fmt: skip

fragments = st.lists(st.sampled_from((*WORDS, *SIGNS)) | st.text(max_size=5), max_size=40).map("".join)
yaml_like = fragments.map(lambda text: text.encode("utf-8", "surrogatepass"))
anything = st.binary(max_size=200) | yaml_like | st.text().map(lambda text: text.encode("utf-16"))

SOUND = tuple((FENCE.parent / name).read_bytes() for name in FILES)


@st.composite
def changed_files(draw: st.DrawFn) -> bytes:
    """One of the files with some of its lines or words changed, after a byte that says which file."""
    which = draw(st.integers(0, len(FILES) - 1))
    content = draw(changed(SOUND[which]))
    return bytes([which]) + content


@st.composite
def changed(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with up to three places cut out, doubled, or replaced by a fragment."""
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        middle = draw(st.sampled_from((b"", content[start:end] * 2)) | yaml_like)
        content = content[:start] + middle + content[end:]
    return content


def _draft(items: list[tuple[str, str]]) -> bytes:
    return ("terms:\n" + "".join(f"  {issue}: {value}\n" for issue, value in items)).encode("utf-8", "surrogatepass")


FORMS = (
    "{{any_of: [{}, {}], condition: {}}}",
    "{{options: [{{value: {}, proposed_by: [{}]}}, {{any_of: [{{at_least: {}}}]}}]}}",
)
WORD = st.sampled_from(WORDS)
VALUES = (
    WORD | st.builds(lambda form, *words: form.format(*words), st.sampled_from(FORMS), WORD, WORD, WORD) | fragments
)


def _said(issue: str) -> st.SearchStrategy[tuple[str, str]]:
    """An issue with what may be said on it."""
    words = st.sampled_from(fence().record.issues[issue].space.options or ("0", "90", "-1.5", "unlimited"))
    forms = ("{}", "{{any_of: [{}, {}]}}", "{{options: [{{value: {}}}, {{value: {}}}]}}", "{{value: {}, note: {}}}")
    return st.builds(lambda form, one, other: (issue, form.format(one, other)), st.sampled_from(forms), words, words)


sound = st.lists(st.sampled_from(tuple(fence().record.issues)).flatmap(_said), max_size=4, unique_by=lambda one: one[0])
odd = st.lists(st.tuples(st.sampled_from(tuple(fence().record.issues)) | st.sampled_from(WORDS), VALUES), max_size=2)
drafts = sound | st.builds(lambda one, other: one + other, sound, odd)

_KINDS = (fence().record.plans, fence().record.parties, fence().record.issues)
NAMES = tuple(word for kind in _KINDS for one in kind.values() for word in (one.id, *one.aliases))
typed = (
    st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.lists(st.sampled_from((*NAMES, " ", "*", "[", "?", "@", "-", ".")), max_size=4).map("".join).map(str.encode)
    | st.binary(max_size=20)
)

STRATEGIES: dict[str, st.SearchStrategy[bytes]] = {
    "yaml": anything | changed_files(),
    "models": changed_files(),
    "draft": drafts.map(_draft) | yaml_like,
    "selectors": typed,
    "writers": anything,
    "compiled": changed(compiled(fence().record, fence().evidence)["evidence"]) | anything,
}
