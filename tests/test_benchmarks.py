"""The benchmarks' corpora are sound, so that they still measure what they say; no time is tested."""

from pathlib import Path

import pytest

from peacecli.authoring.load import load

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def test_the_corpus_is_sound(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As YAML and compiled, it is what the loader takes."""
    environment.syspath_prepend(BENCHMARKS)
    import corpus
    import growth

    growth.write_corpus(3, tmp_path / "written")
    record = load(tmp_path / "written" / "positions.yaml").record
    assert (len(record.plans), len(record.issues)) == (3, corpus.ISSUES)
    growth.compile_corpus(3, tmp_path / "compiled")
    figures = {figure.step: figure.made for figure in growth.measure_compiled(tmp_path / "compiled")}
    assert figures["load"] == 3
