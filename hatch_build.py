"""Compiles `data/` into the wheel, so that an installed peacecli needs neither YAML nor Pydantic to answer."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds `peacecli/compiled/*.json` to a wheel; an editable install reads `data/` itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the record. A record that is not sound stops the build."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from peacecli.authoring.load import load
        from peacecli.core.codec import compiled

        loaded = load(root / "data" / "positions.yaml")
        self._folder = tempfile.TemporaryDirectory()
        for name, content in compiled(loaded.record, loaded.evidence).items():
            file = Path(self._folder.name) / f"{name}.json"
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"peacecli/compiled/{name}.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled files."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
