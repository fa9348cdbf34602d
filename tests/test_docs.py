"""The documents say what the program does: their outputs are real, their commands and options exist and are told."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from peacecli.__main__ import main
from peacecli.authoring.load import load
from peacecli.cli.app import COMMANDS
from peacecli.core.variants import variant_of

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = [
    pytest.param(page, args, block, id=f"{page.name}: {args}")
    for page in PAGES
    for args, block in re.findall(
        r"<!-- output: (.*?) -->\n```\w*\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL
    )
]


@pytest.mark.parametrize(("page", "args", "block"), SHOWN)
def test_a_shown_output_is_real(page: Path, args: str, block: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every piece of a shown output, between the cuts marked [...], is printed by the command, in that order."""
    main([*shlex.split(args.replace("validate data", f"validate {ROOT / 'data'}"))])
    printed = " ".join(capsys.readouterr().out.split())
    place = 0
    for piece in re.sub(r"^\$ .*\n", "", block).split("[...]"):
        words = " ".join(piece.split())
        place = printed.find(words, place)
        assert place >= 0, f"{page.name} shows what `peacecli {args}` does not print: {words}"


def test_there_are_shown_outputs() -> None:
    """The check above has something to check, in the README first of all."""
    assert any(param.values[0] == PAGES[0] for param in SHOWN)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """Each command has a row in the README and a section in docs/usage.md."""
    assert f"`peacecli {command}" in PAGES[0].read_text(encoding="utf-8")
    assert f"\n## {command}\n" in (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each option in a command's help is told somewhere in docs/usage.md."""
    main([command, "--help"])
    usage = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
    missing = set(re.findall(r"^\s+(?:-\w, )?(--[a-z-]+)", capsys.readouterr().out, re.MULTILINE)) - {"--help"}
    assert [one for one in sorted(missing) if one not in usage] == []


SNIPPET = re.compile(r"<!-- snippet: ([^#\n]*?)(?:#(\w+))? -->\n```yaml\n(.*?)```", re.DOTALL)


def test_every_example_of_an_entry_is_sound(tmp_path: Path) -> None:
    """Put into a copy of the record where they say they belong, the examples for authors load together."""
    path = Path(shutil.copytree(ROOT / "data", tmp_path / "data")) / "positions.yaml"
    examples = SNIPPET.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    for name, key, text in examples:
        file = path.parent / name
        written = file.read_text(encoding="utf-8") if file.exists() else ""
        listed = re.search(rf"^{key}:\n(?:[ #].*\n|\n)*", written, re.MULTILINE) if key else None
        assert bool(listed) == bool(key), f"no list `{key}` in {name}"
        end = listed.end() if listed else len(written)
        file.write_text(f"{written[:end]}{text}{written[end:]}", encoding="utf-8")
    record, evidence = load(path)
    plan = record.plans["example-2026"]
    assert all((plan.companions, plan.variants, plan.struck, plan.not_in_text, plan.accounts, plan.assessments))
    assert "security.guarantee-years" not in variant_of(plan, "leaflet").terms
    assert evidence.statements["uk-example-elections/2026-07-02"].denied_by
    assert {"uk-example-vote"} <= {one.id for one in evidence.differences}
    assert {"2026-07-02-example-talks"} <= {one.id for one in evidence.events}


def test_generated_pages_are_current() -> None:
    """docs/codebook.md, docs/json.md and the list of modules are what docs/generate.py would write now."""
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
