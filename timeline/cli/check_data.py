"""``timeline check-data``: lint rules, gazetteers and catalogues."""

from __future__ import annotations

import click


@click.command("check-data")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False), metavar="[DIR]")
def check_data(folder: str | None) -> int:
    """Check every file of DIR (the supplied knowledge when left out): schema, sources, codes, dates, examples."""
    from timeline.check_data import check_folder
    from timeline.cli.output import put
    from timeline.knowledge import bundled

    problems = check_folder(folder or str(bundled("data")))
    put("".join(f"{problem}\n" for problem in problems).encode())
    if not problems:
        click.echo("All files are in order.", err=True)
    return 1 if problems else 0
