"""Fuzz targets: what reads or writes text from anywhere must refuse it with one of our errors, or take it.

`targets.py` has the targets: each takes bytes and says whether they were taken; anything it raises is a bug.

    python -m tests.fuzz.run --inputs 50000             every target on inputs that Hypothesis makes from its strategy
    python -m tests.fuzz.run --target yaml --inputs 9   one of them
    python -m tests.fuzz.coverage yaml -runs=50000      one on inputs that atheris (libFuzzer) grows by coverage;
                                                        needs `pip install atheris`; a corpus folder may follow

`test_short.py` runs each on a few hundred inputs in the test suite.
"""
