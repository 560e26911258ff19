"""Who and where: organisations, authorities, persons and places that a text names, and under whose law they act."""

from timeline.entities.find import find_entities

__all__ = ["find_entities"]
