"""What law and how much money a text names."""

from timeline.instruments.amounts import find_amounts
from timeline.instruments.instruments import find_instruments

__all__ = ["find_amounts", "find_instruments"]
