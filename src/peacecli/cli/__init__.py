"""The command line: parse, call the engine, view, write, return an exit code. One module a command."""
