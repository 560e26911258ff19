"""The event table out: one function for every format, and the filter that goes before it."""

from timeline.exports.export import FORMATS, Format, export_table, format_of_file, write_export
from timeline.exports.filters import describe_filter, filter_events
from timeline.exports.records import document_record, event_record
from timeline.exports.statement import data_version

__all__ = [
    "FORMATS",
    "Format",
    "data_version",
    "describe_filter",
    "document_record",
    "event_record",
    "export_table",
    "filter_events",
    "format_of_file",
    "write_export",
]
