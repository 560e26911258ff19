"""Parquet, with real lists and days, and the statement in the file's metadata."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd

from timeline.exports.content import Content

_ROLES = "actor_roles"


def to_parquet(content: Content) -> bytes:
    """The table in Parquet: lists as list<string>, roles as list<struct<name, role, id>>, days as timestamps.

    The schema's metadata holds the statement under the key ``timeline`` as JSON.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = [pa.field(str(name), _arrow_type(pa, str(name), content.events[name])) for name in content.events.columns]
    schema = pa.schema(fields, metadata={b"timeline": content.statement.as_json().encode()})
    columns = [pa.array(_values(content.events[field.name]), type=field.type, from_pandas=True) for field in schema]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


def _arrow_type(pa: Any, name: str, column: pd.Series[Any]) -> Any:
    if name == _ROLES:
        return pa.list_(pa.struct([("name", pa.string()), ("role", pa.string()), ("id", pa.string())]))
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return pa.timestamp("us")
    if pd.api.types.is_integer_dtype(column.dtype):
        return pa.int64()
    if pd.api.types.is_float_dtype(column.dtype):
        return pa.float64()
    return pa.list_(pa.string()) if column.dtype == object else pa.string()


def _values(column: pd.Series[Any]) -> Any:
    return column.tolist() if column.dtype == object else column
