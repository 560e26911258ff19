"""``timeline check-data``: lint rules, gazetteers and catalogues."""

from __future__ import annotations

import click


@click.command("check-data")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False), metavar="[DIR]")
@click.option("--strict", is_flag=True, help="Ask for an example of every single trigger pattern.")
def check_data(folder: str | None, strict: bool) -> int:
    """Check every file of DIR (the supplied knowledge when left out): schema, sources, codes, dates, examples."""
    from timeline.check_data import check_folder
    from timeline.cli.output import put
    from timeline.knowledge import bundled

    problems = check_folder(folder or bundled("data"), strict=strict)
    put("".join(f"{problem}\n" for problem in problems).encode())
    if not problems:
        click.echo("All files are in order.", err=True)
    return 1 if problems else 0
