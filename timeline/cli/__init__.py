"""The command line: ``timeline COMMAND``. Data goes to standard output, all talk to standard error."""

from timeline.cli.main import main

__all__ = ["main"]
