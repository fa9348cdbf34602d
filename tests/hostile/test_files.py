"""Files that were made to harm: each is refused with a place and a reason, in a process that lives on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peacecli.authoring import files, reader, text
from peacecli.errors import MAX_COMPLAINTS
from tests.running import Answer, Run, clean
from tests.small import FENCE, Change, negotiation

LETTER = "plans/letter.yaml"
SECONDS = 30


def in_a_process(*args: str, stdin: str = "/dev/null", **variables: str) -> Answer:
    """The answer of a process that must end in time; standard input is the output of a command."""
    command = f"{stdin} | exec {sys.executable} -m peacecli " + " ".join(args) if stdin != "/dev/null" else ""
    whole = ["bash", "-c", command] if command else [sys.executable, "-m", "peacecli", *args]
    found = subprocess.run(whole, capture_output=True, check=False, timeout=SECONDS, env=clean(**variables))
    return Answer(found.returncode, found.stdout.decode(), found.stderr.decode())


def complaint(run: Run, folder: Path, content: bytes, name: str = LETTER) -> tuple[str, str, int, int, str]:
    """The first complaint about a negotiation in which one file has this content: code, file, line, column, hint."""
    path, _ = negotiation(folder)
    (folder / name).write_bytes(content)
    answer = run("check", "7", "--data", str(path), "--json")
    assert answer.code == 3
    one = answer.error["complaints"][0]
    return one["code"], one["file"], one["line"], one["column"], one["hint"]


BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'lol'}]\n" for n in range(20))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(BOMB.encode(), ("alias", 1, 5, "write the value out where it is used"), id="an alias bomb"),
        pytest.param(b"a: &a [*a]\n", ("alias", 1, 4, "write the value out where it is used"), id="a loop of aliases"),
        pytest.param(b"a: " + b"[" * 40 + b"[" + b"]" * 41, ("too-deep", 1, 44, None), id="just too deep"),
        pytest.param(b"plan: !!python/object/apply:os.system [ls]\n", ("tag", 1, 7, "leave the tag out"), id="a tag"),
        pytest.param(b"plan: !<!x> a\n", ("tag", 1, 7, "leave the tag out"), id="a verbatim tag"),
        pytest.param(b"plan: a\nplan: b\n", ("duplicate-key", 2, 1, "keep one of them"), id="a key twice"),
        pytest.param(b"plan:\n\t- a\n", ("yaml", 2, 1, "indent with spaces: YAML takes no tabs"), id="a tab"),
        pytest.param("plan: a\n".encode("utf-16"), ("encoding", 1, 1, "save the file as UTF-8"), id="utf-16"),
        pytest.param("plan: a\n".encode("utf-16-be"), ("encoding", 1, 1, "save the file as UTF-8"), id="no mark"),
        pytest.param("plan: a\n".encode("utf-32"), ("encoding", 1, 1, "save the file as UTF-8"), id="utf-32"),
        pytest.param(b"plan: a\ntitle: \xc3(", ("encoding", 2, 8, "save the file as UTF-8"), id="invalid UTF-8"),
        pytest.param(b"t: \xed\xa0\x80", ("encoding", 1, 4, "save the file as UTF-8"), id="a surrogate in UTF-8"),
        pytest.param(b'plan: "\\ud800"', ("yaml", 1, 10, None), id="a surrogate as an escape"),
        pytest.param(b"plan: a\ntitle: a\x00b\n" + b"# " * 99, ("yaml", 2, 9, "take it out"), id="NUL"),
        pytest.param(b"plan: a\ntitle: \x1b[2J\n", ("yaml", 2, 8, "take it out"), id="an escape sequence"),
        pytest.param(b"plan: a\n--- \nplan: b\n", ("yaml", 2, 1, "keep one document in a file"), id="two documents"),
        pytest.param(b"plan: *a\n", ("yaml", 1, 7, "put text that begins with * in quotes"), id="no such anchor"),
        pytest.param(b"? [a]\n: b\n", ("key", 1, 3, "put it in quotes"), id="a list as a key"),
        pytest.param(b"plan: [a\ntitle: b\n", ("yaml", 2, 6, None), id="a bracket left open"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_we_read_is_refused_at_its_place(
    anywhere: Run, tmp_path: Path, content: bytes, found: tuple[str, int, int, str | None]
) -> None:
    """Each has a code, line and column as an editor counts them, and where it helps the remedy."""
    code, file, line, column, hint = complaint(anywhere, tmp_path, content)
    assert (code, file, line, column) == (found[0], LETTER, found[1], found[2])
    if found[3]:
        assert hint == found[3]


def test_a_byte_order_mark_moves_no_column(anywhere: Run, tmp_path: Path) -> None:
    """A byte order mark is read over, and no column counts it."""
    assert complaint(anywhere, tmp_path, b"\xef\xbb\xbfplan: !x letter\n")[:4] == ("tag", LETTER, 1, 7)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[[{x: "])
@pytest.mark.parametrize("depth", [41, 1_000, 200_000])
def test_nesting_is_bounded(tmp_path: Path, opening: str, depth: int) -> None:
    """No depth reaches the stack of the process; the bound is named."""
    path, _ = negotiation(tmp_path)
    (tmp_path / LETTER).write_text("plan:\n  " + opening * depth, encoding="utf-8")
    answer = in_a_process("validate", str(path))
    assert (answer.code, answer.err) == (3, "")
    assert f"nested deeper than {reader.MAX_DEPTH} levels" in answer.out


@pytest.mark.parametrize("source", ["yes", "cat /dev/zero", "yes -- '- '", "yes '[' | tr -d '\\n'"])
def test_an_endless_pipe_is_bounded(source: str) -> None:
    """Standard input without end is read up to the bound, which is named."""
    answer = in_a_process("check", "-", stdin=source)
    assert (answer.code, answer.out) == (3, "")
    assert f"larger than {files.MAX_BYTES:,} bytes" in answer.err


def test_a_gigabyte_is_bounded(anywhere: Run, tmp_path: Path) -> None:
    """Of a huge file no more than the bound is read."""
    path, _ = negotiation(tmp_path)
    with (tmp_path / LETTER).open("wb") as file:
        file.truncate(1 << 30)
    assert "too-large" in anywhere("validate", str(path)).out


def test_very_many_values_are_bounded(anywhere: Run, tmp_path: Path) -> None:
    """A file within the bound on bytes may still have too many values."""
    content = b"plan: [" + b"a," * (reader.MAX_VALUES + 1) + b"]"
    assert complaint(anywhere, tmp_path, content)[0] == "too-large"


def test_the_whole_negotiation_is_bounded(anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch) -> None:
    """Neither many files nor their sum go beyond a bound."""
    path, _ = negotiation(tmp_path)
    environment.setattr("peacecli.authoring.load.MAX_TOTAL", 1000)
    assert anywhere("check", "7", "--data", str(path), "--json").error["code"] == "too-large"
    environment.undo()
    environment.setattr("peacecli.authoring.files.MAX_FILES", 2)
    assert "more than 2 files" in anywhere("check", "7", "--data", str(path)).err


def test_thousands_of_mistakes_are_listed_up_to_a_bound(anywhere: Run, tmp_path: Path) -> None:
    """The first thousand complaints are listed, and it is said that there are more."""
    path, _ = negotiation(tmp_path, Change(LETTER, "authors: [birch]", f"authors: [{', '.join(['x y'] * 5000)}]"))
    answer = anywhere("validate", str(path), "--json").json
    assert (len(answer["complaints"]), answer["more"], answer["sound"]) == (1000, True, False)
    assert "and there are more" in anywhere("validate", str(path)).out
    error = anywhere("check", "7", "--data", str(path), "--json").error
    assert (len(error["complaints"]), error["message"].startswith("more than 1,000 complaints")) == (1000, True)


@pytest.mark.parametrize("mistake", ["*a", "!t x", "{a: x, a: y}", "{a: }"])
def test_thousands_of_mistakes_in_one_line_end_in_time(mistake: str) -> None:
    """Reading stops where no more are listed."""
    written = text.decoded(f"plan: [{', '.join([mistake] * 40_000)}]\n".encode())
    one = reader.Reader(written, LETTER)
    assert (one.root(), len(one.complaints)) == (None, MAX_COMPLAINTS + 1)


def test_thousands_of_unknown_names_end_in_time(anywhere: Run, tmp_path: Path) -> None:
    """The nearest right thing is looked for only for what is listed."""
    names = ", ".join(f"gazett{number}" for number in range(20_000))
    path, _ = negotiation(tmp_path, Change(LETTER, "authors: [birch]", f"authors: [birch]\nsources: [{names}]"))
    assert len(anywhere("validate", str(path), "--json").json["complaints"]) == 1000


def test_a_line_of_a_megabyte_is_quoted_in_part(anywhere: Run, tmp_path: Path) -> None:
    """Of a long line only what is around the place is quoted."""
    content = b"plan: letter\nx: [" + b"a, " * 50_000 + b"!t b]\n"
    path, _ = negotiation(tmp_path)
    (tmp_path / LETTER).write_bytes(content)
    (one,) = anywhere("validate", str(path), "--json").json["complaints"]
    quote = one["quote"]
    assert (one["column"], len(quote["text"])) == (150_005, text.QUOTED)
    assert quote["text"][quote["column"] - 1 :].startswith("!t b")


# --- links, folders, pipes --------------------------------------------------------------------------


def test_a_link_out_of_the_folder_is_refused(anywhere: Run, tmp_path: Path) -> None:
    """A negotiation from somewhere cannot have other files of this machine read and quoted."""
    path, _ = negotiation(tmp_path / "it")
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: hunter2\n", encoding="utf-8")
    (tmp_path / "it" / "plans" / "30.yaml").symlink_to(secret)
    answer = anywhere("validate", str(path))
    assert (answer.code, "hunter2" in answer.out, "[outside-folder]" in answer.out) == (3, False, True)


def test_a_folder_that_leads_out_is_refused(anywhere: Run, tmp_path: Path) -> None:
    """The same for a whole folder."""
    path, _ = negotiation(tmp_path / "it")
    (tmp_path / "it" / "plans").rename(tmp_path / "plans")
    (tmp_path / "it" / "plans").symlink_to(tmp_path / "plans")
    assert "[outside-folder]" in anywhere("validate", str(path)).out


def test_a_link_inside_the_folder_is_read(anywhere: Run, tmp_path: Path) -> None:
    """A link that stays in the folder harms nobody; the folder itself may be a link."""
    path, _ = negotiation(tmp_path / "it")
    (tmp_path / "it" / LETTER).rename(tmp_path / "it" / "letter")
    (tmp_path / "it" / LETTER).symlink_to("../letter")
    (tmp_path / "link").symlink_to(tmp_path / "it")
    assert anywhere("validate", str(tmp_path / "link" / path.name)).code == 0


@pytest.mark.parametrize("name", ["positions.yaml", LETTER, "plans"])
def test_a_link_in_a_loop_is_unreadable(anywhere: Run, tmp_path: Path, name: str) -> None:
    """A link to itself is an error that names the file."""
    path, _ = negotiation(tmp_path)
    if (tmp_path / name).is_dir():
        (tmp_path / name).rename(tmp_path / "away")
    else:
        (tmp_path / name).unlink()
    (tmp_path / name).symlink_to(tmp_path / name)
    answer = anywhere("check", "7", "--data", str(path), "--json")
    assert (answer.code, answer.error["code"], name in answer.error["message"]) == (3, "unreadable", True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("name", ["positions.yaml", LETTER, "plans"])
def test_what_may_not_be_read_is_said(anywhere: Run, tmp_path: Path, name: str) -> None:
    """A file or folder without permission is an error, not an empty one."""
    path, _ = negotiation(tmp_path)
    (tmp_path / name).chmod(0)
    answer = anywhere("check", "7", "--data", str(path), "--json")
    (tmp_path / name).chmod(0o700)
    assert answer.error["code"] == "unreadable"


def test_a_folder_without_permission_is_said(anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch) -> None:
    """The same for whoever runs the tests as root: the system's refusal is passed on."""
    path, _ = negotiation(tmp_path)

    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    environment.setattr(os, "listdir", refuse)
    answer = anywhere("check", "7", "--data", str(path), "--json")
    assert "cannot read the folder parties: Permission denied" in answer.error["message"]


def test_a_file_in_place_of_a_folder_is_said(anywhere: Run, tmp_path: Path) -> None:
    """A file called `plans` is not the same as no plans."""
    path, _ = negotiation(tmp_path)
    (tmp_path / "plans").rename(tmp_path / "away")
    (tmp_path / "plans").write_text("", encoding="utf-8")
    assert anywhere("check", "7", "--data", str(path), "--json").error["code"] == "unreadable"


@pytest.mark.parametrize("name", ["30.yml", "30.YAML"])
def test_a_file_that_would_be_passed_over_is_said(anywhere: Run, tmp_path: Path, name: str) -> None:
    """A plan in a file with another ending is not silently left out."""
    path, _ = negotiation(tmp_path)
    (tmp_path / "plans" / name).write_text("plan: 30", encoding="utf-8")
    assert f"plans/{name}:1:1: only files that end in .yaml are read" in anywhere("validate", str(path)).out


@pytest.mark.parametrize("name", ["positions.yaml", LETTER])
def test_a_named_pipe_is_refused(anywhere: Run, tmp_path: Path, name: str) -> None:
    """A pipe that nobody writes to would be waited for without end."""
    path, _ = negotiation(tmp_path)
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    assert "a named pipe" in anywhere("check", "7", "--data", str(path)).err


def test_a_pipe_of_the_shell_is_read(tmp_path: Path) -> None:
    """`--data <(command)` works."""
    file = tmp_path / "one.yaml"
    file.write_text("terms: {fence.height: 100}\n", encoding="utf-8")
    answer = in_a_process("check", "-", "--data", f"<(cat {FENCE})", stdin=f"cat {file}")
    assert (answer.code, "no file describes the party" in answer.err) == (3, True)


@pytest.mark.parametrize("line", ["validate {}", "check {}", "diff 7 {}"])
@pytest.mark.parametrize("pipe", ["<(cat {})", "/dev/stdin", "/proc/self/fd/0"])
def test_a_draft_in_a_pipe_is_read_once(tmp_path: Path, line: str, pipe: str) -> None:
    """Wherever a draft can be named, by whatever name the shell gives the pipe."""
    file = tmp_path / "one.yaml"
    file.write_text("title: Ours\nterms: {fence.height: 100}\n", encoding="utf-8")
    answer = in_a_process(*line.format(pipe.format(file)).split(" ", 1), stdin=f"cat {file}")
    assert (answer.code, answer.err) == (0, "")


def test_a_file_name_cannot_steer_a_terminal(anywhere: Run, tmp_path: Path) -> None:
    """Control characters and bytes that are no UTF-8 in a file's name are shown as escapes, in every format."""
    path, _ = negotiation(tmp_path)
    name = os.fsencode(tmp_path / "plans") + b"/\x1b[31m\xff\xe2\x80\xae.yaml"
    with open(name, "wb") as file:  # noqa: PTH123 bytes are no Path
        file.write(b"plan: [")
    for form in ("text", "json", "markdown", "csv", "github"):
        answer = anywhere("validate", str(path), "--format", form)
        assert answer.code == 3
        assert not {"\x1b", "\udcff"} & set(answer.out)
        assert ("\u202e" in answer.out) == (form == "json")


# --- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    ["nan", ".nan", "NaN", "inf", "-.inf", "Infinity", "1e400", "1e3", "9" * 16, "9" * 5000, "0." + "3" * 400, "0x10",
     "1_000", "٣", "-", "1.", ".5", "1/2"],
)  # fmt: skip
def test_a_quantity_is_a_plain_number(fence: Run, tmp_path: Path, number: str) -> None:
    """No NaN, no infinity, nothing beyond what is exact: each is refused, in files and on the command line."""
    draft = tmp_path / "ours.yaml"
    draft.write_text(f"terms:\n  fence.height: '{number}'\n", encoding="utf-8")
    answer = fence("check", str(draft), "--json")
    assert (answer.code, [one["code"] for one in answer.error["complaints"]]) == (3, ["off-scale"])
    assert fence("what-if", "7", "--set", f"height={number}").code == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change("positions.yaml", "id: garden.share", "id: fence-height"), "like-id"),
        (Change("positions.yaml", "- id: wire\n", "- id: w-ood\n"), "duplicate-id"),
        (Change("sources/2024.yaml", "- id: survey", "- id: gaz-ette"), "like-id"),
        (Change(LETTER, "points:\n", "points_in_text: 99999999999999999999\npoints:\n"), "wrong-value"),
        (Change(LETTER, "- number: A1\n", f"- number: {'1' * 5000}\n"), "wrong-value"),
        (Change(LETTER, "- number: A1\n", "- number: \u0661\n"), "wrong-value"),
        (Change(LETTER, "credibility: 3", "credibility: 3e0"), "wrong-value"),
        (Change(LETTER, "date: 2024-06-10~", "date: ٢٠٢٤"), "wrong-value"),
        (Change(LETTER, "date: 2024-06-10~", "date: 0000"), "wrong-value"),
    ],
)
def test_a_value_that_would_mislead_is_refused(anywhere: Run, tmp_path: Path, change: Change, code: str) -> None:
    """Ids that are typed alike, huge numbers, and digits of other scripts."""
    path, _ = negotiation(tmp_path, change)
    complaints = anywhere("validate", str(path), "--json").json["complaints"]
    assert code in {one["code"] for one in complaints}


# --- prose beside the record ------------------------------------------------------------------------


@pytest.mark.parametrize("beside", ["seeds/one.md", "data/shared-words.txt", "originals/one.txt"])
@pytest.mark.parametrize(
    "content",
    [b"\xff\xfeh\x00i\x00", b"na\xefve", b"a\x00b", b"x" * (files.MAX_BYTES + 1)],
    ids=["utf-16", "latin-1", "nul", "large"],
)
def test_prose_that_is_no_text_is_refused(anywhere: Run, tmp_path: Path, beside: str, content: bytes) -> None:
    """Notes, founding documents and the list of shared names are text of a bounded size, or said not to be."""
    path, originals = _with_prose(tmp_path)
    (tmp_path / beside).write_bytes(content)
    answer = anywhere("validate", "--strict", str(path), "--originals", str(originals))
    assert answer.code == 3
    assert f"{Path(beside).name}:1:" in answer.out


@pytest.mark.parametrize("beside", ["seeds/one.md", "data/shared-words.txt", "originals/one.txt"])
def test_prose_that_cannot_be_read_is_said(anywhere: Run, tmp_path: Path, beside: str) -> None:
    """A folder in its place ends in an error that names it."""
    path, originals = _with_prose(tmp_path)
    (tmp_path / beside).unlink(missing_ok=True)
    (tmp_path / beside).mkdir()
    answer = anywhere("validate", "--strict", str(path), "--originals", str(originals), "--json")
    assert (answer.code, answer.error["code"]) == (3, "unreadable")
    assert Path(beside).name in answer.error["message"]


def test_a_note_that_leads_out_is_refused(anywhere: Run, tmp_path: Path) -> None:
    """A link in the folder of notes reads nothing elsewhere."""
    path, _ = _with_prose(tmp_path)
    (tmp_path / "seeds" / "two.md").symlink_to("/dev/zero")
    answer = anywhere("validate", "--strict", str(path), "--json")
    assert [one["code"] for one in answer.json["complaints"]] == ["outside-folder"]


def _with_prose(folder: Path) -> tuple[Path, Path]:
    """A negotiation with a note and a founding document beside it, and where the latter is."""
    path, _ = negotiation(folder / "data")
    for name in ("seeds/one.md", "originals/one.txt"):
        (folder / name).parent.mkdir()
        (folder / name).write_text("Some words.\n", encoding="utf-8")
    return path, folder / "originals"


def test_a_file_name_that_is_no_text_is_read(anywhere: Run, tmp_path: Path) -> None:
    """What counts is what is in the file."""
    path, _ = negotiation(tmp_path)
    (tmp_path / "plans" / "letter.yaml").rename(tmp_path / "plans" / os.fsdecode(b"\xff.yaml"))
    assert anywhere("check", "7", "--data", str(path), "-q").code == 0
