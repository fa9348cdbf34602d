"""Runs the targets on inputs that Hypothesis makes, and says how many there were."""

import argparse
import sys
import time
from collections import Counter
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.inputs import STRATEGIES
from tests.fuzz.targets import TARGETS


class Figures(NamedTuple):
    """How many inputs a target had, how many of them it took, and how long that lasted."""

    target: str
    inputs: int
    taken: int
    seconds: float


def run(name: str, inputs: int, start: int) -> Figures:
    """The figures of a target. Whatever the target raises is raised, with the smallest input that makes it."""
    counts: Counter[bool] = Counter()

    @seed(start)
    @settings(
        max_examples=inputs,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(STRATEGIES[name])
    def feed(data: bytes) -> None:
        counts[TARGETS[name](data)] += 1

    began = time.monotonic()
    feed()
    return Figures(name, counts.total(), counts[True], time.monotonic() - began)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1000, help="how many for each target")
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this one; repeatable")
    parser.add_argument("--seed", type=int, default=0, help="another seed makes other inputs")
    asked = parser.parse_args()
    for name in asked.target or TARGETS:
        one = run(name, asked.inputs, asked.seed)
        sys.stdout.write(f"{one.target:10} {one.inputs:8,} inputs, {one.taken:8,} taken, {one.seconds:7.1f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
