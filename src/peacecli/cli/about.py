"""`peacecli --version`, plain and as JSON."""

from peacecli.core.describe import data
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.meta import Version
from peacecli.output import Target, as_json, write
from peacecli.store import Store, find
from peacecli.version import VERSION


def show_version(json: bool) -> None:
    """Print the version of the program and of the record."""
    about = data(Store(find(None)).record)
    if json:
        text = as_json(Version(SCHEMA_VERSION, "version", VERSION, about))
    else:
        text = f"peacecli {VERSION} (record {about.id} {about.version}, as of {about.as_of}, digest {about.digest})\n"
    write(text, Target(None, False, "auto"))
