"""Named features of a candidate: what the learned part weighs, and what explains its choice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline.event_types import event_group
from timeline.mentions.candidates import Candidate
from timeline.mentions.context import Context, day_in, nearest_party, sentence_classes
from timeline.mentions.place import Reading

_BAG = 24
_START = "<s>"
_END = "</s>"
_STEM = 6
#: Features of the words around a trigger, which are also weighed for each group of types by itself.
_PAIRED = ("left ", "right ", "l1 ", "l2 ", "r1 ", "r2 ", "before clause", "sentence has")
_SPEAKERS = frozenset(
    ["i", "we", "our", "my", "you", "your", "said", "says", "told", "wrote", "according", "must", "us"]
)
_BUCKETS = (1, 2, 4, 8, 16, 32)


@dataclass(slots=True)
class Seen:
    """What earlier candidates of the document were: leaves and head words, counted."""

    leaves: Counter[str] = field(default_factory=Counter)
    heads: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Site:
    """A candidate with its reading, its clause in tokens, its place among the candidates of its sentence."""

    candidate: Candidate
    reading: Reading
    low: int
    high: int
    rank: int
    siblings: tuple[Candidate, ...]


def candidate_features(context: Context, site: Site, seen: Seen) -> list[str]:
    """The features of one candidate, by name."""
    leaf = site.candidate.hits[0].trigger.leaf
    found = _trigger_features(context, site, leaf)
    found += _window_features(context, site)
    found += _clause_features(context, site, leaf)
    found += _place_features(context, site, leaf, seen)
    found += _name_features(context, site, leaf)
    found += _title_features(context, site, leaf)
    group = event_group(leaf)
    return found + [f"@{group} {name}" for name in found if name.startswith(_PAIRED)]


def _trigger_features(context: Context, site: Site, leaf: str) -> list[str]:
    candidate, reading = site.candidate, site.reading
    words = context.tokens.words
    head = words[candidate.first]
    kind = candidate.form or "noun"
    found = [f"trigger {hit.trigger.id}" for hit in candidate.hits]
    found += [
        f"first trigger {candidate.hits[0].trigger.id}",
        f"leaf {leaf}",
        f"head {head}",
        f"last {words[candidate.last - 1]}",
        f"form {kind}",
        f"head form {head} {kind}",
        f"factuality {reading.factuality}",
        f"rule {reading.rule_id}",
        f"tense {reading.tense} {kind}",
        f"leaf factuality {leaf} {reading.factuality}",
        f"leaf tense {leaf} {reading.tense} {kind}",
        f"hits {min(len(candidate.hits), 4)}",
    ]
    found += [f"has {hit.trigger.leaf}" for hit in candidate.hits[1:]]
    found.append(f"surest {max(hit.trigger.weight for hit in candidate.hits)}")
    if candidate.last - candidate.first > 1:
        found.append("phrase " + " ".join(words[candidate.first : min(candidate.last, candidate.first + 4)]))
    return found


def _window_features(context: Context, site: Site) -> list[str]:
    words = context.tokens.words
    first, last = site.candidate.first, site.candidate.last
    start, end = context.tokens.bounds[site.candidate.sentence]
    head = words[first]
    left = [words[i] if i >= start else _START for i in (first - 1, first - 2, first - 3)]
    right = [words[i] if i < end else _END for i in (last, last + 1, last + 2)]
    return [
        f"l1 {left[0]}",
        f"l2 {left[1]}",
        f"l3 {left[2]}",
        f"r1 {right[0]}",
        f"r2 {right[1]}",
        f"r3 {right[2]}",
        f"l21 {left[1]} {left[0]}",
        f"r12 {right[0]} {right[1]}",
        f"l1h {left[0]} {head}",
        f"hr1 {head} {right[0]}",
        f"hr2 {head} {right[1]}",
        f"l2h {left[1]} {head}",
    ]


def _clause_features(context: Context, site: Site, leaf: str) -> list[str]:
    words = context.tokens.words
    first, last = site.candidate.first, site.candidate.last
    start, end = context.tokens.bounds[site.candidate.sentence]
    party = nearest_party(context, first, site.low)
    head = words[first]
    near, around = day_in(context, site.low, site.high), day_in(context, start, end)
    day = "clause" if near else "sentence" if around else "none"
    exact = near or (around and f"sentence {around}")
    found = [f"party {party}", f"leaf party {leaf} {party}", f"head party {head} {party}"]
    found += [f"day {day}", f"leaf day {leaf} {day}", f"form day {site.candidate.form} {day}"]
    found += [f"exact {exact}", f"leaf exact {leaf} {exact}"]
    found += [f"sentence has {name}" for name in sorted(sentence_classes(context, site.candidate.sentence))]
    found += [f"left {w}" for w in set(words[max(site.low, first - _BAG) : first]) if len(w) > 2]
    found += [f"right {w}" for w in set(words[last : min(site.high, last + _BAG)]) if len(w) > 2]
    found.append(f"before clause {words[site.low - 1] if site.low > start else _START}")
    return found


def _place_features(context: Context, site: Site, leaf: str, seen: Seen) -> list[str]:
    candidate = site.candidate
    sentence = context.sentences[candidate.sentence]
    head = context.tokens.words[candidate.first]
    position = _bucket(candidate.sentence)
    quoted = context.quoted[candidate.first]
    told = min(seen.leaves[leaf], 3)
    same = min(seen.heads[head], 3)
    start, end = context.tokens.bounds[candidate.sentence]
    opens = site.candidate.sentence == 0 or context.sentences[candidate.sentence - 1].paragraph != sentence.paragraph
    found = [
        f"kind {sentence.kind}",
        f"opens paragraph {opens}",
        f"position {position}",
        f"leaf position {leaf} {position}",
        f"share {candidate.sentence * 4 // max(1, len(context.sentences))}",
        f"length {_bucket(end - start)}",
        f"rank {min(site.rank, 4)}",
        f"siblings {min(len(site.siblings), 6)}",
        f"told {told}",
        f"leaf told {leaf} {told}",
        f"same head {same}",
    ]
    if quoted:
        found += ["quoted", f"quoted leaf {leaf}", f"quoted form {candidate.form}"]
    for other in site.siblings:
        if other is not candidate:
            side = "after" if other.first > candidate.first else "before"
            found.append(f"{side} {other.hits[0].trigger.leaf}")
            found.append(f"{leaf} {side} {other.hits[0].trigger.leaf}")
    return found


def _name_features(context: Context, site: Site, leaf: str) -> list[str]:
    """Names in and beside the trigger, in its clause, and who speaks."""
    first, last = site.candidate.first, site.candidate.last
    start, end = context.tokens.bounds[site.candidate.sentence]
    capital, words = context.tokens.capital, context.tokens.words
    head = words[first]
    found = [f"capitals {_bucket(sum(i in capital for i in range(site.low, site.high)))}"]
    if first > start and first in capital:
        found += ["capital", f"capital {head}"]
    if last < end and last in capital:
        found += ["capital right", f"capital right {leaf}"]
    if first - 1 > start and first - 1 in capital:
        found += ["capital left", f"capital left {leaf}"]
    if first in context.named:
        found += ["in name", f"in name {leaf}"]
    clause = words[site.low : site.high]
    speakers = sorted(_SPEAKERS.intersection(clause))
    found += [f"speaker {word}" for word in speakers] + ([f"speaker leaf {leaf}"] if speakers else [])
    found += [f"sentence speaker {word}" for word in sorted(_SPEAKERS.intersection(words[start:end]))]
    return found


def _title_features(context: Context, site: Site, leaf: str) -> list[str]:
    """How much of the title is in the clause, and whether the title tells an event of the same type."""
    clause = {word[:_STEM] for word in context.tokens.words[site.low : site.high]}
    shared = len(context.title_words & clause)
    count = context.leaf_counts[leaf]
    found = [
        f"title words {min(shared, 4)}",
        f"leaf count {_bucket(count)}",
        f"setting {context.setting}",
        f"leaf setting {leaf} {context.setting}",
        f"most told {count == max(context.leaf_counts.values())}",
    ]
    if context.tokens.words[site.candidate.first][:_STEM] in context.title_words:
        found += ["head in title", f"head in title {leaf}"]
    if leaf in context.title_leaves:
        found += ["leaf in title", f"leaf in title {leaf}"]
    elif context.title_leaves:
        found.append("other leaf in title")
    return found


def _bucket(number: int) -> int:
    return next((i for i, limit in enumerate(_BUCKETS) if number < limit), len(_BUCKETS))
