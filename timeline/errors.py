"""What can go wrong, as one small tree.

TimelineError                 base of all; its text is one sentence that names the thing and says what to do
 ├── InputError               a source that cannot be read: missing, binary, empty, broken
 ├── ArgumentError            a value given by the user that does not fit: a date that is none, an unknown format
 └── DataError                a file of data/ that breaks its schema; names file and record
"""


class TimelineError(Exception):
    """Base of all errors this package raises on purpose."""


class InputError(TimelineError):
    """A source that cannot be read."""


class ArgumentError(TimelineError):
    """A value given by the user that does not fit."""


class DataError(TimelineError):
    """A file of data/ that breaks its schema."""
