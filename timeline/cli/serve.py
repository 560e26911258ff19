"""``timeline serve``: the dashboard."""

from __future__ import annotations

from datetime import date

import click

from timeline.cli import options


@click.command()
@options.sources(required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="Port to listen on.")
@options.reading
def serve(*, sources: tuple[str, ...], host: str, port: int, published: date | None, language: str | None) -> int:
    """The dashboard over the events of SOURCE... (the seeds when none is given)."""
    raise click.ClickException("The dashboard is not part of this installation yet.")
