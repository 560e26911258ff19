"""The dashboard: a timeline of events with its twin table, served on the user's own machine."""

from timeline.dashboard.app import create_app, serve

__all__ = ["create_app", "serve"]
