"""A target under atheris, which grows inputs by the code they reach: `python -m tests.fuzz.coverage yaml -runs=50000`.

Further arguments are libFuzzer's: `-runs=N`, `-max_total_time=SECONDS`, `-max_len=BYTES`, and folders for the corpus.
"""

import sys

import atheris

with atheris.instrument_imports(include=["peacecli"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """The command line."""
    program, name, *arguments = sys.argv
    target = TARGETS[name]

    def feed(data: bytes) -> None:
        target(data)

    atheris.Setup([program, *arguments], feed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
