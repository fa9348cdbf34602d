"""How loading and checking grow with the number of plans: python benchmarks/growth.py

A made-up corpus (`corpus.py`) is compiled as the wheel's record is, and each size is loaded and checked in a fresh
process. Reading YAML is measured apart.
"""

import argparse
import gc
import json
import platform
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from math import log
from multiprocessing import get_context
from pathlib import Path
from statistics import linear_regression
from time import process_time
from typing import Any, NamedTuple

import corpus

from peacecli.core.record import Negotiation, Stance

SIZES = (10, 100, 1000, 2000)
YAML_SIZES = (10, 100)
ALL: frozenset[Stance] = frozenset(("red_line", "demand", "preference", "accepts"))
RED: frozenset[Stance] = frozenset(("red_line",))
DIGEST = "0" * 12
RECORD = Path(__file__).resolve().parent.parent / "data" / "positions.yaml"


class Figure(NamedTuple):
    """One step: its processor time, which a busy machine changes less than the clock's; the most memory that the
    process held up to its end; how many things it made.
    """

    step: str
    seconds: float
    megabytes: float
    made: int


def compile_corpus(plans: int, folder: Path) -> int:
    """Write the compiled corpus as the wheel carries it, a file a plan; its size in bytes."""
    from peacecli.authoring import models as m
    from peacecli.authoring.compile import Files, compile_record
    from peacecli.core.codec import compiled

    files = Files(
        m.NegotiationFile.model_validate(corpus.head(plans)),
        [m.PartyFile.model_validate(corpus.party(party)) for party in range(corpus.PARTIES)],
        (m.PlanFile.model_validate(corpus.plan(plan)) for plan in range(plans)),
        m.SourcesFile.model_validate(corpus.sources()).sources,
    )
    (folder / "plans").mkdir(parents=True)
    contents = compiled(compile_record(files, DIGEST), ())
    return sum((folder / f"{name}.json").write_bytes(content) for name, content in contents.items())


def write_corpus(plans: int, folder: Path) -> int:
    """Write the corpus as YAML files; their size in bytes."""
    import yaml

    documents = {
        "positions.yaml": corpus.head(plans),
        "sources/2025.yaml": corpus.sources(),
        **{f"parties/party-{party}.yaml": corpus.party(party) for party in range(corpus.PARTIES)},
        **{f"plans/{corpus.plan_id(plan)}.yaml": corpus.plan(plan) for plan in range(plans)},
    }
    size = 0
    for name, document in documents.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True, parents=True)
        whole = json.loads(json.dumps(document))  # written out in full: no anchors for what stands in it twice
        size += file.write_text(yaml.dump(whole, Dumper=yaml.CSafeDumper, sort_keys=False), encoding="utf-8")
    return size


def _figure(step: str, do: Callable[[], Any], count: Callable[[Any], int]) -> tuple[Figure, Any]:
    start = process_time()
    made = do()
    took = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    return Figure(step, took, peak, count(made)), made


def measure_compiled(folder: Path) -> list[Figure]:
    """Load, `matrix` and `check` of every plan, in this process."""
    from peacecli.core.check import check
    from peacecli.core.codec import decode, unpacked
    from peacecli.core.matrix import matrix
    from peacecli.core.scope import Scope

    gc.disable()  # as the program does

    def load() -> Negotiation:
        def rows(name: str, digest: str = "") -> list[Any]:
            return unpacked((folder / f"{name}.json").read_bytes(), name, digest)

        record = decode(rows("record"), lambda name: rows(f"plans/{name}", DIGEST))
        for _ in record.plans.values():  # each is decoded when it is first asked for
            pass
        return record

    loaded, record = _figure("load", load, lambda made: len(made.plans))
    plans = tuple(record.plans.values())

    def scope(stances: frozenset[Stance]) -> Scope:
        return Scope(tuple(record.parties), frozenset(record.issues), stances, record.as_of)

    return [
        loaded,
        _figure("matrix, all stances", lambda: matrix(record, plans, scope(ALL)), lambda made: len(made.cells))[0],
        _figure("check, red lines", lambda: check(record, plans, scope(RED)), lambda made: len(made.verdicts))[0],
        _figure("check, all stances", lambda: check(record, plans, scope(ALL)), lambda made: len(made.verdicts))[0],
    ]


def measure_yaml(file: Path) -> Figure:
    """Read, validate and compile YAML, in this process."""
    from peacecli.authoring.load import load

    def read() -> Negotiation:
        return load(file).record

    gc.disable()
    return _figure("YAML", read, lambda made: len(made.plans))[0]


def fresh(do: Callable[..., Any], *arguments: object) -> Any:
    """What the function returns in a process of its own, so that peaks do not add up."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(do, *arguments).result()


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the number of plans that the time grows with, from 100 plans on; 1 is linear."""
    pairs = [(log(size), log(took)) for size, took in zip(sizes, seconds, strict=True) if size >= 100]
    return linear_regression(*zip(*pairs, strict=True)).slope if len(pairs) > 1 else float("nan")


def compiled_table(sizes: Sequence[int], folder: Path) -> Iterator[str]:
    """One row a size and step."""
    yield "| plans | step | made | processor seconds | peak, MB |\n| ---: | --- | ---: | ---: | ---: |"
    steps: dict[str, list[float]] = {}
    for size in sizes:
        compiled = folder / f"compiled-{size}"
        written = fresh(compile_corpus, size, compiled) / 1e6
        for one in fresh(measure_compiled, compiled):
            steps.setdefault(one.step, []).append(one.seconds)
            step = f"load ({written:.1f} MB of JSON)" if one.step == "load" else one.step
            yield f"| {size:,} | {step} | {one.made:,} | {one.seconds:.2f} | {one.megabytes:.0f} |"
    found = (f"{step} {exponent(sizes, seconds):.2f}" for step, seconds in steps.items())
    yield f"\nGrowth exponent from 100 plans on (1 is linear): {', '.join(found)}."


def yaml_table(folder: Path) -> Iterator[str]:
    """One row a size, and one for the record itself."""
    yield "\n| YAML | MB | processor seconds | MB a second | peak, MB |\n| --- | ---: | ---: | ---: | ---: |"
    named = [("this record", RECORD)] + [
        (f"{size} plans", folder / str(size) / "positions.yaml") for size in YAML_SIZES
    ]
    for name, file in named:
        if file != RECORD:
            fresh(write_corpus, int(file.parent.name), file.parent)
        size = sum(one.stat().st_size for one in file.parent.rglob("*.yaml")) / 1e6
        one = fresh(measure_yaml, file)
        yield f"| {name} | {size:.2f} | {one.seconds:.2f} | {size / one.seconds:.2f} | {one.megabytes:.0f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time loading and checking of 10 to 2,000 plans.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of plans")
    sizes: Sequence[int] = parser.parse_args().sizes
    print(f"Python {platform.python_version()}; {corpus.ISSUES} issues, {corpus.POSITIONS} positions\n")
    with tempfile.TemporaryDirectory() as folder:
        for line in chain(compiled_table(sizes, Path(folder)), yaml_table(Path(folder))):
            print(line, flush=True)


if __name__ == "__main__":
    main()
