"""From the files that people write to the compiled record. The only user of Pydantic and YAML."""
