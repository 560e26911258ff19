"""Jurisdiction codes: what they are called, how high they stand, what they are part of.

Codes are ISO 3166-1 alpha-2 ("US"), ISO 3166-2 for a part ("US-MT") and "EU" for the European Union. Names come from
``data/jurisdictions/`` and, for what is not there, from pycountry (Debian's iso-codes).

>>> jurisdiction_name("US-MT"), jurisdiction_level("US-MT"), rolls_up("US-MT", "US")
('Montana', 'subnational', True)
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from timeline.knowledge import data_files, read_csv

Level = Literal["supranational", "national", "subnational"]

EUROPEAN_UNION = "EU"
EU_MEMBERS = frozenset(
    ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
     "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"]
)  # fmt: skip
"""Member states of the Union since 1 February 2020 (https://european-union.europa.eu/principles-countries-history)."""

_SUPRANATIONAL = {EUROPEAN_UNION: "European Union"}
_USER_ASSIGNED = {"XK": "Kosovo"}  # used by the Commission and the IMF; ISO 3166-1 has no code of its own
# Parts with an alpha-2 code of their own (ISO 3166-1 remarks), with the state to which they roll up.
_TERRITORIES = {
    "PR": "US", "GU": "US", "VI": "US", "AS": "US", "MP": "US", "UM": "US",
    "HK": "CN", "MO": "CN",
    "GG": "GB", "JE": "GB", "IM": "GB", "GI": "GB", "BM": "GB", "KY": "GB", "VG": "GB", "AI": "GB", "MS": "GB",
    "TC": "GB", "FK": "GB", "SH": "GB", "IO": "GB", "PN": "GB", "GS": "GB",
    "GP": "FR", "MQ": "FR", "GF": "FR", "RE": "FR", "YT": "FR", "NC": "FR", "PF": "FR", "PM": "FR", "BL": "FR",
    "MF": "FR", "WF": "FR", "TF": "FR",
    "GL": "DK", "FO": "DK", "AW": "NL", "CW": "NL", "SX": "NL", "BQ": "NL", "AX": "FI", "SJ": "NO", "BV": "NO",
    "CX": "AU", "CC": "AU", "NF": "AU", "HM": "AU", "CK": "NZ", "NU": "NZ", "TK": "NZ",
}  # fmt: skip


def jurisdiction_name(code: str) -> str:
    """The usual English name of ``code``; the code itself when it is none that we know.

    >>> [jurisdiction_name(c) for c in ("EU", "GB", "IN-KA", "XX")]
    ['European Union', 'United Kingdom', 'Karnataka', 'XX']
    """
    own = _SUPRANATIONAL.get(code) or _USER_ASSIGNED.get(code)
    return own or _usual_names().get(code) or _official_name(code) or code


def jurisdiction_level(code: str) -> Level:
    """Whether ``code`` is the Union's, a country's (a territory with a code of its own too) or a part's.

    >>> jurisdiction_level("EU"), jurisdiction_level("PR"), jurisdiction_level("CA-QC")
    ('supranational', 'national', 'subnational')
    """
    if code in _SUPRANATIONAL:
        return "supranational"
    return "subnational" if "-" in code else "national"


def parent_code(code: str) -> str | None:
    """The code right above: a part's country, a territory's state; None for countries and the Union.

    >>> parent_code("US-MT"), parent_code("PR"), parent_code("FR")
    ('US', 'US', None)
    """
    if "-" in code:
        return code.split("-", 1)[0]
    return _TERRITORIES.get(code)


def country_code(code: str) -> str:
    """The state to which ``code`` belongs in the end; itself for a state and for the Union.

    >>> country_code("US-MT"), country_code("HK"), country_code("EU")
    ('US', 'CN', 'EU')
    """
    while (parent := parent_code(code)) is not None:
        code = parent
    return code


def rolls_up(code: str, to: str) -> bool:
    """Whether ``code`` lies within ``to``: the same, a part of it, or of one of its member states.

    >>> rolls_up("DE-BY", "EU"), rolls_up("DE", "DE-BY"), rolls_up("GB", "EU")
    (True, False, False)
    """
    step: str | None = code
    while step is not None:
        if step == to or (to == EUROPEAN_UNION and step in EU_MEMBERS):
            return True
        step = parent_code(step)
    return False


def codes_of(name: str) -> tuple[str, ...]:
    """Codes that go by ``name`` in English, countries first; () when none does.

    >>> codes_of("Montana"), codes_of("Georgia"), codes_of("Atlantis")
    (('US-MT',), ('GE', 'US-GA'), ())
    """
    return _codes_by_name().get(name, ())


def is_jurisdiction(code: str) -> bool:
    """Whether ``code`` stands in ISO 3166 or is "EU".

    >>> is_jurisdiction("US-MT"), is_jurisdiction("US-XX")
    (True, False)
    """
    return code in _SUPRANATIONAL or code in _USER_ASSIGNED or _official_name(code) is not None


@cache
def _usual_names() -> dict[str, str]:
    """Code -> name for the countries and the parts that the gazetteer knows."""
    return {row["code"]: row["name"] for file in data_files("jurisdictions", ".csv") for row in read_csv(file)}


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for file in data_files("jurisdictions", ".csv"):
        for row in read_csv(file):
            for name in (row["name"], *(row["aliases"].split(";") if row["aliases"] else ())):
                found.setdefault(name, []).append(row["code"])
    return {name: tuple(sorted(codes, key=lambda code: ("-" in code, code))) for name, codes in found.items()}


@cache
def _official_name(code: str) -> str | None:
    import pycountry

    # the table of some five thousand subdivisions takes 30 ms to load: only when one is asked for
    table: Any = pycountry.subdivisions if "-" in code else pycountry.countries
    found: Any = table.get(code=code) if "-" in code else table.get(alpha_2=code)
    return None if found is None else str(getattr(found, "common_name", found.name))
