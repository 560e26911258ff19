"""Free text found fast: for each part of the table its words, and for each word the rows that hold it.

A search for a part of a word looks through the distinct words, which are few, and not through every text. Words of a
text are what stands between white space, so that a part of a text without white space lies within one of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]

_ROWS = 65_536  # as many as two bytes can number
_FEW = 64


@dataclass(frozen=True, slots=True)
class _Part:
    """Distinct words of up to 65,536 rows; the rows of word ``i`` are ``rows[starts[i]:starts[i + 1]]``."""

    words: pa.Array
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.uint16]

    def find(self, text: str) -> npt.NDArray[np.uint16]:
        """Rows with a word that holds ``text``; a row may come twice."""
        hit: Mask = pc.match_substring(self.words, text).to_numpy(zero_copy_only=False)
        places = np.flatnonzero(hit)
        if len(places) <= _FEW:
            found = [self.rows[self.starts[i] : self.starts[i + 1]] for i in places]
            return np.concatenate([self.rows[:0], *found])
        found_all: npt.NDArray[np.uint16] = self.rows[np.repeat(hit, np.diff(self.starts))]
        return found_all


class WordIndex:
    """Which of ``texts`` hold a part of a word.

    >>> index = WordIndex(pa.chunked_array([["the court fined them", "no fine"]], pa.large_string()))
    >>> index.find("fine").tolist(), index.find("urt").tolist()
    ([True, True], [True, False])
    """

    def __init__(self, texts: pa.ChunkedArray) -> None:
        self._size = len(texts)
        self._parts = [_read(texts.slice(start, _ROWS)) for start in range(0, self._size, _ROWS)]

    def find(self, text: str) -> Mask:
        """Texts that hold ``text``, a string without white space."""
        mask = np.zeros(self._size, bool)
        for number, part in enumerate(self._parts):
            mask[number * _ROWS :][part.find(text)] = True
        return mask


def _read(texts: pa.ChunkedArray) -> _Part:
    lists = pc.utf8_split_whitespace(texts).combine_chunks()
    lengths = pc.list_value_length(lists).to_numpy(zero_copy_only=False)
    coded = lists.flatten().dictionary_encode()
    codes = coded.indices.to_numpy(zero_copy_only=False)
    if len(coded.dictionary) <= _ROWS:
        codes = codes.astype(np.uint16)  # numpy sorts small numbers without comparing them
    order = np.argsort(codes, kind="stable")
    rows = np.repeat(np.arange(len(lengths), dtype=np.uint16), lengths)[order]
    counts = np.bincount(codes, minlength=len(coded.dictionary))
    return _Part(coded.dictionary, np.concatenate([[0], np.cumsum(counts)]), rows)
